import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { oracle } from "../../test/china-panel.ts";
import { normalise } from "./normalise.ts";
import { makeRecipe, type Normalisation } from "./recipe.ts";

const exact = 1e-13; // of the range: printed with 15 digits, a few operations

interface Case {
  readonly method: Normalisation;
  readonly scope: "pooled" | "by-year";
  readonly log: boolean;
  readonly clip: boolean;
  readonly range: [number, number];
  readonly normalised: Record<string, (number | null)[]>;
}
/** oracles/composite-normalise.R: base R on the shipped figures. */
const expected = oracle<{
  code: string[];
  year: number[];
  down: string[];
  logged: string[];
  goalposts: Record<string, [number, number]>;
  target: Record<string, number>;
  cases: Case[];
}>("composite-normalise");

const rowsOf = (name: string) => {
  const path = new URL(`../../../../packages/atlas/china-clusters/${name}.csv`, import.meta.url);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), { header: true });
  return new Map(data.map((row) => [`${row.code} ${row.year}`, row]));
};
const [gdp, census] = [rowsOf("gdp"), rowsOf("census")];
const keys = [...new Set([...gdp.keys(), ...census.keys()])].filter((key) => /^\d+ (2010|2020)$/.test(key)).sort();
const column = (name: string, of: (figure: (key: string) => number) => number) => ({
  name,
  unit: "1",
  values: Float64Array.from(keys, (key) =>
    of((figure) => {
      const text = gdp.get(key)?.[figure] ?? census.get(key)?.[figure] ?? "";
      return text === "" ? Number.NaN : Number(text);
    }),
  ),
});
const data = {
  place: keys.map((key) => key.slice(0, 6)),
  year: keys.map((key) => Number(key.slice(7))),
  indicators: [
    column("gdp_per_head", (of) => of("gdp") / of("population")),
    column("urban_share", (of) => of("urban_population") / of("population")),
    column("tertiary_share", (of) => of("va_tertiary") / of("gdp")),
    column("elderly_share", (of) => of("share_65_plus")),
  ],
};

function recipeOf({ method, scope, log, clip, range }: Case) {
  return makeRecipe({
    indicators: data.indicators.map(({ name }) => ({
      id: name,
      direction: expected.down.includes(name) ? "down" : "up",
      ...(method === "goalposts" ? { goalposts: expected.goalposts[name] } : {}),
      ...(method === "target" ? { target: expected.target[name] } : {}),
    })),
    normalise: { method, scope, clip, log: log ? expected.logged : [], ...(method === "z-score" ? {} : { range }) },
  });
}

describe("normalisation against R on the cities of China's clusters", () => {
  it("reads the same rows", () => {
    expect(data.place).toEqual(expected.code);
    expect(data.year).toEqual(expected.year);
  });

  const named = expected.cases.map((each) => {
    const { method, scope, log, clip } = each;
    return [`${method}, ${scope}${log ? ", of logarithms" : ""}${clip ? "" : ", not clipped"}`, each] as const;
  });
  it.each(named)("%s", (_, given) => {
    const { indicators, columns } = normalise(data, { recipe: recipeOf(given) });
    const unit = given.method === "z-score" ? 1 : given.range[1] - given.range[0];
    for (const [name, values] of Object.entries(given.normalised)) {
      const found = columns[indicators.findIndex(({ id }) => id === name)] as Float64Array;
      expect(found.length).toBe(values.length);
      values.forEach((value, row) => {
        const what = `${name} of ${keys[row]}: ${found[row]} and ${value}`;
        if (value === null) expect(found[row], what).toBeNaN();
        else expect(Math.abs((found[row] as number) - value) / unit, what).toBeLessThanOrEqual(exact);
      });
    }
  });
});
