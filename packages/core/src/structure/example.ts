import { random } from "../contract/random.ts";
import { findColumn, labels, makeTable, numbers, type Table, takeRows } from "../contract/table.ts";

const industries = ["A", "B", "C", "D", "E", "F"];
const titles = [
  ["Farming", "农业"],
  ["Mining", "采矿业"],
  ["Manufacturing", "制造业"],
  ["Trade", "批发零售业"],
  ["Finance", "金融业"],
  ["Government", "公共管理"],
];

/** A made-up composition of `size` places in two groups by six industries, with some zeros. */
export function exampleComposition(seed: number, size: number): Table {
  const draw = random(seed, "structure/example");
  const rows = Array.from({ length: size * industries.length }, (_, cell) => ({
    place: `p${String(Math.floor(cell / industries.length)).padStart(3, "0")}`,
    group: `g${Math.floor(cell / industries.length) % 2}`,
    column: cell % industries.length,
    value: draw.uniform() < 0.1 ? 0 : 100 * draw.exponential() + 1,
  }));
  return makeTable(
    "data",
    ["place", "industry"],
    [
      labels(
        "place",
        rows.map(({ place }) => place),
      ),
      labels(
        "group",
        rows.map(({ group }) => group),
      ),
      labels(
        "industry",
        rows.map(({ column }) => industries[column] as string),
      ),
      labels(
        "industry_en",
        rows.map(({ column }) => titles[column]?.[0] as string),
      ),
      labels(
        "industry_zh",
        rows.map(({ column }) => titles[column]?.[1] as string),
      ),
      numbers(
        "value",
        "person",
        rows.map(({ value }) => value),
      ),
    ],
  );
}

/** The same places in the first and the last of two years, each figure grown or shrunk by its own rate. */
export function exampleYears(seed: number, size: number): Table {
  const draw = random(seed, "structure/example-years");
  const first = exampleComposition(seed, size);
  const start = findColumn(first, "value")?.values as Float64Array;
  const twice = Array.from({ length: 2 * first.rows }, (_, row) => row % first.rows);
  const later = Array.from(start, (value) => value * (0.6 + draw.uniform()));
  const columns = takeRows(first, twice).columns.filter(({ name }) => name !== "value");
  return makeTable(
    "data",
    ["place", "industry", "year"],
    [
      ...columns,
      numbers(
        "year",
        "year",
        twice.map((_, row) => (row < first.rows ? 2015 : 2020)),
      ),
      numbers("value", "person", [...start, ...later]),
    ],
  );
}

/** A made-up economy around the places of `exampleComposition`. */
export function exampleReference(seed: number): Table {
  const draw = random(seed, "structure/example-reference");
  const values = industries.map(() => 1e5 * (1 + draw.uniform()));
  return makeTable("reference", ["industry"], [labels("industry", industries), numbers("value", "person", values)]);
}

/** Two places by two industries: 30 and 10, 10 and 50. */
export const smallCase: Table = makeTable(
  "data",
  ["place", "industry"],
  [
    labels("place", ["a", "a", "b", "b"]),
    labels("industry", ["x", "y", "x", "y"]),
    numbers("value", "person", [30, 10, 10, 50]),
  ],
);

/** Two places by two industries in two years: 10 and 30, 40 and 20; then 15 and 30, 60 and 15. */
export const smallYears: Table = makeTable(
  "data",
  ["place", "industry", "year"],
  [
    labels("place", ["a", "a", "b", "b", "a", "a", "b", "b"]),
    labels("industry", ["x", "y", "x", "y", "x", "y", "x", "y"]),
    numbers("year", "year", [2015, 2015, 2015, 2015, 2020, 2020, 2020, 2020]),
    numbers("value", "person", [10, 30, 40, 20, 15, 30, 60, 15]),
  ],
);

/** Of three places a has the industries x and y, b y and z, c z alone, beside an economy in which all are as large. */
export const threePlaces = {
  data: makeTable(
    "data",
    ["place", "industry"],
    [
      labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
      labels("industry", ["x", "y", "z", "x", "y", "z", "x", "y", "z"]),
      numbers("value", "person", [10, 10, 0, 0, 10, 10, 0, 0, 20]),
    ],
  ),
  reference: makeTable(
    "reference",
    ["industry"],
    [labels("industry", ["x", "y", "z"]), numbers("value", "person", [1, 1, 1])],
  ),
};
