import { describe, expect, it } from "vitest";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { bankruptcyGame, randomArrival } from "./bankruptcy-rules.ts";
import { worthAlong } from "./closed-forms.ts";
import type { GameInput } from "./game-form.ts";
import method, { type ShapleyOptions, shapley } from "./shapley.ts";
import { byUnion, byWeight, sampledShapley } from "./shapley-sample.ts";
import { dividends, owenValues, shapleyValues, weightedShapleyValues } from "./shapley-values.ts";
import { membersOf, subsetSums } from "./subsets.ts";

const rounding = 1e-10; // 2^8 terms of order 1 to 100

const close = (found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance = rounding) => {
  expect(found.length).toBe(wanted.length);
  Array.from(found).forEach((value, at) => {
    expect(Math.abs(value - wanted[at]), `${Array.from(found)} and ${Array.from(wanted)}`).toBeLessThan(tolerance);
  });
};
const solved = (input: GameInput, options: ShapleyOptions = {}) => shapley(input, options, random(1, "test"));
const sharesOf = (input: GameInput, options: ShapleyOptions = {}) =>
  solved(input, options).shares.map(({ share }) => share);
const names = (n: number) => Array.from({ length: n }, (_, at) => `p${String(at).padStart(2, "0")}`);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

function drawnGame(n: number, seed: number): Float64Array {
  const draw = random(seed, "game");
  return Float64Array.from({ length: 2 ** n }, (_, mask) => (mask === 0 ? 0 : draw.normal() + membersOf(mask).length));
}

function ordersOf(members: readonly number[]): number[][] {
  if (members.length < 2) return [[...members]];
  return members.flatMap((first) => ordersOf(members.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}

/** The definition: the mean contribution over orders, weighed if they are not alike. */
function byOrders(values: Float64Array, orders: readonly (readonly number[])[], chance = (_: readonly number[]) => 1) {
  const found = new Float64Array(orders[0].length);
  let total = 0;
  for (const order of orders) {
    const weight = chance(order);
    let mask = 0;
    for (const party of order) {
      found[party] += weight * (values[mask | (1 << party)] - values[mask]);
      mask |= 1 << party;
    }
    total += weight;
  }
  return found.map((each) => each / total);
}

describe("published", () => {
  it("airport with costs 1, 2, 3.5, 7.5, 10: .2 .45 .95 2.95 5.45 (Littlechild and Owen 1973)", () => {
    const parties = { place: names(5), value: [1, 2, 3.5, 7.5, 10] };
    close(sharesOf({ parties }, { form: "airport" }), [0.2, 0.45, 0.95, 2.95, 5.45]);
  });

  it("glove game with one left and two right: 2/3, 1/6, 1/6", () => {
    const coalition = ["L", "R", "S", "L+R", "L+S", "R+S", "L+R+S"];
    const { shares, blocking, worst } = solved({ coalitions: { coalition, value: [0, 0, 0, 1, 1, 0, 1] } });
    close(
      shares.map(({ share }) => share),
      [2 / 3, 1 / 6, 1 / 6],
    );
    expect(blocking).toBe(2);
    expect(worst?.excess).toBeCloseTo(1 / 6, 12);
    expect(shares.map(({ last }) => last)).toEqual([1, 0, 0]);
  });

  it("weighted majority 4 of 3, 2, 1, 1: pivots 6/12, 2/12, 2/12, 2/12 (textbook power index)", () => {
    // [4; 3, 2, 1, 1]: a is pivotal after one or two others, in 12 of 24 orders; of the rest each of the others in 4
    const votes = subsetSums([3, 2, 1, 1]);
    const values = votes.map((each) => (each >= 4 ? 1 : 0));
    close(shapleyValues(values, 4), [1 / 2, 1 / 6, 1 / 6, 1 / 6]);
  });
});

describe("closed forms equal the sum over all coalitions, and that the mean over all orders", () => {
  const draw = random(5, "forms");
  const value = names(7).map(() => 10 * draw.uniform());
  const parties = { place: names(7), value };
  const links = {
    from: ["p00", "p03", "p01", "p00"],
    to: ["p01", "p01", "p00", "p06"],
    value: [3, -1, 2.5, 4],
  };

  it("orders", () => {
    const values = drawnGame(6, 2);
    close(shapleyValues(values, 6), byOrders(values, ordersOf([0, 1, 2, 3, 4, 5])));
  });

  it("additive and pairs: own value and half of each link, both directions added", () => {
    close(sharesOf({ parties }, { form: "pairs" }), value);
    const found = sharesOf({ parties, links });
    expect(found[0]).toBeCloseTo(value[0] + (3 + 2.5 + 4) / 2, 12);
    const table = listed(7, (mask) => {
      const isIn = (name: string) => ((mask >> Number(name.slice(1))) & 1) === 1;
      const inside = links.value.filter((_, row) => isIn(links.from[row]) && isIn(links.to[row]));
      return sum(membersOf(mask).map((at) => value[at])) + sum(inside);
    });
    close(found, sharesOf({ coalitions: table }));
    const weight = names(7).map((_, at) => at + 1);
    close(
      sharesOf({ parties: { ...parties, weight }, links }),
      sharesOf({ coalitions: table, parties: { place: names(7), weight } }),
    );
    const union = ["a", "a", "b", "b", "b", "c", "c"];
    close(
      sharesOf({ parties: { ...parties, union }, links }),
      sharesOf({ coalitions: table, parties: { place: names(7), union } }),
    );
  });

  it("airport", () => {
    const table = listed(7, (mask) => Math.max(...membersOf(mask).map((at) => value[at])));
    close(sharesOf({ parties }, { form: "airport" }), sharesOf({ coalitions: table }, { of: "cost" }));
    expect(solved({ parties }, { form: "airport" }).blocking).toBe(0);
  });

  it("bankruptcy: random arrival", () => {
    close(sharesOf({ parties }, { form: "bankruptcy", estate: 20 }), randomArrival(20, value));
  });
});

/** The table of a game, parties in reverse to show that their order does not matter. */
function listed(n: number, worth: (mask: number) => number) {
  const masks = Array.from({ length: 2 ** n - 1 }, (_, at) => at + 1);
  const name = (mask: number) =>
    membersOf(mask)
      .map((at) => names(n)[at])
      .reverse()
      .join(" + ");
  return { coalition: masks.map(name), value: masks.map(worth) };
}

describe("axioms", () => {
  it("efficiency, additivity, and the dividends add up again", () => {
    for (const n of [1, 2, 5, 8]) {
      const [one, other] = [drawnGame(n, n), drawnGame(n, 50 + n)];
      const values = shapleyValues(one, n);
      expect(Math.abs(sum(values) - one[one.length - 1])).toBeLessThan(rounding);
      const both = one.map((value, mask) => 2 * value - other[mask]);
      const wanted = shapleyValues(other, n).map((value, at) => 2 * values[at] - value);
      close(shapleyValues(both, n), wanted);
      expect(Math.abs(sum(dividends(one, n)) - one[one.length - 1])).toBeLessThan(rounding);
    }
  });

  it("symmetry, and a dummy gets what it has alone", () => {
    const size = subsetSums([1, 1, 1, 0, 0]);
    // three alike, one that adds 7 wherever it comes, one that adds nothing
    const values = size.map((alike, mask) => alike ** 2 + ((mask >> 3) & 1) * 7);
    close(shapleyValues(values, 5), [3, 3, 3, 7, 0]);
    close(weightedShapleyValues(values, [1, 1, 1, 4, 9]), [3, 3, 3, 7, 0]);
    close(owenValues(values, [[0, 1], [2], [3, 4]]).slice(3), [7, 0]);
  });

  it("of a convex game is in the core", () => {
    const parties = { place: names(6), value: [4, 8, 1, 9, 5, 3] };
    expect(solved({ parties }, { form: "bankruptcy", estate: 17 }).blocking).toBe(0);
  });
});

describe("weighted and with unions", () => {
  it("equal weights give the Shapley value; unequal ones the mean over orders built from the back by weight", () => {
    const values = drawnGame(5, 9);
    close(weightedShapleyValues(values, [2, 2, 2, 2, 2]), shapleyValues(values, 5));
    const weights = [1, 3, 0.5, 2, 4];
    // Kalai and Samet: the last is drawn by weight, then the last but one among the others, and so on
    const chance = (order: readonly number[]) =>
      order.reduce(
        (product, party, at) => product * (weights[party] / sum(order.slice(0, at + 1).map((i) => weights[i]))),
        1,
      );
    close(weightedShapleyValues(values, weights), byOrders(values, ordersOf([0, 1, 2, 3, 4]), chance));
  });

  it("unions: the mean over the orders in which each comes as a block; unions play the game between them", () => {
    const values = drawnGame(6, 4);
    const unions = [[0, 3], [1, 4, 5], [2]];
    const orders = ordersOf([0, 1, 2]).flatMap((blocks) =>
      blocks.reduce<number[][]>(
        (starts, block) => starts.flatMap((start) => ordersOf(unions[block]).map((rest) => [...start, ...rest])),
        [[]],
      ),
    );
    const found = owenValues(values, unions);
    close(found, byOrders(values, orders));
    const between = Float64Array.from({ length: 8 }, (_, which) => {
      return values[
        membersOf(which).reduce((mask, block) => unions[block].reduce((own, at) => own | (1 << at), mask), 0)
      ];
    });
    close(
      unions.map((members) => sum(members.map((at) => found[at]))),
      shapleyValues(between, 3),
    );
    for (const trivial of [[[0, 1, 2, 3, 4, 5]], [[0], [1], [2], [3], [4], [5]]]) {
      close(owenValues(values, trivial), shapleyValues(values, 6));
    }
  });
});

describe("sampling", () => {
  const claim = names(30).map((_, at) => 5 + ((at * 7) % 13));
  const parties = { place: names(30), value: claim };
  const result = solved({ parties }, { form: "bankruptcy", estate: 60, draws: 100 });

  it("adds up to the whole in every draw, and says that it drew", () => {
    expect(Math.abs(sum(result.shares.map(({ share }) => share)) - 60)).toBeLessThan(rounding);
    expect(result.convention.computed).toBe("sampled");
    expect(result.blocking).toBeUndefined();
  });

  it("comes within 1 % of the surplus of 41 parties with 200 draws", () => {
    const value = names(41).map((_, at) => 3 + ((at * 17) % 41));
    const estate = sum(value) / 2;
    const { shares } = solved({ parties: { place: names(41), value } }, { form: "bankruptcy", estate });
    for (const { low, high } of shares) {
      expect(((high as number) - (low as number)) / 2).toBeLessThan(0.01 * estate);
    }
  });

  it("of unions and of weights: the exact values lie within twice the intervals, and every draw adds up", () => {
    const n = 14;
    const cost = names(n).map((_, at) => 2 + ((at * 5) % 11));
    const values = Float64Array.from({ length: 2 ** n }, (_, mask) =>
      Math.max(0, ...membersOf(mask).map((at) => cost[at])),
    );
    const along = worthAlong({ form: "airport", of: "cost", parties: names(n), cost: Float64Array.from(cost) });
    const weights = Float64Array.from(cost, (_, at) => 1 + (at % 4));
    const unions = [
      [0, 5, 9],
      [1, 2, 3, 4],
      [6, 7, 8],
      [10, 11, 12, 13],
    ];
    for (const [exact, deal] of [
      [weightedShapleyValues(values, weights), byWeight(weights)],
      [owenValues(values, unions), byUnion(unions)],
    ] as const) {
      const found = sampledShapley(n, along, 4000, random(3, "dealt"), deal);
      expect(Math.abs(sum(found.map(({ value }) => value)) - Math.max(...cost))).toBeLessThan(rounding);
      found.forEach(({ value, low, high }, at) => {
        // Student's interval at 95 % is two standard errors: twice it leaves one in 16,000
        expect(Math.abs(value - exact[at])).toBeLessThan(high - low + rounding);
      });
    }
  });

  it("takes over where weights are too many to list, for each form that has no shorter way", () => {
    const place = names(30);
    const value = place.map((_, at) => 1 + at);
    const weight = place.map((_, at) => 1 + (at % 3));
    const union = place.map((_, at) => "abc"[at % 3]);
    for (const options of [{ form: "airport" }, { form: "bankruptcy", estate: 100 }] as const) {
      for (const more of [{ weight }, { union }]) {
        const { shares, convention, total } = solved({ parties: { place, value, ...more } }, { ...options, draws: 20 });
        expect(convention.computed).toBe("sampled");
        expect(Math.abs(sum(shares.map(({ share }) => share)) - total)).toBeLessThan(rounding);
      }
    }
  });

  it("covers the exact value about as often as it says", () => {
    const small = claim.slice(0, 10);
    const exact = shapleyValues(bankruptcyGame(25, small), 10);
    const total = sum(small);
    const along = (order: Uint32Array, worth: Float64Array) => {
      let others = total;
      order.forEach((party, step) => {
        others -= small[party];
        worth[step] = Math.max(0, 25 - others);
      });
    };
    const runs = 200;
    let covered = 0;
    for (let at = 0; at < runs; at += 1) {
      sampledShapley(10, along, 30, random(at, "coverage")).forEach(({ low, high }, party) => {
        if (low <= exact[party] && exact[party] <= high) covered += 1;
      });
    }
    // 95 % of 2,000, of which the ten of one run lean on each other: three standard errors of 200 runs
    const error = Math.sqrt((0.95 * 0.05) / runs);
    expect(Math.abs(covered / (10 * runs) - 0.95)).toBeLessThan(3 * error);
  });
});

describe("the value array", () => {
  it("keeps twelve digits at 20 parties: an additive game gives back what was added", () => {
    const own = names(20).map((_, at) => 1 + at / 3);
    close(shapleyValues(subsetSums(own), 20), own, 1e-11);
  });
});

describe("coalitions not listed", () => {
  const coalition = ["A+B", "C", "A+B+C+D"];
  it("are refused, or worth the best of their listed parts", () => {
    const coalitions = { coalition, value: [4, 1, 10] };
    expect(() => solved({ coalitions })).toThrow(
      "shapley: 12 of 15 coalitions have no value (A, B, A+C, B+C, A+B+C, ...), expected all",
    );
    // dividends: AB 4, C 1, all 10 - 5
    close(sharesOf({ coalitions }, { unlisted: "parts" }), [2 + 5 / 4, 2 + 5 / 4, 1 + 5 / 4, 5 / 4]);
  });
});

describe("refusals and warnings", () => {
  const refused = (input: GameInput, words: string, options: ShapleyOptions = {}) =>
    expect(() => solved(input, options)).toThrow(words);

  it("names a party or coalition that is there twice, or has no name", () => {
    refused({ coalitions: { coalition: ["A+A"], value: [1] } }, "shapley: coalition A+A names A twice");
    refused({ coalitions: { coalition: ["A+B", "B+A"], value: [1, 2] } }, "coalition A+B is listed twice");
    refused({ coalitions: { coalition: ["A+"], value: [1] } }, "coalition A+ has an empty name");
    refused({ parties: { place: ["A", "A"], value: [1, 2] } }, "party A is there twice", { form: "airport" });
  });

  it("wants all together, one form, and parties that are known", () => {
    refused({ coalitions: { coalition: ["A", "B"], value: [1, 2] } }, "no value of all together (A+B)");
    refused({}, "no game is given");
    refused({ parties: { place: ["A"], value: [1] } }, "expected form: pairs, airport or bankruptcy");
    refused({ parties: { place: ["A"] } }, "form airport needs parties.value", { form: "airport" });
    refused(
      { parties: { place: ["A"] }, links: { from: ["A"], to: ["B"], value: [1] } },
      "a link names B, which is no party; expected one of A",
    );
    refused({ links: { from: ["A"], to: ["A"], value: [1] } }, "a link leads from A to itself");
    refused(
      { coalitions: { coalition: ["A"], value: [1] }, parties: { place: ["A", "Z"], weight: [1, 1] } },
      "party Z is in no coalition",
    );
  });

  it("takes an estate that covers all claims but for a rounding of their sum", () => {
    // .1 + .7 is .7999999999999999 as doubles go
    const { shares } = shapley(
      { parties: { place: ["a", "b"], value: [0.1, 0.7] } },
      { form: "bankruptcy", estate: 0.8 },
      random(1, "e"),
    );
    expect(Math.abs(shares[0].share - 0.1)).toBeLessThan(1e-12); // one rounding
  });

  it("says how a coalition is written where it was written in another way", () => {
    const coalitions = { coalition: ["A", "B", "A,B"], value: [1, 2, 5] };
    try {
      shapley({ coalitions }, {}, random(1, "c"));
      expect.unreachable();
    } catch (error) {
      expect((error as { hint?: { en: string } }).hint?.en).toBe("join the parties of a coalition by +, such as A+B");
    }
  });

  it("refuses numbers that stand for nothing", () => {
    refused({ parties: { place: ["A"], value: [-1] } }, "value of A is -1, expected a number of at least 0", {
      form: "airport",
    });
    refused({ coalitions: { coalition: ["A"], value: [Number.NaN] } }, "value of A is NaN");
    refused({ parties: { place: ["A"], value: [1], weight: [0] } }, "weight of A is 0, expected a number above 0", {
      form: "pairs",
    });
    refused({ parties: { place: ["A"], value: [1] } }, "estate is 2, expected a number between 0 and", {
      form: "bankruptcy",
      estate: 2,
    });
    const many = names(26).join("+");
    refused({ coalitions: { coalition: [many], value: [1] } }, "26 parties have 2^26 coalitions, expected at most 25");
    refused(
      { parties: { place: ["A"], value: [1], weight: [1], union: ["x"] } },
      "parties have weights and unions, expected one of the two",
      { form: "airport" },
    );
  });

  it("does not add up two currencies", async () => {
    const parties = makeTable("parties", ["place"], [labels("place", ["A", "B"]), numbers("value", "yuan", [1, 2])]);
    const links = makeTable(
      "links",
      ["from", "to"],
      [labels("from", ["A"]), labels("to", ["B"]), numbers("value", "GBP", [3])],
    );
    await expect(invoke(method, { inputs: { parties, links } }, localContext(method, 1))).rejects.toThrow(
      "shapley: values are in yuan and in GBP, expected one unit",
    );
  });

  it("warns where together they do worse than alone: of gains and of costs", () => {
    const coalitions = { coalition: ["A", "B", "A+B"], value: [2, 3, 4] };
    expect(solved({ coalitions }).warnings?.map(({ code }) => code)).toEqual(["negative-surplus"]);
    expect(solved({ coalitions }, { of: "cost" }).warnings).toEqual([]);
  });
});
