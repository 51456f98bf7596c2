import type { Finding } from "../contract/method.ts";
import { labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import type { RankedSize, RankSizeFit } from "./rank-size.ts";

const group = { en: "group", zh: "组" };

function yearColumn(rows: readonly { readonly year: number | undefined }[]): NumberColumn[] {
  if (rows.every(({ year }) => year === undefined)) return [];
  const years = rows.map(({ year }) => year ?? Number.NaN);
  return [numbers("year", "year", years, { title: { en: "year", zh: "年份" } })];
}

export function sizeTable(rows: readonly RankedSize[], unit: string): Table {
  const column = (name: string, of: string, en: string, zh: string, pick: (row: RankedSize) => number) =>
    numbers(name, of, rows.map(pick), { title: { en, zh } });
  const places = rows.map(({ place }) => place);
  const groups = rows.map((row) => row.group);
  const years = yearColumn(rows);
  return makeTable(
    "sizes",
    ["place", ...years.map(({ name }) => name)],
    [
      labels("place", places, { en: "place", zh: "地区" }),
      ...years,
      labels("group", groups, group),
      column("size", unit, "size", "规模", ({ size }) => size),
      column("rank", "1", "rank", "位序", ({ rank }) => rank),
      column("fitted", unit, "fitted size", "拟合规模", ({ fitted }) => fitted),
    ],
    { title: { en: "Sizes and ranks", zh: "规模与位序" } },
  );
}

export function fitTable(rows: readonly RankSizeFit[]): Table {
  const column = (name: string, en: string, zh: string, pick: (row: RankSizeFit) => number) =>
    numbers(name, "1", rows.map(pick), { title: { en, zh } });
  const groups = rows.map((row) => row.group);
  const years = yearColumn(rows);
  return makeTable(
    "fits",
    ["group", ...years.map(({ name }) => name)],
    [
      labels("group", groups, group),
      ...years,
      column("n", "places", "地区数", ({ places }) => places),
      column("exponent", "exponent", "指数", ({ exponent }) => exponent),
      column("se", "standard error", "标准误", ({ standardError }) => standardError),
      column("low", "low, 95 %", "95% 下限", ({ low }) => low),
      column("high", "high, 95 %", "95% 上限", ({ high }) => high),
      column("r2", "R squared", "R²", ({ r2 }) => r2),
      column("intercept", "intercept", "截距", ({ intercept }) => intercept),
      column("rank_half", "by rank - 1/2", "位序减 1/2", ({ rankHalf }) => rankHalf),
      column("ols", "by plain regression", "普通回归", ({ ols }) => ols),
      column("hill", "by Hill", "Hill 估计", ({ hill }) => hill),
    ],
    { title: { en: "Fits", zh: "拟合结果" } },
  );
}

export function findingOf({ group: name, year, exponent, low, high }: RankSizeFit): Finding {
  const [en, zh] =
    low <= 1 && high >= 1
      ? ["which cannot be told from Zipf's law", "与齐普夫定律无法区分"]
      : exponent < 1
        ? ["large places dominate more than under Zipf's law", "大城市比齐普夫定律下更占优"]
        : ["sizes are more even than under Zipf's law", "规模分布比齐普夫定律更均匀"];
  const at = year === undefined ? { en: "", zh: "" } : { en: " in {year}", zh: "{year} 年" };
  const who = name === "" ? { en: "The", zh: "" } : { en: "{group}: the", zh: "{group}：" };
  return {
    text: {
      en: `${who.en} rank-size exponent${at.en} is {exponent} (95 % interval {low} to {high}), ${en}.`,
      zh: `${who.zh}${at.zh}位序—规模指数为 {exponent}（95% 区间 {low}—{high}），${zh}。`,
    },
    values: {
      exponent: { number: exponent, unit: "1", digits: 2 },
      low: { number: low, unit: "1", digits: 2 },
      high: { number: high, unit: "1", digits: 2 },
      ...(name === "" ? {} : { group: { group: name } }),
      ...(year === undefined ? {} : { year: String(year) }),
    },
  };
}
