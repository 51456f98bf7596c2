import type { Finding } from "../contract/method.ts";
import { percent } from "../contract/saying.ts";
import { codeOf, ifAny, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { dataColumns, indicatorColumn } from "./data-columns.ts";
import type { Imputed } from "./impute.ts";
import type { Gap, Reason } from "./impute-rules.ts";
import { keyColumns } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";

const why: Readonly<Record<Reason, Text>> = {
  "not-asked": { en: "no filling was asked for", zh: "未要求插补" },
  "no-figures": { en: "nobody who may lend has a figure", zh: "可借用范围内均无数据" },
  "one-side": { en: "no year on one side: never beyond the figures", zh: "一侧无数据，不作外推" },
  "too-long": { en: "the years on both sides lie too far apart", zh: "前后有值年份间隔过长" },
  "row-empty": { en: "the row has no figure at all", zh: "该行全部缺失" },
  "too-few-rows": { en: "too few rows for so many indicators", zh: "样本少于指标所需" },
  constant: { en: "the indicator does not vary among those who may lend", zh: "可借用范围内该指标无差异" },
};

const states = { filled: { en: "filled", zh: "已插补" }, left: { en: "left", zh: "未插补" } };

export function imputeTables({ indicators, gaps }: Imputed, data: CompositeData): Table[] {
  const keys = keyColumns(data, Uint32Array.from(data.place.keys()), data.group !== undefined);
  const named = (column: number) => {
    const { name, title = same(name) } = indicators[column];
    return { id: name, title };
  };
  const isFilled = ({ value }: Gap) => !Number.isNaN(value);
  const counts = indicators.flatMap((_, column) => {
    const own = gaps.filter((gap) => gap.column === column);
    const filled = own.filter(isFilled).length;
    return [
      { column, state: "filled" as const, gaps: filled },
      { column, state: "left" as const, gaps: own.length - filled },
    ];
  });
  return [
    tableOf(
      "counts",
      ["indicator", "state"],
      counts,
      [
        indicatorColumn(({ column }) => named(column)),
        codeOf(
          "state",
          { en: "state", zh: "状态" },
          ({ state }) => state,
          ({ state }) => states[state],
        ),
        numberOf("gaps", "1", { en: "gaps", zh: "缺失数" }, (row) => row.gaps),
        numberOf("share", "1", { en: "share of the rows", zh: "占行数比重" }, (row) => row.gaps / data.place.length),
      ],
      { title: { en: "Gaps by indicator", zh: "各指标缺失情况" } },
    ),
    tableOf(
      "log",
      ["place", "year", "indicator"],
      gaps,
      [
        dataColumns(data, { group: false }),
        indicatorColumn(({ column }) => named(column)),
        numberOf(
          "value",
          "1",
          { en: "filled with, in the indicator's unit", zh: "插补值（按指标单位）" },
          (gap) => gap.value,
        ),
        numberOf("basis", "1", { en: "figures it rests on", zh: "依据的数据个数" }, ({ basis }) => basis),
        ifAny(numberOf("from_year", "year", { en: "year before", zh: "前一有值年" }, ({ from }) => from)),
        ifAny(numberOf("to_year", "year", { en: "year after", zh: "后一有值年" }, ({ to }) => to)),
        codeOf(
          "reason",
          { en: "why it is left", zh: "未插补原因" },
          ({ reason }) => reason ?? null,
          ({ reason }) => (reason === undefined ? null : why[reason]),
        ),
      ],
      { title: { en: "Every gap, and what became of it", zh: "缺失与插补清单" } },
    ),
    makeTable(
      "imputed",
      keys.key,
      [
        ...keys.columns,
        ...indicators.map(({ name, unit, values, title = same(name) }) => numbers(name, unit, values, { title })),
      ],
      { title: { en: "Indicators with what was filled", zh: "插补后的指标" } },
    ),
  ];
}

/** How much is missing, and how much of what is shown is a guess. */
export function imputeFindings({ missing, filled, gaps, indicators }: Imputed, data: CompositeData): Finding[] {
  const cells = indicators.length * data.place.length;
  if (missing === 0) {
    return [{ text: { en: "No figure is missing.", zh: "数据完整，没有缺失。" }, values: {} }];
  }
  const values = {
    missing,
    filled,
    share: percent(missing / cells, 1),
    cells,
    places: new Set(gaps.map(({ row }) => data.place[row])).size,
  };
  const some = {
    en: "{missing} of {cells} figures are missing ({share}), of {places, plural, one {# place} other {# places}}",
    zh: "{cells} 个数据中缺失 {missing} 个（{share}），涉及 {places} 个地区",
  };
  return filled === 0
    ? [{ text: { en: `${some.en}; none was filled.`, zh: `${some.zh}；均未插补。` }, values }]
    : [
        {
          text: {
            en: `${some.en}; {filled} {filled, plural, one {was} other {were}} filled, and {filled, plural, one {is a guess} other {are guesses}}.`,
            zh: `${some.zh}；其中 {filled} 个经插补得到，属推算值。`,
          },
          values,
        },
      ];
}
