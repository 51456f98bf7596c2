import { describe, expect, it } from "vitest";
import { byRungeKutta, close, drawnGame, rounding, stepping } from "../../test/party-games.ts";
import type { PartyGame } from "./evolutionary-game.ts";
import { dynamicsOf, jacobianAt, slopeAt } from "./replicator.ts";
import { endFrom, lattice, pathFrom } from "./replicator-paths.ts";
import { type RestPoint, restPoints } from "./rest-points.ts";

const stableOf = (game: PartyGame) =>
  restPoints(dynamicsOf(game)).points.filter(({ stability }) => stability === "stable");

describe("laws", () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at);

  it("every point found rests, its eigenvalues are those of the Jacobian, and differences give that Jacobian", () => {
    for (const k of [2, 3]) {
      for (const seed of seeds) {
        const dynamics = dynamicsOf(drawnGame(k, seed));
        for (const { shares, eigenvalues } of restPoints(dynamics).points) {
          for (const slope of slopeAt(dynamics, shares))
            expect(Math.abs(slope)).toBeLessThan(rounding * dynamics.scale);
          const jacobian = jacobianAt(dynamics, shares);
          const trace = jacobian.reduce((sum, row, at) => sum + row[at], 0);
          expect(Math.abs(eigenvalues.reduce((sum, { real }) => sum + real, 0) - trace)).toBeLessThan(
            1e-8 * dynamics.scale,
          );
          const h = 1e-6;
          shares.forEach((_, other) => {
            const at = (by: number) =>
              slopeAt(
                dynamics,
                shares.map((each, which) => (which === other ? each + by : each)),
              );
            const [up, down] = [at(h), at(-h)];
            shares.forEach((_share, player) => {
              // central differences of a cubic with values of order 10
              expect(Math.abs((up[player] - down[player]) / (2 * h) - jacobian[player][other])).toBeLessThan(1e-6);
            });
          });
        }
      }
    }
  });

  it("finds every point that Newton's steps from a fine lattice find", () => {
    for (const seed of seeds.slice(0, 12)) {
      const dynamics = dynamicsOf(drawnGame(3, seed));
      const { points, lines } = restPoints(dynamics);
      expect(lines).toEqual([]);
      for (const start of lattice(3, 216)) {
        const found = newton(dynamics, start);
        if (found === undefined || !found.every((each) => each > 1e-6 && each < 1 - 1e-6)) continue;
        const gap = Math.min(
          ...points.map(({ shares }) => Math.max(...shares.map((each, at) => Math.abs(each - found[at])))),
        );
        expect(gap).toBeLessThan(1e-6); // where Newton stops
      }
    }
  });

  it("no mixed point is ever stable, and inside the Jacobian has no trace", () => {
    for (const seed of seeds) {
      for (const k of [2, 3]) {
        const dynamics = dynamicsOf(drawnGame(k, 100 + seed));
        for (const { pattern, shares, stability } of restPoints(dynamics).points) {
          if (!pattern.includes("*")) continue;
          expect(stability).not.toBe("stable");
          if (shares.every((each) => each > 0 && each < 1)) {
            jacobianAt(dynamics, shares).forEach((row, at) => {
              expect(Math.abs(row[at])).toBeLessThan(1e-8 * dynamics.scale);
            });
          }
        }
      }
    }
  });

  it("paths stay in the square or cube, agree with Runge-Kutta, and keep to a side that they start on", () => {
    for (const seed of seeds.slice(0, 10)) {
      for (const k of [2, 3]) {
        const game = drawnGame(k, seed);
        const dynamics = dynamicsOf(game);
        const stable = stableOf(game);
        const start = [0.3, 0.6, 0.45].slice(0, k);
        const { points } = pathFrom(dynamics, start, stable);
        for (const { shares } of points) for (const each of shares) expect(each >= 0 && each <= 1).toBe(true);
        const middle = points[Math.floor(points.length / 2)];
        close(byRungeKutta(game, start, middle.time, 4000), middle.shares, stepping);
        const side = pathFrom(dynamics, [1, ...start.slice(1)], stable);
        for (const { shares } of side.points) expect(shares[0]).toBe(1);
      }
    }
  });

  it("a start is known to end where Runge-Kutta takes it", () => {
    for (const seed of seeds.slice(0, 12)) {
      const game = drawnGame(3, seed);
      const dynamics = dynamicsOf(game);
      const stable = stableOf(game);
      for (const start of lattice(3, 8)) {
        const end = endFrom(dynamics, start, stable);
        if (end === undefined) continue;
        const goal = (stable.find(({ pattern }) => pattern === end) as RestPoint).shares;
        close(byRungeKutta(game, start, 200 / dynamics.scale + 8, 8000), goal, 0.05);
      }
    }
  });

  it("exchanging a party's strategies mirrors everything, exchanging parties turns it", () => {
    for (const seed of seeds.slice(0, 10)) {
      const game = drawnGame(3, seed);
      const mirrored: PartyGame = {
        players: game.players,
        payoffs: game.payoffs.map((own) => own.map((_, bits) => own[bits ^ 2])),
      };
      const points = restPoints(dynamicsOf(game)).points;
      const other = restPoints(dynamicsOf(mirrored)).points;
      expect(other.length).toBe(points.length);
      for (const { shares, stability } of points) {
        const wanted = [shares[0], 1 - shares[1], shares[2]];
        const twin = other.find((each) => each.shares.every((share, at) => Math.abs(share - wanted[at]) < 1e-7));
        expect(twin?.stability).toBe(stability);
      }
      const turn = (bits: number) => ((bits & 3) << 1) | (bits >> 2); // party i becomes party i + 1
      const turned: PartyGame = {
        players: game.players,
        payoffs: [2, 0, 1].map((old) =>
          Float64Array.from({ length: 8 }, (_, at) => {
            const before = [0, 1, 2, 3, 4, 5, 6, 7].find((bits) => turn(bits) === at) as number;
            return game.payoffs[old][before];
          }),
        ),
      };
      const again = restPoints(dynamicsOf(turned)).points;
      for (const { shares, stability } of points) {
        const wanted = [shares[2], shares[0], shares[1]];
        const twin = again.find((each) => each.shares.every((share, at) => Math.abs(share - wanted[at]) < 1e-7));
        expect(twin?.stability).toBe(stability);
      }
    }
  });

  it("what a party gets whatever it does moves nothing", () => {
    const game = drawnGame(3, 7);
    const shifted: PartyGame = {
      players: game.players,
      payoffs: game.payoffs.map((own, player) =>
        own.map((value, bits) => value + 100 * Math.sin(bits & ~(1 << player))),
      ),
    };
    const [one, other] = [game, shifted].map((each) => restPoints(dynamicsOf(each)).points);
    one.forEach(({ shares, stability }, at) => {
      close(other[at].shares, shares, 1e-9);
      expect(other[at].stability).toBe(stability);
    });
  });
});

function newton(dynamics: ReturnType<typeof dynamicsOf>, start: readonly number[]): number[] | undefined {
  let x = [...start];
  for (let round = 0; round < 60; round += 1) {
    const step = solve3(jacobianAt(dynamics, x), slopeAt(dynamics, x));
    if (step === undefined) return undefined;
    x = x.map((each, at) => each - step[at]);
    if (!x.every((each) => Math.abs(each) < 10)) return undefined;
    if (Math.max(...step.map(Math.abs)) < 1e-12) return x;
  }
  return undefined;
}
function solve3(a: number[][], b: number[]): number[] | undefined {
  const det = (m: number[][]) =>
    m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
    m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
    m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  const whole = det(a);
  if (Math.abs(whole) < 1e-300) return undefined;
  return [0, 1, 2].map((column) => det(a.map((row, r) => row.map((each, c) => (c === column ? b[r] : each)))) / whole);
}
