import type { Cell, Origin } from "../contract/method.ts";
import { groupColumn, yearColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, findColumn, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { DagumResult, DagumYear } from "./dagum-gini.ts";
import { placesColumn } from "./sample-tables.ts";
import { levelUnit } from "./sample-words.ts";
import type { ValueMeaning } from "./samples.ts";

type Component = "within" | "net-between" | "transvariation";

const components: Readonly<Record<Component, Text>> = {
  within: { en: "within groups", zh: "组内差异" },
  "net-between": { en: "net between", zh: "组间净值差异" },
  transvariation: { en: "overlap", zh: "超变密度" },
};

interface Part {
  readonly component: Component;
  readonly year: number | undefined;
  readonly value: number;
  readonly share: number;
}

function partsOf({ year, gini, within, netBetween, transvariation }: DagumYear): Part[] {
  const part = (component: Component, value: number): Part => {
    return { component, year, value, share: gini > 0 ? value / gini : Number.NaN };
  };
  return [part("within", within), part("net-between", netBetween), part("transvariation", transvariation)];
}

const componentColumn = codeOf<Part>(
  "component",
  { en: "component", zh: "分解项" },
  ({ component }) => component,
  ({ component }) => components[component],
);
const valueColumn = numberOf<Part>("value", "1", { en: "component", zh: "分量" }, ({ value }) => value);
const shareColumn = numberOf<Part>("share", "1", { en: "share", zh: "贡献率" }, ({ share }) => share);
const otherColumn = labelOf<{ readonly other: string }>(
  "other",
  { en: "other group", zh: "另一分组" },
  ({ other }) => other,
);
const giniColumn: ColumnsOf<{ readonly gini: number }> = numberOf(
  "gini",
  "1",
  { en: "Gini coefficient", zh: "基尼系数" },
  ({ gini }) => gini,
);

/** `shares` and `matrix` are of the last year, `shares_by_year` is there where there is more than one. */
export function dagumTables(
  { indices, groups, pairs }: DagumResult,
  units: Readonly<Record<string, string>>,
  meaning: ValueMeaning,
): Table[] {
  const parts = indices.flatMap(partsOf);
  const last = indices.at(-1)?.year;
  const unit = levelUnit(units, meaning);
  const between = pairs.filter(({ year }) => year === last);
  const mirrored = between.map((pair) => ({ ...pair, group: pair.other, other: pair.group }));
  const own = groups.filter(({ year }) => year === last).map((each) => ({ ...each, other: each.group }));
  const bothWays = [...between, ...mirrored, ...own].sort(
    (a, b) => compare(a.group, b.group) || compare(a.other, b.other),
  );
  return [
    tableOf(
      "indices",
      ["year"],
      indices,
      [
        yearColumn,
        placesColumn,
        numberOf("groups", "1", { en: "groups", zh: "分组数" }, (row) => row.groups),
        giniColumn,
        numberOf("within", "1", components.within, ({ within }) => within),
        numberOf("net_between", "1", components["net-between"], ({ netBetween }) => netBetween),
        numberOf("transvariation", "1", components.transvariation, ({ transvariation }) => transvariation),
      ],
      { title: { en: "Decomposition", zh: "基尼系数分解" } },
    ),
    tableOf(
      "shares",
      ["component"],
      parts.filter(({ year }) => year === last),
      [componentColumn, yearColumn, valueColumn, shareColumn],
      { title: { en: "Shares, last year", zh: "贡献率（最后一年）" } },
    ),
    tableOf(
      "shares_by_year",
      ["component", "year"],
      indices.length > 1 ? parts : [],
      [componentColumn, yearColumn, valueColumn, shareColumn],
      { title: { en: "Shares by year", zh: "历年贡献率" } },
    ),
    tableOf(
      "groups",
      ["group", "year"],
      groups,
      [
        groupColumn,
        yearColumn,
        placesColumn,
        giniColumn,
        numberOf("mean", unit, { en: "mean", zh: "均值" }, ({ mean }) => mean),
        numberOf("weight_share", "1", { en: "share of weight", zh: "权重份额" }, ({ weightShare }) => weightShare),
        numberOf("value_share", "1", { en: "share of value", zh: "取值份额" }, ({ valueShare }) => valueShare),
        numberOf("component", "1", { en: "part of the whole", zh: "对总体的贡献" }, ({ component }) => component),
      ],
      { title: { en: "Within groups", zh: "组内" } },
    ),
    tableOf(
      "pairs",
      ["group", "other", "year"],
      pairs,
      [
        groupColumn,
        otherColumn,
        yearColumn,
        giniColumn,
        numberOf("affluence", "1", { en: "relative affluence", zh: "相对影响" }, ({ affluence }) => affluence),
        numberOf("above", unit, { en: "mean excess above", zh: "正向平均差" }, ({ above }) => above),
        numberOf("below", unit, { en: "mean excess below", zh: "逆向平均差（超变一阶矩）" }, ({ below }) => below),
        numberOf("net_between", "1", components["net-between"], ({ netBetween }) => netBetween),
        numberOf("transvariation", "1", components.transvariation, ({ transvariation }) => transvariation),
      ],
      { title: { en: "Between groups, higher mean first", zh: "组间（均值高者在前）" } },
    ),
    tableOf("matrix", ["group", "other"], bothWays, [groupColumn, otherColumn, yearColumn, giniColumn], {
      title: { en: "Gini between and within groups, last year", zh: "组间与组内基尼系数（最后一年）" },
    }),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A group's own numbers rest on its places, those of a pair on both, shares and parts on all of the year. */
export function traceDagum({ table, row, column }: Cell, tables: readonly Table[]): Origin[] {
  const found = tables.find(({ name }) => name === table);
  const value = (name: string) => (found === undefined ? undefined : findColumn(found, name)?.values[row]);
  const ofAll = /share|component|net_between|transvariation/.test(column);
  const named = [value("group"), value("other")].filter((each) => typeof each === "string");
  const year = value("year");
  const where = {
    ...(ofAll || named.length === 0 ? {} : { group: named }),
    ...(typeof year === "number" ? { year: [year] } : {}),
  };
  return [Object.keys(where).length === 0 ? { input: "data" } : { input: "data", where }];
}
