import { describe, expect, it } from "vitest";
import { oracleJson } from "../../test/atlas-compositions.ts";
import { say } from "../../test/say.ts";
import { shippedRegister } from "../../test/shipped-register.ts";
import { random } from "../contract/random.ts";
import { demandToolMatch, type MatchOptions } from "./demand-tool-match.ts";
import type { RegisterInput } from "./entries.ts";

const draws = 400;
const match = (
  obstacles: Parameters<typeof demandToolMatch>[0],
  register: RegisterInput,
  options: MatchOptions = {},
  gaps?: Parameters<typeof demandToolMatch>[0],
) => demandToolMatch(obstacles, register, gaps, { draws, ...options }, random(1, "test"));

// demand 1/2, 1/4, 1/4; under 5, 4, 3, 2, 1 supply is 5 of a and 1 + 1 of b
const demand = { problem: ["a", "b", "c"], value: [2, 1, 1] };
const register = {
  entry: ["p", "q", "r"],
  objective: ["a", "b", "b"],
  rung: ["remove-barriers", "subsidy", "subsidy"],
  mechanism: ["market", "central-coordinated", "central-coordinated"],
};

describe("by hand", () => {
  const all = match(demand, register).problems.filter(({ led }) => led === "all");
  const row = (problem: string) => all.find((each) => each.problem === problem);

  it("ratios are (5/7)/(1/2), (2/7)/(1/4) and 0", () => {
    expect(all.map(({ ratio }) => ratio)).toEqual([5 / 7 / 0.5, 2 / 7 / 0.25, 0]);
    expect(all.map(({ stated }) => stated)).toEqual(["covered", "covered", "uncovered"]);
    expect(row("c")).toMatchObject({ uncovered: 1, stable: "uncovered", entries: 0 });
    expect(row("b")?.narrow).toBe(1);
  });

  it("compares by who leads, against the same demand", () => {
    const market = match(demand, register).problems.filter(({ led }) => led === "market");
    expect(market.map(({ supply }) => supply)).toEqual([1, 0, 0]);
    expect(market.map(({ demand: share }) => share)).toEqual([0.5, 0.25, 0.25]);
  });

  it("is over-subsidised where supply is more than twice the demand and subsidies are half of it", () => {
    const heavy = match({ problem: ["a", "b"], value: [9, 1] }, register, { fit: { "": { a: 0.1 } }, spread: 0 });
    // supply .5 and 2: the share of b is .8 against a demand of .1
    expect(heavy.problems.find(({ led, problem }) => led === "all" && problem === "b")?.stated).toBe("over-subsidised");
  });

  it("takes the mean of obstacles and gaps as shares, or weighs them", () => {
    const gaps = { problem: ["a", "b", "c"], value: [0, 0, 7] };
    expect(
      match(demand, register, {}, gaps)
        .problems.slice(0, 3)
        .map(({ demand: share }) => share),
    ).toEqual([0.25, 0.125, 0.625]);
    const weighed = match(demand, register, { gapWeight: 0 }, gaps);
    expect(weighed.problems.slice(0, 3).map(({ demand: share }) => share)).toEqual([0.5, 0.25, 0.25]);
  });

  const sharesIn = (found: ReturnType<typeof match>) =>
    found.problems
      .filter(({ led }) => led === "all")
      .map(({ scope, problem, demand: share }) => [scope, problem, share]);

  it("rests on the other source where one says nothing of a problem", () => {
    // a and b by obstacles 1/2 and 1/4; c by the mean of 1/4 and 1: 11/8 in all
    const found = match(demand, register, {}, { problem: ["c"], value: [7] });
    expect(sharesIn(found).map(([, , share]) => share)).toEqual([4 / 11, 2 / 11, 5 / 11]);
    expect(found.convention).toEqual({ demand: "either" });
    expect(found.warnings?.map(({ code }) => code)).toEqual(["problem-of-one-source"]);
    expect(match(demand, register, { gapWeight: 1 }, { problem: ["c"], value: [7] }).convention).toEqual({
      demand: "gaps",
    });
  });

  it("rests on gaps where obstacles say nothing of a cluster", () => {
    const north = { problem: ["a", "b"], value: [1, 3], cluster: ["north", "north"] };
    const gaps = { problem: ["a", "b", "a", "b"], value: [3, 1, 1, 1], cluster: ["north", "north", "south", "south"] };
    const found = match(north, register, {}, gaps);
    // north: means of 1/4, 3/4 and of 3/4, 1/4; south: its gaps
    expect(sharesIn(found)).toEqual([
      ["north", "a", 0.5],
      ["north", "b", 0.5],
      ["south", "a", 0.5],
      ["south", "b", 0.5],
    ]);
    expect(found.convention).toEqual({ demand: "either" });
    expect(found.warnings?.map(({ code }) => code)).toEqual(["demand-of-one-source"]);
  });

  it("puts obstacles of no cluster beside the gaps of each, and says so", () => {
    const gaps = { problem: ["a", "b", "c"], value: [1, 1, 2], cluster: ["north", "north", "north"] };
    const found = match(demand, register, {}, gaps);
    // means of 1/2, 1/4, 1/4 and of 1/4, 1/4, 1/2
    expect(sharesIn(found)).toEqual([
      ["north", "a", 0.375],
      ["north", "b", 0.25],
      ["north", "c", 0.375],
    ]);
    expect(found.convention).toEqual({ demand: "both" });
    expect(found.warnings?.map(({ code }) => code)).toEqual(["demand-shared"]);
  });

  it("lets an entry supply the clusters that it reaches", () => {
    const clustered = { problem: ["a", "a"], value: [1, 1], cluster: ["north", "south"] };
    const found = match(clustered, { ...register, cluster: ["north", "north", "south"] });
    expect(found.problems.filter(({ led }) => led === "all").map(({ scope, entries }) => [scope, entries])).toEqual([
      ["north", 1],
      ["south", 0],
    ]);
  });
});

describe("laws", () => {
  it("classes share out the draws", () => {
    for (const { uncovered, covered, overSubsidised } of match(demand, register).problems) {
      expect(uncovered + covered + overSubsidised).toBeCloseTo(1, 12);
    }
  });

  it("what no policy names is uncovered in every draw, and what all name on one rung in none", () => {
    const one = { entry: ["p"], objective: ["a;b;c"], rung: ["supportive"] };
    const even = { problem: ["a", "b", "c"], value: [1, 1, 1] };
    const found = match(even, one, { spread: 0 }).problems.filter(({ led }) => led === "all");
    expect(found.map(({ covered }) => covered)).toEqual([1, 1, 1]);
  });

  it("the order of the rungs holds in every draw: barriers removed supply at least as much as a subsidy", () => {
    const pair = { entry: ["p", "q"], objective: ["a", "b"], rung: ["remove-barriers", "subsidy"] };
    const even = { problem: ["a", "b"], value: [1, 1] };
    const found = match(even, pair, { spread: 0, low: 1 - 1e-9 });
    // a ratio below 1 is uncovered here: never a, nearly always b
    expect(found.problems.find(({ problem }) => problem === "a")?.uncovered).toBe(0);
    expect(found.problems.find(({ problem }) => problem === "b")?.uncovered).toBeGreaterThan(0.99); // ties have no measure
  });

  it("gives the same answer for the same seed", () => {
    expect(match(demand, register)).toEqual(match(demand, register));
  });
});

it("refuses demand below 0 and demand of nothing, and says what is not known of supply", () => {
  expect(() => match({ problem: ["a"], value: [-1] }, register)).toThrow(
    "demand-tool-match: obstacles of a is -1, expected at least 0",
  );
  expect(() => match({ problem: ["a"], value: [0] }, register)).toThrow(
    "demand-tool-match: obstacles of all-clusters add up to 0, expected more than 0",
  );
  const { warnings } = match(demand, { ...register, rung: ["", "subsidy", "subsidy"], objective: ["a", "b", "z"] });
  expect(warnings?.map(({ code }) => code)).toEqual(["supply-uncoded", "objective-without-demand"]);
});

describe("what is told of no size, no cluster or no one", () => {
  const codes = ({ warnings = [] }: ReturnType<typeof match>) => warnings.map(({ code }) => code);

  it("leaves out an obstacle without a value by name, and says so", () => {
    const found = match({ problem: ["a", "b", "c"], value: [2, 1, Number.NaN], cluster: ["n", "n", "n"] }, register);
    expect(found.dropped).toEqual([
      { input: "obstacles", row: "n c", reason: { en: "value is missing", zh: "value 缺失" } },
    ]);
    expect(say(found.warnings?.find(({ code }) => code === "demand-without-value"))).toBe(
      "left out, for lack of a value or of a problem's name: n c; shares are of the others",
    );
    expect(found.problems.filter(({ led }) => led === "all").map(({ demand: share }) => share)).toEqual([2 / 3, 1 / 3]);
    const gaps = { problem: ["a", ""], value: [1, 1] };
    expect(match(demand, register, {}, gaps).dropped?.map(({ input, row, reason }) => [input, row, reason.en])).toEqual(
      [["gaps", "2", "problem is missing"]],
    );
    expect(codes(match(demand, register))).not.toContain("demand-without-value");
  });

  it("refuses demand of which no size is known, or too large to be added up", () => {
    expect(() => match({ problem: ["a", "b"], value: [Number.NaN, Number.NaN] }, register)).toThrow(
      "demand-tool-match: none of 2 rows of obstacles has a value, expected at least one",
    );
    expect(() => match({ problem: ["a", "b"], value: [1e308, 1e308] }, register)).toThrow("expected at most 1e+300");
  });

  it("refuses bounds that cross", () => {
    expect(() => match(demand, register, { low: 3, high: 2 })).toThrow(
      "low is 3 and high is 2, expected low below high",
    );
  });

  it("names fits that change nothing, and clusters of entries that no demand is of", () => {
    const found = match(
      { ...demand, cluster: ["N", "N", "N"] },
      { ...register, cluster: ["n", "n", "n"] },
      {
        fit: { suply: { a: 0.1 }, "": { q: 1, a: 0.5 } },
      },
    );
    expect(found.warnings?.map((each) => say(each))).toEqual([
      "clusters of entries that no demand is measured of: n",
      "fit is said of what no entry or no demand names, and changes nothing: suply for a, no instrument for q",
    ]);
  });

  it("takes an entry's words for codes, and refuses one that means none", () => {
    const words = {
      ...register,
      rung: ["破除壁垒", "subsidies", "subsidy"],
      mechanism: ["Market-driven", "中央", "central"],
    };
    expect(match(demand, words).problems).toEqual(match(demand, register).problems);
    expect(() => match(demand, { ...register, rung: ["subsidee", "subsidy", "subsidy"] })).toThrow(
      "demand-tool-match: rung of the pyramid of p is subsidee, expected one of remove-barriers, auxiliary",
    );
  });
});

it("agrees with R on the shipped register under the stated weights", () => {
  const digits = 13; // ratios of sums of whole numbers to shares of whole numbers
  const r = oracleJson<
    Record<"problems", string[]> & Record<"demand" | "narrow" | "all" | "government" | "market", number[]>
  >("policy-demand-tool-match");
  const { entry, rung, mechanism, kind } = shippedRegister();
  const found = match(
    { problem: r.problems, value: r.problems.map(({ length }) => length) },
    { entry, rung, mechanism, objective: kind },
    { draws: 100 },
  );
  expect(found.problems.length).toBe(3 * r.problems.length);
  for (const { led, problem, demand: share, ratio, narrow } of found.problems) {
    const at = r.problems.indexOf(problem);
    expect(share, problem).toBeCloseTo(r.demand[at] as number, digits);
    expect(ratio, `${led} ${problem}`).toBeCloseTo(r[led][at] as number, digits);
    if (led === "all") expect(narrow, problem).toBeCloseTo(r.narrow[at] as number, digits);
  }
});
