import type { NamedLabels } from "../contract/readings.ts";

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

export function poolBy(keys: readonly string[], income: Float64Array, people: Float64Array): Pool[] {
  const pools = new Map<string, { income: number; people: number }>();
  keys.forEach((key, at) => {
    const pool = pools.get(key) ?? { income: 0, people: 0 };
    pool.income += income[at] as number;
    pool.people += people[at] as number;
    pools.set(key, pool);
  });
  return [...pools.values()];
}

/** Theil T or L of pools of a whole. */
export function indexOf(pools: readonly Pool[], total: Pool, index: "T" | "L"): number {
  let result = 0;
  for (const pool of pools) {
    const s = pool.income / total.income;
    const p = pool.people / total.people;
    if (index === "L") result += p * Math.log(p / s);
    else if (s > 0) result += s * Math.log(s / p);
  }
  return result;
}

export function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
