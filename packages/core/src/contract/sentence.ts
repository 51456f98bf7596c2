import { fill } from "../language/message.ts";
import type { Language } from "../language/text.ts";
import { addTo } from "./add-to.ts";
import type { Finding, FindingValue, NamedRow, Warning } from "./method.ts";

/** How one reader is spoken to: what codes are called, and how numbers are written. */
export interface Wording {
  place(code: string): string;
  group(id: string): string;
  industry(code: string): string;
  number(value: number, unit: string, digits: number | undefined): string;
}

/** Codes as they are, numbers with fixed digits. */
export const plainWording: Wording = {
  place: (code) => code,
  group: (id) => id,
  industry: (code) => code,
  number: (value, unit, digits = 2) => `${value.toFixed(digits)}${unit === "percent" ? "%" : ""}`,
};

/** More names than this say nothing; the data behind a sentence hold them all. */
const mostListed = 12;

/** A finding or a warning as one language says it. A text that is bound to no values is no pattern. */
export function sentence(
  { text, values }: Finding | Warning,
  language: Language,
  wording: Wording = plainWording,
): string {
  if (values === undefined) return text[language];
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, write(value, language, wording)]),
  );
  return fill(language === "zh" ? withoutGaps(text.zh, written) : text.en, language, written);
}

/** Chinese leaves a space beside a number or a code in Latin letters, and none between two Han characters. */
function withoutGaps(pattern: string, written: Readonly<Record<string, string | number>>): string {
  return pattern
    .replace(/\{(\w+)\} (?=\p{Script=Han})/gu, (gap, name) =>
      /\p{Script=Han}$/u.test(`${written[name]}`) ? `{${name}}` : gap,
    )
    .replace(/(?<=\p{Script=Han}) \{(\w+)\}/gu, (gap, name) =>
      /^\p{Script=Han}/u.test(`${written[name]}`) ? `{${name}}` : gap,
    );
}

/** A warning with its text filled in, for readers that know no names: codes as they are. */
export function spelledOut(warning: Warning): Warning {
  return { ...warning, text: { en: sentence(warning, "en"), zh: sentence(warning, "zh") } };
}

function write(value: FindingValue, language: Language, wording: Wording): string | number {
  if (typeof value !== "object") return value;
  if ("place" in value) return wording.place(value.place);
  if ("places" in value) return list(value.places.map(wording.place), language);
  if ("rows" in value) return rowList(value.rows, wording, language);
  if ("industries" in value) return list(value.industries.map(wording.industry), language);
  if ("group" in value) return wording.group(value.group);
  if ("text" in value) return value.text[language];
  return wording.number(value.number, value.unit, value.digits);
}

function rowName({ place, other, industry }: NamedRow, wording: Wording): string {
  const places = other === undefined ? wording.place(place) : `${wording.place(place)}–${wording.place(other)}`;
  return industry === undefined ? places : `${places} ${wording.industry(industry)}`;
}

/** Rows of a panel: the places of each year, or the years of each place, whichever says it in fewer parts. */
function rowList(rows: readonly NamedRow[], wording: Wording, language: Language): string {
  const named = rows.map((row) => ({ name: rowName(row, wording), year: row.year }));
  if (named.every(({ year }) => year === undefined)) {
    return list(
      named.map(({ name }) => name),
      language,
    );
  }
  const byYear = grouped(named.map(({ name, year }) => [year === undefined ? "" : String(year), name] as const));
  const byName = grouped(named.map(({ name, year }) => [name, year === undefined ? "" : String(year)] as const));
  const parts =
    byName.size < byYear.size
      ? [...byName].map(([name, years]) => inYears(name, " ", years, language))
      : [...byYear].map(([year, names]) => {
          const all = list(names, language);
          return inYears(all, names.length === 1 ? " " : language === "zh" ? "，" : ", ", [year], language);
        });
  return parts.join(language === "zh" ? "；" : "; ");
}

function inYears(names: string, comma: string, years: readonly string[], language: Language): string {
  const known = years.filter((year) => year !== "");
  if (known.length === 0) return names;
  return language === "zh" ? `${names}${comma}${known.join("、")} 年` : `${names}${comma}${known.join(", ")}`;
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) addTo(groups, key, value);
  return groups;
}

function list(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostListed);
  const more = names.length - shown.length;
  if (language === "zh") return shown.join("、") + (more > 0 ? `等 ${names.length} 个` : "");
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
