import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { fisherUpperTail } from "../numeric/fisher.ts";
import { adoptionExample } from "./adoption-example.ts";
import { counterparts, weightsOf } from "./counterparts.ts";
import { eventRows } from "./event-steps.ts";
import type { EventInput } from "./event-study.ts";
import { fixedEffects } from "./fixed-effects.ts";
import method, { imputation } from "./imputation.ts";
import { treatedPanel } from "./treated-panel.ts";

const near = (found: number | undefined, expected: number, within = 1e-10) =>
  expect(Math.abs((found as number) - expected)).toBeLessThan(within);

function columnsOf(inputs: unknown): EventInput {
  const { data } = inputs as { data: { columns: { values: never }[] } };
  const [place, year, outcome, treated] = data.columns.map(({ values }) => values);
  return { place, year, outcome, treated };
}
const example = (size: number) => columnsOf(adoptionExample(5, size).inputs);

describe("laws", () => {
  const input = example(24);
  const draw = random(8, "imputation");
  const covariates = [{ name: "x", unit: "1", values: Float64Array.from(input.place, () => draw.normal()) }];

  it("is what a dummy for every treated row gives", () => {
    const treated = [...input.place.keys()].filter((row) => input.treated?.[row] === 1);
    const regressors = [
      ...treated.map((at) => ({
        name: `${at}`,
        unit: "1",
        values: Float64Array.from(input.place, (_, row) => (row === at ? 1 : 0)),
      })),
      ...covariates,
    ];
    const { coefficients } = fixedEffects({ ...input, regressors }, { errors: "classical" });
    const mean = treated.reduce((sum, _, at) => sum + coefficients[at].coefficient / treated.length, 0);
    near(imputation({ ...input, covariates }).effect, mean, 1e-9);
  });

  it("has weights of rows that give the effect and know nothing of places, years and covariates", () => {
    const rows = eventRows(treatedPanel("m", input), covariates);
    const { found, rows: kept } = counterparts("imputation", rows, covariates);
    const given = new Float64Array(kept.place.length);
    for (const row of found.treated) given[row] = 1 / found.treated.length;
    const weights = weightsOf(kept, found, given);
    const sum = (of: (row: number) => number) => weights.reduce((total, weight, row) => total + weight * of(row), 0);
    near(
      sum((row) => kept.outcome[row]),
      imputation({ ...input, covariates }).effect,
    );
    near(
      sum((row) => kept.columns[0][row]),
      0,
    );
    near(
      sum((row) => Number(kept.place[row] === "p0004")),
      0,
    );
    near(
      sum((row) => Number(kept.year[row] === 2015)),
      0,
    );
  });

  it("moves by what is added to treated rows, and not by what all rows of a place or year share", () => {
    const { effect, standardError } = imputation(input);
    const added = input.outcome.length;
    const outcome = Array.from(
      { length: added },
      (_, row) => input.outcome[row] + 3 * (input.treated?.[row] as number) + input.year[row],
    );
    const more = imputation({ ...input, outcome });
    near(more.effect, effect + 3);
    near(more.standardError, standardError);
  });

  it("leaves out what untreated rows do not tie together, by name", () => {
    // a is known from years 1 and 2, year 3 from b alone, which shares no untreated year with a or c
    const { effect, dropped } = imputation({
      place: ["a", "a", "a", "b", "b", "c", "c"],
      year: [1, 2, 3, 3, 4, 1, 2],
      outcome: [1, 2, 9, 5, 6, 0, 4],
      treated: [0, 0, 1, 0, 0, 0, 1],
    });
    near(effect, 3); // c in year 2: 4 - (0 + 1)
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "a 3: untreated rows tie its place and its year together by no chain of places and years",
    ]);
  });

  it("drops by name who is treated on its first row, and who has a gap right before", () => {
    const { dropped } = imputation({
      place: ["a", "a", "a", "b", "b", "b", "c", "c", "d", "d"],
      year: [1, 2, 3, 1, 2, 3, 2, 3, 1, 3],
      outcome: [0, 1, 2, 1, 3, 7, 9, 5, 4, 8],
      treated: [0, 0, 0, 0, 0, 1, 1, 1, 0, 1],
    });
    expect(dropped?.map(({ row }) => row)).toEqual(["c", "d"]);
  });

  it("tests the years before by the same clusters as the effect", () => {
    const [own, none] = [imputation({ ...input, cluster: input.place }), imputation(input)];
    expect(own.pretestP).toBe(none.pretestP);
    const cluster = (count: number) => input.place.map((place) => `${Number(place.slice(1)) % count}`);
    const coarse = imputation({ ...input, cluster: cluster(8) });
    expect(Math.abs(coarse.pretest - none.pretest)).toBeGreaterThan(0.01);
    near(coarse.pretestP, fisherUpperTail(coarse.pretest, 3, 7)); // three leads, eight clusters
    // three clusters cannot tell three leads apart
    const few = imputation({ ...input, cluster: cluster(3) });
    expect(few.pretestP).toBeNaN();
    expect(few.warnings?.map(({ code }) => code)).toContain("no-pretest");
  });

  it("gives no interval where nothing errs, whatever the scale, and warns", () => {
    // the worked case, each place twice: six clusters
    const one = columnsOf(method.worked.inputs);
    const twice = (values: ArrayLike<number> = []) => [...Array.from(values), ...Array.from(values)];
    const worked = {
      place: [...one.place, ...one.place.map((place) => `${place}'`)],
      year: twice(one.year),
      outcome: twice(one.outcome),
      treated: twice(one.treated),
    };
    for (const scale of [1, 1e-9, 1e9 / 3]) {
      const exact = imputation({ ...worked, outcome: Array.from(worked.outcome, (each) => each * scale) });
      near(exact.effect / scale, 4);
      for (const each of [exact.standardError, exact.low, exact.high, exact.p, exact.steps[0].standardError]) {
        expect(each).toBeNaN();
      }
      expect(exact.warnings?.map(({ code }) => code)).toContain("no-error");
    }
    const whole = imputation(input);
    const tiny = 1e-15;
    const small = imputation({ ...input, outcome: Array.from(input.outcome, (each) => each * tiny) });
    near(small.standardError / tiny, whole.standardError);
    near(small.p, whole.p);
  });

  it("leaves out what has no counterpart, by name, and refuses where nothing has", () => {
    const place = ["a", "a", "a", "b", "b", "b"];
    const year = [1, 2, 3, 1, 2, 3];
    const { effect, dropped } = imputation({ place, year, outcome: [1, 2, 3, 1, 5, 9], treated: [0, 0, 1, 0, 1, 1] });
    near(effect, 3); // 5 - (1 + 1) in year 2; year 3 has nobody untreated
    expect(dropped?.map(({ row }) => row)).toEqual(["a 3", "b 3"]);
    expect(() => imputation({ place, year, outcome: year, treated: [0, 1, 1, 0, 1, 1] })).toThrow("no treated row has");
  });
});

describe.skipIf(!haveGoldens)("the staggered panel of fixest", () => {
  const settled = 1e-8; // its fixed effects are settled to 1e-6 of a step
  it("gives the effects of all, and of each year since treatment", () => {
    const rows = goldenCsv("did_sunab_imputation_base_stagg/input.csv");
    const of = (name: string) => rows.map((row) => Number(row[name]));
    const expected = goldenJson<{ imputation: { att: number; by_event: Record<string, number>; n_treated: number } }>(
      "did_sunab_imputation_base_stagg/expected.json",
    ).imputation;
    const result = imputation({
      place: rows.map(({ id }) => id),
      year: of("year"),
      outcome: of("y"),
      first: of("year_treated").map((year) => (year > 100 ? 0 : year)),
      covariates: [{ name: "x1", unit: "1", values: Float64Array.from(of("x1")) }],
    });
    near(result.effect, expected.att, settled);
    expect(result.steps.reduce((sum, { rows: own }) => sum + own, 0)).toBe(expected.n_treated);
    for (const { at, effect } of result.steps) near(effect, expected.by_event[at], settled);
  });
});
