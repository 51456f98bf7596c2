import { InputError } from "../contract/errors.ts";

export interface DemandInput {
  readonly problem: readonly string[];
  readonly value: ArrayLike<number>;
  /** The cluster that feels it; all together without. */
  readonly cluster?: readonly string[] | undefined;
}

/** Of demand that is told of no cluster. */
export const together = "all-clusters";

/** By cluster, the share of each problem. */
export type Demand = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const problemsIn = (demand: Demand): string[] =>
  [...new Set([...demand.values()].flatMap((own) => [...own.keys()]))].sort();

/** Each cluster's values as shares; a problem told of twice (by two places, say) is added up. */
export function sharesOf(input: string, { problem, value, cluster }: DemandInput): Demand {
  const sums = new Map<string, Map<string, number>>();
  const key = (at: number) => `${cluster?.[at] ?? ""}\u0000${problem[at]}`;
  // in one order, so that sums do not depend on that of the rows
  const order = problem
    .map((_, at) => at)
    .sort((a, b) => compare(key(a), key(b)) || (value[a] as number) - (value[b] as number));
  for (const at of order) {
    const name = problem[at] as string;
    const amount = value[at] as number;
    if (Number.isNaN(amount)) continue;
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) {
      throw new InputError({
        code: "demand-out-of-range",
        text: {
          en: `demand-tool-match: ${input} of ${name} is ${amount}, expected at least 0`,
          zh: `demand-tool-match：${input} 中 ${name} 为 ${amount}，应不小于 0`,
        },
      });
    }
    const scope = cluster?.[at] || together;
    const own = sums.get(scope) ?? new Map<string, number>();
    sums.set(scope, own.set(name, (own.get(name) ?? 0) + amount));
  }
  const scopes = [...sums].sort(([a], [b]) => compare(a, b));
  return new Map(
    scopes.map(([scope, own]) => {
      const total = [...own.values()].reduce((sum, each) => sum + each, 0);
      if (!(total > 0)) {
        throw new InputError({
          code: "demand-zero",
          text: {
            en: `demand-tool-match: ${input} of ${scope} add up to 0, expected more than 0`,
            zh: `demand-tool-match：${scope} 的 ${input} 合计为 0，应大于 0`,
          },
        });
      }
      return [scope, new Map([...own].map(([name, amount]) => [name, amount / total]))];
    }),
  );
}

/** Obstacles and gaps each as shares, weighed; a cluster or problem that one of them lacks rests on the other. */
export function combined(obstacles: Demand, gaps: Demand | undefined, gapWeight: number): Demand {
  if (gaps === undefined) return obstacles;
  return new Map(
    [...obstacles].map(([scope, own]) => {
      const other = gaps.get(scope) ?? gaps.get(together);
      if (other === undefined) return [scope, own];
      const names = [...new Set([...own.keys(), ...other.keys()])];
      const mixed = (name: string) => (1 - gapWeight) * (own.get(name) ?? 0) + gapWeight * (other.get(name) ?? 0);
      return [scope, new Map(names.map((name) => [name, mixed(name)]))];
    }),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
