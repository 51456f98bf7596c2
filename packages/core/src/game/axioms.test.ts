import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { solve } from "../contract/solve.ts";
import { bankruptcyGame, equalAwards, equalLosses, proportional, randomArrival, talmud } from "./bankruptcy-rules.ts";
import { type BargainingSolution, bargaining } from "./bargaining.ts";
import { coalitionName, excesses } from "./coalition-table.ts";
import type { GameInput } from "./game-form.ts";
import { leastExcess } from "./least-core.ts";
import { nucleolus } from "./nucleolus.ts";
import { listedGame } from "./searchable-game.ts";
import { shapley } from "./shapley.ts";
import { sizeOf } from "./subsets.ts";

const solver = 1e-7; // the solver holds rows to 1e-10 of the largest value

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const names = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);
const close = (found: readonly number[], wanted: readonly number[], what = "") => {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at]), `${what}: ${found} and ${wanted}`).toBeLessThan(
      solver * Math.max(1, ...wanted.map(Math.abs)),
    );
  });
};

/** The ways to split a game: each from its value array. */
const splits: Readonly<Record<string, (values: Float64Array, n: number) => Promise<number[]>>> = {
  shapley: async (values, n) => ofShapley(values, n),
  "shapley, weighted": async (values, n) => ofShapley(values, n, { weight: names(n).map(() => 2) }),
  "shapley, by union": async (values, n) => ofShapley(values, n, { union: names(n).map(() => "one") }),
  nucleolus: async (values, n) => {
    const { shares } = await nucleolus(tableOf(values, n), {}, solve);
    return shares.map(({ share }) => share);
  },
};

function ofShapley(values: Float64Array, n: number, more: Partial<NonNullable<GameInput["parties"]>> = {}): number[] {
  const parties = { place: names(n), ...more };
  return shapley({ ...tableOf(values, n), parties }, {}, random(1, "axioms")).shares.map(({ share }) => share);
}
function tableOf(values: Float64Array, n: number): GameInput {
  const masks = Array.from({ length: 2 ** n - 1 }, (_, at) => at + 1);
  return {
    coalitions: {
      coalition: masks.map((mask) => coalitionName(mask, names(n))),
      value: masks.map((mask) => values[mask]),
    },
  };
}
/** A game in which together is never worse than apart. */
function drawnGame(n: number, seed: number): Float64Array {
  const draw = random(seed, "axioms");
  return Float64Array.from({ length: 2 ** n }, (_, mask) => (mask === 0 ? 0 : sizeOf(mask) ** 2 + draw.uniform()));
}
const seeds = [1, 2, 3, 4, 5];

describe.each(Object.entries(splits))("%s", (name, split) => {
  it("efficiency: all is shared out", async () => {
    for (const seed of seeds) {
      const values = drawnGame(5, seed);
      close([sum(await split(values, 5))], [values[31]]);
    }
  });

  it("symmetry: parties that add the same get the same", async () => {
    for (const seed of seeds) {
      const drawn = drawnGame(5, seed);
      // parties 1 and 3 exchanged make the same game
      const swapped = (mask: number) => (((mask >> 1) & 1) === ((mask >> 3) & 1) ? mask : mask ^ 0b1010);
      const values = drawn.map((value, mask) => (value + drawn[swapped(mask)]) / 2);
      const shares = await split(values, 5);
      close([shares[1]], [shares[3]]);
    }
  });

  it("anonymity: names do not matter", async () => {
    for (const seed of seeds) {
      const values = drawnGame(4, seed);
      const turn = (mask: number) => ((mask << 1) & 0b1111) | (mask >> 3);
      const turned = new Float64Array(16);
      values.forEach((value, mask) => {
        turned[turn(mask)] = value;
      });
      const [shares, other] = [await split(values, 4), await split(turned, 4)];
      close([other[1], other[2], other[3], other[0]], shares);
    }
  });

  it("dummy: who adds the same to every coalition gets that", async () => {
    for (const seed of seeds) {
      const rest = drawnGame(4, seed);
      const values = Float64Array.from({ length: 32 }, (_, mask) => rest[mask & 15] + (mask & 16 ? 2.5 : 0));
      const shares = await split(values, 5);
      close([shares[4]], [2.5]);
      close(shares.slice(0, 4), await split(rest, 4), "and does not matter to the others");
    }
  });

  it("covariance: another unit of money, and amounts that each has anyway", async () => {
    for (const seed of seeds) {
      const values = drawnGame(4, seed);
      const own = [3, -1, 0.5, 7];
      const moved = values.map((value, mask) => 4 * value + sum(own.filter((_, at) => (mask >> at) & 1)));
      close(
        await split(moved, 4),
        (await split(values, 4)).map((share, at) => 4 * share + own[at]),
      );
    }
  });

  it(name === "nucleolus" ? "is not additive" : "additivity: of two games together what each gives", async () => {
    let apart = 0;
    for (const seed of seeds) {
      const [one, other] = [drawnGame(4, seed), drawnGame(4, seed + 50).map((value, mask) => value * (1 + (mask & 3)))];
      const both = await split(
        one.map((value, mask) => value + other[mask]),
        4,
      );
      const added = (await split(one, 4)).map((share) => share);
      (await split(other, 4)).forEach((share, at) => {
        added[at] += share;
      });
      if (name === "nucleolus") apart = Math.max(apart, ...both.map((share, at) => Math.abs(share - added[at])));
      else close(both, added);
    }
    if (name === "nucleolus") expect(apart).toBeGreaterThan(0.01);
  });
});

describe("the nucleolus", () => {
  it("lies in the least core of those splits that give each what it has alone, and in the core where there is one", async () => {
    for (const seed of seeds) {
      const draw = random(seed, "least core");
      const values = Float64Array.from({ length: 32 }, (_, mask) =>
        mask === 0 ? 0 : sizeOf(mask) - 1 + draw.uniform(),
      );
      values[31] = 6;
      const scaled = values.map((value) => value / 6);
      const floor = names(5).map((_, at) => scaled[1 << at]);
      const { excess } = await leastExcess(solve, listedGame(scaled, 5), { isOpen: () => true, floor });
      const shares = (await splits.nucleolus(values, 5)).map((share) => share / 6);
      const most = excesses(scaled, shares).reduce(
        (top, each, mask) => (mask > 0 && mask < 31 ? Math.max(top, each) : top),
        -1,
      );
      expect(Math.abs(most - excess)).toBeLessThan(solver);
    }
  });

  it("of a bankruptcy game is the Talmud rule, and its Shapley value random arrival", async () => {
    const draw = random(4, "claims");
    for (let at = 0; at < 6; at += 1) {
      const claims = names(5).map(() => 5 + draw.integer(60));
      const estate = sum(claims) * draw.uniform();
      const values = bankruptcyGame(estate, claims);
      close(await splits.nucleolus(values, 5), talmud(estate, claims));
      close(await splits.shapley(values, 5), randomArrival(estate, claims));
    }
  });
});

describe("rules for claims: who claims alike gets alike, who claims nothing gets nothing, and nothing is left", () => {
  it.each(Object.entries({ proportional, equalAwards, equalLosses, talmud, randomArrival }))("%s", (_, rule) => {
    const draw = random(7, "claims alike");
    for (let at = 0; at < 20; at += 1) {
      const alike = 1 + 50 * draw.uniform();
      const claims = [alike, 80 * draw.uniform(), 0, alike, 30 * draw.uniform()];
      const estate = sum(claims) * draw.uniform();
      const awards = rule(estate, claims);
      close([awards[0], awards[2], sum(awards)], [awards[3], 0, estate]);
      // a claimant of nothing does not matter to the others
      close(
        rule(
          estate,
          claims.filter((_claim, party) => party !== 2),
        ),
        awards.filter((_award, party) => party !== 2),
      );
    }
  });
});

describe("bargaining: all is shared out, alike get alike, and an option elsewhere that does not bind changes nothing", () => {
  const total = 90;
  const solutions: BargainingSolution[] = ["nash", "kalai-smorodinsky", "egalitarian"];
  it.each(solutions)("%s", (solution) => {
    const disagreement = [10, 25, 10];
    const { splits: found } = bargaining({ place: names(3), disagreement, cap: [60, 60, 60] }, { total });
    const shares = found[solution];
    close([sum(shares), shares[0]], [90, shares[2]]);
    const beside = bargaining(
      { place: names(3), disagreement, outside: [10, 25, 10], cap: [60, 60, 60] },
      { total: 90 },
    );
    close(beside.splits[solution], shares);
  });
});
