import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { solve } from "../contract/solve.ts";
import { coalitionName } from "./coalition-table.ts";
import { type CoreOptions, core } from "./core.ts";
import type { GameInput } from "./game-form.ts";

const solver = 1e-7; // the solver holds rows to 1e-10 of the largest value

const solved = (input: GameInput, options: CoreOptions = {}) => core(input, options, solve);
const near = (found: number, wanted: number, tolerance = solver) => {
  expect(Math.abs(found - wanted), `${found} and ${wanted}`).toBeLessThan(tolerance * Math.max(1, Math.abs(wanted)));
};
const three = ["A", "B", "C", "A+B", "A+C", "B+C", "A+B+C"];

describe("by hand", () => {
  it("gloves, one left and two right: the core is the one point where L has all", async () => {
    const { parties, isEmpty, blockers } = await solved({
      coalitions: { coalition: three, value: [0, 0, 0, 1, 1, 0, 1] },
    });
    expect(isEmpty).toBe(false);
    [1, 0, 0].forEach((wanted, at) => {
      near(parties[at].low, wanted);
      near(parties[at].high, wanted);
    });
    // the Shapley value gives A and B 5/6 of the 1 that they make
    expect(blockers.map(({ coalition }) => coalition)).toEqual(["A+B", "A+C"]);
    near(blockers[0].excess, 1 / 6);
  });

  it("majority of three over 1: the core is empty, each pair is short by 1/3", async () => {
    const result = await solved({ coalitions: { coalition: three, value: [0, 0, 0, 1, 1, 1, 1] } });
    near(result.leastExcess, 1 / 3);
    expect([result.isEmpty, result.blocking, result.convention.ranges]).toEqual([true, 3, "least-core"]);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["core-empty"]);
  });

  it("a proposal is tested: 50, 30, 20 of 100 where A and C make 75 by themselves", async () => {
    const coalitions = { coalition: three, value: [10, 20, 15, 70, 75, 45, 100] };
    const { blockers, parties, convention } = await solved({
      coalitions,
      parties: { place: ["C", "B", "A"], proposal: [20, 30, 50] },
    });
    expect(blockers.map(({ coalition, value, share }) => [coalition, value, share])).toEqual([["A+C", 75, 70]]);
    near(blockers[0].excess, 5);
    expect(convention.tested).toBe("proposal");
    // A at most 100 - 45, at least 70 - (100 - 75); B at most 100 - 75, at least its 20
    near(parties[0].high, 55);
    near(parties[0].low, 45);
    near(parties[1].high, 25);
    near(parties[1].low, 20);
  });

  it("costs: an airport of 10, 20, 30; the first pays up to 10", async () => {
    const { parties, isEmpty, blocking } = await solved(
      { parties: { place: ["a", "b", "c"], value: [10, 20, 30] } },
      { form: "airport" },
    );
    expect([isEmpty, blocking]).toEqual([false, 0]);
    near(parties[0].low, 0);
    near(parties[0].high, 10);
    near(parties[2].low, 10); // the last step is its own
    near(parties[2].high, 30);
  });

  it("one party alone has all", async () => {
    const { parties, isEmpty } = await solved({ coalitions: { coalition: ["A"], value: [7] } });
    expect([parties[0].low, parties[0].high, isEmpty]).toEqual([7, 7, false]);
  });
});

describe("laws", () => {
  it("rows added as they are broken give what all rows give", async () => {
    const draw = random(4, "core");
    for (let game = 0; game < 6; game += 1) {
      const n = 5;
      const names = Array.from({ length: n }, (_, at) => `p${at}`);
      const masks = Array.from({ length: 2 ** n - 1 }, (_, at) => at + 1);
      const value = masks.map(() => draw.normal());
      const all = value[value.length - 1];
      const found = await solved({ coalitions: { coalition: masks.map((mask) => coalitionName(mask, names)), value } });
      const plain = await solve({
        sense: "minimise",
        objective: [0, 0, 0, 0, 0, 1],
        rows: masks.map((mask, at) => {
          const coefficients = [...names.map((_, party) => (mask >> party) & 1), 1];
          if (at < masks.length - 1) return { coefficients, lower: value[at], upper: Number.POSITIVE_INFINITY };
          return { coefficients: [1, 1, 1, 1, 1, 0], lower: all, upper: all };
        }),
        lower: [0, 0, 0, 0, 0, 0].map(() => Number.NEGATIVE_INFINITY),
      });
      near(found.leastExcess, plain.objective);
      expect(found.isEmpty).toBe(plain.objective > 0);
    }
  });

  it("money in another unit changes nothing but the unit, and costs are gains seen from the other side", async () => {
    const value = [3, 5, 2, 11, 9, 8, 15];
    const one = await solved({ coalitions: { coalition: three, value } });
    const large = await solved({ coalitions: { coalition: three, value: value.map((each) => each * 1e8) } });
    const cost = await solved({ coalitions: { coalition: three, value: value.map((each) => -each) } }, { of: "cost" });
    near(large.leastExcess / 1e8, one.leastExcess);
    near(cost.leastExcess, one.leastExcess);
    one.parties.forEach(({ low, high }, at) => {
      near(cost.parties[at].low, -high);
      near(cost.parties[at].high, -low);
    });
  });
});

describe("refusals", () => {
  const coalitions = { coalition: ["A", "B", "A+B"], value: [1, 2, 5] };

  it("a proposal that pays out more than comes in, or less", async () => {
    const propose = (proposal: number[]) => solved({ coalitions, parties: { place: ["A", "B"], proposal } });
    await expect(propose([3, 3])).rejects.toMatchObject({
      message: "core: proposal adds up to 6, expected the value of all, 5",
      problems: [{ code: "proposal-sum", hint: { en: "it pays out more than comes in" } }],
    });
    await expect(propose([1, 2])).rejects.toThrow("core: proposal adds up to 3, expected the value of all, 5");
  });

  it("more than 16 parties", async () => {
    const place = Array.from({ length: 17 }, (_, at) => `p${at}`);
    await expect(solved({ parties: { place, value: place.map(() => 1) } }, { form: "airport" })).rejects.toThrow(
      "core: there are 17 parties, expected at most 16",
    );
  });
});
