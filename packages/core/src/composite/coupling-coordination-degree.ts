import type { Text } from "../language/text.ts";

export const couplingVariants = ["standard", "adjusted", "wang-2021", "uncapped"] as const;
export type CouplingVariant = (typeof couplingVariants)[number];

export const couplingChoices: Readonly<Record<CouplingVariant, Text>> = {
  standard: { en: "standard, in [0, 1]", zh: "规范公式，取值 [0, 1]" },
  adjusted: { en: "a power K of it", zh: "含调节系数 K 的公式" },
  "wang-2021": { en: "modified (Wang et al. 2021)", zh: "修正公式（王淑佳等，2021）" },
  uncapped: { en: "faulty: the factor k is lost", zh: "错误公式：丢失系数 k" },
};

/**
 * How alike the levels of k >= 2 subsystems are, from u in [0, 1]. Products are taken as sums of logarithms, so that
 * many small levels do not underflow.
 *
 *   standard   C = k (prod u)^(1/k) / sum u: geometric over arithmetic mean, in [0, 1]
 *   adjusted   C = [prod u / mean(u)^k]^K = standard^(k K): spreads the values out; K = 1/k is the standard one
 *   wang-2021  C = sqrt((1 - mean over pairs |u_i - u_j|) (prod u_i / u_max)^(1/(k-1))): sees absolute gaps too
 *   uncapped   C = (prod u)^(1/k) / sum u = standard / k: the factor k is lost, C cannot pass 1/k
 *
 * All levels 0 leave C undefined (`NaN`); some at 0 make it 0, all alike make it 1 (uncapped: 1/k).
 */
export function couplingDegree(u: ArrayLike<number>, variant: CouplingVariant, power: number = u.length): number {
  const k = u.length;
  const [least, most] = [Math.min(...Array.from(u)), Math.max(...Array.from(u))];
  if (most === 0) return Number.NaN;
  if (least === 0) return 0;
  if (variant === "wang-2021")
    return Math.sqrt((1 - meanGap(u)) * Math.exp((sumOfLogs(u) - k * Math.log(most)) / (k - 1)));
  // tested on the input: nine equal levels have a mean that is off by a rounding
  const standard = least === most ? 1 : Math.min(1, Math.exp(sumOfLogs(u) / k - Math.log(mean(u))));
  if (variant === "standard") return standard;
  return variant === "adjusted" ? standard ** (k * power) : standard / k;
}

function sumOfLogs(u: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < u.length; at += 1) sum += Math.log(u[at]);
  return sum;
}

function mean(u: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < u.length; at += 1) sum += u[at];
  return sum / u.length;
}

function meanGap(u: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < u.length; i += 1) for (let j = i + 1; j < u.length; j += 1) sum += Math.abs(u[i] - u[j]);
  return sum / ((u.length * (u.length - 1)) / 2);
}

/** Ten levels of .1 by their customary names, the worst first. */
export const coordinationGrades: readonly Text[] = [
  { en: "extreme imbalance", zh: "极度失调" },
  { en: "severe imbalance", zh: "严重失调" },
  { en: "moderate imbalance", zh: "中度失调" },
  { en: "mild imbalance", zh: "轻度失调" },
  { en: "on the verge of imbalance", zh: "濒临失调" },
  { en: "bare coordination", zh: "勉强协调" },
  { en: "primary coordination", zh: "初级协调" },
  { en: "intermediate coordination", zh: "中级协调" },
  { en: "good coordination", zh: "良好协调" },
  { en: "superior coordination", zh: "优质协调" },
];

const boundaryTolerance = 1e-12; // a D of .7 may come out of the square root a rounding below .7

/** Level 1 to 10 of a coordination degree; one on a boundary belongs to the level above it or below it. */
export function gradeOf(coordination: number, boundary: "above" | "below"): number {
  const tenths = coordination * 10;
  const level =
    boundary === "above" ? Math.floor(tenths + 10 * boundaryTolerance) + 1 : Math.ceil(tenths - 10 * boundaryTolerance);
  return Math.min(10, Math.max(1, level));
}
