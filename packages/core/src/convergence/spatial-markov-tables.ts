import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Chain } from "./markov-chain.ts";
import { classesTable, className, classTitle, type Move, moveColumns, movesOf, panelTables } from "./markov-tables.ts";
import type { SpatialMarkovResult } from "./spatial-markov.ts";

const lagTitle: Text = { en: "class of the neighbours, 1 lowest", zh: "邻居类别（1 为最低）" };

export function spatialMarkovTables(result: SpatialMarkovResult, unit: string, title: Text): Table[] {
  const { whole, parts, panel, lag, lagClass } = result;
  const regimes = parts.flatMap((part) => movesOf(part).map((move) => ({ ...move, lag: className(part.lagClass) })));
  const lagClasses = parts.map((part) => ({ ...part, ...risesOf(part) }));
  const steady = parts.flatMap((part) =>
    Array.from(part.steady, (share, at) => ({
      lag: className(part.lagClass),
      name: className(at),
      share,
      sojourn: part.sojourn[at] as number,
    })),
  );
  const years = panel.years.length;
  const lags = panel.places.flatMap((place, row) =>
    panel.years.flatMap((year, at) => {
      const cell = row * years + at;
      return (lagClass[cell] as number) < 0
        ? []
        : [{ place, year, value: lag[cell] as number, name: className(lagClass[cell] as number) }];
    }),
  );
  return [
    tableOf(
      "regimes",
      ["lag_class", "from_class", "to_class"],
      regimes,
      [
        labelOf("lag_class", lagTitle, (row: Move & { lag: string }) => row.lag),
        labelOf(
          "start",
          { en: "neighbours | class", zh: "邻居类别｜本地类别" },
          ({ lag: m, from }) => `${m} | ${from}`,
        ),
        ...moveColumns,
      ],
      { title: { en: "Moves by class of the neighbours", zh: "按邻居类别的转移概率" } },
    ),
    tableOf(
      "lag_classes",
      ["lag_class"],
      lagClasses,
      [
        labelOf("lag_class", lagTitle, (row) => className(row.lagClass)),
        numberOf("moves", "1", { en: "moves", zh: "转移次数" }, ({ moves }) => moves),
        numberOf("rise", "1", { en: "share that rises", zh: "上升比例" }, ({ rise }) => rise),
        numberOf("stay", "1", { en: "share that stays", zh: "不变比例" }, ({ stay }) => stay),
        numberOf("fall", "1", { en: "share that falls", zh: "下降比例" }, ({ fall }) => fall),
        numberOf("chi_square", "1", { en: "chi-square against all", zh: "与总体的卡方" }, ({ test }) => test.statistic),
        numberOf("freedom", "1", { en: "degrees of freedom", zh: "自由度" }, ({ test }) => test.freedom),
        numberOf("p", "1", { en: "p", zh: "p 值" }, ({ test }) => test.p),
      ],
      { title: { en: "Classes of the neighbours", zh: "邻居类别" } },
    ),
    tableOf(
      "steady",
      ["lag_class", "class"],
      steady,
      [
        labelOf("lag_class", lagTitle, (row) => row.lag),
        labelOf("class", classTitle, ({ name }) => name),
        numberOf("steady", "1", { en: "share in the long run", zh: "稳态占比" }, ({ share }) => share),
        numberOf("sojourn", "1", { en: "mean stay, steps", zh: "平均停留期数" }, ({ sojourn }) => sojourn),
      ],
      { title: { en: "In the long run, by class of the neighbours", zh: "按邻居类别的稳态分布" } },
    ),
    tableOf("transitions", ["from_class", "to_class"], movesOf(whole), moveColumns, {
      title: { en: "Moves of all places", zh: "总体转移概率" },
    }),
    classesTable(whole, panel),
    tableOf(
      "lags",
      ["place", "year"],
      lags,
      [
        placeColumn,
        yearColumn,
        numberOf("value", unit, { en: "neighbours' mean", zh: "空间滞后" }, ({ value }) => value),
        labelOf("lag_class", lagTitle, ({ name }) => name),
      ],
      { title: { en: "Neighbours of each place", zh: "各地区的空间滞后" } },
    ),
    ...panelTables(panel, unit, title),
  ];
}

/** Shares of all moves that end in a higher, the same and a lower class. */
function risesOf({ k, counts }: Chain): { rise: number; stay: number; fall: number } {
  const all = counts.reduce((a, b) => a + b, 0);
  const share = (kept: (from: number, to: number) => boolean) =>
    counts.reduce((sum, count, cell) => sum + (kept(Math.floor(cell / k), cell % k) ? count : 0), 0) / all;
  return { rise: share((a, b) => b > a), stay: share((a, b) => a === b), fall: share((a, b) => b < a) };
}
