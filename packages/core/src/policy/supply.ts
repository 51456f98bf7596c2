import { orderIn, rungs } from "../register/codes.ts";
import type { Entry } from "./entries.ts";
import type { MatchClass } from "./match-classes.ts";

/** Each problem's share of what is supplied; 0 where nothing is. */
export function supplyOf(
  own: readonly Entry[],
  problems: readonly (readonly [string, number])[],
  weights: readonly number[],
  fitOf: (tool: string, problem: string) => number,
): number[] {
  const amounts = problems.map(([problem]) =>
    own
      .filter(({ objectives }) => objectives.includes(problem))
      .reduce(
        (sum, { rung, instrument }) => sum + (weights[orderIn(rungs, rung)] ?? 0) * fitOf(instrument, problem),
        0,
      ),
  );
  const total = amounts.reduce((sum, each) => sum + each, 0);
  return amounts.map((each) => (total > 0 ? each / total : 0));
}

/** The part of incentives and subsidies among the entries of a problem. */
export function narrowOf(own: readonly Entry[], problem: string): number {
  const those = own.filter(({ objectives }) => objectives.includes(problem));
  const few = those.filter(({ rung }) => rung === "incentive" || rung === "subsidy").length;
  return those.length === 0 ? 0 : few / those.length;
}

/** A class that holds in so many draws; `undefined` where none does. */
export const agreement = 0.95;

export function stableOf(
  { uncovered, covered, overSubsidised }: { uncovered: number; covered: number; overSubsidised: number },
  demand: number,
): MatchClass | undefined {
  if (!(demand > 0)) return "no-demand";
  if (uncovered >= agreement) return "uncovered";
  if (covered >= agreement) return "covered";
  return overSubsidised >= agreement ? "over-subsidised" : undefined;
}
