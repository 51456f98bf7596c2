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

/** The orders of one draw, all of them as likely as each other. */
export type Deal = (draw: Random) => readonly Uint32Array[];

/** A random order in all its rotations: every party stands once in every position. */
export function rotations(n: number): Deal {
  const order = Uint32Array.from({ length: n }, (_, at) => at);
  const turned = Array.from(order, () => new Uint32Array(n));
  return (draw) => {
    draw.shuffle(order);
    turned.forEach((own, turn) => {
      for (let step = 0; step < n; step += 1) own[step] = order[(step + turn) % n];
    });
    return turned;
  };
}

/** Unions in random order, the members of each in random order, and the same from the back. */
export function byUnion(unions: readonly (readonly number[])[]): Deal {
  const blocks = Uint32Array.from(unions.keys());
  const members = unions.map((own) => Uint32Array.from(own));
  return (draw) => {
    draw.shuffle(blocks);
    for (const own of members) draw.shuffle(own);
    const order = Uint32Array.from(Array.from(blocks).flatMap((block) => Array.from(members[block])));
    return [order, order.toReversed()];
  };
}

/** The last is drawn by weight, then the last but one of the others, and so on: waiting times, the longest first. */
export function byWeight(weights: Float64Array): Deal {
  const parties = Array.from(weights.keys());
  return (draw) => {
    const wait = weights.map((weight) => -Math.log(1 - draw.uniform()) / weight);
    return [Uint32Array.from([...parties].sort((a, b) => wait[b] - wait[a]))];
  };
}

/**
 * Shapley values of a game too large to list. Each draw deals orders of arrival, and the mean of a party's contributions over them is an
 * unbiased answer; with all rotations of an order it is stratified by position. The answers of single draws are independent: their
 * spread gives Student's interval. Every draw adds up to the value of all.
 */
export function sampledShapley(
  n: number,
  along: WorthAlong,
  draws: number,
  draw: Random,
  deal: Deal = rotations(n),
): SampledValue[] {
  const worth = new Float64Array(n);
  const once = new Float64Array(n);
  const mean = new Float64Array(n);
  const squares = new Float64Array(n);
  for (let at = 1; at <= draws; at += 1) {
    once.fill(0);
    const orders = deal(draw);
    for (const order of orders) {
      along(order, worth);
      for (let step = 0; step < n; step += 1) once[order[step]] += worth[step] - (step > 0 ? worth[step - 1] : 0);
    }
    for (let party = 0; party < n; party += 1) {
      const own = once[party] / orders.length;
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
