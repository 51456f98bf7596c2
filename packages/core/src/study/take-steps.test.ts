import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { checkStudy } from "./check.ts";
import { passportOf } from "./passport.ts";
import { runPlan } from "./run.ts";

const table = (
  name: string,
  rows: readonly (readonly [string, number, number])[],
  figures: string,
  unit = "1",
): Table =>
  makeTable(
    name,
    [],
    [
      labels(
        "place",
        rows.map(([place]) => place),
      ),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      numbers(
        figures,
        unit,
        rows.map(([, , value]) => value),
      ),
    ],
    {
      source: { dataset: name, file: `${name}.csv`, sha256: "a".repeat(64) },
      lines: Uint32Array.from(rows, (_, row) => row + 2),
    },
  );

const place = (code: string, zh: string, level: DatedPlace["level"], parent?: string): DatedPlace => ({
  code,
  system: "gb2260",
  name: { en: zh, zh },
  names: [zh],
  level,
  ...(parent === undefined ? {} : { parent }),
});
const named = [
  place("320000", "江苏省", "province"),
  place("330000", "浙江省", "province"),
  place("320100", "南京市", "prefecture", "320000"),
  place("320500", "苏州市", "prefecture", "320000"),
  place("330100", "杭州市", "prefecture", "330000"),
];
const places = named.map(({ code, name, parent }) => ({ code, name, ...(parent === undefined ? {} : { parent }) }));

const money = [
  ["320100", 2014, 90],
  ["320100", 2015, 100],
  ["320100", 2016, 110],
  ["320500", 2015, 200],
  ["320500", 2016, 220],
  ["330100", 2015, 50],
  ["330100", 2016, 60],
] as const;
const nameOf = new Map(named.map(({ code, name }) => [code, name.zh]));
const links = [
  ["江苏省", 2015, 125],
  ["江苏省", 2016, 110],
  ["浙江省", 2016, 120],
] as const;
const tables = {
  "codes.csv": table("codes", money, "gdp", "million yuan"),
  "names.csv": table(
    "names",
    money.map(([code, year, value]) => [nameOf.get(code) as string, year, value] as const),
    "gdp",
    "million yuan",
  ),
  "index.csv": table("index", links, "index"),
  "own.csv": table(
    "own",
    money
      .filter(([, year]) => year > 2014)
      .map(([code]) => [nameOf.get(code) as string, 2016, 110] as const)
      .filter(([name], at, all) => all.findIndex(([other]) => other === name) === at),
    "index",
  ),
  "strange.csv": table("strange", [["Mars", 2016, 110]], "index"),
};
const study = (cities: string, rest = "") => `
conurb: 1
title: { en: A, zh: 甲 }
cluster: { all: { title: { en: All, zh: 全部 }, members: ["320100", "320500", "330100"] } }
datasets:
  index: { file: index.csv, places: all }
  own: { file: own.csv, places: all }
  strange: { file: strange.csv, places: all }
  cities: { prices: current, ${cities} }
${rest}`;
const check = async (cities: string, rest?: string) => {
  const { ports } = memoryPorts(tables, { places, named });
  const checked = await checkStudy(study(cities, rest), "study.yaml", ports);
  const made = checked.problems.length > 0 ? undefined : await checked.data?.dataset("cities");
  const gdp = made && (findColumn(made, "gdp") as NumberColumn);
  return { ...checked, ports, made, gdp: gdp && [...gdp.values].map((value) => Math.round(value * 1e9) / 1e9) };
};
const chained = "kind: previous-year, base: 2015";

describe("an index whose places are names", () => {
  // Nanjing 2014: 90 x 1.25, 2016: 110 / 1.1; Suzhou 220 / 1.1; Hangzhou 60 / 1.2
  const real = [112.5, 100, 100, 200, 200, 50, 50];

  it.each([
    ["the cities are codes", "file: codes.csv"],
    ["the cities are names", "file: names.csv"],
    ["the cities are names that the study keeps all of", "file: names.csv, places: all"],
  ])("is that of the province where %s", async (_, cities) => {
    const { gdp, problems, notes, made } = await check(`${cities}, deflate: { by: index, ${chained}, place: parent }`);
    expect(problems).toEqual([]);
    expect(gdp).toEqual(real);
    expect(notes.map(({ code }) => code)).not.toContain("figure-behind-missing");
    expect(made?.columns.map(({ name }) => name)).not.toContain("place_of_index");
  });

  it("is that of the place itself, and no column is left behind", async () => {
    const { gdp, made, problems } = await check(
      `file: codes.csv, where: { year: [2015, 2016] }, deflate: { by: own, ${chained} }`,
    );
    expect(problems).toEqual([]);
    // 110, 220 and 60 / 1.1
    expect(gdp?.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([100, 100, 200, 200, 50, 54.545455]);
    expect(made?.columns.map(({ name }) => name)).not.toContain("place_of_index");
  });

  it("is walked back to its own cells, and years before the base are multiplied", async () => {
    const { plan, groups, ports } = await check(
      `file: codes.csv, deflate: { by: index, ${chained}, place: parent }`,
      "analyses: { spread: { use: convergence/sigma, on: { data: { from: cities, roles: { value: gdp } } } } }",
    );
    if (plan === undefined) throw new Error("no plan");
    const { inputs } = await passportOf(await runPlan(plan, groups, ports), "spread", { keys: [], all: true });
    const cell = (year: number) =>
      inputs?.[0]?.from.find(({ key }) => String(key.place) === "320100" && Number(key.year) === year);
    const back = cell(2014);
    expect(back?.expr).toBe("gdp * ∏(index.index / 100; 2014 → 2015)");
    expect(back?.from.map(({ of, value, row }) => [of, value, row])).toEqual([
      ["cities", 90, 2],
      ["index", 125, 2],
    ]);
    expect(cell(2016)?.expr).toBe("gdp / ∏(index.index / 100; 2015 → 2016)");
  });
});

describe("an index that does not fit", () => {
  it("is a problem where it empties more than half of the figures", async () => {
    const { problems } = await check(`file: codes.csv, deflate: { by: strange, ${chained} }`);
    expect(problems.map(({ code, text }) => [code, text.en])).toEqual([
      // those of 2016 and 2014: the base year needs no link
      [
        "deflated-to-nothing",
        "datasets.cities.deflate: 4 of 7 figures of cities.gdp find no index in strange, expected at most half",
      ],
    ]);
    expect(problems[0]?.place?.line).toBeGreaterThan(0);
    expect(problems[0]?.hint?.en).toContain("place: parent");
  });

  it("is a note where the others are places that the study does not keep", async () => {
    const two = money.flatMap(([code, year, value]): [string, number, number][] => [
      [code, year, value],
      [`9${code}`, year, value],
      [`8${code}`, year, value],
    ]);
    const { ports } = memoryPorts(
      { ...tables, "wide.csv": table("wide", two, "gdp", "million yuan") },
      { places, named },
    );
    const wide = `file: wide.csv, deflate: { by: index, ${chained}, place: parent }`;
    // of 21 figures 8 are lost: those of 2014 and 2016 elsewhere, none of them kept
    expect((await checkStudy(study(wide), "study.yaml", ports)).problems).toEqual([]);
    const all = await checkStudy(
      study(`${wide.replace("wide.csv", "wide.csv, places: all, where: { year: [2014, 2016] }")}`),
      "study.yaml",
      ports,
    );
    // 8 of the 12 of 2014 and 2016
    expect(all.problems.map(({ text }) => text.en)).toEqual([
      "datasets.cities.deflate: 8 of 12 figures of cities.gdp find no index in index, expected at most half",
    ]);
    const kept = await checkStudy(
      study(wide.replace("wide.csv", "wide.csv, where: { year: [2014, 2016] }")),
      "study.yaml",
      ports,
    );
    expect(kept.problems).toEqual([]);
  });

  it("is a note where it leaves half of them", async () => {
    const half = await check(`file: codes.csv, where: { year: [2015, 2016] }, deflate: { by: strange, ${chained} }`);
    expect(half.problems).toEqual([]);
    expect(half.notes.map(({ code }) => code)).toContain("figure-behind-missing");
  });
});

describe("an index of volume that several places share", () => {
  it("is cautioned of: growth within a province becomes the same", async () => {
    const { notes, gdp } = await check(
      `file: codes.csv, where: { year: [2015, 2016] }, deflate: { by: index, ${chained}, measures: volume, place: parent }`,
    );
    // both cities of Jiangsu by 1.1, Hangzhou by 1.2
    expect(gdp).toEqual([100, 110, 200, 220, 50, 60]);
    expect(notes.find(({ code }) => code === "volume-shared")?.text.en).toBe(
      "cities: CAUTION: one index of volume in index serves several places (2 places, 1 indices): all places under one index now grow alike in gdp, whatever their own figures say",
    );
  });

  it("is not where each place has its own, nor of an index of prices", async () => {
    const years = "file: codes.csv, where: { year: [2015, 2016] }";
    for (const deflate of [`by: own, ${chained}, measures: volume`, `by: index, ${chained}, place: parent`]) {
      const { notes } = await check(`${years}, deflate: { ${deflate} }`);
      expect(notes.map(({ code }) => code)).not.toContain("volume-shared");
    }
  });
});
