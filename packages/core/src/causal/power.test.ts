import { describe, expect, it } from "vitest";
import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { blockExample } from "./adoption-example.ts";
import { placeboEstimators } from "./placebo-estimators.ts";
import method, { power as smallest } from "./power.ts";
import { randomisation } from "./randomisation.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";

const rounding = 1e-9; // sums of some hundred outcomes in another order

/** The columns of a made-up example. */
function columnsOf({ inputs }: Example): TreatedPanelInput {
  const { data } = inputs as { data: { columns: { values: never }[] } };
  const [place, year, outcome, treated] = data.columns.map(({ values }) => values) as [never, never, never, never];
  return { place, year, outcome, treated };
}

/** Never treated and treated places over eight years, the latter from 2015 on; the outcome is noise alone. */
function panel(never: number, treated: number, seed = 1, scale = 1, effect = 0) {
  const draw = random(seed, "power/test");
  const cells = Array.from({ length: never + treated }, (_, at) =>
    Array.from({ length: 8 }, (_, step) => {
      const under = at >= never && step >= 4 ? 1 : 0;
      return { place: `p${String(at).padStart(3, "0")}`, year: 2011 + step, treated: under, noise: draw.normal() };
    }),
  ).flat();
  return {
    place: cells.map(({ place }) => place),
    year: cells.map(({ year }) => year),
    treated: cells.map((each) => each.treated),
    outcome: cells.map((each) => scale * each.noise + effect * each.treated),
  };
}

describe("power", () => {
  it("is 2.8016 standard errors at 5 and 80 percent, by the normal distribution", () => {
    // qnorm(.975) + qnorm(.8) = 1.9599640 + .8416212 = 2.8015852; three of them 8.4047557
    const { multiplier, analytic, standardError } = smallest(panel(40, 8));
    expect(multiplier).toBeCloseTo(2.8015852, 6);
    expect(analytic).toBeCloseTo(multiplier * standardError, 12);
    expect(smallest(panel(40, 8), { by: "analytic" }, { standard_error: [3] }).detectable).toBeCloseTo(8.4047557, 6);
  });

  it("lies near the analytic answer where placebo effects are normal", () => {
    const { placebo, analytic } = smallest(panel(60, 12), { draws: 1999 });
    // by rank with 1999 draws: a quantile near 2.5 percent has an error of some percent, of two of them less than a tenth
    expect(Math.abs(placebo / analytic - 1)).toBeLessThan(0.1);
  });

  it("grows with the outcome's scale, and does not see the effect on the treated", () => {
    const once = smallest(panel(40, 8));
    expect(smallest(panel(40, 8, 1, 10)).detectable).toBeCloseTo(10 * once.detectable, 9);
    expect(smallest(panel(40, 8, 1, 1, 7)).detectable).toBe(once.detectable);
    const all = smallest(panel(40, 8), { cells: "all" });
    expect(Math.abs(smallest(panel(40, 8, 1, 1, 7), { cells: "all" }).detectable - all.detectable)).toBeLessThan(
      rounding,
    );
  });

  it("shrinks with more treated places", () => {
    const [one, four, twelve] = [1, 4, 12].map((treated) => smallest(panel(60, treated)).detectable);
    expect(one).toBeGreaterThan(four as number);
    expect(four).toBeGreaterThan(twelve as number);
  });

  it("says that no effect is found where so few placebos allow no test", () => {
    const { detectable, analytic, smallestP, warnings } = smallest(panel(12, 1));
    expect(detectable).toBeNaN();
    expect(smallestP).toBe(1 / 13);
    expect(analytic).toBeGreaterThan(0);
    expect(warnings?.[0]?.text.en).toBe(
      "1 treated among 12 places allow 12 placebos: a test at 0.95 needs 19, so no effect however large would be found",
    );
    expect(smallest(panel(19, 1)).detectable).toBeGreaterThan(0);
  });

  it("is found by the randomisation test at about the stated power, and half of it much less often", () => {
    const least = smallest(panel(30, 8), { cells: "all" }).detectable;
    const found = (effect: number) =>
      Array.from({ length: 120 }, (_, seed) =>
        randomisation(panel(30, 8, seed + 10, 1, effect), { draws: 199 }).p <= 0.05 ? 1 : 0,
      ).reduce<number>((sum, each) => sum + each, 0) / 120;
    // four of five: with 120 panels the share has a standard error of 4 percent, and `least` rests on one panel
    expect(found(least)).toBeGreaterThan(0.65);
    expect(found(least)).toBeLessThan(0.95);
    expect(found(least / 2)).toBeLessThan(0.5);
  });
});

/** The same, with half of the treated two years earlier. */
function staggered() {
  const data = panel(24, 6);
  const isEarly = (row: number) => Math.floor(row / 8) >= 27 && (data.year[row] as number) >= 2013;
  return { ...data, treated: data.treated.map((each, row) => (isEarly(row) ? 1 : each)) };
}

describe("estimators on placebos", () => {
  it.each(Object.entries(placeboEstimators))(
    "%s takes a constant effect for itself and nothing else",
    (_, estimator) => {
      const { outcome, year } = panel(12, 3);
      const years = [...new Set(year)];
      const starts = [...Array.from({ length: 12 }, () => 8), 4, 4, 4];
      const added = outcome.map((each, cell) => (Math.floor(cell / 8) >= 12 && cell % 8 >= 4 ? each + 5 : each));
      const [without, withIt] = [outcome, added].map((values) =>
        estimator({ outcome: Float64Array.from(values), years }, starts),
      );
      expect((withIt as number) - (without as number)).toBeCloseTo(5, 6); // weights of years settle to about 1e-9
    },
  );

  it("answers for staggered adoption", () => {
    const data = staggered();
    for (const estimator of ["two-way", "imputation", "group-time-att"] as const) {
      expect(smallest(data, { estimator, draws: 19 }).placebo, estimator).toBeGreaterThan(0);
    }
  });

  it("hands on that an estimator refuses the pattern of adoption", () => {
    const data = staggered();
    expect(() => smallest(data, { estimator: "synthetic-did" })).toThrow("synthetic-did: treatment begins in");
  });
});

it("refuses fewer places never treated than treated, with what would help", () => {
  expect(() => smallest(panel(4, 6))).toThrow(
    "power: 4 places are never treated and observed in every year, expected more than the 6 treated and at least 3",
  );
  expect(smallest(panel(4, 6), { cells: "all" }).placebo).toBeGreaterThan(0);
});

it("has a curve that rises from the size of the test to near certainty", () => {
  const result = smallest(columnsOf(blockExample(3, 40)));
  const table = method
    .tables(result, { data: { units: {} } } as never, method.options.parse({}))
    .find(({ name }) => name === "curve");
  const found = table?.columns.find(({ name }) => name === "found")?.values as Float64Array;
  expect(found[0]).toBeLessThanOrEqual(0.05);
  expect(found.at(-1)).toBeGreaterThan(0.95);
});

describe("a panel in which nothing varies beside places and years", () => {
  const still = panel(12, 2);
  const outcome = still.place.map((name, row) => 0.1 * Number(name.slice(1)) + 0.3 * (still.year[row] as number));

  it("has no detectable size, rather than one of rounding", () => {
    const found = smallest({ ...still, outcome });
    expect([found.detectable, found.up, found.down, found.analytic, found.standardError]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect(found.warnings?.map(({ code }) => code)).toContain("no-error");
  });

  it("is told apart from an estimate without an error", () => {
    const { analytic, warnings } = smallest(panel(40, 8), { by: "analytic" }, { standard_error: [Number.NaN] });
    expect(analytic).toBeNaN();
    expect(warnings?.map(({ code }) => code)).toEqual(["estimate-without-error"]);
  });
});

it("says of draws that are too few for the level that it is the draws", () => {
  const { warnings, detectable } = smallest(panel(40, 8), { draws: 19, level: 0.99 });
  expect(detectable).toBeNaN();
  expect(warnings?.map(({ text }) => text.en)).toEqual([
    "19 placebos are drawn: a test at 0.99 needs draws of 99 or more",
  ]);
});
