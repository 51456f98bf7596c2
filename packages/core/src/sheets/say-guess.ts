import { columnLetters } from "./address.ts";
import type { ColumnHead } from "./column-heads.ts";
import type { ColumnProfile } from "./guess-columns.ts";
import type { Reason } from "./guess-layout.ts";
import type { Region } from "./guess-regions.ts";
import { type RowHead, rowList, type SectionKind } from "./layout.ts";
import { isBlank, rawText, type Sheet } from "./sheet.ts";
import { yearsInText } from "./years-in-text.ts";

/** Puts a reason down; `row` counts from 0. */
export type Say = (code: string, text: Reason["text"], row?: number) => void;

const parts: Readonly<Record<RowHead, { en: string; zh: string }>> = {
  place: { en: "places", zh: "地区" },
  code: { en: "codes of places", zh: "地区代码" },
  year: { en: "years", zh: "年份" },
  industry: { en: "industries", zh: "行业" },
  item: { en: "what the figures are", zh: "指标名称" },
  unit: { en: "units", zh: "计量单位" },
  flag: { en: "flags", zh: "标记" },
};

export function sayRole(profile: ColumnProfile, say: Say): void {
  const { en, zh } = parts[profile.role as RowHead];
  const letters = columnLetters(profile.column);
  const samples = profile.samples.slice(0, 2);
  const why = {
    head: { en: `by its head ${profile.head}`, zh: `依据表头“${profile.head}”` },
    cells: {
      en: `by what stands in it${samples.length > 0 ? ` (${samples.join(", ")})` : ""}`,
      zh: `依据单元格内容${samples.length > 0 ? `（${samples.join("、")}）` : ""}`,
    },
    position: { en: "as the first column of words; check this", zh: "因其为首个文字列；请核对" },
  }[profile.by];
  say(`column-${profile.role}`, {
    en: `column ${letters} holds ${en}, ${why.en}`,
    zh: `${letters} 列为${zh}，${why.zh}`,
  });
}

const kinds: Readonly<Record<SectionKind, { en: string; zh: string }>> = {
  place: { en: "places", zh: "地区" },
  province: { en: "provinces", zh: "省份" },
  year: { en: "years", zh: "年份" },
  unit: { en: "units", zh: "单位" },
  item: { en: "variables", zh: "指标" },
  industry: { en: "industries", zh: "行业" },
  group: { en: "groups", zh: "分组" },
};

/** Of headings over groups, as many are quoted. */
const mostNamed = 6;

export function sayList(code: string, kind: SectionKind, rows: readonly number[], sheet: Sheet, say: Say): void {
  const textOf = (row: number) => rawText((sheet.rows[row] ?? []).find((value) => !isBlank(value))).trim();
  const rest = rowList(rows.slice(mostNamed)).map(String);
  const named = (open: string, close: string) => [
    ...rows.slice(0, mostNamed).map((row) => `${row + 1}${open}${textOf(row)}${close}`),
    ...rest,
  ];
  const [en, zh] = [named(" (", ")").join(", "), named("（", "）").join("、")];
  say(
    code,
    rows.length === 1
      ? {
          en: `row ${en} stands over a group of rows: ${kinds[kind].en}`,
          zh: `第 ${zh} 行统领其下各行：${kinds[kind].zh}`,
        }
      : {
          en: `rows ${en} stand over groups of rows: ${kinds[kind].en}`,
          zh: `第 ${zh} 行统领其下各行：${kinds[kind].zh}`,
        },
    rows[0],
  );
}

export function sayHead({ head }: Region, english: readonly number[], say: Say): void {
  if (head.length === 0) {
    say("no-head", { en: "there is no head over the figures", zh: "数值上方没有表头" });
    return;
  }
  const list = rowList(head).join(", ");
  say(
    "head",
    head.length === 1
      ? { en: `row ${list} is the head`, zh: `第 ${list} 行为表头` }
      : { en: `rows ${list} are one head of ${head.length} lines`, zh: `第 ${list} 行合为 ${head.length} 行表头` },
    head[0],
  );
  if (english.length > 0) {
    const rows = rowList(english).join(", ");
    say("english", { en: `row ${rows} repeats the head in English`, zh: `第 ${rows} 行为英文表头` }, english[0]);
  }
}

/** 2017-18 over a column of figures: a range or a school year, told apart from years. */
export function saySpans(heads: readonly ColumnHead[], say: Say): void {
  const spans = heads.flatMap(({ path }) => path.filter((level) => yearsInText(level).spans[0] === level));
  if (spans.length === 0) return;
  const named = [...new Set(spans)];
  const shown = (comma: string) => named.slice(0, mostNamed).join(comma);
  say("spans-across", {
    en: `${shown(", ")} ${named.length === 1 ? "covers" : "cover"} more than a calendar year: kept as ${named.length === 1 ? "a name of its column" : "names of their columns"}, and taken for no year`,
    zh: `${shown("、")} 跨越一个以上公历年：作为列名保留，不作为年份`,
  });
}

export function sayYears(heads: readonly ColumnHead[], say: Say): void {
  const dated = heads.filter(({ year }) => year !== undefined);
  const years = dated.map(({ year }) => year as number);
  if (dated.length === 0) return;
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const [first, last] = [dated[0]?.column as number, dated.at(-1)?.column as number].map(columnLetters);
  if (from === to) {
    const [en, zh] =
      first === last ? [`column ${first}`, `${first} 列`] : [`columns ${first} to ${last}`, `${first} 至 ${last} 列`];
    say("years-across", { en: `the year ${from} stands over ${en}`, zh: `${zh}为 ${from} 年` });
    return;
  }
  say("years-across", {
    en: `years ${from} to ${to} stand across: columns ${first} to ${last}`,
    zh: `年份 ${from}—${to} 横排：${first} 至 ${last} 列`,
  });
}
