import { several } from "../register/codes.ts";
import type { CoordinationInput } from "./coordination.ts";
import type { Entry } from "./entries.ts";
import type { Scores } from "./scores.ts";

/** Of the entries in force: how many say something, how far they go together, and with which strength. */
export interface Degree {
  readonly entries: number;
  readonly degree: number;
  readonly strength: number;
}

/** How far measures match the goals that they serve, each entry by its power. */
export function goalsAgainstMeasures(
  stock: readonly Entry[],
  scores: readonly (Scores | undefined)[],
  { goals, measures }: Pick<CoordinationInput, "goals" | "measures">,
): Degree {
  const own = stock.flatMap(({ at }) => scores[at] ?? []);
  let [joint, total, strength] = [0, 0, 0];
  for (const { power, goal, measure } of own) {
    const [g, m] = [goal / goals.length, measure / measures.length];
    joint += 2 * power * Math.sqrt(g * m);
    total += power * (g + m);
    strength += power * g * m;
  }
  return { entries: own.length, degree: total > 0 ? Math.min(1, joint / total) : Number.NaN, strength };
}

/** Which part of policy, by power, was issued by two departments or more. */
export function issuedJointly(
  stock: readonly Entry[],
  powerOf: (entry: Entry) => number,
  { issuer }: Pick<CoordinationInput, "issuer">,
): Degree {
  const own = stock.filter((entry) => several(issuer?.[entry.at]).length > 0 && Number.isFinite(powerOf(entry)));
  const powerIn = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + powerOf(entry), 0);
  const total = powerIn(own);
  const joint = own.filter(({ at }) => new Set(several(issuer?.[at])).size > 1);
  return { entries: own.length, degree: total > 0 ? powerIn(joint) / total : Number.NaN, strength: Number.NaN };
}
