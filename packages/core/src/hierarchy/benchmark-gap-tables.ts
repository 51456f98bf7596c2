import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { BenchmarkGapOptions, BenchmarkGapResult, GroupGap, IndicatorGap } from "./benchmark-gap.ts";
import type { GapStatus } from "./benchmark-pace.ts";

type AnyGap = Omit<IndicatorGap, "place"> | GroupGap;

const statuses: Readonly<Record<GapStatus, Text>> = {
  ahead: { en: "level or ahead", zh: "持平或领先" },
  closing: { en: "closing", zh: "差距缩小" },
  "not-closing": { en: "not closing", zh: "差距未缩小" },
  unknown: { en: "unknown", zh: "无法判断" },
};

const about: readonly ColumnsOf<AnyGap>[] = [
  codeOf(
    "indicator",
    { en: "indicator", zh: "指标" },
    ({ indicator }) => indicator,
    ({ title }) => title,
  ),
  labelOf("unit", { en: "unit", zh: "单位" }, ({ unit }) => unit),
];

/** Values stand in the unit that their row names. */
const gap: readonly ColumnsOf<AnyGap>[] = [
  numberOf("value", "1", { en: "value", zh: "取值" }, ({ value }) => value),
  numberOf("benchmark", "1", { en: "benchmark", zh: "标杆值" }, ({ benchmark }) => benchmark),
  numberOf("gap", "1", { en: "gap", zh: "差距" }, (row) => row.gap),
  numberOf("ratio", "1", { en: "ratio to the benchmark", zh: "与标杆之比" }, ({ ratio }) => ratio),
];

export function benchmarkGapTables(
  { gaps, latest, groups }: BenchmarkGapResult,
  _inputs: unknown,
  { growth }: BenchmarkGapOptions,
): Table[] {
  const pace =
    growth === "compound"
      ? { en: "own growth, a rate a year", zh: "自身年均增长率" }
      : { en: "own growth a year", zh: "自身年均增量" };
  return [
    tableOf(
      "latest",
      ["place", "indicator"],
      latest,
      [
        placeColumn,
        ...about,
        yearColumn,
        groupColumn,
        ...gap,
        numberOf("pace", "1", pace, (row) => row.pace),
        codeOf(
          "status",
          { en: "status", zh: "状态" },
          ({ status }) => status,
          ({ status }) => statuses[status],
        ),
        numberOf("years", "1", { en: "years of own growth", zh: "按自身增速所需年数" }, ({ years }) => years),
      ],
      { title: { en: "Gaps in the last year", zh: "末年差距" } },
    ),
    tableOf("gaps", ["place", "indicator", "year"], gaps, [placeColumn, ...about, yearColumn, groupColumn, ...gap], {
      title: { en: "Gaps by year", zh: "各年差距" },
    }),
    tableOf(
      "groups",
      ["group", "indicator", "year"],
      groups,
      [
        groupColumn,
        ...about,
        yearColumn,
        numberOf("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
        ...gap,
      ],
      { title: { en: "Gaps of groups", zh: "各组差距" } },
    ),
  ];
}
