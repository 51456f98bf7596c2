import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { localContext } from "../contract/local-context.ts";
import benefitMethod, { benefitOfDoubt } from "./benefit-of-doubt.ts";
import { benefitFindings } from "./benefit-of-doubt-findings.ts";
import { couplingCoordination } from "./coupling-coordination.ts";
import { couplingFindings } from "./coupling-coordination-findings.ts";
import { entropyWeights } from "./entropy-weights.ts";
import { entropyFindings } from "./entropy-weights-findings.ts";
import { compositeIndex } from "./index.ts";
import { indexFindings } from "./index-findings.ts";
import { obstacleDegree } from "./obstacle-degree.ts";
import { obstacleFindings } from "./obstacle-degree-findings.ts";

const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });

describe("findings of coupling coordination", () => {
  // (.4, .6): D = .70 standard, level 7; wang-2021 .604, level 7; adjusted (.24/.25)^2: C = .9216, D = .679, level 7
  // (.2, .8): C = .8, D = .632, level 7; wang-2021 sqrt(.4 x .25) = .316, D = .398, level 4
  const input = {
    place: ["a", "b"],
    subsystems: [column("x", 0.4, 0.2), column("y", 0.6, 0.8)],
  };

  it("count the grades that hang on the formula, then say the means apart", () => {
    const [grades, level, ...more] = couplingFindings(couplingCoordination(input)).map((each) => say(each));
    expect(grades).toBe("1 of 2 coordination grades depends on which of three formulas of C in honest use is taken.");
    expect(level).toBe(
      "The mean coordination D is 0.67 over 2 places, with balance C at 0.89 and development T at 0.50.",
    );
    expect(more).toEqual([]);
  });

  it("speak of the last year, and of each of a few groups", () => {
    const panel = { ...input, year: [2020, 2021], group: ["g", "g"] };
    const said = couplingFindings(couplingCoordination(panel)).map((each) => say(each, "zh"));
    expect(said[0]).toBe("2021 年，1 个地区中有 1 个的协调等级取决于采用三种通行耦合度公式中的哪一种。");
    const grouped = couplingFindings(couplingCoordination({ ...input, group: ["g", "h"] })).map((each) => say(each));
    expect(grouped.slice(1).map((each) => each.slice(0, 31))).toEqual([
      "g: mean coordination D is 0.70 ",
      "h: mean coordination D is 0.63 ",
    ]);
  });
});

describe("findings of the composite index", () => {
  const place = ["a", "b", "c"];
  it("name the highest score with its doubt, and count what is partial", () => {
    const data = { place, indicators: [column("x", 0, 1, 2), column("y", Number.NaN, 0, 4), column("z", 0, 1, 2)] };
    expect(indexFindings(compositeIndex(data), data).map((each) => say(each))).toEqual([
      "Highest score under this recipe: c (1.00). Other weights or means may put another place first.",
      "1 of 3 scores rest on part of the indicators only, and are marked.",
    ]);
  });

  it("name all that share the first place, and one of each group", () => {
    const data = { place, indicators: [column("x", 2, 1, 2)] };
    expect(say(indexFindings(compositeIndex(data), data)[0])).toContain("recipe: a, c (1.00).");
    const grouped = { ...data, group: ["g", "h", "h"], year: [2020, 2020, 2020] };
    expect(say(indexFindings(compositeIndex(grouped), grouped)[0])).toContain(
      "in 2020: a in g (1.00); c in h (1.00). Other weights",
    );
  });
});

describe("findings of a panel of scores", () => {
  it("speak of the last year that has scores", () => {
    const data = {
      place: ["a", "b", "a", "b"],
      year: [2020, 2020, 2021, 2021],
      indicators: [column("x", 1, 2, Number.NaN, Number.NaN)],
    };
    expect(indexFindings(compositeIndex(data), data).map((each) => say(each))).toEqual([
      "Highest score under this recipe in 2020: b (1.00). Other weights or means may put another place first.",
    ]);
  });
});

describe("findings of the obstacle degree", () => {
  it("name the most frequent first obstacle and the largest on average", () => {
    const data = { place: ["a", "b", "c"], indicators: [column("x", 0, 0, 1), column("y", 1, 1, 0)] };
    expect(obstacleFindings(obstacleDegree(data), data).map((each) => say(each))).toEqual([
      "Most often the largest obstacle: x, for 2 of 3 places.",
      "The largest mean obstacle degree: x, 67% of the distance from the best.",
    ]);
  });
});

describe("findings of entropy weights", () => {
  it("say what the weight is, and how far it moves between the formulas of that name", () => {
    const input = { place: ["a", "b", "c"], indicators: [column("x", 10, 11, 12), column("y", 0, 0, 12)] };
    const [weight, range] = entropyFindings(entropyWeights(input)).map((each) => say(each));
    expect(weight).toContain("largest weight to y (");
    expect(weight).toContain("not how much it matters");
    expect(range).toContain("Over 3 formulas that go by the name of entropy weight, that of y runs from ");
  });
});

describe("findings of the benefit of the doubt", () => {
  it("count who reaches 1 and name who falls furthest short", async () => {
    const input = { place: ["a", "b", "c"], indicators: [column("x", 4, 1, 2), column("y", 1, 4, 1)] };
    const result = await benefitOfDoubt(input, {}, localContext(benefitMethod, 1));
    expect(benefitFindings(result).map((each) => say(each))).toEqual([
      "With the weights that suit each place best, 2 of 3 places reach a score of 1; the mean is 0.87.",
      "Furthest from 1 even with the weights that suit it best: c (0.60).",
    ]);
  });
});
