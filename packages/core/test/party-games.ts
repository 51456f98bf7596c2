import { expect } from "vitest";
import { random } from "../src/contract/random.ts";
import type { PartyGame, Player } from "../src/game/evolutionary-game.ts";
import { dynamicsOf, slopeAt } from "../src/game/replicator.ts";
import { same } from "../src/language/text.ts";

export const rounding = 1e-10; // closed forms in payoffs of order 1 to 100
export const stepping = 2e-6; // the paths' tolerance of 1e-8 a step, over up to a hundred steps

export function close(found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance = rounding): void {
  expect(found.length).toBe(wanted.length);
  Array.from(found).forEach((value, at) => {
    const gap = Math.abs(value - (wanted[at] as number));
    expect(gap, `${Array.from(found)} and ${Array.from(wanted)}`).toBeLessThan(tolerance);
  });
}

export function playersOf(k: number): Player[] {
  const named = (code: string) => ({ code, words: same(code) });
  return Array.from({ length: k }, (_, at) => ({
    place: named(`p${at}`),
    first: named("yes"),
    second: named("no"),
  }));
}

export function drawnGame(k: number, seed: number): PartyGame {
  const draw = random(seed, "evolutionary");
  return {
    players: playersOf(k),
    payoffs: Array.from({ length: k }, () => Float64Array.from({ length: 2 ** k }, () => 10 * draw.normal())),
  };
}

/** The second way: classical steps of fourth order in the shares themselves. */
export function byRungeKutta(game: PartyGame, start: readonly number[], time: number, steps: number): number[] {
  const dynamics = dynamicsOf(game);
  const h = time / steps;
  let x = [...start];
  const plus = (by: readonly number[], times: number) => x.map((each, at) => each + times * by[at]);
  for (let step = 0; step < steps; step += 1) {
    const k1 = slopeAt(dynamics, x);
    const k2 = slopeAt(dynamics, plus(k1, h / 2));
    const k3 = slopeAt(dynamics, plus(k2, h / 2));
    const k4 = slopeAt(dynamics, plus(k3, h));
    x = x.map((each, at) => each + (h * (k1[at] + 2 * k2[at] + 2 * k3[at] + k4[at])) / 6);
  }
  return x;
}
