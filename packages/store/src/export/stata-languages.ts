import type { Column, Table } from "@conurb/core/contract";
import { type Language, languages } from "@conurb/core/language";
import { formatUnit, knownUnit } from "@conurb/core/units";
import { cut } from "./stata-names.ts";
import type { ByteWriter } from "./stata-writer.ts";

export type Labels = Readonly<Record<Language, string>>;

/** Characters, in UTF-8 of at most 4 bytes each: fields of format 118 are 320 bytes and a NUL. */
const labelLength = 80;

export const titlesOf = ({ title, name }: Table): Labels => ({
  en: cut(title?.en ?? name, labelLength),
  zh: cut(title?.zh ?? name, labelLength),
});

/** A column's title with its unit, in both languages. */
export const variableLabels = (column: Column, chineseUnit: (unit: string) => string): Labels => ({
  en: labelOf(column, "en", (unit) => ` (${unit})`),
  zh: labelOf(column, "zh", (unit) => `（${chineseUnit(unit)}）`),
});

function labelOf(column: Column, language: Language, inBrackets: (unit: string) => string): string {
  const title = column.title?.[language] ?? column.name;
  if (column.kind === "label" || column.unit === "1" || column.unit === "year") return cut(title, labelLength);
  if (namesUnit(title, column.unit)) return cut(title, labelLength);
  const unit = inBrackets(column.unit);
  return `${cut(title, Math.max(0, labelLength - [...unit].length))}${cut(unit, labelLength)}`;
}

/** Whether a title ends in its unit already, as heads of yearbooks do: 地区生产总值（亿元） of 100 million yuan. */
function namesUnit(title: string, unit: string): boolean {
  const told = /[（(]([^（()）]+)[)）]\s*$/.exec(title)?.[1]?.trim();
  if (told === undefined) return false;
  if (told === unit) return true;
  const [here, there] = [knownUnit(told), knownUnit(unit)];
  return here !== undefined && there !== undefined && formatUnit(here) === formatUnit(there);
}

/** A note that Stata keeps of a variable, or of all the data as `_dta`. */
interface Characteristic {
  readonly of: string;
  readonly name: string;
  readonly text: string;
}

/** The labels of the languages that are not shown, kept as `label language` of Stata keeps them. */
export function labelsInLanguages(
  variables: readonly { readonly name: string; readonly labels: Labels; readonly set?: { readonly name: string } }[],
  titles: Labels,
  shown: Language,
): Characteristic[] {
  const all = "_dta";
  const others = languages.filter((each) => each !== shown);
  return [
    { of: all, name: "_lang_c", text: shown },
    { of: all, name: "_lang_list", text: [shown, ...others].join(" ") },
    ...others.flatMap((language) => [
      { of: all, name: `_lang_v_${language}`, text: titles[language] },
      ...variables.map(({ name, labels }) => ({ of: name, name: `_lang_v_${language}`, text: labels[language] })),
      ...variables.flatMap(({ name, set }) =>
        set === undefined ? [] : [{ of: name, name: `_lang_l_${language}`, text: set.name }],
      ),
    ]),
  ];
}

const nameField = 129;

export function writeCharacteristics(out: ByteWriter, characteristics: readonly Characteristic[]): void {
  const encoder = new TextEncoder();
  for (const { of, name, text } of characteristics) {
    const content = encoder.encode(text);
    out.text("<ch>");
    out.whole(2 * nameField + content.length + 1, 4);
    out.field(encoder.encode(of), nameField);
    out.field(encoder.encode(name), nameField);
    out.field(content, content.length + 1);
    out.text("</ch>");
  }
}
