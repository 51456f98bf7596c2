import { expect, it } from "vitest";
import { atlasTable } from "../../test/atlas-table.ts";
import { type Column, labels, makeTable, numbers, type Table, takeRows } from "../contract/table.ts";
import { filterRows } from "../tables/filter-rows.ts";
import { widen } from "../tables/widen.ts";
import { checkTable } from "./check-table.ts";
import type { QualityContext } from "./context.ts";

const variables = [
  "gdp",
  "va_primary",
  "va_secondary",
  "va_tertiary",
  "emp_total",
  "emp_p",
  "emp_q",
  "construction_output",
];

/** Eight variables of 31 provinces in ten years; the file row of each cell is its line in the atlas. */
const provinces = (() => {
  const long = atlasTable("china-provinces/panel.csv", { value: "1", year: "year" }, { place: "code", year: "year" });
  const lines = Uint32Array.from({ length: long.rows }, (_, row) => row + 2);
  const some = filterRows({ ...long, lines, key: ["code", "year", "variable"] }, { variable: variables });
  const { table } = widen(some, { variable: "variable", value: "value", unit: "unit" });
  return withLines({ ...table, roles: { place: "code", year: "year", values: variables } });
})();

/** Sixteen columns of 109 places, shares by age among them. */
const census = (() => {
  const shares = ["share_0_14", "share_15_59", "share_60_plus", "share_65_plus"];
  const units = { year: "year", population: "person", urban_population: "person" };
  const percent = Object.fromEntries(shares.map((share) => [share, "percent"]));
  return withLines(
    atlasTable("china-clusters/census.csv", { ...units, ...percent }, { place: "code", year: "year", flag: "flag" }),
  );
})();

function withLines(table: Table): Table {
  const lines = Uint32Array.from({ length: table.rows }, (_, row) => row + 2);
  const columns = table.columns.map((column): Column => (column.kind === "label" ? column : bare(column)));
  return { ...table, lines, columns, source: { dataset: table.name, file: "figures.csv" } };
}

function bare({ lines: _, ...column }: Extract<Column, { kind: "number" }>): Column {
  return column;
}

const cells = (table: Table, name: string): ArrayLike<unknown> =>
  (table.columns.find((column) => column.name === name) as Column).values;

const rowOf = (table: Table, code: string, year: number): number =>
  Array.from({ length: table.rows }, (_, row) => row).find(
    (row) => cells(table, "code")[row] === code && cells(table, "year")[row] === year,
  ) as number;

/** The table with other figures in a column. */
function change(table: Table, column: string, to: (value: number, row: number) => number): Table {
  const columns = table.columns.map((each) =>
    each.kind === "number" && each.name === column ? { ...each, values: each.values.map(to) } : each,
  );
  return { ...table, columns };
}

/** The table with rows taken from elsewhere: the figures of row `from(row)` stand in each row. */
const move = (table: Table, from: (row: number) => number): Table =>
  variables.reduce((left, name) => {
    const values = cells(table, name) as Float64Array;
    return change(left, name, (_, row) => values[from(row)] as number);
  }, table);

const codes = new Set(Array.from(cells(provinces, "code") as readonly string[]));
const context: QualityContext = { places: [codes] };

/** What is told of the table with a fault and was not told without it. */
function found(before: Table, after: Table, known = context) {
  const told = new Set(checkTable(before, known).faults.map(({ code, place }) => JSON.stringify([code, place])));
  return checkTable(after, known)
    .faults.filter(({ code, place }) => !told.has(JSON.stringify([code, place])))
    .map(({ code, cells: at }) => [code, ...at.map(({ row, column }) => (column === undefined ? row : [row, column]))]);
}

const hebei = "130000";
const year = (code: string, when: number) => rowOf(provinces, code, when) + 2;

it("finds a unit slip of one cell, up or down, and names the units", () => {
  const at = rowOf(provinces, hebei, 2018);
  for (const [factor, asIf] of [
    [10_000, "10,000 yuan"],
    [0.0001, "trillion yuan"],
    [100, "million yuan"],
  ] as const) {
    const slipped = change(provinces, "construction_output", (value, row) => (row === at ? value * factor : value));
    expect(found(provinces, slipped)).toEqual([["unit-slip", [at + 2, "construction_output"]]]);
    const { text, hint } = checkTable(slipped).faults.find(({ code }) => code === "unit-slip") as {
      text: { en: string };
      hint: { en: string; zh: string };
    };
    expect(text.en).toContain("130000 2018: construction_output is ");
    expect(text.en).toContain("times 2017 and 2019");
    expect(hint.en).toContain(`it may be in ${asIf} and not in 100 million yuan`);
  }
});

it("finds the place from a year on, and the year in all places", () => {
  const late = change(provinces, "construction_output", (value, row) => {
    const isLate = cells(provinces, "code")[row] === hebei && Number(cells(provinces, "year")[row]) >= 2021;
    return isLate ? value * 10_000 : value;
  });
  const years = Array.from(cells(provinces, "year") as Float64Array);
  const ofHebei = [2021, 2022, 2023, 2024].filter((when) =>
    Number.isFinite((cells(provinces, "construction_output") as Float64Array)[rowOf(provinces, hebei, when)]),
  );
  expect(found(provinces, late)).toEqual([
    ["unit-slip", ...ofHebei.map((when) => [year(hebei, when), "construction_output"])],
  ]);
  const all = change(provinces, "construction_output", (value, row) => (years[row] === 2019 ? value * 10_000 : value));
  const [fault, ...others] = found(provinces, all);
  expect(others).toEqual([]);
  expect(fault?.[0]).toBe("unit-slip");
  expect(fault).toHaveLength(32);
  expect(checkTable(all).faults[0]?.text.zh).toMatch(/2019 年：31 个地区中有 31 个是 2018 年的约 \d+ 倍/);
});

it("finds two exchanged rows", () => {
  const [one, other] = [rowOf(provinces, hebei, 2018), rowOf(provinces, "440000", 2018)];
  const swapped = move(provinces, (row) => (row === one ? other : row === other ? one : row));
  expect(found(provinces, swapped)).toEqual([["swapped-rows", one + 2, other + 2]]);
});

it("finds a year that repeats the one before, of a place and of a column", () => {
  const [at, before] = [rowOf(provinces, hebei, 2019), rowOf(provinces, hebei, 2018)];
  const copied = move(provinces, (row) => (row === at ? before : row));
  expect(found(provinces, copied)).toEqual([["repeated-year", ...[...variables].sort().map((name) => [at + 2, name])]]);
  const values = cells(provinces, "emp_total") as Float64Array;
  const column = change(provinces, "emp_total", (value, row) => {
    if (Number(cells(provinces, "year")[row]) !== 2019) return value;
    return values[rowOf(provinces, String(cells(provinces, "code")[row]), 2018)] as number;
  });
  const [fault, ...others] = found(provinces, column);
  expect([fault?.[0], fault?.length, others]).toEqual(["repeated-year", 32, []]);
});

it("finds one row copied to another place", () => {
  const [at, from] = [rowOf(provinces, hebei, 2015), rowOf(provinces, "140000", 2015)];
  const copied = move(provinces, (row) => (row === at ? from : row));
  expect(found(provinces, copied)).toEqual([["same-rows", at + 2, from + 2]]);
});

it("finds a total that is not the sum of its parts", () => {
  const at = rowOf(provinces, hebei, 2018);
  const wrong = change(provinces, "gdp", (value, row) => (row === at ? value + 500 : value));
  const parts = ["gdp", "va_primary", "va_secondary", "va_tertiary"];
  expect(found(provinces, wrong)).toEqual([["sum-off", ...parts.map((name) => [at + 2, name])]]);
});

it("finds shares that do not add up, and a part above its whole", () => {
  const at = rowOf(census, "130100", 2020);
  const off = change(census, "share_0_14", (value, row) => (row === at ? value + 1 : value));
  expect(found(census, off, {})).toEqual([
    ["share-off", [at + 2, "share_0_14"], [at + 2, "share_15_59"], [at + 2, "share_60_plus"]],
  ]);
  const population = cells(census, "population") as Float64Array;
  const over = change(census, "urban_population", (value, row) =>
    row === at ? (population[row] as number) + 1 : value,
  );
  expect(found(census, over, {})).toEqual([["part-over-whole", [at + 2, "urban_population"], [at + 2, "population"]]]);
  const negative = change(census, "population", (value, row) => (row === at ? -value : value));
  expect(found(census, negative, {})).toEqual([["impossible-value", [at + 2, "population"]]]);
});

it("finds a row of totals that is not the sum of the others", () => {
  const table = (total: number) =>
    makeTable(
      "t",
      [],
      [labels("place", ["甲", "乙", "丙", "合计"]), numbers("people", "person", [120, 230, 310, total])],
    );
  expect(found(table(660), table(660))).toEqual([]); // 120 + 230 + 310 = 660
  expect(checkTable(table(690)).faults.map(({ code, cells: where }) => [code, where])).toEqual([
    ["sum-off", [{ column: "people" }]],
  ]);
});

it("finds a repeated key, an unknown code and a constant column", () => {
  const at = rowOf(provinces, hebei, 2018);
  const rows = [...Array.from({ length: provinces.rows }, (_, row) => row), at];
  const doubled = takeRows(provinces, rows);
  const own = Uint32Array.from(rows, (_, row) => row + 2);
  expect(found(provinces, { ...doubled, lines: own })).toEqual([["duplicate-key", provinces.rows + 2, at + 2]]);
  const columns = provinces.columns.map((column) =>
    column.name === "code"
      ? labels(
          "code",
          (column.values as readonly string[]).map((code, row) => (row === at ? "13O000" : code)),
        )
      : column,
  );
  expect(found(provinces, { ...provinces, columns })).toEqual([["unknown-code", [at + 2, "code"]]]);
  const constant = {
    ...provinces,
    columns: [...provinces.columns, numbers("same", "yuan", new Float64Array(provinces.rows).fill(7))],
    roles: { ...provinces.roles, values: [...variables, "same"] },
  };
  const [fault, ...others] = found(provinces, constant);
  expect([fault?.[0], fault?.[1], others]).toEqual(["constant-column", [2, "same"], []]);
});

it("says of a break what its flag says, and of a year before that there is none", () => {
  const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017];
  const values = [100, 104, 108.4, 112.9, 118, 240, 249, 259]; // +4% a year, and +103% in 2015
  const flags = years.map((when) => (when === 2015 ? "boundary-2015" : null));
  const table = makeTable(
    "t",
    [],
    [
      labels(
        "place",
        years.map(() => "A"),
      ),
      numbers("year", "year", years),
      numbers("area", "km2", values, { flags }),
    ],
  );
  const [fault] = checkTable(table).faults;
  expect(fault?.text.en).toBe("A 2015: area changed by +103%, usual +4%; flagged boundary-2015");
});

it("has nothing to say of a table without figures, rows or years", () => {
  expect(checkTable(makeTable("t", [], [labels("place", [])])).faults).toEqual([]);
  expect(
    checkTable(makeTable("t", [], [labels("place", ["a", "b"]), numbers("x", "1", [1, Number.NaN])])).faults,
  ).toEqual([]);
});

it("keeps which figures there are by place and year", () => {
  const { coverage } = checkTable(census);
  expect(coverage.years).toEqual([2010, 2020]);
  expect(coverage.places).toHaveLength(109);
  expect(coverage.present.population?.["110000"]).toBe("11");
  expect(coverage.cells).toBe(109 * 2 * 6);
});

it("tells of a year in another unit the cells that hold a figure, and no gap", () => {
  const [places, years] = [["a", "b", "c", "d", "e"], Array.from({ length: 8 }, (_, at) => 2010 + at)];
  const rows = places.flatMap((place, at) => years.map((year) => ({ place, year, start: 113 + 17 * at })));
  const values = rows.map(({ place, year, start }) =>
    place === "c" && year === 2017 ? Number.NaN : start * 1.05 ** (year - 2010) * (year > 2015 ? 10_000 : 1),
  );
  const table = makeTable(
    "slipped",
    ["place", "year"],
    [
      labels(
        "place",
        rows.map(({ place }) => place),
      ),
      numbers(
        "year",
        "year",
        rows.map(({ year }) => year),
      ),
      numbers("gdp", "yuan", values),
    ],
    { roles: { place: "place", year: "year", values: ["gdp"] } },
  );
  const [slip] = checkTable(table, {}).faults.filter(({ code }) => code === "unit-slip");
  expect(slip?.cells).toHaveLength(9); // five places in 2016 and four in 2017
});

it("keeps keys apart whose words are only cut differently", () => {
  const table = makeTable(
    "jobs",
    ["place", "industry"],
    [
      labels("place", ["A", "A B", "A", "A"]),
      labels("industry", ["B C", "C", "D", "D"]),
      numbers("jobs", "person", [1, 2, 3, 3]),
    ],
    { roles: { place: "place", industry: "industry", values: ["jobs"] } },
  );
  const twice = checkTable(table, {}).faults.filter(({ code }) => code === "duplicate-key");
  expect(twice.map(({ text }) => text.en)).toEqual([expect.stringContaining("A D")]);
});
