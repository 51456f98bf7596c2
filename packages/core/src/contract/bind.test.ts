import { describe, expect, it } from "vitest";
import { bind } from "./bind.ts";
import { InputError, type Problem } from "./errors.ts";
import { edges, label, number, type TableReading, table } from "./readings.ts";
import { type Column, labels, makeTable, numbers, type Roles } from "./table.ts";

const spec = table({
  place: label.one,
  value: number.one,
  year: number.optional,
  group: label.optional,
  groups: label.many,
});
const abc = labels("place", ["a", "b", "c"]);
const values = numbers("value", "yuan", [1, 2, 3]);

function read(
  columns: readonly Column[],
  roles: Roles = {},
  gaps: "drop" | "refuse" | "pass" = "drop",
  declared?: Roles,
) {
  const given = makeTable("data", [], columns, {
    ...(declared === undefined ? {} : { roles: declared }),
    source: { dataset: "data", file: "data.csv" },
    lines: Uint32Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) => row + 2),
  });
  const { reading, dropped } = bind("data", spec, given, gaps, roles);
  return { ...(reading as TableReading<typeof spec.roles>), dropped };
}

function problems(refused: () => unknown): readonly Problem[] {
  try {
    refused();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return expect.unreachable();
}

describe("a role of one column", () => {
  it.each([
    ["one", { value: ["gdp", "population"] }],
    ["optional", { value: "gdp", group: ["place", "gdp"] }],
  ])("is not given two: %s", (_, roles: Roles) => {
    const columns = [abc, numbers("gdp", "yuan", [1, 2, 3]), numbers("population", "person", [4, 5, 6])];
    const [problem] = problems(() => read(columns, roles));
    expect(problem).toMatchObject({
      code: "role-takes-one",
      hint: { en: expect.stringContaining("name one of them") },
      place: { file: "data.csv" },
    });
    const role = Array.isArray(roles.value) ? "value names gdp, population" : "group names place, gdp";
    expect(problem?.text.en).toBe(`data: role ${role}, expected one column`);
    expect(problem?.text.zh).toContain("只能指定一列");
  });

  it("is none by an empty list where it may be none, and needed where it may not", () => {
    const columns = [abc, values, labels("cluster", ["x", "x", "y"])];
    expect(read(columns, {}, "drop", { group: "cluster" }).group).toEqual(["x", "x", "y"]);
    expect(read(columns, { group: [] }, "drop", { group: "cluster" }).group).toBeUndefined();
    expect(problems(() => read(columns, { place: [] })).map(({ code }) => code)).toEqual(["role-needed"]);
  });

  it.each(["constructor", "toString", "hasOwnProperty"])("is not called %s, which every object has", (role) => {
    expect(problems(() => read([abc, values], { [role]: "value" }))[0]).toMatchObject({ code: "role-unknown" });
  });
});

describe("a year", () => {
  const year = numbers("year", "year", [2020, Number.NaN, 2020]);

  it.each(["drop", "refuse", "pass"] as const)("is refused where it is empty, whatever the gaps: %s", (gaps) => {
    const [problem] = problems(() => read([abc, values, year], {}, gaps));
    expect(problem).toMatchObject({ code: "label-missing", place: { file: "data.csv", row: 3, column: "year" } });
  });

  it("is refused empty in links, and as text", () => {
    const given = makeTable(
      "links",
      [],
      [labels("from", ["a", "b"]), labels("to", ["b", "a"]), labels("year", ["2020", " "])],
    );
    const links = edges({ value: number.optional, year: number.optional });
    expect(problems(() => bind("links", links, given, "drop"))).toMatchObject([
      { code: "label-missing", place: { row: 2, column: "year" } },
    ]);
  });

  it("that is no number is one problem, not two", () => {
    const codes = problems(() => read([abc, values, labels("year", ["2020", "soon", "2021"])])).map(({ code }) => code);
    expect(codes).toEqual(["not-a-number"]);
  });
});

describe("a number", () => {
  it.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("that is %s is refused with its row", (value) => {
    expect(problems(() => read([abc, numbers("value", "1", [1, value, 2])]))).toMatchObject([
      { code: "not-a-number", place: { row: 3, column: "value" } },
    ]);
  });
});

describe("a label that may be left out", () => {
  const group = labels("group", ["x", "", "y"]);

  it("is left out where every row is empty", () => {
    for (const empty of [labels("group", ["", null, ""]), numbers("group", "1", [NaN, NaN, NaN])]) {
      for (const gaps of ["drop", "refuse", "pass"] as const) {
        expect(read([abc, values, empty], {}, gaps)).toMatchObject({ n: 3, group: undefined, dropped: [] });
      }
    }
    const groups = [labels("outer", ["x", "x", "y"]), labels("inner", [null, null, null])];
    const found = read([abc, values, ...groups], { groups: ["outer", "inner"] });
    expect(found.groups).toMatchObject([{ name: "outer" }]);
  });

  it("drops and counts the rows without one, or refuses them, or hands them on", () => {
    const dropped = [{ input: "data", row: "b", reason: { en: "group is missing", zh: "group 缺失" } }];
    expect(read([abc, values, group])).toMatchObject({ n: 2, place: ["a", "c"], group: ["x", "y"], dropped });
    const [problem] = problems(() => read([abc, values, group], {}, "refuse"));
    expect(problem).toMatchObject({ code: "gap-refused", place: { file: "data.csv", row: 3, column: "group" } });
    const withNull = labels("group", ["x", null, "y"]);
    expect(read([abc, values, withNull], {}, "pass")).toMatchObject({ n: 3, group: ["x", "", "y"], dropped: [] });
  });

  it("is treated so in each of many", () => {
    const nested = [labels("outer", ["x", "x", "y"]), labels("inner", ["p", null, "q"])];
    const roles = { groups: ["outer", "inner"] };
    expect(read([abc, values, ...nested], roles)).toMatchObject({
      place: ["a", "c"],
      groups: [{ values: ["x", "y"] }, { values: ["p", "q"] }],
      dropped: [{ row: "b" }],
    });
    expect(read([abc, values, ...nested], roles, "pass").groups).toMatchObject([{}, { values: ["p", "", "q"] }]);
  });
});

describe("a row", () => {
  it("is named by where it stands in the table given, from 1, where no file says it", () => {
    const given = makeTable("data", [], [labels("place", ["c", "b", "a", "b"]), numbers("value", "1", [1, 2, 3, 4])]);
    expect(problems(() => bind("data", spec, given, "drop"))[0]).toMatchObject({
      code: "duplicate-key",
      place: { row: 4 },
    });
    const keyless = table({ value: number.one });
    const gapped = makeTable("data", [], [numbers("value", "1", [Number.NaN, 1])]);
    expect(bind("data", keyless, gapped, "drop").dropped).toMatchObject([{ row: "1" }]);
  });
});

describe("a number that may lack", () => {
  const gappy = table({ place: label.one, value: number.gappy, weight: number.one });
  const columns = [abc, numbers("value", "yuan", [1, Number.NaN, 3]), numbers("weight", "1", [1, 1, Number.NaN])];

  it("is handed on where rows with other gaps are dropped", () => {
    const { reading, dropped } = bind("data", gappy, makeTable("data", [], columns), "drop");
    expect(Array.from((reading as { value: Float64Array }).value)).toEqual([1, Number.NaN]);
    expect(dropped).toEqual([expect.objectContaining({ row: "c" })]);
  });
});
