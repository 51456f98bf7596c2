import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { solve } from "../contract/solve.ts";
import { talmud } from "./bankruptcy-rules.ts";
import { Span } from "./coalition-programmes.ts";
import { coalitionName } from "./coalition-table.ts";
import { core } from "./core.ts";
import { type GameInput, type GameOptions, valueGame } from "./game-form.ts";
import { modularGame } from "./modular-game.ts";
import { nucleolus } from "./nucleolus.ts";
import { isBalanced, nucleolusSteps } from "./nucleolus-steps.ts";
import { listedGame } from "./searchable-game.ts";
import { sizeOf } from "./subsets.ts";

const solver = 1e-7; // the solver holds rows to 1e-10 of the largest value

const names = (n: number) => Array.from({ length: n }, (_, at) => `p${String(at).padStart(2, "0")}`);
const solved = (input: GameInput, options: GameOptions = {}) => nucleolus(input, options, solve);
const sharesOf = async (input: GameInput, options: GameOptions = {}) =>
  (await solved(input, options)).shares.map(({ share }) => share);
const close = (found: readonly number[], wanted: readonly number[]) => {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at]), `${found} and ${wanted}`).toBeLessThan(
      solver * Math.max(1, ...wanted.map(Math.abs)),
    );
  });
};
const three = ["A", "B", "C", "A+B", "A+C", "B+C", "A+B+C"];

function drawnGame(n: number, seed: number): { coalition: string[]; value: number[] } {
  const draw = random(seed, "nucleolus");
  const masks = Array.from({ length: 2 ** n - 1 }, (_, at) => at + 1);
  const value = masks.map((mask) => (coalitionName(mask, names(n)).split("+").length - 1) * (1 + draw.uniform()));
  return { coalition: masks.map((mask) => coalitionName(mask, names(n))), value };
}

describe("published and by hand", () => {
  it.each([
    [100, [100 / 3, 100 / 3, 100 / 3]],
    [200, [50, 75, 75]],
    [300, [50, 100, 150]],
  ])("the Talmud's 100, 200, 300 with an estate of %d (Aumann and Maschler 1985)", async (estate, wanted) => {
    close(
      await sharesOf({ parties: { place: names(3), value: [100, 200, 300] } }, { form: "bankruptcy", estate }),
      wanted,
    );
  });

  it("gloves: the one point of the core", async () => {
    close(await sharesOf({ coalitions: { coalition: three, value: [0, 0, 0, 1, 1, 0, 1] } }), [1, 0, 0]);
  });

  it("two share the surplus; a dummy has what it has alone", async () => {
    close(await sharesOf({ coalitions: { coalition: ["A", "B", "A+B"], value: [1, 2, 5] } }), [2, 3]);
    close(await sharesOf({ coalitions: { coalition: three, value: [1, 2, 4, 5, 5, 6, 9] } }), [2, 3, 4]);
  });

  it("an airport of 1, 2, 3.5: the first step is shared so that the least saving is the largest", async () => {
    // a saves 1 - x, a and b 2 - x - y, b and c save x, a and c save y: x = 1 - x, then y = 2 - 1/2 - y
    close(await sharesOf({ parties: { place: names(3), value: [1, 2, 3.5] } }, { form: "airport" }), [0.5, 0.75, 2.25]);
  });

  it("is held to what each has alone: A and B make 10 by themselves, C keeps its 0", async () => {
    // without the floor the least excess would push C below 0: AB 10 of a whole of 6
    close(await sharesOf({ coalitions: { coalition: three, value: [0, 0, 0, 10, 0, 0, 6] } }), [3, 3, 0]);
  });
});

describe("laws", () => {
  it("of bankruptcy games is the Talmud rule", async () => {
    const draw = random(1, "talmud");
    for (let game = 0; game < 12; game += 1) {
      const claims = names(2 + (game % 5)).map(() => 5 + draw.integer(95));
      const estate = draw.uniform() * claims.reduce((sum, each) => sum + each, 0);
      const parties = { place: names(claims.length), value: claims };
      close(await sharesOf({ parties }, { form: "bankruptcy", estate }), talmud(estate, claims));
    }
  });

  it("of airport games is Littlechild's recursion (1974): the lowest rate at which the next costs can be met", async () => {
    const draw = random(2, "airport");
    for (let game = 0; game < 8; game += 1) {
      const cost = names(3 + game).map(() => 1 + 20 * draw.uniform());
      cost.sort((a, b) => a - b);
      const wanted: number[] = [];
      let paid = 0;
      while (wanted.length < cost.length) {
        const rates = cost.slice(wanted.length).map((each, at, rest) => {
          return (each - paid) / (at < rest.length - 1 ? at + 2 : at + 1);
        });
        const least = Math.min(...rates);
        const count = rates.indexOf(least) + 1;
        wanted.push(...rates.slice(0, count).map(() => least));
        paid += count * least;
      }
      close(await sharesOf({ parties: { place: names(cost.length), value: cost } }, { form: "airport" }), wanted);
    }
  });

  it("of pairs that add something is the Shapley value (Deng and Papadimitriou 1994)", async () => {
    const draw = random(3, "pairs");
    const places = names(8);
    const pairs = places.flatMap((from, at) =>
      places.slice(at + 1).map((to) => ({ from, to, value: draw.integer(9) })),
    );
    const links = {
      from: pairs.map(({ from }) => from),
      to: pairs.map(({ to }) => to),
      value: pairs.map(({ value }) => value),
    };
    const { shares } = await solved({ links });
    close(
      shares.map(({ share }) => share),
      shares.map(({ shapley }) => shapley as number),
    );
  });

  it("is in the least core, shares out the whole, and gives alike parties alike", async () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const coalitions = drawnGame(3 + (seed % 3), seed);
      const { shares, settled } = await solved({ coalitions });
      const { leastExcess } = await core({ coalitions }, {}, solve);
      const total = shares.reduce((sum, { share }) => sum + share, 0);
      close([total, settled[0].excess], [coalitions.value.at(-1) as number, leastExcess]);
    }
    const [a, b] = await sharesOf({ coalitions: { coalition: three, value: [1, 1, 0, 4, 2, 2, 9] } });
    close([a], [b]);
  });

  it("costs are gains seen from the other side, and the unit of money does not matter", async () => {
    const { coalition, value } = drawnGame(4, 20);
    const wanted = await sharesOf({ coalitions: { coalition, value } });
    const cost = await sharesOf({ coalitions: { coalition, value: value.map((each) => -each) } }, { of: "cost" });
    const large = await sharesOf({ coalitions: { coalition, value: value.map((each) => 1e6 * each) } });
    close(
      cost,
      wanted.map((each) => -each),
    );
    close(
      large.map((each) => each / 1e6),
      wanted,
    );
  });

  it("Kohlberg's test takes the nucleolus and refuses its neighbours, and the Shapley value of gloves", async () => {
    const values = Float64Array.from([0, 0, 0, 1, 0, 1, 0, 1]);
    expect(await isBalanced(solve, listedGame(values, Math.log2(values.length)), [1, 0, 0])).toBe(true);
    expect(await isBalanced(solve, listedGame(values, Math.log2(values.length)), [2 / 3, 1 / 6, 1 / 6])).toBe(false);
    const talmudic = Float64Array.from([0, 0, 0, 0, 0, 0, 100, 200], (each) => each / 200);
    expect(await isBalanced(solve, listedGame(talmudic, Math.log2(talmudic.length)), [0.25, 0.375, 0.375])).toBe(true);
    expect(await isBalanced(solve, listedGame(talmudic, Math.log2(talmudic.length)), [0.26, 0.37, 0.37])).toBe(false);
    expect(await isBalanced(solve, listedGame(talmudic, Math.log2(talmudic.length)), [0.25, 0.38, 0.37])).toBe(false);
  });

  it("rows added as they are broken give what all rows give, step by step", async () => {
    const draw = random(8, "all rows");
    for (let game = 0; game < 6; game += 1) {
      const n = 4 + (game % 3);
      const values = Float64Array.from({ length: 2 ** n }, (_, mask) =>
        mask === 0 ? 0 : draw.uniform() * sizeOf(mask),
      );
      values[values.length - 1] = n;
      for (let at = 0; at < n; at += 1) values[1 << at] = 0;
      const scaled = values.map((each) => each / n);
      const { allocation } = await nucleolusSteps(solve, listedGame(scaled, n));
      close(allocation, await byAllRows(scaled, n));
    }
  });

  it("is held to Kohlberg's test beyond twelve parties, and is the Talmud rule of 13 to 30", async () => {
    const draw = random(9, "many");
    for (const [n, part] of [
      [13, 0.7],
      [16, 0.4],
      [20, 0.3],
      [30, 0.6],
    ] as const) {
      const claims = names(n).map(() => 5 + draw.integer(95));
      const estate = part * claims.reduce((sum, each) => sum + each, 0);
      close(
        await sharesOf({ parties: { place: names(n), value: claims } }, { form: "bankruptcy", estate }),
        talmud(estate, claims),
      );
    }
  }, 120_000);

  it("by the form of the game gives what looking at every coalition gives", async () => {
    const draw = random(11, "modular");
    for (let at = 0; at < 8; at += 1) {
      const n = 3 + at;
      const amounts = Float64Array.from(names(n), () => 1 + draw.integer(30));
      const whole = amounts.reduce((sum, each) => sum + each, 0);
      const estate = whole * draw.uniform();
      const most = Math.max(...amounts);
      for (const [game, scale] of [
        [{ parties: names(n), of: "gain", form: "bankruptcy", claim: amounts, estate }, estate],
        [{ parties: names(n), of: "cost", form: "airport", cost: amounts }, most],
      ] as const) {
        const sign = game.of === "gain" ? 1 : -1;
        const values = valueGame("test", game).values.map((each) => (sign * each) / scale);
        const [modular, listed] = [modularGame(game, scale), listedGame(values, n)];
        values.forEach((value, mask) => {
          if (mask > 0) expect(Math.abs(modular.value(mask) - value)).toBeLessThan(1e-12); // sums of ten of order 1
        });
        const { allocation } = await nucleolusSteps(solve, modular);
        close(allocation, (await nucleolusSteps(solve, listed)).allocation);
        expect(await isBalanced(solve, modular, allocation)).toBe(true);
        const other = allocation.map((each, party) => each + (party === 0 ? 1e-3 : party === 1 ? -1e-3 : 0));
        expect(await isBalanced(solve, modular, other)).toBe(await isBalanced(solve, listed, other));
        // and under any allocation the same coalition is worst off, whatever is settled
        const span = new Span(n);
        span.add(2 ** n - 1);
        for (let round = 0; round < n - 1; round += 1) {
          const drawn = names(n).map(() => sign * draw.uniform());
          const isOpen = (mask: number) => mask > 0 && !span.holds(mask);
          const most = (by: Iterable<number>) =>
            [...by].reduce((top, each) => Math.max(top, each), Number.NEGATIVE_INFINITY);
          const [one, all] = [modular.over(drawn, 0, isOpen), listed.over(drawn, 0, isOpen)];
          const inner = (all as Float64Array).subarray(1, 2 ** n - 1);
          expect(Math.abs(most((one as Map<number, number>).values()) - most(inner))).toBeLessThan(1e-12);
          span.add(1 + draw.integer(2 ** n - 2));
        }
      }
    }
  });

  it("of fourteen by pairs and by a table drawn: Kohlberg's test takes it and refuses a neighbour", async () => {
    const n = 14;
    const draw = random(10, "pairs");
    const values = Float64Array.from(
      { length: 2 ** n },
      (_, mask) => (sizeOf(mask) - 1) * (1 + draw.uniform()) * (mask === 0 ? 0 : 1),
    );
    const largest = 2 * n;
    values[values.length - 1] = largest;
    const scaled = values.map((each) => each / largest);
    const { allocation } = await nucleolusSteps(solve, listedGame(scaled, n));
    expect(await isBalanced(solve, listedGame(scaled, Math.log2(scaled.length)), allocation)).toBe(true);
    expect(
      await isBalanced(
        solve,
        listedGame(scaled, Math.log2(scaled.length)),
        allocation.map((each, at) => each + (at === 0 ? 1e-3 : at === 1 ? -1e-3 : 0)),
      ),
    ).toBe(false);
  });

  it("settles games in which very many coalitions tie", async () => {
    // 3,432 coalitions of seven make 7 each, all 14 make 14: everyone alike
    const n = 14;
    const values = Float64Array.from({ length: 2 ** n }, (_, mask) => (sizeOf(mask) >= 7 ? sizeOf(mask) / 14 : 0));
    const { allocation } = await nucleolusSteps(solve, listedGame(values, n));
    close(
      allocation,
      names(n).map(() => 1 / 14),
    );
    expect(await isBalanced(solve, listedGame(values, Math.log2(values.length)), allocation)).toBe(true);
  });

  it("settles twelve parties", async () => {
    const claims = names(12).map((_, at) => 10 + at * at);
    const parties = { place: names(12), value: claims };
    close(await sharesOf({ parties }, { form: "bankruptcy", estate: 300 }), talmud(300, claims));
  });
});

/**
 * The definition, all rows written down: the least largest excess; then, of each coalition by itself, whether it can go lower while no
 * other goes higher; those that cannot keep theirs, and the next excess is sought among the others.
 */
async function byAllRows(values: Float64Array, n: number): Promise<number[]> {
  const all = values.length - 1;
  const kept = new Map<number, number>();
  const infinite = Number.POSITIVE_INFINITY;
  const bits = (mask: number) => Array.from({ length: n }, (_, at) => (mask >> at) & 1);
  const masks = Array.from({ length: all - 1 }, (_, at) => at + 1);
  const rows = (excess: number | undefined) => [
    { coefficients: [...bits(all), 0], lower: values[all], upper: values[all] },
    ...masks.map((mask) => {
      const settled = kept.get(mask);
      const need = values[mask] - (settled ?? excess ?? 0);
      if (settled !== undefined) return { coefficients: [...bits(mask), 0], lower: need, upper: need };
      return { coefficients: [...bits(mask), excess === undefined ? 1 : 0], lower: need, upper: infinite };
    }),
  ];
  const lower = [...Array.from({ length: n }, (_, at) => values[1 << at]), Number.NEGATIVE_INFINITY];
  let found: readonly number[] = [];
  while (kept.size < masks.length) {
    const objective = [...bits(0), 1];
    const least = await solve({ sense: "minimise", objective, rows: rows(undefined), lower });
    found = least.values.slice(0, n);
    const excess = least.values[n];
    const stuck: number[] = [];
    for (const mask of masks) {
      if (kept.has(mask)) continue;
      const most = await solve({
        sense: "maximise",
        objective: [...bits(mask), 0],
        rows: rows(excess + 1e-10),
        lower,
        upper: bits(all)
          .map(() => infinite)
          .concat(0),
      });
      if (values[mask] - most.objective >= excess - 1e-8) stuck.push(mask);
    }
    for (const mask of stuck) kept.set(mask, excess);
    if (stuck.length === 0) throw new Error("nothing was settled");
  }
  return [...found];
}

describe("refusals", () => {
  it("a negative surplus, in the words of gains and of costs", async () => {
    const coalitions = { coalition: ["A", "B", "A+B"], value: [2, 3, 4] };
    await expect(solved({ coalitions })).rejects.toThrow(
      "nucleolus: together the parties have 4, alone 5; expected together to be no worse",
    );
    close(await sharesOf({ coalitions }, { of: "cost" }), [1.5, 2.5]);
  });

  it("more than 20 parties, or than 30 where the form tells the worst off", async () => {
    const coalition = [names(21).join("+"), ...names(21)];
    await expect(
      solved({ coalitions: { coalition, value: coalition.map(() => 1) } }, { unlisted: "parts" }),
    ).rejects.toThrow("nucleolus: there are 21 parties, expected at most 20");
    const parties = { place: names(31), value: names(31).map(() => 1) };
    await expect(solved({ parties }, { form: "airport" })).rejects.toThrow(
      "nucleolus: there are 31 parties, expected at most 30",
    );
  });
});
