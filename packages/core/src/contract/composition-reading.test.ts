import { describe, expect, it } from "vitest";
import { bindComposition } from "./composition-reading.ts";
import { InputError, type Problem } from "./errors.ts";
import type { CompositionReading } from "./readings.ts";
import { type Column, labels, makeTable, numbers, type Roles } from "./table.ts";

const code = labels("code", ["p", "q"]);
const cluster = labels("cluster", ["north", "south"]);
const point = [numbers("lon", "degree", [116, 121]), numbers("lat", "degree", [40, 31])];
const farming = numbers("A", "person", [1, 2], { title: { en: "Farming", zh: "农业" } });
const trade = numbers("F", "person", [3, 4]);
const ofPlaces: Roles = { place: "code", lon: "lon", lat: "lat" };
const wide = (columns: readonly Column[], roles: Roles = { place: "code" }) =>
  makeTable("jobs", [], columns, { roles, source: { dataset: "jobs", file: "jobs.csv" }, lines: Uint32Array.of(2, 3) });

function read(...[table, roles = {}, gaps = "drop"]: [ReturnType<typeof wide>, Roles?, ("drop" | "refuse" | "pass")?]) {
  const { reading, dropped } = bindComposition("data", table, gaps, roles);
  return { ...(reading as CompositionReading), dropped };
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

describe("a wide composition", () => {
  const slice = { places: ["p", "q"], industries: ["A", "F"], values: Float64Array.of(1, 3, 2, 4) };

  it("takes the number columns that have no other part in the table, with their titles", () => {
    expect(read(wide([code, cluster, ...point, farming, trade], { ...ofPlaces, group: "cluster" }))).toMatchObject({
      slices: [slice],
      groupOf: { p: "north", q: "south" },
      industryTitles: { A: { en: "Farming", zh: "农业" }, F: { en: "F", zh: "F" } },
      unit: "person",
    });
  });

  it("finds its roles by the names asked for", () => {
    const columns = [code, cluster, farming, trade, numbers("at", "year", [2019, 2020])];
    const found = read(wide(columns, {}), { place: "code", year: "at", group: [] });
    expect(found.slices).toMatchObject([
      { year: 2019, places: ["p"], industries: ["A", "F"] },
      { year: 2020, places: ["q"], industries: ["A", "F"] },
    ]);
    expect(found.groupOf).toEqual({});
  });

  it("takes what the table calls its values, or what is asked for", () => {
    const population = numbers("population", "person", [9, 9]);
    const columns = [code, population, ...point, farming, trade];
    for (const part of ["values", "indicators", "value"]) {
      const table = wide(columns, { ...ofPlaces, [part]: ["A", "F"] });
      expect(read(table).slices).toMatchObject([slice]);
    }
    expect(read(wide(columns, ofPlaces), { value: ["A", "F"] }).slices).toMatchObject([slice]);
    expect(read(wide(columns, ofPlaces), { value: ["lon", "lat"] }).slices).toMatchObject([
      { industries: ["lat", "lon"] },
    ]);
    expect(problems(() => read(wide(columns, ofPlaces), { value: ["A", "G"] }))[0]).toMatchObject({
      code: "role-without-column",
    });
  });

  it("is in the unit of its first industry", () => {
    // 0.5 and 0.25 in 10,000 persons are 5,000 and 2,500 persons
    const table = wide([code, farming, numbers("F", "10000 person", [0.5, 0.25])]);
    expect(read(table)).toMatchObject({
      slices: [{ industries: ["A", "F"], values: Float64Array.of(1, 5000, 2, 2500) }],
      unit: "person",
    });
  });

  it("refuses industries in units that are not of one kind, by both columns and units", () => {
    const [problem] = problems(() => read(wide([code, farming, numbers("F", "yuan", [3, 4])])));
    expect(problem).toMatchObject({
      code: "unit-mismatch",
      text: {
        en: "data: A is in person and F in yuan, expected one unit for all industries",
        zh: "data：A 的单位为 person，F 的单位为 yuan，各行业的单位应可相互换算",
      },
      place: { file: "jobs.csv", column: "F" },
    });
  });

  it("refuses a total beside the industries that it is of, and none where one row does not add up", () => {
    const towns = ["a", "b", "c", "d", "e", "f", "g", "h"];
    // 一产 + 二产 + 三产; 工业 is part of 二产
    const first = [12.5, 30.2, 18.1, 44.7, 25.3, 61.4, 17.9, 33.6];
    const second = [120.4, 310.8, 95.2, 280.1, 140.6, 510.3, 77.7, 230.9];
    const third = [140.1, 290.5, 130.7, 350.2, 110.8, 620.6, 90.4, 260.5];
    const within = second.map((each) => Math.round(each * 8) / 10);
    const total = (off = 0) =>
      first.map((each, row) => each + (second[row] ?? 0) + (third[row] ?? 0) + (row === 3 ? off : 0));
    const table = (gdp: number[]) =>
      wide([
        labels("code", towns),
        numbers("gdp", "yuan", gdp),
        numbers("一产", "yuan", first),
        numbers("二产", "yuan", second),
        numbers("工业", "yuan", within),
        numbers("三产", "yuan", third),
      ]);
    expect(problems(() => read(table(total())))).toMatchObject([
      {
        code: "industry-total",
        text: { zh: "data：各行的 gdp 均等于 一产 + 二产 + 三产：合计不能与其各部分并列为行业，否则重复计算" },
        hint: {
          en: 'name the industries alone, none of which is part of another: roles { value: ["一产", "二产", "三产"] }',
        },
        place: { file: "jobs.csv", column: "gdp" },
      },
    ]);
    expect(read(table(total()), { value: ["一产", "二产", "三产"] }).slices).toMatchObject([{ places: towns }]);
    expect(read(table(total(1))).slices).toMatchObject([{ places: towns }]);
  });

  it("names the file's row and column of a gap that is refused", () => {
    const [problem] = problems(() => read(wide([code, farming, numbers("F", "person", [3, NaN])]), {}, "refuse"));
    expect(problem).toMatchObject({ code: "gap-refused", place: { row: 3, column: "F" } });
  });
});

describe("a composition", () => {
  const long = (more: readonly Column[]) =>
    makeTable(
      "jobs",
      [],
      [
        labels("place", ["p", "p", "q", "q"]),
        labels("industry", ["x", "y", "x", "y"]),
        numbers("value", "1", [1, 2, 3, 4]),
        ...more,
      ],
    );

  it("refuses an empty year, long and wide", () => {
    const rows = long([numbers("year", "year", [2019, 2019, 2019, NaN])]);
    expect(problems(() => read(rows))).toMatchObject([{ code: "label-missing", place: { row: 4, column: "year" } }]);
    const table = wide([code, farming, trade, numbers("year", "year", [2019, NaN])]);
    expect(problems(() => read(table))[0]).toMatchObject({
      code: "label-missing",
      place: { file: "jobs.csv", row: 3, column: "year" },
    });
  });

  it("has no groups where none is named, and leaves out once a place that has none among others that have", () => {
    expect(read(long([labels("group", ["", "", "", null])]))).toMatchObject({ groupOf: {}, dropped: [] });
    const some = long([labels("group", ["", "", "south", "south"])]);
    expect(read(some)).toMatchObject({
      slices: [{ places: ["q"] }],
      groupOf: { q: "south" },
      dropped: [{ input: "data", row: "p", reason: { en: "group is missing" } }],
    });
    expect(read(some).dropped).toHaveLength(1);
    expect(problems(() => read(some, {}, "refuse"))[0]).toMatchObject({ code: "gap-refused" });
    expect(read(some, {}, "pass").groupOf).toEqual({ p: "", q: "south" });
  });
});
