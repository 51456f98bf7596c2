import { type ColumnsOf, codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import { extremes } from "../numeric/spread.ts";
import type { DecidedIndicator, Decision } from "./decision.ts";
import type { Removal } from "./rank-reversal.ts";

export const decidedIndicator: ColumnsOf<{ readonly indicator: DecidedIndicator }> = codeOf(
  "indicator",
  { en: "indicator", zh: "指标" },
  ({ indicator }) => indicator.id,
  ({ indicator }) => indicator.title,
);

/** What every row is measured against: the best and the worst value of each indicator, and its weight. */
export function idealsTable({ scopes, indicators }: Decision, logged: readonly string[]): Table {
  const rows = scopes.flatMap(({ year, values }) =>
    indicators.map((indicator, k) => {
      const { least, most } = extremes(values[k]);
      const back = (value: number) => (logged.includes(indicator.id) ? Math.exp(value) : value);
      const [best, worst] = indicator.falling ? [least, most] : [most, least];
      return { year, indicator, best: back(best), worst: back(worst) };
    }),
  );
  return tableOf(
    "ideals",
    ["year", "indicator"],
    rows,
    [
      ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year)),
      decidedIndicator,
      numberOf("weight", "1", { en: "weight", zh: "权重" }, ({ indicator }) => indicator.weight),
      numberOf("best", "1", { en: "best, in the indicator's unit", zh: "最优值（按指标单位）" }, ({ best }) => best),
      numberOf(
        "worst",
        "1",
        { en: "worst, in the indicator's unit", zh: "最劣值（按指标单位）" },
        ({ worst }) => worst,
      ),
    ],
    { title: { en: "Best and worst values", zh: "最优值与最劣值" } },
  );
}

export function removalsTable(removals: readonly Removal[]): Table {
  return tableOf(
    "removals",
    ["place"],
    removals,
    [
      {
        names: ["place"],
        from: (rows) => [
          { kind: "label", name: "place", values: rows.map(({ place }) => place), title: { en: "place", zh: "地区" } },
        ],
      },
      numberOf(
        "reverses",
        "1",
        { en: "without it others change order (1: yes)", zh: "剔除后其他地区次序改变（1 为是）" },
        ({ reverses }) => Number(reverses),
      ),
    ],
    { title: { en: "Whose presence decides the order of others", zh: "逐一剔除检验（逆序）" } },
  );
}
