import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { Finding } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { sentence } from "../contract/sentence.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { languages } from "../language/text.ts";
import method, { type FixedEffectsInput, type FixedEffectsOptions, fixedEffects } from "./fixed-effects.ts";
import { fixedEffectsFindings } from "./fixed-effects-tables.ts";

const rounding = 1e-10;
const near = (found: number | undefined, expected: number, within = rounding) =>
  expect(Math.abs((found as number) - expected)).toBeLessThan(within);
const column = (name: string, values: readonly number[]) => ({ name, unit: "1", values: Float64Array.from(values) });

/** Places that err by place and year, half of them treated from year 5 of 8 on. */
function madeUp(places: number, seed: number): FixedEffectsInput {
  const draw = random(seed, "fixed-effects");
  const years = Array.from({ length: 8 }, () => draw.normal());
  const rows = Array.from({ length: places }, (_, at) => {
    const level = draw.normal();
    return years.map((shock, step) => {
      const treated = at % 2 === 0 && step >= 4 ? 1 : 0;
      const x = draw.normal() + level;
      return { place: `p${at}`, year: step, treated, x, outcome: level + shock + 0.5 * treated + x + draw.normal() };
    });
  }).flat();
  return {
    place: rows.map(({ place }) => place),
    year: rows.map(({ year }) => year),
    outcome: rows.map(({ outcome }) => outcome),
    regressors: [
      column(
        "treated",
        rows.map(({ treated }) => treated),
      ),
      column(
        "x",
        rows.map(({ x }) => x),
      ),
    ],
    lon: rows.map(({ place }) => 110 + Number(place.slice(1)) / 10),
    lat: rows.map(() => 0),
  };
}

describe("laws", () => {
  const input = madeUp(20, 1);

  it("is the difference in differences of two years, with its error by hand", () => {
    const changes = [0, 1, 2, 1, 1, 3, 5];
    const two: FixedEffectsInput = {
      place: [...changes.keys(), ...changes.keys()].map((at) => `p${at}`),
      year: [...changes.map(() => 1), ...changes.map(() => 2)],
      outcome: [...changes.keys(), ...changes.map((change, at) => at + change)],
      regressors: [column("treated", [...changes.map(() => 0), ...changes.map((_, at) => (at >= 5 ? 1 : 0))])],
    };
    const { effect, standardError } = fixedEffects(two);
    near(effect, 3);
    // changes deviate from the mean of their side by -1, 0, 1, 0, 0 and by -1, 1, so V = (1 + 1) / 5² + (1 + 1) / 2², times
    // (n - 1) / (n - K) = 13 / (14 - 3) and G / (G - 1) = 7 / 6
    near(standardError, Math.sqrt((((2 / 25 + 2 / 4) * 13) / 11) * (7 / 6)));
  });

  it("withholds errors and bootstrap where one place is treated, or one is not, whatever the number of clusters", () => {
    const many = madeUp(40, 1);
    for (const lone of [0, 1]) {
      const treated = many.place.map((place, row) =>
        Number((place === many.place[0]) === (lone === 0)) && many.year[row] > 4 ? 1 : 0,
      );
      const { coefficients, warnings = [] } = fixedEffects(
        { ...many, regressors: [column("treated", treated)] },
        { draws: 19 },
      );
      const [{ coefficient, standardError, p, low, pWild }] = coefficients;
      expect(coefficient).not.toBeNaN();
      for (const each of [standardError, p, low, pWild]) expect(each).toBeNaN();
      expect(warnings.map(({ code }) => code)).toEqual(["too-few-clusters"]);
    }
  });

  it("holds Conley's errors to the same rule by places, and not those that take every row for itself", () => {
    const many = madeUp(40, 1);
    const treated = many.place.map((place, row) => (place === many.place[0] && many.year[row] > 4 ? 1 : 0));
    const lone = { ...many, regressors: [column("treated", treated)] };
    expect(fixedEffects(lone, { errors: "conley" }).standardError).toBeNaN();
    expect(fixedEffects(lone, { errors: "conley" }).warnings?.map(({ code }) => code)).toEqual(["too-few-clusters"]);
    for (const errors of ["heteroskedastic", "classical"] as const) {
      const found = fixedEffects(lone, { errors });
      expect(found.standardError).toBeGreaterThan(0);
      expect([found.effectiveClusters, found.warnings]).toEqual([Number.NaN, []]);
    }
  });

  it("warns of few treated among many, and that the bootstrap then errs to the other side", () => {
    const many = madeUp(40, 1);
    const treated = many.place.map((place, row) => (Number(place.slice(1)) < 3 && many.year[row] > 4 ? 1 : 0));
    const found = fixedEffects({ ...many, regressors: [column("treated", treated)] }, { draws: 19 });
    expect(found.standardError).toBeGreaterThan(0);
    near(found.effectiveClusters, 1 / ((37 / 40) ** 2 / 3 + (3 / 40) ** 2 / 37));
    expect(found.warnings?.map(({ code }) => code)).toEqual(["few-clusters", "few-for-bootstrap"]);
  });

  it("counts clusters of a column that is no treatment by where it varies", () => {
    const many = madeUp(40, 1);
    const one = many.place.map((place, row) => (place === many.place[0] ? many.year[row] % 3 : 0));
    const [, x] = many.regressors;
    const found = fixedEffects({ ...many, regressors: [x, column("one", one)] });
    expect(found.coefficients[0].standardError).toBeGreaterThan(0);
    expect(found.coefficients[1].standardError).toBeNaN();
    expect(found.warnings?.map(({ code }) => code)).toEqual(["parts-withheld"]);
  });

  it("gives the same coefficients whatever the errors, and with effects as factors of their own", () => {
    const { coefficients } = fixedEffects(input);
    for (const errors of ["classical", "heteroskedastic", "place-and-year", "conley"] as const) {
      fixedEffects(input, { errors }).coefficients.forEach(({ coefficient }, at) => {
        near(coefficient, coefficients[at].coefficient);
      });
    }
    const factors = [{ name: "of", values: input.place }];
    const asFactor = fixedEffects({ ...input, factors }, { absorb: ["year"] });
    near(asFactor.effect, coefficients[0].coefficient);
    near(asFactor.standardError, coefficients[0].standardError);
  });

  it("is White's without the correction, for Conley's errors that reach nobody", () => {
    const none = fixedEffects(input, { errors: "conley", cutoff: 1e-9 });
    const white = fixedEffects(input, { errors: "heteroskedastic" });
    near(none.standardError, white.standardError * Math.sqrt(white.freedom / none.n));
  });

  it("gives Conley's errors as summed pair by pair", () => {
    const cutoff = 35;
    const found = fixedEffects(input, { errors: "conley", cutoff, lags: 2, absorb: [] });
    // the second route: residuals and columns less their means, every ordered pair
    const n = input.place.length;
    const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, each) => sum + each, 0) / n;
    const centred = input.regressors.map(({ values }) => Array.from(values, (each) => each - mean(values)));
    const [b, c] = found.coefficients.map(({ coefficient }) => coefficient);
    const residual = Array.from(
      { length: n },
      (_, at) => input.outcome[at] - mean(input.outcome) - b * centred[0][at] - c * centred[1][at],
    );
    const sum = (f: (i: number, j: number) => number) => {
      let total = 0;
      for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) total += f(i, j);
      return total;
    };
    const kmAt = (i: number, j: number) =>
      (Math.abs((input.lon?.[i] as number) - (input.lon?.[j] as number)) * Math.PI * 6371.0088) / 180;
    const weight = (i: number, j: number) =>
      input.place[i] === input.place[j]
        ? Math.max(0, 1 - Math.abs(input.year[i] - input.year[j]) / 3)
        : Number(input.year[i] === input.year[j] && kmAt(i, j) <= cutoff);
    const meat = [0, 1].map((p) =>
      [0, 1].map((q) => sum((i, j) => weight(i, j) * residual[i] * residual[j] * centred[p][i] * centred[q][j])),
    );
    const gram = [0, 1].map((p) => [0, 1].map((q) => sum((i, j) => (i === j ? centred[p][i] * centred[q][i] : 0))));
    const det = gram[0][0] * gram[1][1] - gram[0][1] ** 2;
    const row = [gram[1][1] / det, -gram[0][1] / det];
    const variance = [0, 1].reduce(
      (total, p) => total + [0, 1].reduce((s, q) => s + row[p] * meat[p][q] * row[q], 0),
      0,
    );
    near(found.standardError, Math.sqrt(variance));
  });

  it("has a wild p near that of t where clusters are many, and finds nothing where nothing is", () => {
    const many = fixedEffects(madeUp(60, 4), { draws: 499 });
    expect(many.coefficients[1].pWild).toBe(1 / 500);
    const idle = { ...madeUp(60, 5) };
    const shuffled = random(9, "idle");
    const noise = column(
      "noise",
      idle.place.map(() => shuffled.normal()),
    );
    const { coefficients } = fixedEffects({ ...idle, regressors: [noise] }, { draws: 499 });
    near(coefficients[0].pWild, coefficients[0].p, 0.08); // 499 draws: two standard errors of a share are .045
  });

  it("says of a wild p that it is one, in the table of what was found and in the sentence", async () => {
    const { inputs } = method.example(1, 12);
    const found = async (draws: number) => {
      const { tables, findings } = await invoke(method, { inputs, options: { draws } }, localContext(method, 1));
      const cell = (table: string, name: string) =>
        findColumn(tables.find((each) => each.name === table) as Table, name)?.values[0];
      return { cell, says: languages.map((language) => sentence(findings[0] as Finding, language)) };
    };
    const [plain, wild] = [await found(0), await found(199)];
    expect([plain, wild].map(({ cell }) => cell("estimate", "basis"))).toEqual(["t", "wild"]);
    expect(wild.cell("estimate", "p")).toBe(wild.cell("coefficients", "p_wild"));
    expect(wild.cell("estimate", "low")).toBe(plain.cell("estimate", "low"));
    expect(wild.says[0]).toContain("by the wild bootstrap");
    expect(wild.says[1]).toContain("wild 自助法");
    expect(plain.says.join("")).not.toContain("wild");
  });
});

describe("clusters", () => {
  it("count effects that lie in them once, though these fall into parts: one column and one constant", () => {
    // 12 provinces of 3 cities over 3 years; effects of city and of province and year, each in one province
    const draw = random(7, "nested");
    const rows = Array.from({ length: 108 }, (_, at) => {
      const [province, city, year] = [Math.floor(at / 9), Math.floor(at / 3), at % 3];
      const x = draw.normal();
      return { province, city, year, x, outcome: 0.3 * x + city + province * year + draw.normal() };
    });
    const { effect, standardError } = fixedEffects(
      {
        place: rows.map(({ city }) => `${city}`),
        year: rows.map(({ year }) => year),
        outcome: rows.map(({ outcome }) => outcome),
        regressors: [
          column(
            "x",
            rows.map(({ x }) => x),
          ),
        ],
        cluster: rows.map(({ province }) => `${province}`),
        factors: [{ name: "province_year", values: rows.map(({ province, year }) => `${province},${year}`) }],
      },
      { absorb: ["place"] },
    );
    // the second route: balanced within provinces, so that means come off one after the other
    const less = (values: readonly number[], of: (row: (typeof rows)[number]) => string) =>
      values.map((each, at) => {
        const own = values.filter((_, other) => of(rows[other]) === of(rows[at]));
        return each - own.reduce((sum, value) => sum + value, 0) / own.length;
      });
    const swept = (values: readonly number[]) =>
      less(
        less(values, ({ city }) => `${city}`),
        ({ province, year }) => `${province},${year}`,
      );
    const [x, y] = [swept(rows.map((row) => row.x)), swept(rows.map(({ outcome }) => outcome))];
    const square = x.reduce((sum, each) => sum + each * each, 0);
    const b = x.reduce((sum, each, at) => sum + each * y[at], 0) / square;
    const scores = Array.from({ length: 12 }, (_, province) =>
      x.reduce((sum, each, at) => sum + (rows[at].province === province ? each * (y[at] - b * each) : 0), 0),
    );
    const variance = scores.reduce((sum, each) => sum + each * each, 0) / square ** 2;
    near(effect, b);
    near(standardError, Math.sqrt(((variance * 107) / (108 - 2)) * (12 / 11)));
  });

  it("are those given, and years, where errors go by place and year", () => {
    const input = madeUp(20, 1);
    const cluster = input.place.map((place) => `c${Math.floor(Number(place.slice(1)) / 2)}`);
    const both = fixedEffects({ ...input, cluster }, { errors: "place-and-year" });
    expect(both.freedom).toBe(7); // 8 years are fewer than 10 clusters
    expect(both.standardError).toBeCloseTo(
      fixedEffects(
        { ...input, place: cluster, factors: [{ name: "own", values: input.place }] },
        { errors: "place-and-year", absorb: ["year"] },
      ).standardError,
      10,
    );
    expect(
      Math.abs(both.standardError - fixedEffects(input, { errors: "place-and-year" }).standardError),
    ).toBeGreaterThan(1e-4);
  });

  it("give a wild p that does not hang on the order of columns", () => {
    const input = madeUp(12, 3);
    const own = fixedEffects(input, { draws: 199 }).coefficients;
    const turned = fixedEffects({ ...input, regressors: input.regressors.toReversed() }, { draws: 199 }).coefficients;
    expect(turned.toReversed().map(({ pWild }) => pWild)).toEqual(own.map(({ pWild }) => pWild));
  });

  it("have nothing to say where nothing varies: warned of, without a wild p", () => {
    const input = madeUp(12, 3);
    const [treated] = input.regressors;
    for (const slope of [2, 0]) {
      const outcome = treated.values.map((each, row) => slope * each + input.year[row]);
      const { coefficients, warnings = [] } = fixedEffects({ ...input, outcome, regressors: [treated] }, { draws: 99 });
      const [{ standardError, p, pWild }] = coefficients;
      for (const each of [standardError, p, pWild]) expect(each).toBeNaN();
      expect(warnings.map(({ code }) => code)).toContain("no-error");
    }
    expect(fixedEffects(input).warnings?.map(({ code }) => code)).toEqual(["few-clusters"]);
  });
});

describe("refusals", () => {
  const input = madeUp(20, 1);
  const refused =
    (given: Partial<FixedEffectsInput>, options: FixedEffectsOptions = {}) =>
    () =>
      fixedEffects({ ...input, ...given }, options);

  it("names what has nothing left, no columns, no coordinates and unequal lengths", () => {
    const fixed = column(
      "area",
      input.place.map((place) => place.length),
    );
    expect(refused({ regressors: [...input.regressors, fixed] })).toThrow("nothing is left of area beside the effects");
    expect(refused({ regressors: [...input.regressors, { ...input.regressors[1], name: "twin" }] })).toThrow(
      "nothing is left of twin",
    );
    expect(refused({ regressors: [] })).toThrow("no column to explain the outcome by");
    expect(refused({ lon: undefined }, { errors: "conley" })).toThrow("errors conley needs lon and lat");
    const lon = input.place.map((_, row) => (row === 3 ? Number.NaN : 110));
    expect(refused({ lon }, { errors: "conley" })).toThrow("errors conley needs lon and lat of each row");
    expect(refused({ outcome: [1] })).toThrow("outcome has 1 rows but place has 160");
  });
});

describe.skipIf(!haveGoldens)("fixest", () => {
  const sameAsR = 1e-9; // fixest stops absorbing at 1e-6 of what moves

  const load = () => {
    const rows = goldenCsv("event_study_base_did/input.csv");
    const of = (name: string) => rows.map((row) => Number(row[name]));
    const periods = [1, 2, 3, 4, 6, 7, 8, 9, 10];
    const input: FixedEffectsInput = {
      place: rows.map(({ id }) => id),
      year: of("period"),
      outcome: of("y"),
      regressors: [
        column("x1", of("x1")),
        ...periods.map((period) =>
          column(
            `${period}`,
            rows.map((row) => (Number(row.period) === period ? Number(row.treat) : 0)),
          ),
        ),
      ],
    };
    return input;
  };

  it.each([
    ["iid", "classical"],
    ["hetero", "heteroskedastic"],
    ["cluster_id", "cluster"],
    ["twoway", "place-and-year"],
  ] as const)("%s", (key, errors) => {
    type Row = Record<"Estimate" | "Std. Error" | "t value" | "Pr(>|t|)", number>;
    const expected = goldenJson<Record<string, Row[]>>("event_study_base_did/expected.json")[key];
    const { coefficients } = fixedEffects(load(), { errors });
    expect(coefficients.length).toBe(expected.length);
    coefficients.forEach(({ coefficient, standardError, p }, at) => {
      near(coefficient, expected[at].Estimate, sameAsR);
      near(standardError, expected[at]["Std. Error"], sameAsR);
      near(p, expected[at]["Pr(>|t|)"], sameAsR);
    });
  });

  it("the two-way regression of staggered adoption", () => {
    const rows = goldenCsv("did_sunab_imputation_base_stagg/input.csv");
    const expected = goldenJson<{ twfe_static: Record<"coef" | "se", Record<string, number>> }>(
      "did_sunab_imputation_base_stagg/expected.json",
    ).twfe_static;
    const treated = rows.map((row) => (Number(row.time_to_treatment) >= 0 && Number(row.treated) === 1 ? 1 : 0));
    const { coefficients } = fixedEffects({
      place: rows.map(({ id }) => id),
      year: rows.map(({ year }) => Number(year)),
      outcome: rows.map(({ y }) => Number(y)),
      regressors: [
        column("D", treated),
        column(
          "x1",
          rows.map(({ x1 }) => Number(x1)),
        ),
      ],
    });
    for (const { term, coefficient, standardError } of coefficients) {
      near(coefficient, expected.coef[term], sameAsR);
      near(standardError, expected.se[term], sameAsR);
    }
  });
});

describe.skipIf(!haveGoldens)("plm on Grunfeld's firms", () => {
  it.each([
    ["within", ["place"]],
    ["twoways", ["place", "year"]],
  ] as const)("%s", (key, absorb) => {
    const rows = goldenCsv("panel_grunfeld/input.csv");
    const of = (name: string) => rows.map((row) => Number(row[name]));
    const expected =
      goldenJson<Record<string, Record<"coef" | "se", Record<string, number>>>>("panel_grunfeld/expected.json")[key];
    const { coefficients } = fixedEffects(
      {
        place: rows.map(({ firm }) => firm),
        year: of("year"),
        outcome: of("inv"),
        regressors: [column("value", of("value")), column("capital", of("capital"))],
      },
      { absorb, errors: "classical" },
    );
    for (const { term, coefficient, standardError } of coefficients) {
      near(coefficient, expected.coef[term]);
      near(standardError, expected.se[term]);
    }
  });
});

it("says what it says by the level of its interval", () => {
  const input = madeUp(40, 3);
  const result = fixedEffects(input);
  const strict = 1 - result.p / 2;
  const saidAt = (level: number) => {
    const [said] = fixedEffectsFindings(fixedEffects(input, { level }), undefined, { level });
    return sentence(said as never, "en");
  };
  expect(result.p).toBeGreaterThan(0);
  expect(saidAt(1 - 2 * result.p)).toContain("The outcome moves with treated");
  expect(saidAt(strict)).toContain("cannot be told");
});
