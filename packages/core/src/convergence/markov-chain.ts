import type { Warning } from "../contract/method.ts";

/** A chain estimated from counts of moves; rows of classes that nothing leaves are `NaN`. */
export interface Chain {
  readonly k: number;
  readonly counts: Float64Array;
  readonly probability: Float64Array;
  /** Where the chain ends up whatever it starts from; all `NaN` where that depends on the start or is not known. */
  readonly steady: Float64Array;
  /** Mean number of steps in a class before it is left; `NaN` where it is never left. */
  readonly sojourn: Float64Array;
  readonly outcome: "unique" | "depends-on-start" | "dead-end" | "no-moves";
}

export function chainOf(counts: Float64Array, k: number): Chain {
  const sums = Array.from({ length: k }, (_, row) => total(counts.subarray(row * k, (row + 1) * k)));
  const probability = counts.map((count, cell) => {
    const sum = sums[Math.floor(cell / k)] as number;
    return sum > 0 ? count / sum : Number.NaN;
  });
  const stay = Float64Array.from({ length: k }, (_, at) => probability[at * k + at] as number);
  const sojourn = stay.map((p) => (p < 1 ? 1 / (1 - p) : Number.NaN));
  return { k, counts, probability, sojourn, ...steadyState(counts, probability, sums, k) };
}

function total(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

function steadyState(
  counts: Float64Array,
  probability: Float64Array,
  sums: readonly number[],
  k: number,
): Pick<Chain, "steady" | "outcome"> {
  const unknown = new Float64Array(k).fill(Number.NaN);
  const all = Array.from({ length: k }, (_, at) => at);
  const visited = all.filter(
    (at) => (sums[at] as number) > 0 || all.some((from) => (counts[from * k + at] as number) > 0),
  );
  if (visited.length === 0) return { steady: unknown, outcome: "no-moves" };
  if (visited.some((at) => !((sums[at] as number) > 0))) return { steady: unknown, outcome: "dead-end" };
  const reach = reachable(counts, k);
  const closed = visited.filter((at) => visited.every((to) => !reach[at * k + to] || reach[to * k + at]));
  const first = closed[0] as number;
  const members = closed.filter((at) => at === first || (reach[first * k + at] && reach[at * k + first]));
  if (members.length < closed.length) return { steady: unknown, outcome: "depends-on-start" };
  const steady = new Float64Array(k);
  stationary(probability, members, k).forEach((share, at) => {
    steady[members[at] as number] = share;
  });
  return { steady, outcome: "unique" };
}

function reachable(counts: Float64Array, k: number): boolean[] {
  const reach = Array.from(counts, (count) => count > 0);
  for (let via = 0; via < k; via += 1) {
    for (let from = 0; from < k; from += 1) {
      if (!reach[from * k + via]) continue;
      for (let to = 0; to < k; to += 1) if (reach[via * k + to]) reach[from * k + to] = true;
    }
  }
  return reach;
}

/** Grassmann, Taksar and Heyman's elimination: no subtraction, so that small shares keep their digits. */
function stationary(probability: Float64Array, members: readonly number[], k: number): Float64Array {
  const n = members.length;
  const p = members.map((from) => Float64Array.from(members, (to) => probability[from * k + to] as number));
  const at = (row: number, column: number) => (p[row] as Float64Array)[column] as number;
  for (let last = n - 1; last > 0; last -= 1) {
    let leaving = 0;
    for (let to = 0; to < last; to += 1) leaving += at(last, to);
    for (let from = 0; from < last; from += 1) {
      const share = at(from, last) / leaving;
      (p[from] as Float64Array)[last] = share;
      for (let to = 0; to < last; to += 1) (p[from] as Float64Array)[to] = at(from, to) + share * at(last, to);
    }
  }
  const weight = new Float64Array(n);
  weight[0] = 1;
  for (let to = 1; to < n; to += 1) {
    for (let from = 0; from < to; from += 1)
      weight[to] = (weight[to] as number) + (weight[from] as number) * at(from, to);
  }
  const sum = total(weight);
  return weight.map((each) => each / sum);
}

export function chainWarnings({ k, counts, probability, sojourn, outcome }: Chain): Warning[] {
  const warnings: Warning[] = [];
  const add = (code: string, en: string, zh: string) => warnings.push({ code, text: { en, zh } });
  const names = (kept: (at: number) => boolean) =>
    Array.from({ length: k }, (_, at) => at).flatMap((at) => (kept(at) ? [at + 1] : []));
  const kept = names((at) => probability[at * k + at] === 1);
  if (kept.length > 0) {
    add(
      "never-left",
      `class ${kept.join(", ")} is never left, so that it has no mean stay`,
      `第 ${kept.join("、")} 类从未有地区离开，无平均停留时间`,
    );
  }
  const silent = names((at) => Number.isNaN(sojourn[at]) && probability[at * k + at] !== 1);
  if (silent.length > 0) {
    add(
      "no-departures",
      `no move starts from class ${silent.join(", ")}, so that its probabilities are not known`,
      `没有从第 ${silent.join("、")} 类出发的转移，其转移概率无从估计`,
    );
  }
  if (outcome === "depends-on-start") {
    add(
      "several-ends",
      "some classes never lead to others: where the chain ends depends on where it starts, so there is no steady state",
      "部分类之间互不可达：最终分布取决于初始状态，不存在唯一的稳态分布",
    );
  }
  if (outcome === "dead-end") {
    add(
      "no-steady-state",
      "a class is reached but no move starts from it, so there is no steady state",
      "有的类有进无出（无后续转移记录），无法得到稳态分布",
    );
  }
  if (outcome === "no-moves") {
    add("no-moves", "no place has a figure in two years that follow one another", "没有任何地区在相邻两年均有数据");
  }
  const few = 5;
  const thin = names((at) => {
    const sum = total(counts.subarray(at * k, (at + 1) * k));
    return sum > 0 && sum < few;
  });
  if (thin.length > 0) {
    add(
      "few-moves",
      `fewer than ${few} moves start from class ${thin.join(", ")}: its probabilities are little more than chance`,
      `从第 ${thin.join("、")} 类出发的转移不足 ${few} 次，概率估计偶然性很大`,
    );
  }
  return warnings;
}
