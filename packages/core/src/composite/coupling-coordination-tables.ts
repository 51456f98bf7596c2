import { groupColumn, placeColumn } from "../contract/place-columns.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { type ColumnsOf, codeOf, ifAny, numberOf, type Table, tableOf, wordsOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { CoupledPlace, CouplingResult } from "./coupling-coordination.ts";
import {
  type CouplingVariant,
  coordinationGrades,
  couplingChoices,
  couplingVariants,
} from "./coupling-coordination-degree.ts";
import { couplingMeans } from "./coupling-coordination-means.ts";

const year = ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, (row: { readonly year?: number }) => row.year));
const rowsCounted = numberOf(
  "places",
  "1",
  { en: "rows", zh: "样本数" },
  (row: { readonly places: number }) => row.places,
);

const coupling = numberOf(
  "coupling",
  "1",
  { en: "coupling degree C", zh: "耦合度 C" },
  (row: Pick<CoupledPlace, "coupling">) => row.coupling,
);
const development = numberOf(
  "development",
  "1",
  { en: "development T", zh: "综合发展水平 T" },
  (row: Pick<CoupledPlace, "development">) => row.development,
);
const coordination = numberOf(
  "coordination",
  "1",
  { en: "coordination degree D", zh: "耦合协调度 D" },
  (row: Pick<CoupledPlace, "coordination">) => row.coordination,
);

const grade: readonly ColumnsOf<{ readonly level: number }>[] = [
  numberOf("level", "1", { en: "level of D, 1 to 10", zh: "协调等级（1–10）" }, ({ level }) => level),
  wordsOf("grade", { en: "grade", zh: "协调类型" }, ({ level }) => coordinationGrades[level - 1]),
];
const formula: ColumnsOf<{ readonly variant: CouplingVariant }> = codeOf(
  "variant",
  { en: "formula of C", zh: "耦合度公式" },
  ({ variant }) => variant,
  ({ variant }) => couplingChoices[variant],
);

export function couplingTables({ places, variants, n }: CouplingResult, subsystems: readonly NamedNumbers[]): Table[] {
  const titles = new Map(subsystems.map(({ name, title = same(name) }) => [name, title]));
  const levels = coordinationGrades.map((_, at) => ({
    level: at + 1,
    places: places.filter(({ level }) => level === at + 1).length,
  }));
  const flips = couplingVariants.map((variant) => ({
    variant,
    count: variants.filter((row) => row.variant === variant && row.flips).length,
  }));
  return [
    tableOf(
      "coordination",
      ["place", "year"],
      places,
      [
        placeColumn,
        year,
        ifAny(groupColumn),
        coupling,
        development,
        coordination,
        ...grade,
        wordsOf(
          "lagging",
          { en: "lagging subsystem", zh: "滞后子系统" },
          ({ lagging }) => titles.get(lagging ?? "") ?? null,
        ),
      ],
      { title: { en: "Coupling coordination by place", zh: "各地耦合协调度" } },
    ),
    tableOf(
      "variants",
      ["place", "year", "variant"],
      variants,
      [
        placeColumn,
        year,
        formula,
        coupling,
        coordination,
        ...grade,
        numberOf(
          "flips",
          "1",
          { en: "another grade than under the chosen formula (1: yes)", zh: "等级与所选公式不同（1 为是）" },
          (row) => Number(row.flips),
        ),
      ],
      { title: { en: "The same places under every formula", zh: "各公式结果对照" } },
    ),
    tableOf(
      "flips",
      ["variant"],
      flips,
      [
        formula,
        numberOf("flips", "1", { en: "rows with another grade", zh: "等级改变的行数" }, ({ count }) => count),
        numberOf("share", "1", { en: "share of rows", zh: "占比" }, ({ count }) => count / n),
      ],
      { title: { en: "How many grades the formula changes", zh: "公式选择对等级的影响" } },
    ),
    tableOf("grades", ["level"], levels, [...grade, rowsCounted], { title: { en: "Rows by grade", zh: "各等级数量" } }),
    tableOf(
      "groups",
      ["group", "year"],
      couplingMeans(places),
      [groupColumn, year, rowsCounted, coupling, development, coordination],
      { title: { en: "Means by group", zh: "分组均值" } },
    ),
  ];
}
