import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Chain } from "./markov-chain.ts";
import type { StatePanel } from "./state-classes.ts";

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly probability: number;
}

export const classTitle: Text = { en: "class, 1 lowest", zh: "类（1 为最低）" };
export const className = (at: number): string => String(at + 1);

export function movesOf({ k, counts, probability }: Chain): Move[] {
  return Array.from(counts, (count, cell) => ({
    from: className(Math.floor(cell / k)),
    to: className(cell % k),
    count,
    probability: probability[cell] as number,
  }));
}

export const moveColumns = [
  labelOf<Move>("from_class", { en: "from class (1 lowest)", zh: "期初类别（1 为最低）" }, ({ from }) => from),
  labelOf<Move>("to_class", { en: "to class", zh: "期末类别" }, ({ to }) => to),
  numberOf<Move>("count", "1", { en: "moves", zh: "转移次数" }, ({ count }) => count),
  numberOf<Move>("probability", "1", { en: "probability", zh: "转移概率" }, ({ probability }) => probability),
];

/** Of each class: how many start and end in it, how long a place stays, and its share in the long run. */
export function classesTable(chain: Chain, { places, years, state, k }: StatePanel): Table {
  const width = years.length;
  const shareOf = (at: number, year: number) => {
    const own = places.flatMap((_, row) => {
      const found = state[row * width + year] as number;
      return found < 0 ? [] : [found];
    });
    return own.filter((each) => each === at).length / own.length;
  };
  const rows = Array.from({ length: k }, (_, at) => ({
    name: className(at),
    first: shareOf(at, 0),
    last: shareOf(at, width - 1),
    stay: chain.probability[at * k + at] as number,
    sojourn: chain.sojourn[at] as number,
    steady: chain.steady[at] as number,
  }));
  return tableOf(
    "classes",
    ["class"],
    rows,
    [
      labelOf("class", classTitle, ({ name }) => name),
      numberOf("first", "1", { en: "share in the first year", zh: "首年占比" }, ({ first }) => first),
      numberOf("last", "1", { en: "share in the last year", zh: "末年占比" }, ({ last }) => last),
      numberOf("stay", "1", { en: "probability to stay", zh: "留在原类的概率" }, ({ stay }) => stay),
      numberOf("move", "1", { en: "probability to leave (Prais)", zh: "离开概率（Prais）" }, ({ stay }) => 1 - stay),
      numberOf("sojourn", "1", { en: "mean stay, steps", zh: "平均停留期数" }, ({ sojourn }) => sojourn),
      numberOf("steady", "1", { en: "share in the long run", zh: "稳态占比" }, ({ steady }) => steady),
    ],
    { title: { en: "Classes", zh: "各类概况" } },
  );
}

/** Where the classes end, and which class each place is in. */
export function panelTables(panel: StatePanel, unit: string, title: Text): Table[] {
  const { places, years, value, state, cuts } = panel;
  const ends = cuts.flatMap(({ year, ends: own }) => own.map((end, at) => ({ year, name: className(at), end })));
  const cells = places.flatMap((place, row) =>
    years.flatMap((year, at) => {
      const cell = row * years.length + at;
      const own = state[cell] as number;
      return own < 0 ? [] : [{ place, year, value: value[cell] as number, name: className(own) }];
    }),
  );
  return [
    tableOf(
      "cuts",
      ["class", "year"],
      ends,
      [
        labelOf("class", classTitle, ({ name }) => name),
        ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year)),
        numberOf("upper", unit, { en: "upper end", zh: "上界" }, ({ end }) => end),
      ],
      { title: { en: "Ends of the classes", zh: "各类上界" } },
    ),
    tableOf(
      "states",
      ["place", "year"],
      cells,
      [
        placeColumn,
        yearColumn,
        numberOf("value", unit, title, (row) => row.value),
        labelOf("class", classTitle, ({ name }) => name),
      ],
      { title: { en: "Class of each place", zh: "各地区所属类别" } },
    ),
  ];
}
