import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { solve } from "../contract/solve.ts";
import { type FundOptions, fundAllocation } from "./fund-allocation.ts";
import type { FundInput, PartiesInput, ProjectsInput } from "./fund-inputs.ts";
import { alphaFair, equalShares, needFormula, type Recipient } from "./fund-rules.ts";

const rounding = 1e-9; // sums of up to 12 doubles of some hundreds

const close = (found: readonly number[], wanted: readonly number[], tolerance = rounding) => {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at]), `${found} and ${wanted}`).toBeLessThan(tolerance);
  });
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const solved = (input: FundInput, options: FundOptions) => fundAllocation(input, options, solve);
const place = (n: number) => Array.from({ length: n }, (_, at) => `p${String(at).padStart(2, "0")}`);
const amountsOf = async (parties: PartiesInput, options: FundOptions) => (await solved({ parties }, options)).amounts;

describe("by hand", () => {
  it("two without limits: need 1 to 3, sizes 2 and 1, benefits 1 and 4", async () => {
    const parties = { place: ["a", "b"], size: [2, 1], need: [1, 3], benefit: [1, 4] };
    const amounts = await amountsOf(parties, { budget: 100, alpha: 2 });
    close(amounts.equal as number[], [50, 50]);
    close(amounts.need as number[], [40, 60]); // 2 x 1 to 1 x 3
    // a = 2: s b^(-1/2): 2 to 1/2
    close(amounts["alpha-fair"] as number[], [80, 20]);
    // outcomes a head alike: x/2 = 4 y
    close(amounts["max-min"] as number[], [800 / 9, 100 / 9]);
    close(amounts["greatest-sum"] as number[], [0, 100]);
  });

  it("a floor and a cap: need 1, 1, 2 of 80, the first at least 30, the last at most 25", async () => {
    // without limits 20, 20, 40; the last stops at 25, the first is held at 30, the second has the other 25
    const parties = { place: ["a", "b", "c"], need: [1, 1, 2], floor: [30, 0, 0], cap: [100, 100, 25] };
    close((await amountsOf(parties, { budget: 80 })).need as number[], [30, 25, 25]);
    // twice the need, squared: 1, 1, 4
    close(
      (await amountsOf({ place: ["a", "b", "c"], need: [1, 1, 2] }, { budget: 60, intensity: 2 })).need as number[],
      [10, 10, 40],
    );
  });

  it("logarithms: of 90 the last use of money for each of three heads is alike", async () => {
    const parties = { place: ["a", "b"], size: [1, 2], benefit: [7, 3] };
    close((await amountsOf(parties, { budget: 90 }))["alpha-fair"] as number[], [30, 60]);
  });

  it("powers so far apart that one is nothing beside the other: the other has what the first's cap leaves", async () => {
    // a = .001: (10 / 1)^999 is beyond a double; the first stops at 50, the second has the other 50, not nothing
    const parties = { place: ["a", "b"], benefit: [10, 1], cap: [50, 1000] };
    close((await amountsOf(parties, { budget: 100, alpha: 0.001 }))["alpha-fair"] as number[], [50, 50]);
    // need 10^40 to the 10th is beyond a double: all to the second, and to the first what is beyond its cap
    const far = { place: ["a", "b"], need: [1, 1e40] };
    close((await amountsOf(far, { budget: 100, intensity: 10 })).need as number[], [0, 100]);
    close((await amountsOf({ ...far, cap: [100, 70] }, { budget: 100, intensity: 10 })).need as number[], [30, 70]);
  });

  it("greatest sum fills the best up to its cap, floors first, and splits among those alike by size", async () => {
    const parties = {
      place: ["a", "b", "c", "d"],
      size: [1, 1, 3, 1],
      benefit: [1, 2, 2, 5],
      floor: [5, 0, 0, 0],
      cap: [100, 100, 100, 35],
    };
    // 5 and 35, then 60 between b and c by 1 to 3
    close((await amountsOf(parties, { budget: 100 }))["greatest-sum"] as number[], [5, 15, 45, 35]);
  });
});

describe("projects", () => {
  // P01 of Burkardt's knapsack data: the best is 309, with 165 spent
  const published: ProjectsInput = {
    project: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
    cost: [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
    benefit: [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
  };
  const chosenOf = async (input: FundInput, budget: number) =>
    (await solved(input, { budget })).projects.filter(({ isChosen }) => isChosen).map(({ project }) => project);

  it("published: ten objects and a budget of 165 give 309", async () => {
    const { projects, paid, covered } = await solved({ projects: published }, { budget: 165 });
    const chosen = projects.filter(({ isChosen }) => isChosen);
    expect(chosen.map(({ project }) => project)).toEqual(["a", "b", "c", "d", "f"]);
    expect(sum(chosen.map(({ benefit }) => benefit))).toBe(309);
    expect(paid).toBe(1);
    expect(covered).toBeCloseTo(309 / 679, 12);
  });

  it("what fits by greed is not the best: 60 for 10, or 100 and 120 for 20 and 30, of 50", async () => {
    const projects = { project: ["x", "y", "z"], cost: [10, 20, 30], benefit: [60, 100, 120] };
    expect(await chosenOf({ projects }, 50)).toEqual(["y", "z"]);
  });

  it("of sets that do as much the cheapest", async () => {
    const projects = { project: ["x", "y", "z"], cost: [40, 15, 20], benefit: [10, 4, 6] };
    expect(await chosenOf({ projects }, 50)).toEqual(["y", "z"]);
  });

  it("equals trying every set, with limits of parties and without", async () => {
    const draw = random(2, "projects");
    for (let at = 0; at < 12; at += 1) {
      const n = 9;
      const projects = {
        project: place(n),
        of: place(n).map((_, i) => "xyz"[i % 3]),
        cost: place(n).map(() => 1 + draw.uniform() * 30),
        benefit: place(n).map(() => draw.uniform() * 10),
      };
      const budget = 0.45 * sum(projects.cost);
      const limits = { place: ["x", "y", "z"], floor: [12, 0, 0], cap: [200, 25, 200] };
      const fits = (costs: readonly number[], hasLimits: boolean) =>
        sum(costs) <= budget && (!hasLimits || (costs[0] >= 12 && costs[1] <= 25));
      for (const hasLimits of [false, true]) {
        let best = Number.NEGATIVE_INFINITY;
        for (let mask = 0; mask < 2 ** n; mask += 1) {
          const isIn = (i: number) => ((mask >> i) & 1) === 1;
          const costs = ["x", "y", "z"].map((of) =>
            sum(projects.cost.filter((_, i) => isIn(i) && projects.of[i] === of)),
          );
          if (fits(costs, hasLimits)) best = Math.max(best, sum(projects.benefit.filter((_, i) => isIn(i))));
        }
        const result = solved({ projects, ...(hasLimits ? { parties: limits } : {}) }, { budget });
        if (best === Number.NEGATIVE_INFINITY) await expect(result).rejects.toThrow("fund-allocation:");
        else {
          const chosen = (await result).projects.filter(({ isChosen }) => isChosen);
          expect(Math.abs(sum(chosen.map(({ benefit }) => benefit)) - best)).toBeLessThan(1e-7); // the solver's bound
        }
      }
    }
  });

  it("a budget that is a few yuan short of billions: what does not fit is not chosen, and what fits is found", async () => {
    const draw = random(5, "billions");
    for (let round = 0; round < 40; round += 1) {
      const n = 6 + draw.integer(3);
      const cost = place(n).map(() => 1e8 + draw.integer(9e8));
      const benefit = place(n).map(() => 1 + draw.integer(20));
      const of = (values: readonly number[], mask: number) =>
        values.reduce((total, value, at) => total + ((mask >> at) & 1 ? value : 0), 0);
      const sets = Array.from({ length: 2 ** n - 1 }, (_, at) => at + 1);
      const budget = of(cost, sets[draw.integer(sets.length)]) - [1, 10, 100][round % 3];
      const best = Math.max(0, ...sets.filter((mask) => of(cost, mask) <= budget).map((mask) => of(benefit, mask)));
      const { projects } = await solved({ projects: { project: place(n), cost, benefit } }, { budget });
      const chosen = projects.filter(({ isChosen }) => isChosen);
      expect(sum(chosen.map((each) => each.cost))).toBeLessThanOrEqual(budget);
      expect(sum(chosen.map((each) => each.benefit))).toBe(best);
    }
  });

  it("a greater budget never does less", async () => {
    let before = 0;
    for (const budget of [30, 60, 90, 120, 165, 300, 600]) {
      const { covered } = await solved({ projects: published }, { budget });
      expect(covered).toBeGreaterThanOrEqual(before);
      before = covered as number;
    }
    expect(before).toBe(1);
  });

  it("the unit of money does not matter", async () => {
    const projects = { ...published, cost: Array.from(published.cost, (each) => each * 1e8) };
    expect(await chosenOf({ projects }, 165e8)).toEqual(["a", "b", "c", "d", "f"]);
  });
});

const rules: Readonly<Record<string, (budget: number, parties: readonly Recipient[]) => number[]>> = {
  equal: equalShares,
  need: (budget, parties) => needFormula(budget, parties, 1.5),
  "alpha .5": (budget, parties) => alphaFair(budget, parties, 0.5),
  "alpha 1": (budget, parties) => alphaFair(budget, parties, 1),
  "alpha 3": (budget, parties) => alphaFair(budget, parties, 3),
  "max-min": (budget, parties) => alphaFair(budget, parties, Number.POSITIVE_INFINITY),
  "greatest sum": (budget, parties) => alphaFair(budget, parties, 0),
};

function eachCase(check: (budget: number, parties: Recipient[]) => void): void {
  const draw = random(6, "fund");
  for (let at = 0; at < 120; at += 1) {
    const parties = place(1 + draw.integer(8)).map((name): Recipient => {
      const floor = draw.integer(3) * 7 * draw.uniform();
      return {
        place: name,
        size: 1 + draw.integer(5),
        need: 0.2 + draw.uniform(),
        benefit: 0.5 + 2 * draw.uniform(),
        floor,
        cap: floor + 40 * draw.uniform(),
      };
    });
    const [least, most] = [sum(parties.map(({ floor }) => floor)), sum(parties.map(({ cap }) => cap))];
    check(least + (most - least) * draw.uniform() * 1.2, parties);
  }
}

describe.each(Object.entries(rules))("laws: %s", (_, rule) => {
  it("pays out the budget, or all caps, to none less than the floor or more than the cap", () => {
    eachCase((budget, parties) => {
      const amounts = rule(budget, parties);
      const caps = sum(parties.map(({ cap }) => cap));
      expect(Math.abs(sum(amounts) - Math.min(budget, caps))).toBeLessThan(rounding);
      amounts.forEach((amount, at) => {
        expect(amount).toBeGreaterThanOrEqual(parties[at].floor - rounding);
        expect(amount).toBeLessThanOrEqual(parties[at].cap + rounding);
      });
    });
  });

  it("lets nobody lose by a greater budget, and does not look at the order of parties", () => {
    eachCase((budget, parties) => {
      const [less, more] = [rule(budget, parties), rule(1.1 * budget, parties)];
      less.forEach((amount, at) => {
        expect(amount).toBeLessThanOrEqual(more[at] + rounding);
      });
      close(rule(budget, [...parties].reverse()).reverse(), less);
    });
  });
});

describe("alpha-fair is the optimum that it claims", () => {
  it.each([0.5, 1, 2, 5])("no shift of money between two parties does better, alpha %d", (alpha) => {
    const worth = (party: Recipient, amount: number) => {
      const y = (party.benefit * amount) / party.size;
      return party.size * (alpha === 1 ? Math.log(y) : y ** (1 - alpha) / (1 - alpha));
    };
    eachCase((budget, parties) => {
      const amounts = alphaFair(budget, parties, alpha);
      const step = 1e-4 * budget;
      parties.forEach((giver, i) => {
        parties.forEach((taker, j) => {
          if (i === j || amounts[i] - step < Math.max(giver.floor, 1e-3) || amounts[j] + step > taker.cap) return;
          const before = worth(giver, amounts[i]) + worth(taker, amounts[j]);
          const after = worth(giver, amounts[i] - step) + worth(taker, amounts[j] + step);
          expect(after).toBeLessThanOrEqual(before + 1e-9 * Math.abs(before)); // rounding of the sums
        });
      });
    });
  });

  it("runs from the greatest sum to the best of the worst off", () => {
    const parties = place(4).map((name, at): Recipient => {
      return { place: name, size: 1 + at, need: 1, benefit: 1 + at / 2, floor: 0, cap: Number.POSITIVE_INFINITY };
    });
    const sums = [0, 0.3, 1, 3, 1000].map((alpha) => {
      return sum(alphaFair(100, parties, alpha).map((amount, at) => amount * parties[at].benefit));
    });
    expect([...sums].sort((a, b) => b - a)).toEqual(sums);
    // at alpha 1000 outcomes a head differ by a thousandth of the logarithm of benefits
    const most = alphaFair(100, parties, Number.POSITIVE_INFINITY);
    close(alphaFair(100, parties, 1000), most, 0.1);
  });
});

describe("refusals and warnings", () => {
  const refused = (input: FundInput, options: FundOptions, words: string) =>
    expect(solved(input, options)).rejects.toThrow(words);

  it("floors that do not fit, with the numbers", async () => {
    await refused(
      { parties: { place: ["a", "b"], floor: [60, 50] } },
      { budget: 100 },
      "fund-allocation: floors add up to 110, expected at most the budget 100; 10 is lacking",
    );
    await refused(
      { parties: { place: ["a"], floor: [6], cap: [5] } },
      { budget: 10 },
      "floor of a is 6, expected at most its cap 5",
    );
    const projects = { project: ["x", "y"], of: ["a", "b"], cost: [40, 70], benefit: [1, 2] };
    await refused(
      { projects, parties: { place: ["a", "b"], floor: [30, 50] } },
      { budget: 100 },
      "budget is 100, expected at least 110, the cheapest set of projects that meets every floor; 10 is lacking",
    );
    await refused(
      { projects, parties: { place: ["a", "b"], floor: [0, 80] } },
      { budget: 100 },
      "floor of b is 80, expected at most 70, what all of its projects cost",
    );
    await refused(
      { projects: { ...projects, cost: [40, 70] }, parties: { place: ["a", "b"], floor: [10, 0], cap: [20, 90] } },
      { budget: 100 },
      "no set of projects meets every floor and cap",
    );
  });

  it("names who is there twice, and numbers that stand for nothing", async () => {
    await refused({}, { budget: 1 }, "neither parties nor projects are given");
    await refused({ parties: { place: ["a", "a"] } }, { budget: 1 }, "party a is there twice");
    await refused({ parties: { place: ["a"] } }, { budget: 0 }, "budget is 0, expected a number above 0");
    await refused(
      { parties: { place: ["a"], benefit: [0] } },
      { budget: 1 },
      "benefit of a is 0, expected a number above 0",
    );
    await refused(
      { parties: { place: ["a"], need: [-1] } },
      { budget: 1 },
      "need of a is -1, expected a number of at least 0",
    );
    await refused({ parties: { place: ["a", "b"], need: [0, 0] } }, { budget: 1 }, "need of every party is 0");
    const projects = { project: ["x", "x"], cost: [1, 1], benefit: [1, 1] };
    await refused({ projects }, { budget: 1 }, "project x is there twice");
    await refused({ projects: { project: ["x"], cost: [-1], benefit: [1] } }, { budget: 1 }, "cost of x is -1");
    await refused(
      { projects: { project: ["x"], of: ["z"], cost: [1], benefit: [1] }, parties: { place: ["a"] } },
      { budget: 1 },
      "project x is of z, which is no party; expected one of a",
    );
  });

  it("says what caps leave over, and who has no need", async () => {
    const { warnings, paid } = await solved({ parties: { place: ["a", "b"], cap: [10, 20] } }, { budget: 40 });
    expect([paid, warnings?.map(({ code }) => code)]).toEqual([0.75, ["left-over"]]);
    const codes = (each: { readonly warnings?: readonly { readonly code: string }[] }) =>
      each.warnings?.map(({ code }) => code);
    const idle = { parties: { place: ["a", "b"], need: [0, 1], cap: [90, 20] } };
    const other = await solved(idle, { budget: 40 });
    close(other.amounts.need as number[], [0, 20]);
    expect(codes(other)).toEqual(["need-nothing", "takes-less"]);
    expect(codes(await solved(idle, { budget: 20 }))).toEqual(["need-nothing"]);
    // without weight on need it has as much as the other
    const alike = await solved(idle, { budget: 30, intensity: 0 });
    close(alike.amounts.need as number[], [15, 15]);
    expect(codes(alike)).toEqual([]);
  });

  it("says who has no size: equal shares look at none, by every other rule it has its floor", async () => {
    const parties = {
      place: ["a", "b", "c"],
      size: [0, 1, 1],
      benefit: [3, 2, 1],
      floor: [2, 0, 0],
      cap: [50, 10, 10],
    };
    const { amounts, warnings, paid } = await solved({ parties }, { budget: 30 });
    close(amounts.equal as number[], [10, 10, 10]);
    for (const rule of ["alpha-fair", "max-min", "greatest-sum"] as const)
      close(amounts[rule] as number[], [2, 10, 10]);
    expect(paid).toBeCloseTo(1, 12);
    expect(warnings?.map(({ code, values }) => [code, values?.["places"] ?? values?.["rule"]])).toEqual([
      ["size-nothing", { places: ["a"] }],
      ["takes-less", { text: { en: "alpha-fair", zh: "α-公平" } }],
      ["takes-less", { text: { en: "best of the worst off", zh: "最大最小公平" } }],
      ["takes-less", { text: { en: "greatest sum", zh: "总效果最大" } }],
    ]);
  });
});
