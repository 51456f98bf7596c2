import { describe, expect, it } from "vitest";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { random } from "../contract/random.ts";
import { compositeIndex } from "./index.ts";
import { makeRecipe } from "./recipe.ts";
import { compositeExample } from "./recipe-input.ts";
import method, { sobol } from "./sobol.ts";
import { sobolIndices, sobolIntervals } from "./sobol-indices.ts";

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });

/** A function of independent uniform numbers, sampled as the estimators want it. */
function runsOf(model: (x: Float64Array) => number, width: number, samples: number, seed: number) {
  const draw = random(seed, "sobol/test");
  const points = () =>
    Array.from({ length: samples }, () => Float64Array.from({ length: width }, () => draw.uniform()));
  const [a, b] = [points(), points()];
  const values = (of: readonly Float64Array[]) => Float64Array.from(of, model);
  const mixed = Array.from({ length: width }, (_, factor) =>
    values(a.map((point, at) => point.map((value, other) => (other === factor ? (b[at]?.[other] as number) : value)))),
  );
  return { a: values(a), b: values(b), mixed };
}

describe("Sobol indices", () => {
  const [seven, tenth] = [7, 0.1];
  const ishigami = (u: Float64Array) => {
    const [x, y, z] = Array.from(u, (each) => Math.PI * (2 * each - 1)) as [number, number, number];
    return Math.sin(x) + seven * Math.sin(y) ** 2 + tenth * z ** 4 * Math.sin(x);
  };
  // closed form, a = 7 and b = .1: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2 = 13.844588
  const [first, total] = [
    [0.313905, 0.442411, 0],
    [0.557589, 0.442411, 0.243684],
  ];

  it("of Ishigami's function lie within four errors of the closed form", () => {
    const samples = 20_000;
    const runs = runsOf(ishigami, 3, samples, 1);
    const found = sobolIndices(runs);
    // deviation of an index over independent designs of the same size, found from 40 smaller ones
    const small = Array.from({ length: 40 }, (_, seed) => sobolIndices(runsOf(ishigami, 3, samples / 40, seed + 2)));
    const error = (values: number[]) => {
      const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
      return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1) / 40);
    };
    for (let factor = 0; factor < 3; factor += 1) {
      const firstError = error(small.map((each) => each.first[factor] as number));
      const totalError = error(small.map((each) => each.total[factor] as number));
      expect(Math.abs((found.first[factor] as number) - (first[factor] as number))).toBeLessThan(4 * firstError);
      expect(Math.abs((found.total[factor] as number) - (total[factor] as number))).toBeLessThan(4 * totalError);
    }
    expect(Math.abs(found.variance / 13.844588 - 1)).toBeLessThan(4 * Math.sqrt(2 / samples));
  });

  it("of X1 + 10 X2 are 1 / 101 and 100 / 101, as COINr's test has them", () => {
    const { total } = sobolIndices(runsOf((u) => (u[0] as number) + 10 * (u[1] as number), 2, 20_000, 3));
    // (x - x')^2 of uniforms has a relative deviation of sqrt(7 / 5), so the mean of 20,000 one of .84 %
    expect(Math.abs((total[0] as number) * 101 - 1)).toBeLessThan(4 * 0.012);
    expect(Math.abs((total[1] as number) * 1.01 - 1)).toBeLessThan(4 * 0.012);
  });

  it("have intervals that cover the closed form about as often as they say", () => {
    const rounds = 60;
    let covered = 0;
    for (let seed = 0; seed < rounds; seed += 1) {
      const runs = runsOf(ishigami, 3, 400, seed + 100);
      const options = { draws: 200, ends: [0.025, 0.975] as const, random: random(seed, "sobol/intervals") };
      const { totalLow, totalHigh } = sobolIntervals(runs, options);
      if ((totalLow[0] as number) <= (total[0] as number) && (total[0] as number) <= (totalHigh[0] as number))
        covered += 1;
    }
    // 95 % of 60, less four binomial deviations
    expect(covered / rounds).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / rounds));
  });

  it("are gaps where nothing varies", () => {
    const same = new Float64Array(5).fill(2);
    expect(sobolIndices({ a: same, b: same, mixed: [same] }).first[0]).toBeNaN();
  });
});

const draw = random(8, "sobol/data");
const place = Array.from({ length: 20 }, (_, at) => `p${at}`);
const data = {
  place,
  indicators: ["x", "y", "z"].map((name) =>
    column(
      name,
      place.map(() => 1 + draw.uniform()),
    ),
  ),
};
const recipe = makeRecipe({ indicators: [{ id: "x", weight: 4 }, { id: "y" }, { id: "z" }] });

describe("sensitivity of ranks", () => {
  it("is the whole of it where one choice is all there is", () => {
    const one = { weights: "stated", aggregations: ["stated"], weighings: ["stated"], leaveOneOut: false } as const;
    const { indices, interactions } = sobol(data, {
      recipe,
      ...one,
      normalisations: ["min-max", "rank"],
      samples: 4000,
    });
    expect(indices.map(({ id, levels }) => [id, levels.length])).toEqual([["normalisation", 2]]);
    // two answers of variance p q: the estimate is of 4,000 coin flips
    expect(Math.abs((indices[0]?.first as number) - 1)).toBeLessThan(4 * Math.sqrt(1 / 4000) * 1.5);
    expect(Math.abs((indices[0]?.total as number) - 1)).toBeLessThan(4 * Math.sqrt(1 / 4000) * 1.5);
    expect(Math.abs(interactions)).toBeLessThan(0.1);
  });

  it("draws close in on all recipes written out one by one", () => {
    const normalisations = ["min-max", "rank"] as const;
    const lefts = ["none", "x", "y", "z"] as const;
    const weightOf = { x: 4, y: 1, z: 1 };
    const ranksOf = (method: (typeof normalisations)[number], left: (typeof lefts)[number]) => {
      const kept = data.indicators.filter(({ name }) => name !== left);
      const indicators = kept.map(({ name }) => ({ id: name, weight: weightOf[name as "x"] }));
      return compositeIndex({ place, indicators: kept }, { recipe: makeRecipe({ indicators, normalise: { method } }) })
        .ranks;
    };
    const stated = ranksOf("min-max", "none");
    const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const y = normalisations.map((method) =>
      lefts.map((left) =>
        meanOf(Array.from(ranksOf(method, left), (rank, at) => Math.abs(rank - (stated[at] as number)))),
      ),
    );
    const at = (i: number, j: number) => y[i]?.[j] as number;
    const [is, js] = [
      [0, 1],
      [0, 1, 2, 3],
    ];
    const mean = meanOf(y.flat());
    const variance = meanOf(y.flat().map((each) => (each - mean) ** 2));
    // Jansen's halves of squared differences, over every base point and every other answer of the one choice
    const moved = [
      is.flatMap((i) => js.flatMap((j) => is.map((other) => (at(i, j) - at(other, j)) ** 2 / 2))),
      is.flatMap((i) => js.flatMap((j) => js.map((other) => (at(i, j) - at(i, other)) ** 2 / 2))),
    ];
    const deviation = (values: readonly number[]) =>
      Math.sqrt(meanOf(values.map((each) => (each - meanOf(values)) ** 2)));
    const samples = 4000;
    const { indices } = sobol(data, {
      ...{ recipe, samples, normalisations, aggregations: ["stated"], weighings: ["stated"], weights: "stated" },
    });
    expect(indices.map(({ id }) => id)).toEqual(["normalisation", "leave-out"]);
    indices.forEach(({ total }, factor) => {
      const terms = moved[factor] as number[];
      const exact = meanOf(terms) / variance;
      // four errors of the mean of the terms, and of the variance that it is divided by
      const error = (deviation(terms) + exact * deviation(y.flat().map((each) => (each - mean) ** 2))) / variance;
      expect(Math.abs(total - exact)).toBeLessThan((4 * error) / Math.sqrt(samples));
    });
  });

  it("counts every discrete and continuous choice, and merges those that do not go together", () => {
    const panel = compositeExample(1, 8, {}).inputs.data as { columns: { name: string; values: never }[] };
    const named = (name: string) => panel.columns.find((each) => each.name === name)?.values as never;
    const years = {
      place: named("place") as string[],
      year: named("year"),
      indicators: [column("x", named("patents")), column("y", named("green_share"))],
    };
    const stated = makeRecipe({ indicators: [{ id: "x", weight: 3 }, { id: "y" }] });
    const ids = (options: Parameters<typeof sobol>[1]) =>
      sobol(years, { recipe: stated, samples: 20, bootstrap: 10, ...options }).indices.map(({ id }) => id);
    expect(ids({})).toEqual([
      "normalisation",
      "aggregation",
      "scope",
      "weighing",
      "leave-out",
      "weight of x",
      "weight of y",
    ]);
    expect(ids({ normalisations: ["stated", "z-score"], scopes: ["stated"], leaveOneOut: false })).toEqual([
      "pair",
      "weighing",
      "weight of x",
      "weight of y",
    ]);
    expect(() =>
      ids({
        normalisations: ["stated"],
        aggregations: ["stated"],
        scopes: ["stated"],
        weighings: ["stated"],
        weights: "stated",
        leaveOneOut: false,
      }),
    ).toThrow("sobol: every choice has one answer only, expected at least one that varies");
  });

  it("a requested way of weighing that cannot run is an error", () => {
    const zscore = makeRecipe({ indicators: [{ id: "x" }, { id: "y" }], normalise: { method: "z-score" } });
    expect(() => sobol(data, { recipe: zscore, weighings: ["stated", "entropy"] })).toThrow(
      "entropy weights are of shares",
    );
  });

  it("gives the same by its own run as by the function, in parts", async () => {
    const example = compositeExample(3, 10, {});
    const result = await invoke(
      method,
      { ...example, options: { samples: 130, bootstrap: 20 } },
      localContext(method, 5),
    );
    const again = await invoke(
      method,
      { ...example, options: { samples: 130, bootstrap: 20 } },
      localContext(method, 5),
    );
    expect(again).toEqual(result);
    expect(result.scalars.runs).toBe(130 * (7 + 2));
  });

  it("places that never move have no indices, and a place's own add up like the whole", () => {
    const lead = {
      ...data,
      indicators: data.indicators.map((each) => ({
        ...each,
        values: each.values.map((v, row) => (row === 0 ? 9 : v)),
      })),
    };
    const { places, warnings } = sobol(lead, { recipe, samples: 400 });
    expect(places.deviation[0]).toBe(0);
    expect(places.total.every((values) => Number.isNaN(values[0]))).toBe(true);
    expect(warnings?.map(({ code }) => code)).toContain("places-settled");
  });
});
