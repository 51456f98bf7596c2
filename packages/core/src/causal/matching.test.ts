import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { covariatesOf } from "./covariate-balance.ts";
import { type MatchingInput, matching } from "./matching.ts";
import { farPairs } from "./matching-warnings.ts";
import { nearestPairs } from "./nearest-pairs.ts";

const near = (found: number | undefined, expected: number, within: number) =>
  expect(Math.abs((found as number) - expected), `${found} and ${expected}`).toBeLessThan(within);

const rounding = 1e-9;
const rules = { ratio: 1, replacement: false, order: "largest", search: "nearest", caliper: Infinity } as const;

function drawn(count: number, effect: number, seed = 2): MatchingInput {
  const draw = random(seed, "matching");
  const rows = Array.from({ length: count }, () => {
    const [a, b] = [draw.normal(), draw.normal()];
    const treated = draw.uniform() < 1 / (1 + Math.exp(1.5 - a - 0.5 * b)) ? 1 : 0;
    return { a, b, treated, outcome: 2 * a + b + effect * treated + draw.normal() };
  });
  const column = (name: "a" | "b") => ({ name, unit: "1", values: Float64Array.from(rows, (row) => row[name]) });
  return {
    place: rows.map((_, at) => `p${at}`),
    treated: rows.map(({ treated }) => treated),
    outcome: rows.map(({ outcome }) => outcome),
    covariates: [column("a"), column("b")],
  };
}

describe("pairs", () => {
  const treated = [1, 1, 0, 0, 0];
  const score = Float64Array.of(0.6, 0.5, 0.58, 0.3, 0.53);
  const of = (more: Partial<Parameters<typeof nearestPairs>[3]>) =>
    nearestPairs(treated, score, score, { ...rules, ...more }).partners.slice(0, 2);

  it("are chosen in turn, the nearest that is left", () => {
    // .6 takes .58, then .5 takes .53 (.03) rather than .3
    expect(of({})).toEqual([[2], [4]]);
    // .5 first takes .53, then .6 takes .58
    expect(of({ order: "smallest" })).toEqual([[2], [4]]);
    expect(of({ search: "below" })).toEqual([[2], [3]]); // below .5 stands .3 alone
    expect(of({ caliper: 0.025 })).toEqual([[2], []]);
    expect(of({ ratio: 2 })).toEqual([
      [2, 3], // the second round has .3 alone left
      [4],
    ]);
    expect(of({ ratio: 2, replacement: true })).toEqual([
      [2, 4],
      [4, 2],
    ]);
  });

  it("are those of a search through all controls, on drawn scores", () => {
    const draw = random(9, "pairs");
    for (let round = 0; round < 50; round += 1) {
      const is = Array.from({ length: 40 }, () => (draw.uniform() < 0.4 ? 1 : 0));
      const scores = Float64Array.from(is, () => draw.integer(12) / 12);
      const found = nearestPairs(is, scores, scores, rules).partners;
      const left = new Set([...is.keys()].filter((at) => is[at] === 0));
      const choosers = [...is.keys()].filter((at) => is[at] === 1).sort((a, b) => scores[b] - scores[a] || a - b);
      for (const chooser of choosers) {
        const gaps = [...left].map((at) => Math.abs(scores[at] - scores[chooser]));
        const [taken] = found[chooser];
        if (left.size === 0) expect(taken).toBeUndefined();
        else near(Math.abs(scores[taken] - scores[chooser]), Math.min(...gaps), rounding);
        left.delete(taken);
      }
    }
  });
});

describe("laws", () => {
  it("adds an injected effect, scales with the outcome, and balances what it matched on", () => {
    const [none, some] = [drawn(400, 0), drawn(400, 5)].map((input) => matching(input, { caliper: 0.2 }));
    near(some.effect - none.effect, 5, rounding);
    near(some.standardError, none.standardError, rounding);
    expect(none.worstAfter).toBeLessThan(none.worstBefore / 3);
    const input = drawn(400, 0);
    const scaled = matching({ ...input, outcome: Array.from(input.outcome, (each) => 3 * each - 8) }, { caliper: 0.2 });
    near(scaled.effect, 3 * none.effect, 1e-8);
    near(scaled.standardError, 3 * none.standardError, 1e-8);
  });

  it("without replacement uses each control once, with it a control as often as it is nearest", () => {
    const input = drawn(300, 1);
    const used = (result: ReturnType<typeof matching>) => result.pairs.map(({ control }) => control);
    const without = used(matching(input, { replacement: false }));
    expect(new Set(without).size).toBe(without.length);
    const again = matching(input);
    expect(again.convention.pairs).toBe("with");
    expect(new Set(used(again)).size).toBeLessThan(again.pairs.length);
    near(
      again.units.reduce((sum, { treated, weight }) => sum + (treated === 0 ? weight : 0), 0),
      again.matchedPlaces,
      rounding,
    );
  });

  it("holds the true effect in about 19 of 20 samples, matched with replacement and weighted", () => {
    const rounds = 200;
    let [held, weighted] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const { low, high, estimates } = matching(drawn(400, 1, round), { replacement: true });
      if (low < 1 && high > 1) held += 1;
      if (estimates[2].low < 1 && estimates[2].high > 1) weighted += 1;
    }
    // three deviations of a share of .95 of 200 are .046; both errors take the score as known, and so err to the wide side
    expect(held / rounds).toBeGreaterThan(0.9);
    expect(weighted / rounds).toBeGreaterThan(0.9);
  });
});

describe("pairs that lie far apart", () => {
  it("are counted beside the usual caliper", () => {
    expect(farPairs([0, 0.2])).toEqual([]);
    expect(farPairs([0.1, 0.3, 1.456]).map(({ text }) => text.en)).toEqual([
      "2 of 3 pairs are more than 0.2 deviations of the logit apart, at most 1.46: what sets them apart is told as effect; a caliper of 0.2 would leave them out",
    ]);
  });

  it("are told where a control serves once, and are none within that caliper", () => {
    const codes = (options: Parameters<typeof matching>[1]) =>
      (matching(drawn(300, 1), options).warnings ?? []).map(({ code }) => code);
    expect(codes({ replacement: false })).toContain("far-pairs");
    expect(codes({ caliper: 0.2 })).not.toContain("far-pairs");
  });
});

describe("few and bad data", () => {
  const covariate = (values: number[]) => [{ name: "age", unit: "year", values: Float64Array.from(values) }];
  const asked = (treated: number[], age: number[], options = {}) =>
    matching(
      { place: treated.map((_, at) => `p${at}`), treated, outcome: treated, covariates: covariate(age) },
      options,
    );

  it("refuses one treated, partial treatment, no or a constant covariate, and separation", () => {
    expect(() => asked([1, 0, 0], [1, 2, 3])).toThrow("1 treated and 2 controls, expected at least 2 of each");
    expect(() => asked([1, 0.5, 0, 0], [1, 2, 3, 4])).toThrow("treated is 0.5, expected 0 or 1");
    expect(() => asked([1, 1, 0, 0], [3, 3, 3, 3])).toThrow("age is the same everywhere");
    expect(() => asked([1, 1, 0, 0], [5, 6, 1, 2])).toThrow("tells treated and controls apart without error");
    expect(() => matching({ place: ["a", "b", "c", "d"], treated: [1, 1, 0, 0], outcome: [1, 2, 3, 4] })).toThrow(
      "no covariates to match on",
    );
    expect(() => asked([1, 1, 0, 0], [1, 5, 2, 9], { caliper: 1e-6 })).toThrow(
      "no treated unit has a control within 0.000001 deviations of the logit",
    );
  });

  it("drops a row without a covariate by name, and says who has no partner", () => {
    const result = asked([1, 1, 1, 0, 0, 0], [1, 5, 3, 2, 9, Number.NaN], { replacement: false });
    expect(result.dropped?.map(({ row }) => row)).toEqual(["p5"]);
    expect(result.matchedPlaces).toBe(2);
    expect(result.warnings?.find(({ code }) => code === "unmatched")?.text.en).toContain("1 of 3 treated units");
  });

  it("takes the first level of a factor as its base", () => {
    const columns = covariatesOf([], [{ name: "race", values: ["white", "black", "white", "hispan"] }]);
    expect(columns.map(({ name, isBase, values }) => [name, isBase, [...values]])).toEqual([
      ["race: black", true, [0, 1, 0, 0]],
      ["race: hispan", false, [0, 0, 0, 1]],
      ["race: white", false, [1, 0, 1, 0]],
    ]);
  });
});

describe("what the data leave open", () => {
  const codes = ({ warnings = [] }: { warnings?: readonly { code: string }[] }) => warnings.map(({ code }) => code);
  const turned = (input: MatchingInput): MatchingInput => {
    const order = input.place.map((_, at) => (at * 7) % input.place.length); // 7 and the lengths below share no factor
    const of = <T>(values: ArrayLike<T>) => order.map((at) => values[at] as T);
    return {
      place: of(input.place),
      treated: of(input.treated),
      outcome: of(input.outcome),
      covariates: (input.covariates ?? []).map((each) => ({ ...each, values: Float64Array.from(of(each.values)) })),
    };
  };
  const tied = (count: number): MatchingInput => {
    const input = drawn(count, 1);
    const covariates = (input.covariates ?? []).map((each) => ({ ...each, values: each.values.map(Math.round) }));
    return { ...input, covariates: covariates as NonNullable<MatchingInput["covariates"]> };
  };

  it.each<[string, Parameters<typeof matching>[1]]>([
    ["with replacement", {}],
    ["without", { replacement: false }],
    ["below, without", { replacement: false, search: "below" }],
    ["below, three each", { search: "below", ratio: 3 }],
  ])("%s, equal scores give the same answer in any order of rows", (_, options) => {
    const [one, other] = [tied(150), turned(tied(150))].map((input) => matching(input, options));
    expect(other).toEqual(one);
  });

  it("with replacement equal scores do not ask for names either", () => {
    const input = tied(150);
    const renamed = { ...input, place: input.place.map((_, at) => `q${String(999 - at)}`) };
    near(matching(renamed).effect, matching(input).effect, rounding);
    near(matching(renamed).standardError, matching(input).standardError, rounding);
  });

  it("no error where every pair lies as far apart: not an error of 0", () => {
    const input = drawn(200, 0);
    const found = matching({ ...input, outcome: Array.from(input.treated, (each) => 0.1 + 0.2 * each) });
    near(found.effect, 0.2, rounding);
    expect([found.standardError, found.low, found.high, found.p]).toEqual([NaN, NaN, NaN, NaN]);
    expect(codes(found)).toContain("no-error");
    expect(found.estimates.map(({ standardError }) => standardError)).toEqual([NaN, NaN, NaN]);
  });

  it("nor where fewer than five are matched", () => {
    const values = Float64Array.of(1, 5, 3, 7, 2, 4, 6, 8);
    const found = matching({
      place: [..."abcdefgh"],
      treated: [1, 1, 1, 1, 0, 0, 0, 0],
      outcome: [1, 5, 2, 4, 3, 1, 2, 2],
      covariates: [{ name: "age", unit: "year", values }],
    });
    expect(found.effect).not.toBeNaN();
    expect([found.standardError, found.p]).toEqual([NaN, NaN]);
    expect(found.warnings?.find(({ code }) => code === "too-few-matched")?.text.en).toBe(
      "4 treated units matched: fewer than 5 give no error, so error, interval and p are withheld",
    );
  });

  it("a score that rounds to 1 keeps its distance: no partner within a caliper, and told as far without", () => {
    const input = drawn(200, 1);
    const [a, b] = input.covariates as NonNullable<MatchingInput["covariates"]>;
    const more = (values: ArrayLike<number>, one: number) => Float64Array.from([...Array.from(values), one]);
    const far: MatchingInput = {
      place: [...input.place, "far"],
      treated: [...Array.from(input.treated), 1],
      outcome: [...Array.from(input.outcome), 5],
      covariates: [
        { ...a, values: more(a.values, 400) },
        { ...b, values: more(b.values, 0) },
      ],
    };
    const within = matching(far, { caliper: 0.2 });
    expect(within.pairs.some(({ treated }) => treated === "far")).toBe(false);
    const without = matching(far);
    expect(without.units.find(({ place }) => place === "far")?.score).toBe(1);
    const told = without.warnings?.find(({ code }) => code === "far-pairs")?.text.en ?? "";
    expect(Number(/at most ([\d.]+):/.exec(told)?.[1])).toBeGreaterThan(2);
    expect(codes(without)).toContain("separated");
  });

  it("a distance that is no number is far", () => {
    expect(farPairs([0.1, Number.NaN])[0]?.text.en).toContain("1 of 2 pairs");
  });

  it("scores are the same whatever a covariate's unit and beginning", () => {
    const input = drawn(200, 1);
    const [a, b] = input.covariates as NonNullable<MatchingInput["covariates"]>;
    const plain = matching(input);
    const moved = matching({ ...input, covariates: [{ ...a, values: a.values.map((x) => 1e9 + x) }, b] });
    near(moved.effect, plain.effect, 1e-5); // 1e9 leaves seven digits of the covariate
    const small = matching({ ...input, covariates: [{ ...a, values: a.values.map((x) => 1e-90 * x) }, b] });
    near(small.effect, plain.effect, rounding);
    near(small.coefficients[1].coefficient / 1e90, plain.coefficients[1].coefficient, 1e-8);
    near(small.coefficients[1].standardError / 1e90, plain.coefficients[1].standardError, 1e-8);
    near(moved.coefficients[1].coefficient, plain.coefficients[1].coefficient, 1e-5);
  });

  it("says so where all scores are alike: every control is as near, and the effect the difference of means", () => {
    const values = Float64Array.from({ length: 40 }, (_, at) => Math.floor(at / 2) % 5);
    const found = matching({
      place: Array.from(values, (_, at) => `p${at}`),
      treated: Array.from(values, (_, at) => at % 2),
      outcome: Array.from(values, (_, at) => Math.sin(at)),
      covariates: [{ name: "age", unit: "year", values }],
    });
    near(found.effect, found.estimates[0].effect, rounding);
    expect(codes(found)).toContain("scores-alike");
    expect(codes(found)).not.toContain("far-pairs");
  });

  it("measures a covariate that is the same among the treated by the deviation of all", () => {
    const input = drawn(300, 1);
    const odd = Float64Array.from(input.treated, (each, at) => (each === 1 ? 3 : at % 5));
    const covariates = [...(input.covariates ?? []), { name: "odd", unit: "1", values: odd }];
    expect(matching({ ...input, covariates }).worstBefore).toBeLessThan(10);
  });

  it("says where the weights of controls lie on few", () => {
    const input = drawn(100, 1);
    const [a, b] = input.covariates as NonNullable<MatchingInput["covariates"]>;
    const values = Float64Array.from([...a.values, 8]);
    const found = matching({
      place: [...input.place, "odd"],
      treated: [...Array.from(input.treated), 0],
      outcome: [...Array.from(input.outcome), 500],
      covariates: [
        { ...a, values },
        { ...b, values: Float64Array.from([...b.values, 0]) },
      ],
    });
    expect(codes(found)).toContain("weight-on-few");
  });

  it("says who has fewer partners than were asked for", () => {
    const told = (options: Parameters<typeof matching>[1]) =>
      matching(drawn(100, 1), options).warnings?.find(({ code }) => code === "fewer-partners")?.text.en;
    expect(told({ ratio: 20, replacement: false })).toMatch(
      /^\d+ of \d+ matched units have fewer than the 20 partners asked for$/,
    );
    expect(told({ ratio: 20 })).toBeUndefined();
  });

  it("drops a row without an outcome by name, and refuses a place that stands twice", () => {
    const input = drawn(60, 1);
    const outcome = Array.from(input.outcome, (each, at) => (at === 3 ? Number.NaN : each));
    expect(matching({ ...input, outcome }).dropped?.map(({ row }) => row)).toEqual(["p3"]);
    expect(() => matching({ ...input, place: input.place.map(() => "p") })).toThrow("matching: p stands twice");
  });
});

describe.skipIf(!haveGoldens)("the MatchIt package of R on National Supported Work and the PSID", () => {
  interface Golden {
    readonly logit_coef: Readonly<Record<string, number>>;
    readonly pscore: readonly number[];
    readonly match_matrix: readonly { readonly treated: string; readonly control: string }[];
    readonly att: number;
    readonly ipw_att: number;
    readonly smd: readonly (Readonly<Record<string, number>> & { readonly _row: string })[];
  }
  const stopped = 1e-7; // glm stops when the deviance changes by 1e-8 of itself; here Newton's steps go on

  // of controls of one score MatchIt takes the last of its rows, here it is the first by name: names that run backwards say the same
  const nameOf = (id: string) =>
    id.replace(/\d+/, (at) => String(id.startsWith("PSID") ? 1000 - Number(at) : 1000 + Number(at)));

  const load = (): MatchingInput => {
    const rows = goldenCsv("psm_lalonde/input.csv");
    const numbers = ["age", "educ", "married", "nodegree", "re74", "re75"];
    return {
      place: rows.map(({ id }) => nameOf(id)),
      treated: rows.map(({ treat }) => Number(treat)),
      outcome: rows.map(({ re78 }) => Number(re78)),
      covariates: numbers.map((name) => ({
        name,
        unit: "1",
        values: Float64Array.from(rows, (row) => Number(row[name])),
      })),
      factors: [{ name: "race", values: rows.map(({ race }) => race) }],
    };
  };

  it("has the same scores, pairs, effect and balance where the nearest is looked for below", () => {
    const golden = goldenJson<Golden>("psm_lalonde/expected.json");
    const { units, pairs, effect, balance, coefficients } = matching(load(), { search: "below", replacement: false });
    const scores = new Map(units.map(({ place, score }) => [place, score]));
    load().place.forEach((place, at) => {
      near(scores.get(place), golden.pscore[at] as number, stopped);
    });
    const own = (name: string) => (name === "(Intercept)" ? "intercept" : name.replace(/^race/, "race: "));
    for (const [name, each] of Object.entries(golden.logit_coef)) {
      near(coefficients.find((one) => one.name === own(name))?.coefficient, each, stopped);
    }
    const partner = new Map(pairs.map(({ treated, control }) => [treated, control]));
    for (const { treated, control } of golden.match_matrix)
      expect(partner.get(nameOf(treated)), treated).toBe(nameOf(control));
    near(effect, golden.att, rounding);
    for (const { _row, ...row } of golden.smd) {
      const name = _row === "distance" ? "score" : own(_row);
      const found = balance.find(({ covariate, stage }) => covariate === name && stage === "matched");
      near(found?.difference, row["Std. Mean Diff."], stopped);
    }
  });

  it("has the same effect by weighting", () => {
    near(matching(load()).weighted / goldenJson<Golden>("psm_lalonde/expected.json").ipw_att, 1, stopped);
  });
});
