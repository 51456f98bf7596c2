import { describe, expect, it } from "vitest";
import { couplingCoordination } from "../composite/coupling-coordination.ts";
import type { CouplingVariant } from "../composite/coupling-coordination-degree.ts";
import { compositeIndex } from "../composite/index.ts";
import { makeRecipe, type RecipeInput } from "../composite/recipe.ts";
import { InputError } from "../contract/errors.ts";
import { random } from "../contract/random.ts";
import { sentence } from "../contract/sentence.ts";
import { parseTable } from "./parse-table.ts";
import type { Reproduction } from "./reproduce.ts";
import { runTable } from "./run-table.ts";

async function search(text: string): Promise<Reproduction> {
  const { table, problems, locate } = parseTable(text, "table.yaml");
  if (table === undefined) throw new InputError(problems);
  const found = await runTable(table, locate, async () => {
    throw new Error("no file is read here");
  });
  if (found.kind !== "search") throw new Error("expected a search");
  return found;
}

const said = (found: Reproduction) => found.findings.map((finding) => sentence(finding, "en")).join("\n");
const block = (lines: readonly (readonly unknown[])[]) => lines.map((line) => `  ${line.join(" ")}`).join("\n");

const coupled = `conurb-table: 1
title: made for the test
source: none
use: composite/coupling-coordination
roles: { place: city, subsystems: [u, v] }
published: { C: coordination.coupling, D: coordination.coordination }
`;

/** Twelve cities with levels to three decimals, and C and D of a formula to as many. */
function madeBy(variant: CouplingVariant, power?: number): string {
  const draw = random(7, "reproduce/test");
  const level = () => Number((0.1 + 0.8 * draw.uniform()).toFixed(3));
  const cities = Array.from({ length: 12 }, (_, at) => ({ city: `c${at}`, u: level(), v: level() }));
  const { places } = couplingCoordination(
    {
      place: cities.map(({ city }) => city),
      subsystems: (["u", "v"] as const).map((name) => ({
        name,
        unit: "1",
        values: Float64Array.from(cities, (each) => each[name]),
      })),
    },
    { variant, power },
  );
  const rows = places.map(({ coupling, coordination }, at) => [
    cities[at]?.city,
    cities[at]?.u.toFixed(3),
    cities[at]?.v.toFixed(3),
    coupling.toFixed(3),
    coordination.toFixed(3),
  ]);
  return `${coupled}data: |\n${block([["city", "u", "v", "C", "D"], ...rows])}\n`;
}

describe("a table of two systems", () => {
  it("with the factor lost is recognised as such", async () => {
    const found = await search(madeBy("uncapped"));
    expect(found.verdict).toBe("reproduced");
    expect(found.candidates[0]?.takes.variant).toBe("uncapped");
    expect(said(found)).toContain("faulty: the factor k is lost");
  });

  it.each(["standard", "wang-2021"] as const)("by the formula %s is known by it", async (variant) => {
    const found = await search(madeBy(variant));
    expect(found.verdict).toBe("reproduced");
    expect(found.candidates[0]?.takes.variant).toBe(variant);
    expect(found.candidates[1]?.off).toBeGreaterThan(6);
  });

  it("with a power is known by it where the file lists powers; on other formulas the power says nothing", async () => {
    const found = await search(`${madeBy("adjusted", 3)}vary: { power: [1, 2, 3, 4] }\n`);
    expect(found.candidates[0]?.takes).toMatchObject({ variant: "adjusted", power: 3 });
    expect(found.candidates.find(({ takes }) => takes.variant === "standard")?.takes.power).toEqual([1, 2, 3, 4]);
  });

  it("holds to what the source states", async () => {
    const found = await search(`${madeBy("uncapped")}with: { variant: standard }\n`);
    expect(found.verdict).toBe("none");
    expect(found.axes.map(({ name }) => name)).toEqual(["boundary"]);
  });

  it("that nothing gives is not reproduced, and the nearest is named", async () => {
    const draw = random(3, "reproduce/none");
    const rows = Array.from({ length: 10 }, (_, at) => [
      `c${at}`,
      ...[0, 0, 0, 0].map(() => draw.uniform().toFixed(3)),
    ]);
    const found = await search(`${coupled}data: |\n${block([["city", "u", "v", "C", "D"], ...rows])}\n`);
    expect(found.verdict).toBe("none");
    expect(found.candidates[0]?.off).toBeGreaterThan(15);
    expect(said(found)).toMatch(
      /^Not reproduced: none of 8 candidates gives all 20 cells\. The nearest \(.*\) gives \d of 20; furthest off is [CD] of c\d, printed/,
    );
    expect(said(found)).not.toContain("misprint");
  });
});

describe("a figure that the method does not give", () => {
  it("counts as missed and is said to be none", async () => {
    // all levels 0 leave C undefined
    const rows = "  city u v C D\n  a 0.4 0.6 0.980 0.700\n  b 0.0 0.0 0.500 0.000\n";
    const found = await search(`${coupled}data: |\n${rows}`);
    expect(found.verdict).toBe("none");
    expect(found.candidates[0]).toMatchObject({ takes: { variant: "standard" }, print: 3, off: 0, lacking: 1 });
    expect(said(found)).toContain("C of b, printed 0.500, computed nothing");
  });
});

const recipe: RecipeInput = {
  nodes: [{ id: "economy" }, { id: "ecology" }],
  indicators: [
    { id: "gdp", node: "economy" },
    { id: "patents", node: "economy" },
    { id: "green", node: "ecology" },
    { id: "dust", node: "ecology", direction: "down" },
  ],
};

/** Six cities over four years, raw, with C and D to four decimals by a recipe. */
function panelBy(made: Omit<RecipeInput, "nodes" | "indicators">, stated = ""): string {
  const draw = random(11, "reproduce/panel");
  const rows = Array.from({ length: 24 }, (_, at) => ({
    city: `c${at >> 2}`,
    year: 2010 + (at & 3),
    gdp: Math.round(100 + 900 * draw.uniform()),
    patents: Math.round(10 + 500 * draw.uniform()),
    green: Math.round(20 + 60 * draw.uniform()),
    dust: Math.round(30 + 90 * draw.uniform()),
  }));
  const names = ["gdp", "patents", "green", "dust"] as const;
  const place = rows.map(({ city }) => city);
  const year = Float64Array.from(rows, (row) => row.year);
  const indicators = names.map((name) => ({ name, unit: "1", values: Float64Array.from(rows, (row) => row[name]) }));
  const { scored } = compositeIndex({ place, year, indicators }, { recipe: makeRecipe({ ...recipe, ...made }) });
  const subsystems = ["economy", "ecology"].map((name) => ({
    name,
    unit: "1",
    values: scored.nodes.find(({ id }) => id === name)?.scores ?? new Float64Array(),
  }));
  const { places } = couplingCoordination({ place, year, subsystems });
  const lines = rows.map((row, at) => [
    ...Object.values(row),
    places[at]?.coupling.toFixed(4),
    places[at]?.coordination.toFixed(4),
  ]);
  return `conurb-table: 1
title: made for the test
source: none
use: composite/coupling-coordination
roles: { place: city, year: year, indicators: [gdp, patents, green, dust] }
exact: true
recipe:
  nodes: [{ id: economy }, { id: ecology }]
  indicators:
    - { id: gdp, node: economy }
    - { id: patents, node: economy }
    - { id: green, node: ecology }
    - { id: dust, node: ecology, direction: down }
${stated}published: { C: coordination.coupling, D: coordination.coordination }
data: |
${block([["city", "year", ...names, "C", "D"], ...lines])}
`;
}

describe("a table with its raw panel", () => {
  it.each(["pooled", "by-year"] as const)(
    "normalised %s is known by it, with weights and aggregation",
    async (scope) => {
      const range: [number, number] = [0.01, 1];
      const found = await search(
        panelBy({ normalise: { scope, range }, weigh: { method: "entropy" }, aggregate: "geometric" }),
      );
      expect(found.verdict).toBe("reproduced");
      // 3 normalisations x 2 scopes x 3 ranges x 5 weights x 3 means, x 4 formulas x 2 boundaries
      expect(found.tried).toBe(270 * 8);
      expect(found.candidates[0]?.takes).toMatchObject({
        "normalise.method": "min-max",
        "normalise.scope": scope,
        "normalise.range": range,
        "weigh.method": "entropy",
        aggregate: "geometric",
        variant: "standard",
      });
      expect(found.candidates[1]?.off).toBeGreaterThan(0);
      expect(found.refused).toBeGreaterThan(0); // z-scores are no levels
    },
  );

  it("keeps what the recipe states, and carries the rounding of raw figures to first order", async () => {
    const text = panelBy({ normalise: { scope: "by-year" } }, "  normalise: { method: min-max, range: [0, 1] }\n");
    const found = await search(text.replace("exact: true\n", ""));
    expect(found.verdict).toBe("reproduced");
    expect(found.rounding).toMatchObject({ how: "derivative", runs: 2 * 4 * 24 });
    expect(found.candidates[0]?.takes).toMatchObject({ "normalise.scope": "by-year", "weigh.method": "equal" });
  });
});

describe("the search", () => {
  it("of more than ten thousand candidates is refused, with how they come about", async () => {
    const list = Array.from({ length: 2000 }, (_, at) => at + 1).join(", ");
    await expect(search(`${madeBy("standard")}vary: { power: [${list}] }\n`)).rejects.toThrow(
      "reproduce: 16000 candidates (variant 4 × boundary 2 × power 2000), expected at most 10000",
    );
  });

  it("tells how far it is", async () => {
    const { table, locate } = parseTable(madeBy("standard"), "table.yaml");
    const told: [number, number][] = [];
    const ports = { progress: (done: number, total: number) => void told.push([done, total]) };
    if (table !== undefined) await runTable(table, locate, async () => ({ file: "", rows: [] }), ports);
    expect(told.at(0)).toEqual([1, 8]);
    expect(told).toContainEqual([8, 8]);
  });
});

describe("a file with mistakes", () => {
  const problemsOf = (text: string) =>
    parseTable(text, "t.yaml").problems.map(({ text: told, hint, place }) => [place?.line, told.en, hint?.en]);

  it("is told of them with their lines", () => {
    expect(problemsOf("conurb-table: 1\ntitle: a\nsource: b\nuse: x/y\ndata: a b\npublishd: { a: b.c }\n")).toEqual([
      [6, expect.stringContaining("publishd: no such key"), "did you mean published?"],
    ]);
    expect(problemsOf("conurb-table: 1\ntitle: a\nsource: b\nuse: x/y\n")).toEqual([
      [2, "data and file: expected exactly one of them", undefined],
      [4, expect.stringContaining("published is missing"), undefined],
    ]);
    expect(problemsOf("conurb-table: 1\ntitle：a\n")[0]?.[0]).toBe(2);
  });

  const cases = [
    [
      "use: composite/coupling-coordination",
      "use: composite/couplng-coordination",
      4,
      "did you mean composite/coupling-coordination?",
    ],
    ["C: coordination.coupling", "E: coordination.coupling", 6, undefined],
    ["C: coordination.coupling", "C: coordination.couplng", 6, "did you mean coupling?"],
    ["C: coordination.coupling", "C: variants.coupling", 6, undefined],
    ["place: city", "place: cty", 5, "did you mean city?"],
    ["published:", "vary: { varant: [standard] }\npublished:", 6, "did you mean variant?"],
    ["published:", "with: { varant: standard }\npublished:", 6, "did you mean variant?"],
  ] as const;
  it.each(cases)("says where %s written %s is wrong", async (right, wrong, line, hint) => {
    const error = await search(madeBy("standard").replace(right, wrong)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    const [problem] = (error as InputError).problems;
    expect([problem?.place?.line, problem?.hint?.en]).toEqual([line, hint]);
  });

  it("names a figure that is no number", async () => {
    const error = await search(madeBy("standard").replace(/(c3 .*) \S+$/m, "$1 .5x")).catch(
      (caught: unknown) => caught,
    );
    expect((error as InputError).problems[0]).toMatchObject({ place: { line: 12, column: "D" } });
  });
});
