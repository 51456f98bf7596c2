import { describe, expect, it } from "vitest";
import { oracleJson } from "../../test/atlas-compositions.ts";
import { same } from "../language/text.ts";
import type { PartyGame } from "./evolutionary-game.ts";
import { templateGame, templateSchema } from "./evolutionary-templates.ts";
import { dynamicsOf } from "./replicator.ts";
import { endFrom, lattice } from "./replicator-paths.ts";
import { restPoints } from "./rest-points.ts";

const differences = 1e-6; // R's Jacobian is by central differences of 1e-5, its points are rounded to 1e-10

interface Expected {
  readonly rest: readonly {
    readonly shares: readonly number[];
    readonly real: readonly number[];
    readonly imaginary: readonly number[];
  }[];
  readonly ends: readonly string[];
}

const oracle = oracleJson<{ drawn_values: number[][]; coordinator: Expected; drawn: Expected }>("game-evolutionary");

const named = (code: string) => ({ code, words: same(code) });
const games: Readonly<Record<"coordinator" | "drawn", PartyGame>> = {
  coordinator: templateGame(
    templateSchema.parse({
      template: "coordinator",
      benefits: [10, 12],
      costs: [6, 8],
      temptations: [7, 9],
      fund: 1,
      fine: 4,
      inspection: 3,
      blame: 6,
    }),
  ),
  drawn: {
    players: ["o", "d", "c"].map((place) => ({ place: named(place), first: named("yes"), second: named("no") })),
    payoffs: oracle.drawn_values.map((own) => Float64Array.from(own)),
  },
};

describe.each(["coordinator", "drawn"] as const)("replicator dynamics against deSolve: %s", (name) => {
  const dynamics = dynamicsOf(games[name]);
  const { points } = restPoints(dynamics);

  it("every rest point that Newton's steps find, and its eigenvalues", () => {
    for (const { shares, real, imaginary } of oracle[name].rest) {
      const twin = points.find((each) =>
        each.shares.every((share, at) => Math.abs(share - (shares[at] as number)) < 1e-8),
      );
      expect(twin, shares.join()).toBeDefined();
      const found = [...(twin?.eigenvalues ?? [])];
      real.forEach((value, at) => {
        const near = found.findIndex(
          (each) =>
            Math.abs(each.real - value) < differences &&
            Math.abs(each.imaginary - (imaginary[at] as number)) < differences,
        );
        expect(near, `${value} at ${shares.join()}`).toBeGreaterThanOrEqual(0);
        found.splice(near, 1);
      });
    }
  });

  it("where 64 even starts end by lsoda", () => {
    const stable = points.filter(({ stability }) => stability === "stable");
    const ends = lattice(3, 64).map((start) => endFrom(dynamics, start, stable) ?? "elsewhere");
    expect(ends).toEqual(oracle[name].ends);
  });
});
