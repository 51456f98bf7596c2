import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { recipeOf } from "./recipe.ts";
import { runPlan } from "./run.ts";

const codes = ["1", "2", "3", "4"];
const towns = makeTable(
  "towns",
  [],
  [
    labels("place", codes),
    labels("kind", ["port", "port", "inland", "inland"]),
    numbers("gdp", "yuan", [1, 2, 4, 9]),
    numbers("smoke", "ton", [3, 7, 1, 2]),
    numbers("GDP（亿元）", "万元", [1, 2, 4, 9]),
    numbers("tax", "亿圆", [1, 2, 4, 9]),
  ],
  { source: { dataset: "towns", file: "towns.csv" } },
);
const dated = makeTable(
  "dated",
  [],
  [
    labels("place", [...codes, ...codes]),
    numbers("year", "year", [2019, 2019, 2019, 2019, 2020, 2020, 2020, 2020]),
    numbers("gdp", "yuan", [1, 2, 4, 9, 2, 3, 5, 8]),
  ],
  { source: { dataset: "dated", file: "dated.csv" } },
);
const leaf = (log: boolean) => ({ expr: "towns.gdp", direction: "up" as const, log });

const study = (rest: string, declared = "file: towns.csv") => `conurb: 1
title: { en: A, zh: 甲 }
cluster: { east: { title: { en: E, zh: 东 }, members: ['1', '2', '3', '4'] } }
datasets:
  towns: { ${declared} }
  dated: { file: dated.csv, prices: current }
indicators:
  level:
    aspects:
      economy: { indicators: { rich: { expr: towns.gdp } } }
      environment: { indicators: { smoky: { expr: towns.smoke, direction: down } } }
${rest}`;

const files = { "towns.csv": towns, "dated.csv": dated };
const world = { places: codes.map((code, at) => ({ code, name: same(code), lon: 110 + at * at, lat: 30 })) };
const portsOf = () => memoryPorts(files, world).ports;

async function check(rest: string, declared?: string) {
  const { problems, notes } = await checkStudy(study(rest, declared), "study.yaml", portsOf());
  const told = problems.map(({ code, text, place, hint }) => [code, place?.path, text.en, hint?.en]);
  return { told, codes: problems.map(({ code }) => code), notes };
}

async function run(rest: string) {
  const ports = portsOf();
  const { plan, groups, problems, data } = await checkStudy(study(rest), "study.yaml", ports);
  expect(problems).toEqual([]);
  if (plan === undefined) return expect.unreachable();
  return { plan, outcomes: (await runPlan(plan, groups, ports, data)).outcomes };
}

describe("a value of where that no row has", () => {
  it("is refused for a dataset", async () => {
    const { told } = await check("", "file: towns.csv, where: { kind: [port, inlnad] }");
    expect(told).toEqual([
      [
        "where-no-row",
        "datasets.towns.where.kind",
        "datasets.towns.where.kind: no row has inlnad; there is port, inland",
        "did you mean inland?",
      ],
    ]);
  });

  it("is refused for what an analysis takes of a dataset, all values at once", async () => {
    const on = "{ data: { from: dated, where: { year: [2019, 2030, 2031] }, roles: { value: gdp } } }";
    const { told } = await check(`analyses: { t: { use: inequality/theil, on: ${on} } }`);
    expect(told.map(([code, path, text]) => [code, path, text])).toEqual(
      [2030, 2031].map((year) => [
        "where-no-row",
        "analyses.t.on.data.where.year",
        `analyses.t.on.data.where.year: no row has ${year}; there is 2019, 2020`,
      ]),
    );
  });

  it("is refused for a dataset that a report shows", async () => {
    const shown = (where: string) =>
      `report: { sections: [{ title: A, show: [{ of: towns, where: { kind: ${where} } }] }] }`;
    expect((await check(shown("port"))).codes).toEqual([]);
    expect((await check(shown("prot"))).told).toEqual([
      [
        "where-no-row",
        "report.sections.0.show",
        "report.sections.0.show.towns.where.kind: no row has prot; there is port, inland",
        "did you mean port?",
      ],
    ]);
  });

  it("has the analysis refused that takes it of a result", async () => {
    const { outcomes } = await run(`recipes: { level: { indicators: level, normalise: { range: [0.01, 1] } } }
analyses:
  score: { use: composite/index, on: { data: level, recipe: level } }
  coupling:
    use: composite/coupling-coordination
    on: { data: { from: score.nodes, where: { node: [economy, enviroment] }, wide: { variable: node, value: score } } }
`);
    const outcome = outcomes.get("coupling");
    if (outcome?.kind !== "refused") return expect.unreachable();
    expect(outcome.problems).toHaveLength(1);
    expect(outcome.problems[0]?.text.en).toMatch(
      /^analyses\.coupling\.on\.data\.where\.node: no row has enviroment; there is .*economy/,
    );
    expect(outcome.problems[0]?.hint?.en).toBe("did you mean environment?");
  });
});

it("a part of a dataset to show is refused: only analyses have parts", async () => {
  const { told } = await check("report: { sections: [{ title: A, show: [towns.gdp] }] }");
  expect(told.map(([code]) => code)).toEqual(["exhibit-without-parts"]);
});

describe("a recipe", () => {
  const of = (settings: string) => `recipes: { r: { indicators: level, ${settings} } }
analyses: { score: { use: composite/index, on: { data: level, recipe: r } } }`;

  it("takes a method alone for its settings", async () => {
    const alone = await run(of("weigh: entropy, normalise: z-score"));
    const long = await run(of("weigh: { method: entropy }, normalise: { method: z-score }"));
    expect(alone.plan.analyses[0]?.inputs).toEqual(long.plan.analyses[0]?.inputs);
  });

  it("names the methods there are, and what may have been meant", async () => {
    const [told] = (await check(of("weigh: entrpy"))).told;
    expect(told?.[1]).toBe("recipes.r.weigh.method");
    expect(told?.[2]).toContain("expected one of given, equal, entropy, critic, cv, pca");
    expect(told?.[3]).toBe("did you mean entropy?");
  });

  it("says what is expected of anything else", async () => {
    const [told] = (await check(of("weigh: 3"))).told;
    expect(told?.[2]).toBe("recipes.r.weigh is 3, expected the name of a method, or its settings: { method: … }");
  });

  it("keeps the logarithms that it names beside those of the indicators", () => {
    const set = { places: "cluster", aspects: { a: { indicators: { x: leaf(true), y: leaf(false) } } } };
    const made = recipeOf({ indicators: "set", normalise: { log: ["y"] } }, set) as { normalise: unknown };
    expect(made.normalise).toEqual({ log: ["y", "x"] });
  });
});

describe("directions of a set of indicators", () => {
  it.each(["entropy-weights", "critic-weights", "cv-weights", "pca-weights"])("reach %s", async (name) => {
    const weights = (settings: string) => `analyses: { w: { use: composite/${name}, on: level${settings} } }`;
    const options = async (settings: string) => (await run(weights(settings))).plan.analyses[0]?.options;
    expect(await options("")).toMatchObject({ down: ["smoky"] });
    expect(await options(", with: { down: [] }")).toMatchObject({ down: [] });
  });

  it("only of the indicators asked for", async () => {
    const on = "{ data: { from: level, roles: { indicators: [rich] } } }";
    const { plan } = await run(`analyses: { w: { use: composite/entropy-weights, on: ${on} } }`);
    expect(plan.analyses[0]?.options).toMatchObject({ down: [] });
  });
});

describe("notes", () => {
  it("name the unit that a column's name says against the declared one", async () => {
    const { notes } = await check("", "file: towns.csv, units: { 'GDP（亿元）': 万元, tax: 亿圆 }");
    expect(notes.map(({ code, text, hint }) => [code, text.en, hint?.en])).toEqual([
      [
        "unit-against-header",
        "column GDP（亿元）: declared in 万元, while its name says 亿元; the figures are taken in 万元",
        undefined,
      ],
      [
        "unit-unknown",
        "column tax: 亿圆 is no known unit and is taken as a thing counted or as none",
        "did you mean 亿元?",
      ],
    ]);
    expect((await check("", "file: towns.csv, units: { 'GDP（亿元）': 100 million yuan }")).notes).toEqual([]);
  });

  it("name the years of a panel for which there is no figure", async () => {
    const { notes } = await check(
      `  panel: { years: [2019, 2020, 2023], aspects: { a: { indicators: { rich: { expr: dated.gdp } } } } }`,
    );
    expect(notes.map(({ code, text, place }) => [code, text.en, place?.path])).toEqual([
      ["year-without-figures", "panel: no indicator has a figure for 2023", "indicators.panel.years"],
    ]);
  });

  it("name the indicators that a year of a panel is without", async () => {
    const early = '{ expr: "lag(dated.gdp, 1)", title: { en: Before, zh: 上年 } }';
    const { notes } = await check(
      `  panel: { years: [2019, 2020, 2023], aspects: { a: { indicators: { rich: { expr: dated.gdp }, early: ${early} } } } }`,
    );
    const told = notes.filter(({ code }) => code === "indicator-without-year");
    expect(told.map(({ text, place }) => [text, place?.path])).toEqual([
      [
        {
          en: "panel: no place has a figure for Before 2019; an index of such a year rests on the other indicators",
          zh: "panel：上年 2019 年各地均无数据，当年的综合结果仅依据其余指标",
        },
        "indicators.panel.years",
      ],
    ]);
  });
});

it("an input of links takes the links of a result that has a threshold, and pairs where their columns are asked for", async () => {
  const { outcomes } = await run(`analyses:
  flows:
    use: network/gravity
    on: { places: { from: towns, roles: { mass: gdp } } }
    with: { topology: mean }
  all: { use: network/centrality, on: { links: flows.flows } }
  links: { use: network/centrality, on: { links: flows } }
  named: { use: network/centrality, on: { links: flows.links } }
  far: { use: network/centrality, on: { links: { from: flows, roles: { value: distance } } } }
  pairs: { use: network/centrality, on: { links: { from: flows.flows, roles: { value: distance } } } }
`);
  const tables = (name: string) => {
    const outcome = outcomes.get(name);
    return outcome !== undefined && "result" in outcome
      ? outcome.result.tables
      : expect.unreachable(JSON.stringify(outcome));
  };
  expect(tables("links")).toEqual(tables("named"));
  expect(tables("links")).not.toEqual(tables("all"));
  expect(tables("far")).toEqual(tables("pairs"));
});
