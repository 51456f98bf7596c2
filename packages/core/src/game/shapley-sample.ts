import type { Random } from "../contract/random.ts";
import { studentQuantile } from "../numeric/student.ts";

/** Fills `worth[k]` with the value of the first k + 1 parties of an order. */
export type WorthAlong = (order: Uint32Array, worth: Float64Array) => void;

export interface SampledValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const confidence = 0.95;

/**
 * Shapley values of a game too large to list, stratified by position: each draw is a random order taken in all its rotations, so
 * that every party stands once in every position, and the mean of a party's contributions over them is an unbiased answer. The
 * answers of single draws are independent: their spread gives Student's interval. Every draw adds up to the value of all.
 */
export function sampledShapley(n: number, along: WorthAlong, draws: number, draw: Random): SampledValue[] {
  const order = Uint32Array.from({ length: n }, (_, at) => at);
  const rotated = new Uint32Array(n);
  const worth = new Float64Array(n);
  const once = new Float64Array(n);
  const mean = new Float64Array(n);
  const squares = new Float64Array(n);
  for (let at = 1; at <= draws; at += 1) {
    draw.shuffle(order);
    once.fill(0);
    for (let turn = 0; turn < n; turn += 1) {
      for (let step = 0; step < n; step += 1) rotated[step] = order[(step + turn) % n];
      along(rotated, worth);
      for (let step = 0; step < n; step += 1) once[rotated[step]] += worth[step] - (step > 0 ? worth[step - 1] : 0);
    }
    for (let party = 0; party < n; party += 1) {
      const own = once[party] / n;
      const off = own - mean[party];
      mean[party] += off / at;
      squares[party] += off * (own - mean[party]);
    }
  }
  const reach = studentQuantile((1 - confidence) / 2, draws - 1);
  return Array.from(mean, (value, party) => {
    const half = reach * Math.sqrt(squares[party] / (draws - 1) / draws);
    return { value, low: value - half, high: value + half };
  });
}
