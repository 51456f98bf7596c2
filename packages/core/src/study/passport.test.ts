import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { InputError } from "../contract/errors.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { checkStudy } from "./check.ts";
import { figuresPassportOf } from "./figures-passport.ts";
import { type Asked, passportOf } from "./passport.ts";
import { runPlan, type StudyRun } from "./run.ts";

const codes = Array.from({ length: 9 }, (_, at) => `p${at + 1}`);

const towns = makeTable(
  "towns",
  ["place"],
  [
    labels("place", codes),
    numbers("gdp", "yuan", [3, 1, 4, 1, 5, 9, 2, 6, 8]),
    numbers("people", "person", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  ],
  {
    roles: { place: "place", values: ["gdp", "people"] },
    source: { dataset: "towns", file: "towns.csv", sha256: "a".repeat(64) },
    lines: Uint32Array.from(codes, (_, at) => at + 2),
  },
);
const borders = makeTable(
  "borders",
  ["from", "to"],
  [labels("from", codes.slice(1)), labels("to", codes.slice(0, -1))],
  {
    source: { dataset: "borders", file: "borders.csv", sha256: "b".repeat(64) },
    lines: Uint32Array.from(codes.slice(1), (_, at) => at + 2),
  },
);
/** Place x industry with a column an industry. */
const wide = makeTable(
  "jobs",
  ["place"],
  [
    labels("place", codes),
    numbers(
      "farms",
      "person",
      codes.map((_, at) => at + 1),
    ),
    numbers(
      "mills",
      "person",
      codes.map((_, at) => 9 - at),
    ),
  ],
  { source: { dataset: "jobs", file: "jobs.csv", sha256: "c".repeat(64) } },
);
const places = codes.map((code, at) => ({ code, name: same(code), lon: 110 + at, lat: 30 + (at % 3) }));

const study = (seed = 1) => `
conurb: 1
title: { en: A, zh: 甲 }
seed: ${seed}
cluster: { all: { title: { en: All, zh: 全部 }, members: [${codes.join(", ")}] } }
datasets: { towns: { file: towns.csv }, borders: { file: borders.csv }, jobs: { file: jobs.csv } }
indicators:
  economy:
    aspects: { wealth: { indicators: { per-head: { expr: towns.gdp / towns.people }, gdp: { expr: towns.gdp } } } }
recipes: { plain: { indicators: economy } }
analyses:
  gap: { use: inequality/theil, on: { data: { from: economy, roles: { value: gdp } } } }
  near: { use: spatial/weights, on: { places: towns, borders: borders }, with: { kind: contiguity } }
  alike: { use: spatial/moran, on: { cities: { from: economy, roles: { value: gdp } }, weights: near } }
  spots: { use: spatial/local-moran, on: { cities: { from: economy, roles: { value: gdp } }, weights: near }, with: { permutations: 99 } }
  level: { use: composite/index, on: { data: economy, recipe: plain } }
  ranks: { use: composite/rank-uncertainty, on: { data: economy, recipe: plain }, with: { draws: 50 } }
  quotients: { use: structure/location-quotient, on: jobs }
`;

const files: Record<string, Table> = { "towns.csv": towns, "borders.csv": borders, "jobs.csv": wide };

async function ran(text = study(), ports = memoryPorts(files, { places }).ports): Promise<StudyRun> {
  const { plan, groups, problems } = await checkStudy(text, "study.yaml", ports);
  expect(problems).toEqual([]);
  if (plan === undefined) return expect.unreachable();
  return runPlan(plan, groups, ports);
}
const passport = async (name: string, asked?: Asked) => passportOf(await ran(), name, asked);

describe("the passport of a score", () => {
  it("holds weight, normalised value and contribution of every indicator, which add up to it", async () => {
    const { cell, parts } = await passport("level", { keys: ["p6"] });
    // per head 9 / 6, between 1/4 and 3; gdp 9, the most
    expect(parts).toMatchObject([
      { indicator: "per-head", weight: 0.5, normalised: expect.closeTo(1.25 / 2.75, 12) },
      { indicator: "gdp", weight: 0.5, normalised: 1, contribution: 0.5 },
    ]);
    expect((parts ?? []).reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(
      cell?.value as number,
      12,
    );
    expect((await passport("level", { keys: ["p6"], column: "rank" })).parts).toBeUndefined();
    expect((await passport("ranks", { keys: ["p6"], column: "score" })).parts).toBeUndefined();
  });
});

describe("a row asked for by name", () => {
  const named = [
    { code: "p1", name: { en: "Nanjing", zh: "南京市" } },
    { code: "p2", name: { en: "Twin", zh: "双城" } },
    { code: "p3", name: { en: "Twin", zh: "双城" } },
  ];
  const dated: DatedPlace[] = named.map(({ code, name }) => ({
    code,
    system: "gb2260",
    name,
    names: [name.zh, name.en],
    level: "prefecture",
  }));
  const others = places.filter(({ code }) => !named.some((each) => each.code === code));
  const asked = async (key: string) => {
    const run = await ran(study(), memoryPorts(files, { places: [...named, ...others] }).ports);
    return passportOf(run, "level", { keys: [key], places: dated });
  };

  it("is found by the name in either language, with or without its ending", async () => {
    for (const key of ["南京市", "南京", "Nanjing", "nanjing", "p1"]) {
      expect((await asked(key)).cell?.key, key).toEqual({ place: "p1" });
    }
  });

  it("is refused where the name is none or several, with what it may be", async () => {
    const problem = async (key: string) => {
      const refused: unknown = await asked(key).catch((error: unknown) => error);
      return refused instanceof InputError ? refused.problems[0] : undefined;
    };
    expect(await problem("双城")).toMatchObject({
      text: { en: expect.stringContaining("it may be 双城 p2, 双城 p3") },
    });
    expect(await problem("Nanjin")).toMatchObject({ text: { en: expect.stringContaining("it may be 南京市 p1") } });
    expect(await problem("Atlantis")).toMatchObject({
      text: { en: "table scores has no row Atlantis; its key is place" },
      hint: { en: "the first rows are p1, p2, p3, p4, p5, p6, p7, p8" },
    });
  });
});

describe("the passport of a set of indicators and of a dataset", () => {
  it("tells what they hold, how each is made, and where a figure was read", async () => {
    const set = await figuresPassportOf(await ran(), "economy", { keys: ["p6"] });
    expect(set).toMatchObject({ kind: "indicators", rows: 9, places: 9, key: ["place"] });
    expect(set.columns.map(({ name, unit, expr, filled }) => [name, unit, expr, filled])).toEqual([
      ["per-head", "yuan per person", "towns.gdp / towns.people", 9],
      ["gdp", "yuan", "towns.gdp", 9],
    ]);
    expect(set.cell).toMatchObject({ column: "per-head", value: 1.5, from: [{ row: 7, value: 9 }, { value: 6 }] });
    expect(set.files).toEqual([{ file: "towns.csv", sha256: "a".repeat(64), rows: 1, cells: 2 }]);
    const dataset = await figuresPassportOf(await ran(), "towns", { keys: [], column: "gdp" });
    expect(dataset).toMatchObject({ kind: "dataset", from: "towns.csv", columns: [{ name: "gdp", unit: "yuan" }] });
    expect(dataset.files).toMatchObject([{ file: "towns.csv", rows: 9, cells: 18 }]);
    const cell = await figuresPassportOf(await ran(), "towns", { keys: ["p2"], column: "people" });
    expect(cell.cell).toMatchObject({ of: "towns", file: "towns.csv", row: 3, value: 2, from: [] });
    await expect(figuresPassportOf(await ran(), "towns", { keys: [], column: "gpd" })).rejects.toThrow(
      "towns: no column gpd; the columns are gdp, people",
    );
  });
});

describe("the passport of headline numbers", () => {
  it("tells what each of them rests on: columns, cells, files and hashes", async () => {
    const { headlines, inputs, files: found, formula, conventions, options, seed } = await passport("gap");
    expect(headlines).toMatchObject([{ name: "theil", title: { en: "Theil index" }, value: expect.any(Number) }]);
    expect([formula, options.index, conventions[0]?.name]).toEqual([expect.stringContaining("T ="), "T", "index"]);
    expect(seed).toBeUndefined();
    expect(inputs).toMatchObject([
      { input: "data", of: "economy", columns: ["gdp"], rows: 9, cells: 9, more: 4, sha256: expect.any(String) },
    ]);
    expect(inputs?.[0]?.from).toHaveLength(5);
    expect(inputs?.[0]?.from[1]?.from).toMatchObject([
      { of: "towns", file: "towns.csv", row: 3, column: "gdp", value: 1 },
    ]);
    expect(found).toEqual([{ file: "towns.csv", sha256: "a".repeat(64), rows: 9, cells: 9 }]);
  });

  it("goes on through an analysis, and lists the same cells once", async () => {
    const { inputs, files: found } = await passport("alike", { keys: [], all: true });
    expect(inputs?.map(({ input, of, more }) => [input, of, more])).toEqual([
      ["cities", "economy", undefined],
      ["weights", "near", undefined],
    ]);
    const [first, ...rest] = inputs?.[1]?.from ?? [];
    expect(first).toMatchObject({ of: "near.weights", method: "spatial/weights" });
    // borders without a figure rest on their labels: 8 pairs
    expect(first?.from.filter(({ of }) => of === "borders")).toHaveLength(16);
    for (const each of rest) expect(each).toMatchObject({ from: [], sameAs: "near.weights p1 p2 value" });
    expect(found.map(({ file }) => file)).toEqual(["borders.csv", "towns.csv"]);
  });

  it("names the record that a recipe is", async () => {
    const { inputs, seed } = await passport("ranks");
    expect(inputs?.[1]).toMatchObject({ input: "recipe", of: "study", cells: 0, from: [] });
    expect(seed).toBe(1);
  });

  it("takes one of them by name, and refuses another with the list and what may have been meant", async () => {
    const one = await passport("alike", { keys: [], column: "z" });
    expect(one.headlines?.map(({ name }) => name)).toEqual(["z"]);
    await expect(passport("alike", { keys: [], column: "statistc" })).rejects.toMatchObject({
      message: "no headline number statistc; there are expected, p, permutations, statistic, variance, z",
      problems: [{ hint: { en: "did you mean statistic?" } }],
    });
    await expect(passport("gap", { keys: [], column: "share" })).rejects.toMatchObject({
      problems: [{ code: "explain-no-headline", hint: { en: expect.stringContaining("name its row too") } }],
    });
    await expect(passport("gap", { keys: [], table: "lorenz" })).rejects.toThrow("which row of table lorenz?");
    await expect(passport("gap", { keys: [], table: "lorens" })).rejects.toMatchObject({
      problems: [{ code: "explain-no-table", hint: { en: "did you mean lorenz?" } }],
    });
    await expect(passport("gap", { keys: ["place"], column: "shar" })).rejects.toMatchObject({
      problems: [{ code: "column-unknown", hint: { en: "did you mean share?" } }],
    });
  });
});

describe("the passport of one number", () => {
  it("lists every cell where that is asked, and counts the rest where it is not", async () => {
    const many = Array.from({ length: 70 }, (_, at) => `q${String(at).padStart(2, "0")}`);
    const large = makeTable(
      "towns",
      ["place"],
      [
        labels("place", many),
        numbers(
          "gdp",
          "yuan",
          many.map((_, at) => at + 1),
        ),
      ],
      {
        source: { dataset: "towns", file: "towns.csv" },
      },
    );
    const text = `
conurb: 1
title: { en: A, zh: 甲 }
datasets: { towns: { file: towns.csv } }
analyses: { sizes: { use: hierarchy/rank-size, on: { data: { from: towns, roles: { size: gdp } } } } }
`;
    const run = await ran(text, memoryPorts({ "towns.csv": large }, {}).ports);
    const rank = { keys: ["q03"], table: "sizes", column: "rank" };
    const { cell: short } = await passportOf(run, "sizes", rank);
    expect([short?.from.length, short?.more]).toEqual([60, 10]);
    const { cell: long } = await passportOf(run, "sizes", { ...rank, all: true });
    expect([long?.from.length, long?.more]).toEqual([70, undefined]);
  });

  it("finds the industries of a wide table", async () => {
    const { cell } = await passport("quotients", { keys: ["p2", "farms"], column: "share" });
    expect(cell?.from.map(({ column, value }) => [column, value])).toEqual([
      ["farms", 2],
      ["mills", 8],
    ]);
  });
});

describe("the seed", () => {
  it("is part of the key of what draws, and of nothing else", async () => {
    const keys = async (seed: number) => {
      const { outcomes } = await ran(study(seed));
      return Object.fromEntries([...outcomes].map(([name, outcome]) => [name, "key" in outcome ? outcome.key : ""]));
    };
    const [one, two] = [await keys(1), await keys(2)];
    const changed = Object.keys(one).filter((name) => one[name] !== two[name]);
    expect(changed).toEqual(["alike", "spots", "ranks"]);
  });
});
