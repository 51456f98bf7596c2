import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { hashText } from "./canonical.ts";

/** A seeded source of random numbers. One stream a purpose, so that adding a draw in one place moves no other. */
export interface Random {
  /** Uniform on [0, 1) with 53 random bits. */
  uniform(): number;
  /** Uniform on 0, 1, ..., n - 1. */
  integer(n: number): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Standard normal. */
  normal(): number;
  /** Shuffles `values` in place (Fisher-Yates). */
  shuffle(values: Uint32Array): void;
}

export function random(seed: number, stream: string): Random {
  const generator = xoroshiro128plusFromState(stateOf(`${seed}/${stream}`));
  const uniform = (): number => {
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  const integer = (n: number): number => Math.floor(uniform() * n);
  return {
    uniform,
    integer,
    exponential: () => -Math.log(1 - uniform()),
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    shuffle(values) {
      for (let last = values.length - 1; last > 0; last -= 1) {
        const other = integer(last + 1);
        const kept = values[last] as number;
        values[last] = values[other] as number;
        values[other] = kept;
      }
    },
  };
}

/** The whole state of the generator out of the name's hash: streams drawn from fewer bits would now and then be the same. */
function stateOf(name: string): number[] {
  const hash = hashText(name);
  const state = [0, 8, 16, 24].map((at) => Number.parseInt(hash.slice(at, at + 8), 16) | 0);
  // all zero is the one state that the generator never leaves
  return state.some((word) => word !== 0) ? state : [1, 0, 0, 0];
}
