import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { couplingDegree } from "../composite/coupling-coordination-degree.ts";
import { sentence } from "../contract/sentence.ts";
import type { PairIdentification } from "./identify-pair.ts";
import type { ReadCells } from "./panel.ts";
import { parseTable } from "./parse-table.ts";
import type { Reproduction } from "./reproduce.ts";
import { runTable } from "./run-table.ts";

const published = new URL("../../../../studies/published/", import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, published), "utf8");
const cellsOf: ReadCells = async ({ file }) => ({
  file,
  rows: textOf(file)
    .trim()
    .split("\n")
    .map((line) => line.split(",")),
});

async function run(text: string): Promise<Reproduction | PairIdentification> {
  const { table, problems, locate } = parseTable(text, "table.yaml");
  if (table === undefined) throw new Error(JSON.stringify(problems));
  return runTable(table, locate, cellsOf);
}

async function search(text: string): Promise<Reproduction> {
  const found = await run(text);
  if (found.kind !== "search") throw new Error("expected a search");
  return found;
}

async function identify(text: string): Promise<PairIdentification> {
  const found = await run(text);
  if (found.kind !== "pair") throw new Error("expected a pair");
  return found;
}

const said = (found: Reproduction | PairIdentification, language: "en" | "zh" = "en") =>
  found.findings.map((finding) => sentence(finding, language)).join("\n");

const logistics = textOf("urban-rural-logistics-2022.yaml");

describe("coupling of urban and rural logistics, 2011-2020 (Mathematical Problems in Engineering 2022, table 4)", () => {
  it("comes of the standard formula: 27 cells to the print, C of 2011 and 2012 and D of 2014 within the rounding of the levels", async () => {
    const found = await search(logistics);
    const [best, next] = found.candidates;
    expect(found).toMatchObject({ verdict: "reproduced", cells: 30, tried: 8, distinct: 4, indifferent: ["boundary"] });
    expect(best).toMatchObject({ takes: { variant: "standard" }, print: 27, rounding: 3, off: 0, lacking: 0 });
    const within = best?.cells
      .filter(({ status }) => status === "rounding")
      .map(({ row, column }) => `${column} ${row}`);
    expect(within).toEqual(["C 2011", "C 2012", "D 2014"]);
    expect(next?.takes.variant).toBe("adjusted");
    expect(found.rounding.how).toBe("corners");
  });

  it("is the table that the guide shows", () => {
    expect(readFileSync(new URL("../../docs/guide/table.yaml", published), "utf8")).toBe(logistics);
  });

  it("carries the rounding of the levels to the corners of their box", async () => {
    const found = await search(logistics);
    const cell = found.candidates[0]?.cells.find(({ row, column }) => column === "C" && row === "2011");
    // levels .101 and .280 to three decimals: C is least where they are furthest apart, and the other way round
    expect(cell?.low).toBeCloseTo((2 * Math.sqrt(0.1005 * 0.2805)) / 0.381, 12);
    expect(cell?.high).toBeCloseTo((2 * Math.sqrt(0.1015 * 0.2795)) / 0.381, 12);
  });

  it("with one figure misprinted names that cell, with its line and what it should be", async () => {
    const found = await search(logistics.replace("0.473 0.684", "0.473 0.648"));
    expect(found.verdict).toBe("none");
    expect(found.candidates[0]).toMatchObject({ takes: { variant: "standard" }, off: 1 });
    expect(found.candidates[0]?.worst).toMatchObject({ row: "2016", column: "D", printed: 0.648 });
    const line = logistics.split("\n").findIndex((each) => each.trim().startsWith("2016")) + 1;
    expect(found.candidates[0]?.worst?.line).toBe(line);
    expect(said(found)).toMatch(
      /D of 2016, printed 0\.648, computed 0\.684\d\d\.\nAll other cells fit: D of 2016 may be a misprint/,
    );
    expect(said(found, "zh")).toContain("其余单元格全部吻合：2016 的 D 可能是印刷错误。");
  });

  it("with another T says which columns come out and which does not", async () => {
    const wrong = logistics.replaceAll(
      /^( {2}20\d\d.*) (0\.\d{3}) (0\.\d{3})$/gm,
      (_, start, t, d) => `${start} ${(Number(t) + 0.05).toFixed(3)} ${d}`,
    );
    const found = await search(wrong);
    expect(found.verdict).toBe("none");
    expect(said(found)).toContain("All of C comes out with Formula of C: standard, in [0, 1].");
    expect(said(found)).toContain("No candidate gives all of T.");
  });
});

describe("drinks by pairwise judgements (Saaty 2008, table 2)", () => {
  const drinks = textOf("saaty-2008-drinks.yaml");

  it("comes of the principal eigenvector; the ratio does not tell which random index was taken", async () => {
    const found = await search(drinks);
    expect(found).toMatchObject({ verdict: "reproduced", cells: 8, indifferent: ["aggregate"] });
    expect(
      found.candidates.slice(0, 2).map(({ takes, print }) => [takes.priorities, takes.randomIndex, print]),
    ).toEqual([
      ["eigenvector", "saaty-1977", 8],
      ["eigenvector", "saaty-1994", 8],
    ]);
    expect(found.candidates[2]).toMatchObject({ takes: { priorities: "geometric-mean" }, off: 4 });
    expect(said(found)).toContain("2 candidates give all 8 cells and cannot be told apart");
  });

  it("is refused with tea against wine at 2, as it is printed: that is not reciprocal", async () => {
    await expect(search(drinks.replace("tea    1/5    3", "tea    1/5    2"))).rejects.toThrow(/tea/);
  });
});

describe("coupling of 13 cities under two formulas side by side (Wang et al. 2021, table 8)", () => {
  const wang = textOf("wang-2021-table-8.yaml");

  it("is the standard formula above the modified one: no other pair admits all 91 cells", async () => {
    const found = await identify(wang);
    expect(found).toMatchObject({ verdict: "reproduced", cells: 91, tried: 56 });
    expect(found.pairs[0]?.formulas.map(({ variant }) => variant)).toEqual(["standard", "wang-2021"]);
    expect(found.pairs[0]?.admitted).toBe(91);
    expect(found.pairs[1]?.admitted).toBe(86);
    expect(found.pairs[1]?.formulas[0]).toMatchObject({ variant: "adjusted", power: 1 });
  });

  it("finds levels at the ends of whose intervals both formulas print as the table does", async () => {
    const found = await identify(wang);
    const reach = 0.5e-4 + 1e-9; // half of the fourth decimal, and the bisection
    for (const { printed, ratio, larger } of found.pairs[0]?.cells ?? []) {
      for (const end of [0, 1] as const) {
        const [u, r] = [larger?.[end] ?? Number.NaN, ratio[end]];
        expect(Math.abs(couplingDegree([1, r], "standard") - printed[0])).toBeLessThanOrEqual(reach);
        // a level at the end of [0, 1] is cut there, and not where the print ends
        if (u > 0 && u < 1)
          expect(Math.abs(couplingDegree([u, u * r], "wang-2021") - printed[1])).toBeLessThanOrEqual(reach);
      }
    }
  });

  it("knows levels that it was made of", async () => {
    // u = .8 and .5 by hand: r = .625, C = 2 sqrt(.625) / 1.625 = .9730, modified sqrt(.7 * .625) = .6614
    const rows = ["city a b", "x 0.9730 0.6614"].map((line) => `  ${line}`).join("\n");
    const found = await identify(
      `conurb-table: 1\ntitle: t\nsource: s\nuse: composite/coupling-coordination\nroles: { place: city }\npair: [a, b]\ndata: |\n${rows}\n`,
    );
    const cell = found.pairs.find(({ formulas: [a, b] }) => a.variant === "standard" && b.variant === "wang-2021")
      ?.cells[0];
    expect(cell?.larger?.[0]).toBeLessThan(0.8);
    expect(cell?.larger?.[1]).toBeGreaterThan(0.8);
    expect((cell?.larger?.[1] ?? 1) - (cell?.larger?.[0] ?? 0)).toBeLessThan(5e-3);
  });
});
