import type { NamedLabels } from "../contract/readings.ts";
import { deviance } from "../numeric/stirling.ts";

/** What the places of a group have together. */
export interface Pool {
  readonly income: number;
  readonly people: number;
}

/** Group labels joined from the outside in, so that a province of one name in two clusters stays two. */
export function nestedKeys(groups: readonly NamedLabels[], n: number): string[][] {
  let path: string[] = new Array(n).fill("");
  return groups.map(({ values }) => {
    path = path.map((outer, at) => `${outer}\u0000${values[at]}`);
    return path;
  });
}

export function poolBy(keys: readonly string[], income: Float64Array, people: Float64Array): ReadonlyMap<string, Pool> {
  const pools = new Map<string, { income: number; people: number }>();
  keys.forEach((key, at) => {
    const pool = pools.get(key) ?? { income: 0, people: 0 };
    pool.income += income[at] as number;
    pool.people += people[at] as number;
    pools.set(key, pool);
  });
  return pools;
}

/**
 * What a pool adds to Theil's T or L of the whole for not being like the pool it lies in:
 *
 *   T: s ln(s / e),  e = p S / P        L: p ln(p / e),  e = s P / S
 *
 * s and p are its shares of income and people, S and P those of the outer pool. Over the pools of one outer pool s and e add up
 * to the same, so that e - s may be added to every term: none is then below 0, and none loses its digits near equality.
 */
export function partOf(pool: Pool, outer: Pool, total: Pool, index: "T" | "L"): number {
  const [s, p] = [pool.income / total.income, pool.people / total.people];
  if (outer.income === 0) return 0;
  if (index === "T") return deviance(s, p * (outer.income / total.income / (outer.people / total.people)));
  return deviance(p, s * (outer.people / total.people / (outer.income / total.income)));
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
