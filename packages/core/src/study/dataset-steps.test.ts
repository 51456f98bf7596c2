import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import type { Classifications } from "../industries/section.ts";
import { same } from "../language/text.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { checkStudy } from "./check.ts";
import { passportOf } from "./passport.ts";
import { runPlan, type StudyRun } from "./run.ts";

const file = (
  name: string,
  columns: readonly { name: string; unit?: string; cells: readonly (string | number)[] }[],
): Table =>
  makeTable(
    name,
    [],
    columns.map(({ name: column, unit = "1", cells }) =>
      typeof cells[0] === "string" ? labels(column, cells as string[]) : numbers(column, unit, cells as number[]),
    ),
    {
      source: { dataset: name, file: `${name}.csv`, sha256: "a".repeat(64) },
      lines: Uint32Array.from(columns[0]?.cells ?? [], (_, row) => row + 2),
    },
  );

// b was merged into a, and c split among a and d, both in 2012
const cities = file("cities", [
  { name: "place", cells: ["a", "a", "b", "c", "d", "d"] },
  { name: "year", unit: "year", cells: [2010, 2015, 2010, 2010, 2010, 2015] },
  { name: "gdp", unit: "million yuan", cells: [100, 160, 20, 7, 50, 60] },
  { name: "people", unit: "person", cells: [10, 14, 2, 1, 5, 5] },
  { name: "rich", unit: "yuan per person", cells: [10, 11, 10, 7, 10, 12] },
]);
const cpi = file("cpi", [
  { name: "year", unit: "year", cells: [2010, 2015] },
  { name: "cpi", cells: [80, 100] },
]);
const volume = file("volume", [
  { name: "place", cells: ["p", "p", "p", "p", "p"] },
  { name: "year", unit: "year", cells: [2011, 2012, 2013, 2014, 2015] },
  { name: "index", cells: [110, 110, 100, 100, 100] },
]);
const rates = file("rates", [
  { name: "year", unit: "year", cells: [2010, 2015] },
  { name: "rate", unit: "yuan per USD", cells: [4, 5] },
]);
const country = file("country", [
  { name: "year", unit: "year", cells: [2010, 2015] },
  { name: "gdp", unit: "million yuan", cells: [1000, 1200] },
]);
const tables = {
  "cities.csv": cities,
  "cpi.csv": cpi,
  "volume.csv": volume,
  "rates.csv": rates,
  "country.csv": country,
};

const dated = (code: string, until?: string): DatedPlace => ({
  code,
  system: "gb2260",
  name: { en: code.toUpperCase(), zh: code.toUpperCase() },
  names: [],
  level: "prefecture",
  parent: "p",
  ...(until === undefined ? {} : { until }),
});
const named = [dated("a"), dated("b", "2012"), dated("c", "2012"), dated("d")];
const change = { date: "2012", year: 2012 };
const changes = [
  { ...change, kind: "merged" as const, from: "b", to: "a" },
  { ...change, kind: "split" as const, from: "c", to: "a" },
  { ...change, kind: "split" as const, from: "c", to: "d" },
];
const places = ["a", "d"].map((code) => ({ code, name: same(code), parent: "p" }));

const study = (declared: string, rest = "") => `
conurb: 1
title: { en: A, zh: 甲 }
cluster: { all: { title: { en: All, zh: 全部 }, members: [a, d] } }
datasets:
  cpi: { file: cpi.csv, title: { en: prices of all, zh: 物价 } }
  volume: { file: volume.csv, places: all }
  rates: { file: rates.csv }
  country: { file: country.csv, prices: current }
  cities: { file: cities.csv, ${declared} }
${rest}`;

const check = async (text: string) => {
  const { ports } = memoryPorts(tables, { places, named, changes });
  return { ...(await checkStudy(text, "study.yaml", ports)), ports };
};

async function prepared(declared: string) {
  const { data, problems, notes } = await check(study(declared));
  expect(problems).toEqual([]);
  const table = (await data?.dataset("cities")) as Table;
  const column = (name: string) => findColumn(table, name) as NumberColumn;
  const rows = (name: string) =>
    Array.from({ length: table.rows }, (_, row) => [
      findColumn(table, "place")?.values[row],
      column("year").values[row],
      column(name).values[row],
    ]);
  return { table, column, rows, told: notes.map(({ code, text }) => [code, text.en]) };
}

describe("codes of one edition", () => {
  it("add up what merged, leave ratios empty, and list what was split", async () => {
    const { rows, column, told } = await prepared("edition: 2020, additive: [gdp, people], prices: current");
    // a of 2010 is a + b = 100 + 20; c is left out and divided among nobody; d is as it was
    expect(rows("gdp")).toEqual([
      ["a", 2010, 120],
      ["a", 2015, 160],
      ["d", 2010, 50],
      ["d", 2015, 60],
    ]);
    expect(rows("people")[0]).toEqual(["a", 2010, 12]);
    expect(rows("rich").map(([, , value]) => value)).toEqual([Number.NaN, 11, 10, 12]);
    expect(column("gdp").flags?.[0]).toBe("summed;old-boundary");
    // 6 rows: a and d of 2015 and d of 2010 kept, a and b of 2010 added up, c left out
    expect(told[0]).toEqual([
      "edition-account",
      "cities: codes brought to the end of 2020: 6 rows = 3 kept + 0 under a new code + 2 added up with others + 1 left out",
    ]);
    expect(new Set(told.map(([code]) => code))).toEqual(
      new Set([
        "edition-account",
        "edition-listed",
        "edition-recoded",
        "edition-old-boundary",
        "edition-summed",
        "edition-refused",
      ]),
    );
    expect(told.find(([code]) => code === "edition-refused")?.[1]).toBe(
      "cities: rich of A (a), B (b) is not said to add up: A (a) is left empty. Work it out again from what it is made of [2010]",
    );
  });

  it("are those of the rows that are kept", async () => {
    const { told } = await prepared("where: { place: [a, b], year: 2015 }, edition: 2020, additive: [gdp, people]");
    expect(told[0]?.[1]).toContain("1 rows = 1 kept");
  });

  it("of a table without years are those of the year it says", async () => {
    const { data, problems } = await check(
      study("edition: { to: 2020, from: 2010 }, additive: [gdp, people, rich], where: { year: 2010 }"),
    );
    expect(problems).toEqual([]);
    expect((await data?.dataset("cities"))?.rows).toBe(2);
  });
});

describe("prices", () => {
  it("of one year, by an index of prices", async () => {
    const { rows, column } = await prepared(
      "prices: current, deflate: { by: cpi, kind: fixed, base: 2015, of: [gdp] }",
    );
    // 100 / (80 / 100) = 125 and 50 / .8 = 62.5; 2015 as it is
    expect(rows("gdp")).toEqual([
      ["a", 2010, 125],
      ["a", 2015, 160],
      ["d", 2010, 62.5],
      ["d", 2015, 60],
    ]);
    expect(column("gdp").prices).toEqual({ basis: "constant", base: 2015, by: { en: "prices of all", zh: "物价" } });
    expect(column("rich").prices).toEqual({ basis: "current" });
  });

  it("of one year, by an index of volume of the province: each place carries its own base year", async () => {
    const { rows } = await prepared(
      "prices: current, deflate: { by: volume, kind: previous-year, base: 2010, measures: volume, place: parent, of: [gdp] }",
    );
    // a: 100 x 1.1 x 1.1 = 121; d: 50 x 1.21 = 60.5, though both lie in p
    expect(rows("gdp").map(([, , value]) => Math.round((value as number) * 1e9) / 1e9)).toEqual([100, 121, 50, 60.5]);
  });

  it("beside a total, and in dollars", async () => {
    const relative = await prepared("prices: current, relative: { to: country, base: 2015, of: [gdp] }");
    // 100 x 1200 / 1000 = 120 and 50 x 1.2 = 60
    expect(relative.rows("gdp").map(([, , value]) => value)).toEqual([120, 160, 60, 60]);
    expect(relative.column("gdp").prices?.basis).toBe("relative");
    const dollars = await prepared(
      "prices: current, currency: { to: million USD, by: rates, kind: exchange-rate, of: [gdp] }",
    );
    // 100 / 4, 160 / 5, 50 / 4, 60 / 5
    expect(dollars.rows("gdp").map(([, , value]) => value)).toEqual([25, 32, 12.5, 12]);
    expect(dollars.column("gdp").unit).toBe("million USD");
  });

  it("stand with the dataset's own word before the study's, and are asked for where nobody says them", async () => {
    const unsaid = await prepared("where: { place: [a, d] }");
    expect(unsaid.told).toEqual([
      ["prices-unsaid", "cities: nobody says in which prices the money of several years is (gdp, rich)"],
    ]);
    const { data } = await check(
      study(
        "prices: [{ basis: chained, base: 2012, of: [gdp] }, { basis: constant, base: 2015 }]",
        "prices: { basis: current }",
      ),
    );
    const table = (await data?.dataset("cities")) as Table;
    const basis = (name: string) => (findColumn(table, name) as NumberColumn).prices;
    expect([basis("gdp"), basis("rich"), basis("people")]).toEqual([
      { basis: "chained", base: 2012 },
      { basis: "constant", base: 2015 },
      undefined,
    ]);
  });
});

describe("what is refused, where and how to mend it", () => {
  it.each([
    ["edition: 2020, additiv: [gdp]", "datasets.cities.additiv", "did you mean additive?"],
    ["edition: 2020, additive: [gpd]", "datasets.cities.additive", "did you mean gdp?"],
    ["additive: [gdp]", "datasets.cities.additive", undefined],
    ["edition: { to: 2020, form: 2010 }", "datasets.cities.edition.form", "did you mean from?"],
    ["prices: curent", "datasets.cities.prices", "did you mean current?"],
    ["prices: { basis: constant, baze: 2015 }", "datasets.cities.prices.baze", "did you mean base?"],
    ["prices: [{ basis: current, off: [gdp] }]", "datasets.cities.prices.0.off", "did you mean of?"],
    ["deflate: { by: cpi, kind: fixed, bse: 2015 }", "datasets.cities.deflate", "did you mean base?"],
    ["prices: { basis: current, of: [gpd] }", "datasets.cities.prices.of", "did you mean gdp?"],
    ["prices: { basis: current, of: [people] }", "datasets.cities.prices.of", undefined],
    ["prices: [current, constant]", "datasets.cities.prices", undefined],
    ["deflate: { by: cip, kind: fixed, base: 2015 }", "datasets.cities.deflate.by", "did you mean cpi?"],
    ["deflate: { by: cpi, index: cip, kind: fixed, base: 2015 }", "datasets.cities.deflate.index", "did you mean cpi?"],
    ["deflate: { by: cpi, kind: fixd, base: 2015 }", "datasets.cities.deflate.kind", "did you mean fixed?"],
    ["deflate: { by: cpi, kind: fixed, base: 2015, of: [people] }", "datasets.cities.deflate.of", undefined],
    [
      "deflate: { by: cpi, kind: fixed, base: 2015, place: parnt }",
      "datasets.cities.deflate.place",
      "did you mean parent?",
    ],
    [
      "prices: constant, deflate: { by: cpi, kind: fixed, base: 2015 }",
      "datasets.cities.deflate",
      "give columns of money",
    ],
    ["relative: { to: cities, base: 2015 }", "datasets.cities.relative.to", undefined],
    ["relative: { to: country, total: gpd, base: 2015 }", "datasets.cities.relative.total", "did you mean gdp?"],
    ["currency: { to: million USD, by: country, kind: ppp }", "datasets.cities.currency", undefined],
    ["sections: { of: [x, y] }", "datasets.cities.sections", undefined],
  ])("%s", async (declared, path, hint) => {
    const { problems } = await check(study(declared));
    expect(problems.length).toBeGreaterThan(0);
    const [first] = problems;
    expect(first?.place?.path).toMatch(new RegExp(`^${path.replaceAll(".", "\\.")}`));
    expect(first?.place?.line).toBeGreaterThan(0);
    if (hint !== undefined) expect(problems.map((each) => each.hint?.en ?? "").join("; ")).toContain(hint);
    for (const { text } of problems) {
      expect(text.en).not.toBe("");
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("datasets that wait for each other are told, not waited for", async () => {
    const circle = study("relative: { to: country, base: 2015 }").replace(
      "country.csv, prices: current",
      "country.csv, relative: { to: cities, base: 2015 }",
    );
    const { problems } = await check(circle);
    expect(problems.map(({ code }) => code)).toContain("dataset-cycle");
    expect(problems.find(({ code }) => code === "dataset-cycle")?.text.en).toMatch(
      /cities -> country -> cities|country -> cities -> country/,
    );
  });

  it("an index of provinces that is kept for the cities alone", async () => {
    const { problems } = await check(
      study("deflate: { by: provinces, kind: previous-year, base: 2010, place: parent }").replace(
        "  cpi:",
        "  provinces: { file: volume.csv }\n  cpi:",
      ),
    );
    const [first] = problems;
    expect(first?.text.en).toBe(
      "datasets.cities.deflate.by: provinces has nothing to work by: provinces has no rows for the places of this study",
    );
    expect(first?.hint?.en).toBe("keep the places it has: provinces: { …, places: all } (or parents, the provinces)");
  });

  it("totals by place are no total", async () => {
    const { problems } = await check(
      study("prices: current, relative: { to: others, total: gdp, base: 2015 }").replace(
        "  cpi:",
        "  others: { file: cities.csv }\n  cpi:",
      ),
    );
    expect(problems[0]?.code).toBe("total-by-place");
  });
});

const set = `
indicators:
  level:
    years: [2010, 2015]
    aspects: { a: { indicators: { gdp: { expr: cities.gdp, unit: million yuan } } } }
analyses:
  spread: { use: convergence/sigma, on: { data: { from: level, roles: { value: gdp } } } }
`;

async function ran(text: string): Promise<StudyRun> {
  const { plan, groups, ports, problems } = await check(text);
  expect(problems).toEqual([]);
  if (plan === undefined) throw new Error("no plan");
  return runPlan(plan, groups, ports);
}

describe("explain", () => {
  it("walks a deflated sum back to its nominal cells, the index and the place that merged", async () => {
    const run = await ran(
      study(
        "edition: 2020, additive: [gdp, people], prices: current, deflate: { by: cpi, kind: fixed, base: 2015, of: [gdp] }",
        set,
      ),
    );
    const { inputs, files } = await passportOf(run, "spread", { keys: [], all: true });
    const made = inputs?.[0]?.from.find(({ key }) => key.place === "a" && key.year === 2010)?.from[0];
    // (100 + 20) / (80 / 100) = 150
    expect(made).toMatchObject({
      of: "cities",
      column: "gdp",
      value: 150,
      expr: "gdp / (cpi.cpi / at(cpi.cpi, 2015))",
    });
    expect(made?.file).toBeUndefined();
    const [nominal, ...index] = made?.from ?? [];
    expect(nominal).toMatchObject({ of: "cities", value: 120, expr: "a + b", flag: "summed;old-boundary" });
    expect(nominal?.why?.map(({ en }) => en)).toContain("B (b) became A (a) (merged 2012).");
    expect(nominal?.from.map(({ key, value, row }) => [key.place, value, row])).toEqual([
      ["a", 100, 2],
      ["b", 20, 4],
    ]);
    expect(index.map(({ of, value, row }) => [of, value, row])).toEqual([
      ["cpi", 80, 2],
      ["cpi", 100, 3],
    ]);
    expect(files.map((each) => each.file)).toEqual(["cities.csv", "cpi.csv"]);
  });

  it("gives cells from which each figure can be worked out again", async () => {
    const product = (traces: readonly { value: unknown }[]) =>
      traces.reduce((all, { value }) => all * (Number(value) / 100), 1);
    const volumes = "kind: previous-year, base: 2010, measures: volume, place: parent, of: [gdp]";
    const cases: readonly (readonly [string, (first: number, rest: readonly { value: unknown }[]) => number])[] = [
      [`deflate: { by: volume, ${volumes} }`, (base, links) => base * product(links)],
      // money of 2010 over the index of 2010, times that of 2015: of 2015 itself, over itself
      [
        "deflate: { by: cpi, kind: fixed, base: 2015, of: [gdp] }",
        (x, [own, base]) => x / (Number(own?.value) / Number(base?.value ?? own?.value)),
      ],
      [
        "relative: { to: country, base: 2015, of: [gdp] }",
        (x, [own, base]) => (x * Number(base?.value ?? own?.value)) / Number(own?.value),
      ],
      ["currency: { to: million USD, by: rates, kind: ppp, of: [gdp] }", (x, [rate]) => x / Number(rate?.value)],
    ];
    for (const [declared, again] of cases) {
      const { inputs } = await passportOf(
        await ran(study(`prices: current, ${declared}`, set.replace(", unit: million yuan", ""))),
        "spread",
        {
          keys: [],
          all: true,
        },
      );
      const cells = (inputs?.[0]?.from ?? []).flatMap(({ from }) => from);
      expect(cells).toHaveLength(4);
      for (const { value, from } of cells) {
        const [first, ...rest] = from;
        expect(again(Number(first?.value), rest), declared).toBeCloseTo(Number(value), 9); // quotients of small numbers
      }
    }
  });

  it("gives a result another key where the prices are others, though every figure is the same", async () => {
    const keyOf = async (prices: string) => {
      const { outcomes } = await ran(study(`prices: ${prices}`, set.replace("cities.gdp", "cities.gdp * 1")));
      const outcome = outcomes.get("spread");
      return outcome !== undefined && "key" in outcome ? outcome.key : undefined;
    };
    const [current, constant] = [await keyOf("current"), await keyOf("{ basis: constant, base: 2015 }")];
    expect(current).toMatch(/^[0-9a-f]{64}$/);
    expect(constant).not.toBe(current);
  });
});

describe("growth at current prices", () => {
  const panel = (prices: string, top = "") => `${study(`prices: ${prices}`)}
${top}
analyses: { moves: { use: convergence/markov, on: { data: { from: cities, roles: { value: gdp } } }, with: { classes: pooled, k: 2 } } }`;

  it("is labelled in check and in the result, and refused where the study says so", async () => {
    const { notes } = await check(panel("current"));
    expect(notes.find(({ code }) => code === "growth-at-current-prices")?.place?.path).toBe("analyses.moves.on.data");
    const outcome = (await ran(panel("current"))).outcomes.get("moves");
    expect(
      outcome !== undefined && "result" in outcome ? outcome.result.warnings.map(({ code }) => code) : [],
    ).toContain("growth-at-current-prices");
    const { problems } = await check(panel("current", "prices: { growth: refuse }"));
    expect(problems.map(({ text }) => text.en)).toEqual([
      "gdp: growth of money in current prices holds inflation, expected constant prices",
    ]);
    const constant = await check(panel("{ basis: constant, base: 2015 }", "prices: { growth: refuse }"));
    expect([constant.problems, constant.notes.filter(({ code }) => code.startsWith("growth"))]).toEqual([[], []]);
  });
});

describe("common sections", () => {
  const known: Classifications = {
    sections: ["X", "Y"].flatMap((system) =>
      ["1", "2", "3"].map((code) => ({ system, code, name: { en: `${system}${code}`, zh: `${system}${code} 门类` } })),
    ),
    // X1 and X2 are both Y1; X3 and Y3 are the same; Y2 has nothing
    crossings: (
      [
        ["1", "1", "merged"],
        ["2", "1", "merged"],
        ["3", "3", "same"],
      ] as const
    ).map(([section, toSection, kind]) => ({ system: "X", section, toSystem: "Y", toSection, kind, extent: "main" })),
    lists: [],
  };
  const jobs = file("jobs", [
    { name: "place", cells: ["a", "a", "a", "d", "d"] },
    { name: "industry", cells: ["1", "2", "3", "1", "3"] },
    { name: "value", unit: "person", cells: [10, 5, 3, 8, 2] },
  ]);
  const text = (declared: string) => `
conurb: 1
title: { en: A, zh: 甲 }
cluster: { all: { title: { en: All, zh: 全部 }, members: [a, d] } }
datasets: { jobs: { file: jobs.csv, roles: { value: value }, ${declared} } }
`;
  const checked = (declared: string, list?: string) =>
    checkStudy(
      text(declared),
      "study.yaml",
      memoryPorts(
        { "jobs.csv": { ...jobs, roles: { value: "value" } } },
        { places, classifications: known, industriesOf: () => list },
      ).ports,
    );

  it("add industries up, leave a section empty of which a part has no row, and tell which code is where", async () => {
    const { data, problems, notes } = await checked("sections: { of: [X, Y] }, industries: X");
    expect(problems).toEqual([]);
    const table = (await data?.dataset("jobs")) as Table;
    const rows = Array.from({ length: table.rows }, (_, row) =>
      ["place", "industry", "value"].map((name) => findColumn(table, name)?.values[row]),
    );
    // a: 10 + 5 in 1; d has no row of X2, so that its 8 are not the whole of the section
    expect(rows).toEqual([
      ["a", "1", 15],
      ["a", "3", 3],
      ["d", "1", Number.NaN],
      ["d", "3", 2],
    ]);
    expect(notes[0]?.text.en).toBe("section 1 (Y1): X 1, 2 = Y 1");
  });

  it.each([
    ["sections: { of: [X, Y] }", "datasets.jobs.industries is missing"],
    ["sections: { of: [X, Y] }, industries: Z", "Z, which the industries are of, is not among X, Y"],
    ["sections: { of: [X, Z] }, industries: X", "no classification or list of industries Z"],
  ])("refuse %s", async (declared, said) => {
    const { problems } = await checked(declared);
    expect(problems[0]?.text.en).toContain(said);
    expect(problems[0]?.place?.line).toBe(5);
  });

  it("take the list that the figures come with", async () => {
    expect((await checked("sections: { of: [X, Y] }", "X")).problems).toEqual([]);
  });
});
