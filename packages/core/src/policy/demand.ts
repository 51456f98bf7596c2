import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";

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

/** Each cluster's shares, and the rows that say nothing of a size. */
export interface SharedDemand {
  readonly demand: Demand;
  readonly dropped: readonly Dropped[];
}

const method = "demand-tool-match";
const largest = 1e300; // sums of many are numbers still

/** Each cluster's values as shares; a problem told of twice (by two places, say) is added up, one without a value left out by name. */
export function sharesOf(input: string, { problem, value, cluster }: DemandInput): SharedDemand {
  const scopeOf = (at: number) => cluster?.[at] || together;
  // in one order, so that sums do not depend on that of the rows
  const order = [...problem.keys()].sort(
    (a, b) =>
      compare(scopeOf(a), scopeOf(b)) ||
      compare(problem[a] as string, problem[b] as string) ||
      (value[a] as number) - (value[b] as number),
  );
  const sums = new Map<string, Map<string, number>>();
  const dropped: Dropped[] = [];
  for (const at of order) {
    const [scope, name, amount] = [scopeOf(at), problem[at] as string, value[at] as number];
    const lacking = name === "" ? "problem" : Number.isNaN(amount) ? "value" : undefined;
    if (lacking !== undefined) {
      const row = [cluster?.[at] ?? "", name].filter((each) => each !== "").join(" ") || String(at + 1);
      dropped.push({ input, row, reason: { en: `${lacking} is missing`, zh: `${lacking} 缺失` } });
      continue;
    }
    if (!(amount >= 0 && amount <= largest)) throw outOfRange(input, name, amount);
    const own = sums.get(scope) ?? new Map<string, number>();
    sums.set(scope, own.set(name, (own.get(name) ?? 0) + amount));
  }
  if (sums.size === 0) throw noDemand(input, problem.length);
  return { demand: new Map([...sums].map(([scope, own]) => [scope, asShares(input, scope, own)])), dropped };
}

function asShares(input: string, scope: string, own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const total = [...own.values()].reduce((sum, each) => sum + each, 0);
  if (total > 0) return new Map([...own].map(([name, amount]) => [name, amount / total]));
  throw new InputError({
    code: "demand-zero",
    text: {
      en: `${method}: ${input} of ${scope} add up to 0, expected more than 0`,
      zh: `${method}：${scope} 的 ${input} 合计为 0，应大于 0`,
    },
  });
}

function outOfRange(input: string, name: string, amount: number): InputError {
  const [en, zh] = amount > 0 ? [`at most ${largest}`, `不大于 ${largest}`] : ["at least 0", "不小于 0"];
  return new InputError({
    code: "demand-out-of-range",
    text: {
      en: `${method}: ${input} of ${name} is ${amount}, expected ${en}`,
      zh: `${method}：${input} 中 ${name} 为 ${amount}，应${zh}`,
    },
  });
}

function noDemand(input: string, rows: number): InputError {
  return new InputError({
    code: "demand-missing",
    text: {
      en: `${method}: none of ${rows} rows of ${input} has a value, expected at least one`,
      zh: `${method}：${input} 的 ${rows} 行均无取值，至少应有一行`,
    },
  });
}

/** What a cluster's demand rests on. */
export type DemandSource = "obstacles" | "gaps" | "both";

export interface CombinedDemand {
  readonly demand: Demand;
  readonly sources: ReadonlyMap<string, DemandSource>;
  /** Problems of a cluster of which one source says nothing, so that they rest on the other. */
  readonly alone: number;
  /** What is told of no cluster, and so of each cluster of the other. */
  readonly shared?: "obstacles" | "gaps" | undefined;
}

/**
 * Obstacles and gaps each as shares, weighed; a cluster or problem that one of them lacks rests on the other, and a cluster's
 * shares are brought back to 1. What one tells of no cluster holds for each cluster of the other.
 */
export function combined(obstacles: Demand, gaps: Demand | undefined, gapWeight: number): CombinedDemand {
  const told = gaps === undefined || gapWeight === 0 ? [obstacles] : gapWeight === 1 ? [gaps] : [obstacles, gaps];
  const [first = obstacles, second] = told;
  if (second === undefined) {
    const source = first === obstacles ? "obstacles" : "gaps";
    return { demand: first, sources: new Map([...first.keys()].map((scope) => [scope, source])), alone: 0 };
  }
  const isWhole = (one: Demand) => one.size === 1 && one.has(together);
  const shared =
    isWhole(obstacles) === isWhole(second)
      ? undefined
      : isWhole(obstacles)
        ? ("obstacles" as const)
        : ("gaps" as const);
  const scopes = [...new Set([...obstacles.keys(), ...second.keys()])]
    .filter((scope) => shared === undefined || scope !== together || (obstacles.has(scope) && second.has(scope)))
    .sort(compare);
  const of = (one: Demand, scope: string) => one.get(scope) ?? one.get(together);
  const sources = new Map<string, DemandSource>();
  let alone = 0;
  const demand = scopes.map((scope): [string, Map<string, number>] => {
    const [own, other] = [of(obstacles, scope), of(second, scope)];
    if (own === undefined || other === undefined) {
      sources.set(scope, own === undefined ? "gaps" : "obstacles");
      return [scope, new Map(own ?? other)];
    }
    sources.set(scope, "both");
    const mixed = [...new Set([...own.keys(), ...other.keys()])].map((name): [string, number] => {
      const [a, b] = [own.get(name), other.get(name)];
      if (a === undefined || b === undefined) alone += 1;
      return [name, a === undefined || b === undefined ? (a ?? b ?? 0) : (1 - gapWeight) * a + gapWeight * b];
    });
    const total = mixed.some(([name]) => !(own.has(name) && other.has(name)))
      ? mixed.reduce((sum, [, amount]) => sum + amount, 0)
      : 1;
    return [scope, new Map(mixed.map(([name, amount]) => [name, amount / total]))];
  });
  return { demand: new Map(demand), sources, alone, shared };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
