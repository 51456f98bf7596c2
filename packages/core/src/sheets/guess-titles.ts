import { labelOfName, readName } from "./clean-text.ts";
import type { KnownVariable } from "./guess-layout.ts";
import { provinceIn } from "./known-words.ts";
import type { LayoutBlock } from "./layout.ts";
import { beforeUnit, splitUnit, statedUnits, unitText } from "./read-unit.ts";
import type { Say } from "./say-guess.ts";
import type { Sheet } from "./sheet.ts";
import { oneYearIn, yearsInText } from "./years-in-text.ts";

/** What stands over a table, and what else may explain it. */
export interface Titles {
  readonly sheet: Sheet;
  /** Texts over the table; rows count from 0. */
  readonly titles: readonly { readonly row: number; readonly text: string }[];
  readonly variables: readonly KnownVariable[];
  readonly places: ReadonlySet<string>;
  /** The table that this one continues. */
  readonly before: LayoutBlock | undefined;
}

/** The unit that a cell such as 单位：亿元 over the table gives. Of several, only columns without one of their own need to be told which. */
export function unitOfTitles(titles: Titles["titles"], isNeeded: boolean, say: Say): string | undefined {
  for (const { row, text } of [...titles].reverse()) {
    const units = statedUnits(text) ?? bracketed(text);
    if (units === undefined || units.length === 0) continue;
    if (units.length === 1) {
      say(
        "unit",
        { en: `row ${row + 1} gives the unit ${units[0]}`, zh: `第 ${row + 1} 行注明单位：${units[0]}` },
        row,
      );
      return units[0];
    }
    if (!isNeeded) return undefined;
    saySeveral(units, row, say);
    return undefined;
  }
  return undefined;
}

export function saySeveral(units: readonly string[], row: number, say: Say): void {
  say(
    "units-several",
    {
      en: `row ${row + 1} names several units (${units.join(", ")}): say which column is in which under units`,
      zh: `第 ${row + 1} 行列出多个单位（${units.join("、")}）：请在 units 中写明各列单位`,
    },
    row,
  );
}

/** `(亿元)` alone in a line. */
function bracketed(text: string): readonly string[] | undefined {
  const inside = /^[(（]([^()（）]+)[)）]$/.exec(text.trim())?.[1];
  const unit = inside === undefined ? undefined : unitText(inside);
  return unit === undefined ? undefined : [unit];
}

type Found = Partial<Pick<LayoutBlock, "variable" | "year" | "place" | "years" | "unit">>;

/** What the title says where the table itself does not: the variable, the year, the place. */
export function fromTitles(given: Titles, block: LayoutBlock, hasVariable: boolean, say: Say): Found {
  const said = given.titles
    .map(({ row, text }) => ({ row, text: labelOfName(readName(text)) }))
    .filter(({ text }) => statedUnits(text) === undefined && bracketed(text) === undefined);
  const texts = [...said.map(({ text }) => text), given.sheet.sheet];
  const lacksPlace =
    block.across === "variable" &&
    block.by.place === undefined &&
    block.by.code === undefined &&
    block.sections.place === undefined;
  return {
    ...(hasVariable || block.by.item !== undefined ? {} : variableFrom(given, said, block, say)),
    ...(block.years === "none" ? yearFrom(given, texts, say) : {}),
    ...(lacksPlace ? placeFrom(given, texts, say) : {}),
  };
}

function variableFrom(
  { sheet, variables, before }: Titles,
  said: Titles["titles"],
  { unit: known }: LayoutBlock,
  say: Say,
): Found {
  const lines = said.map(({ text }) => text);
  const names = knownIn(rowsOf(said), variables);
  if (names.length > 1) {
    say("variables-several", {
      en: `the title speaks of several variables (${names.join(", ")}), the head of none: write tables: [{ ..., variable: NAME }]`,
      zh: `标题涉及多个指标（${names.join("、")}），表头未说明：请在 layout 中写明 tables: [{ …, variable: 指标名 }]`,
    });
    return {};
  }
  const name = names[0] ?? before?.variable ?? lines.map(variableOfTitle).find((text) => text !== "");
  if (name === undefined) {
    const variable = /^(sheet|工作表)\s*\d*$/i.test(sheet.sheet) ? "value" : sheet.sheet;
    say("variable", {
      en: `neither head nor title says what the figures are: called ${variable}; check this`,
      zh: `表头与标题均未说明指标：暂称 ${variable}；请核对`,
    });
    return { variable };
  }
  say("variable", { en: `the title says what the figures are: ${name}`, zh: `标题给出指标名称：${name}` });
  const { name: variable, unit = unitBehind(lines, name) } = splitUnit(name);
  return { variable, ...(unit === undefined || known !== undefined ? {} : { unit }) };
}

function yearFrom({ titles, sheet, before }: Titles, texts: readonly string[], say: Say): Found {
  if (before?.year !== undefined) {
    say("year", { en: `the table is continued: of the year ${before.year}`, zh: `续表：沿用年份 ${before.year}` });
    return { year: before.year, years: "one" };
  }
  const dated = titles.map(({ text }) => labelOfName(readName(beforeUnit(text))));
  const year = oneYearIn([...dated, sheet.sheet]);
  if (year === undefined) {
    sayOpenYear(texts, say);
    return {};
  }
  say("year", {
    en: `the title or the sheet's name gives the year ${year}`,
    zh: `标题或工作表名给出年份：${year}`,
  });
  return { year, years: "one" };
}

function placeFrom({ places, before }: Titles, texts: readonly string[], say: Say): Found {
  const place =
    before?.place ??
    texts.map((text) => cityIn(text, places)).find((name) => name !== undefined) ??
    texts.map(provinceIn).find((name) => name !== undefined);
  if (place === undefined) return {};
  say("place", {
    en: `the title or the sheet's name gives the place ${place}`,
    zh: `标题或工作表名给出地区：${place}`,
  });
  return { place };
}

/** The known city or county that a title begins with: 表1 江苏省南京市历年人口. */
function cityIn(text: string, places: ReadonlySet<string>): string | undefined {
  const words = text.replace(/^(续?附?表|table)?[\s\d.、:：-]*/iu, "").replace(/^\p{Script=Han}{2,7}?(省|自治区)/u, "");
  const [, name] = /^(\p{Script=Han}{1,12}?[市县区州盟旗])(?!.{0,2}[和与、])/u.exec(words) ?? [];
  return name !== undefined && places.has(name) ? name : undefined;
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Titles in cells of one row are one line. */
function rowsOf(titles: Titles["titles"]): readonly string[] {
  const rows = new Map<number, string>();
  for (const { row, text } of titles) rows.set(row, `${rows.get(row) ?? ""} ${text}`);
  return [...rows.values()];
}

/** The title of the known variable that a title of the page contains; several where its line speaks of more than one. */
function knownIn(lines: readonly string[], variables: readonly KnownVariable[]): readonly string[] {
  const known = variables
    .flatMap(({ name, title }) => (title === undefined ? [] : [title.zh, title.en].map((text) => ({ name, text }))))
    .sort((a, b) => b.text.length - a.text.length);
  const [longest] = known.filter(({ text }) => lines.some((line) => line.includes(text)));
  if (longest === undefined) return [];
  // what a longer title has said is not said again: 人均地区生产总值 is no 地区生产总值
  let rest = lines.find((line) => line.includes(longest.text)) as string;
  const found = new Map<string, string>();
  for (const { name, text } of known) {
    if (!rest.includes(text) || isHan(text) !== isHan(longest.text)) continue;
    rest = rest.replaceAll(text, "\u0001");
    if (!found.has(name)) found.set(name, text);
  }
  return [...found.values()];
}

/** `各地区年末常住人口(万人)` gives the unit of 年末常住人口. */
function unitBehind(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((each) => each.includes(name));
  return line === undefined ? undefined : splitUnit(line.slice(line.indexOf(name))).unit;
}

/** Words on years from which no one year follows: whoever knows it has to write it. */
function sayOpenYear(texts: readonly string[], say: Say): void {
  const said = texts.map(yearsInText);
  const [span] = said.flatMap(({ spans }) => spans);
  const [edition] = said.flatMap(({ editions }) => editions);
  if (span !== undefined) {
    say("year-open", {
      en: `"${span}" is not one calendar year: the figures are given no year; if they are of one, write it as year and years: one`,
      zh: `“${span}”不是一个公历年：未给数值定年份；如确属某一年，请在 layout 中写明 year 及 years: one`,
    });
  } else if (edition !== undefined) {
    say("year-open", {
      en: `${edition} is the edition of a yearbook, whose figures are mostly of the year before: the figures are given no year; write it as year and years: one`,
      zh: `${edition} 为年鉴版次，所载多为上一年数据：未给数值定年份；请在 layout 中写明 year 及 years: one`,
    });
  }
}

/** `表2-3 各地区年末常住人口(2010-2020年)` speaks of 年末常住人口. */
function variableOfTitle(text: string): string {
  return text
    .replace(/^(续?表|table)?\s*[\d一二三四五六七八九十]*[\d.、-]*[:：]?\s*/i, "")
    .replace(/[(（]\s*(续|\d{4}).*?[)）]/g, "")
    .replace(/\d{4}\s*年?\s*(?:[-—–~至到]\s*\d{4}\s*)?年?(末|底|度)?/g, "")
    .replace(/\s+by\s+(city|cities|region|province|area|county|district|prefecture)s?$/i, "")
    .replace(/^(分|各|全国各|全国分)(地区|省份?|省市区?|城市|市|行政区)的?/, "")
    .replace(/[(（]续.*?[)）]|[-—]*续表?\d*$/g, "")
    .trim();
}
