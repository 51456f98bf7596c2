import type { Finding } from "../contract/method.ts";
import { listed, mostNamed } from "../contract/saying.ts";
import { codeOf, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { dataColumns, indicatorColumn } from "./data-columns.ts";
import type { Shape } from "./moments.ts";
import { keyColumns } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";
import type { TreatedIndicator, TreatOutliers } from "./treat-outliers.ts";
import type { Treatment } from "./treat-outliers-column.ts";

const done: Readonly<Record<Treatment, Text>> = {
  none: { en: "none", zh: "未处理" },
  winsorised: { en: "winsorised", zh: "缩尾" },
  log: { en: "logarithm", zh: "取对数" },
  "mirrored-log": { en: "mirrored logarithm", zh: "镜像对数" },
  excepted: { en: "excepted", zh: "指定不处理" },
  "too-few": { en: "too few figures", zh: "数值过少" },
  constant: { en: "constant", zh: "取值相同" },
};

const stages = {
  before: { en: "as given", zh: "处理前" },
  winsorised: { en: "after winsorising", zh: "缩尾后" },
  after: { en: "as used", zh: "处理后" },
} as const;

const named = ({ indicator, title }: TreatedIndicator) => ({ id: indicator, title });

export function treatTables({ indicators, changes }: TreatOutliers, data: CompositeData): Table[] {
  const keys = keyColumns(data, Uint32Array.from(data.place.keys()), data.group !== undefined);
  const isLogged = ({ treatment }: TreatedIndicator) => treatment === "log" || treatment === "mirrored-log";
  const columns = indicators.map((each) =>
    numbers(each.indicator, isLogged(each) ? "1" : each.unit, each.values, { title: each.title }),
  );
  const moments = indicators.flatMap((of) =>
    (["before", "winsorised", "after"] as const).flatMap((stage) => {
      const shape: Shape | undefined = of[stage];
      // what winsorising came to is told apart where it was not kept
      const isTold = stage !== "winsorised" || isLogged(of);
      return shape === undefined || !isTold ? [] : [{ of, stage, shape }];
    }),
  );
  return [
    tableOf(
      "checks",
      ["indicator"],
      indicators,
      [
        indicatorColumn(named),
        codeOf(
          "treatment",
          { en: "treatment", zh: "处理方式" },
          ({ treatment }) => treatment,
          ({ treatment }) => done[treatment],
        ),
        numberOf("points", "1", { en: "values pulled in", zh: "缩尾点数" }, ({ points }) => points),
        numberOf("skewness", "1", { en: "skewness as given", zh: "处理前偏度" }, ({ before }) => before.skewness),
        numberOf("kurtosis", "1", { en: "kurtosis as given", zh: "处理前峰度" }, ({ before }) => before.kurtosis),
        numberOf("skewness_after", "1", { en: "skewness as used", zh: "处理后偏度" }, ({ after }) => after.skewness),
        numberOf("kurtosis_after", "1", { en: "kurtosis as used", zh: "处理后峰度" }, ({ after }) => after.kurtosis),
        numberOf("outlying", "1", { en: "outlying still (1: yes)", zh: "仍偏离阈值（1 为是）" }, (each) =>
          Number(each.outlying),
        ),
      ],
      { title: { en: "What was done to each indicator", zh: "各指标处理情况" } },
    ),
    tableOf(
      "changes",
      ["place", "year", "indicator"],
      changes,
      [
        dataColumns(data, { group: false }),
        indicatorColumn(({ of }) => named(of)),
        codeOf(
          "treatment",
          { en: "treatment", zh: "处理方式" },
          ({ of }) => of.treatment,
          ({ of }) => done[of.treatment],
        ),
        numberOf(
          "before",
          "1",
          { en: "as given, in the indicator's unit", zh: "原值（按指标单位）" },
          (each) => each.before,
        ),
        numberOf("after", "1", { en: "as used", zh: "处理后取值" }, (each) => each.after),
      ],
      { title: { en: "Every value that was changed", zh: "逐项改动清单" } },
    ),
    tableOf(
      "moments",
      ["indicator", "stage"],
      moments,
      [
        indicatorColumn(({ of }) => named(of)),
        codeOf(
          "stage",
          { en: "stage", zh: "阶段" },
          ({ stage }) => stage,
          ({ stage }) => stages[stage],
        ),
        numberOf("skewness", "1", { en: "skewness", zh: "偏度" }, ({ shape }) => shape.skewness),
        numberOf("kurtosis", "1", { en: "excess kurtosis", zh: "超额峰度" }, ({ shape }) => shape.kurtosis),
      ],
      { title: { en: "Skewness and kurtosis by stage", zh: "各阶段偏度与峰度" } },
    ),
    makeTable("treated", keys.key, [...keys.columns, ...columns], {
      title: { en: "Indicators as used", zh: "处理后的指标" },
    }),
  ];
}

/** What was changed, whom it concerns, and what could not be cured. */
export function treatFindings(
  { indicators, changes, winsorised, logged }: TreatOutliers,
  data: CompositeData,
): Finding[] {
  const judged = indicators.filter(({ treatment, outlying }) => treatment === "none" && !outlying).length;
  if (winsorised + logged === 0) {
    if (judged === 0) return [];
    return [
      {
        text: {
          en: "{judged} of {n} indicators {judged, plural, one {is} other {are}} free of outliers by these limits; nothing was changed.",
          zh: "{n} 项指标中有 {judged} 项按此阈值没有异常值，数据未作改动。",
        },
        values: { judged, n: indicators.length },
      },
    ];
  }
  const findings: Finding[] = [];
  const pulled = changes.filter(({ of }) => of.treatment === "winsorised");
  if (winsorised > 0) {
    const places = [...new Set(pulled.map(({ row }) => data.place[row]))];
    findings.push({
      text: {
        en: `{winsorised} of {n} {winsorised, plural, one {indicator was winsorised: {points} value} other {indicators were winsorised: {points} values}}${places.length <= mostNamed ? " of {places}" : " of {count} places"} pulled in.`,
        zh: `{n} 项指标中有 {winsorised} 项作缩尾处理，共改动${places.length <= mostNamed ? "{places}的" : " {count} 个地区的"} {points} 个数值。`,
      },
      values: { winsorised, n: indicators.length, points: pulled.length, places: { places }, count: places.length },
    });
  }
  const logs = indicators.filter(({ treatment }) => treatment === "log" || treatment === "mirrored-log");
  if (logs.length > 0) {
    findings.push({
      text: {
        en: "Winsorising was not enough for {names}, which {count, plural, one {is} other {are}} taken in logarithms.",
        zh: "{names}经缩尾仍不足，改取对数。",
      },
      values: { names: listed(logs.map(({ title }) => title)), count: logs.length },
    });
  }
  return findings;
}
