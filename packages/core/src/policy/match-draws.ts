import type { Random } from "../contract/random.ts";
import { rungs } from "../register/codes.ts";
import type { Entry, Led } from "./entries.ts";
import { type Cuts, classOf } from "./match-classes.ts";
import { narrowOf, supplyOf } from "./supply.ts";

/** The supply and the demand of one cluster, of all entries or of those that one side leads. */
export interface MatchCell {
  readonly scope: string;
  readonly led: Led | "all";
  readonly entries: readonly Entry[];
  /** Each problem and its share of demand, by name. */
  readonly problems: readonly (readonly [string, number])[];
}

/** In how large a part of the draws a problem is of each class. */
export interface ClassShares {
  readonly uncovered: number;
  readonly covered: number;
  readonly overSubsidised: number;
}

export interface Judgement {
  readonly cuts: Cuts;
  readonly fitOf: (tool: string, problem: string) => number;
  readonly spread: number;
  readonly draws: number;
}

/** Of each cell, the classes of its problems where the weights of rungs keep their order alone and each fit is near what is said. */
export function classShares(
  cells: readonly MatchCell[],
  { cuts, fitOf, spread, draws }: Judgement,
  draw: Random,
): readonly (readonly ClassShares[])[] {
  const tools = [...new Set(cells.flatMap(({ entries }) => entries.map(({ instrument }) => instrument)))].sort();
  const problems = [...new Set(cells.flatMap((cell) => cell.problems.map(([problem]) => problem)))].sort();
  const narrow = cells.map(({ entries, problems: own }) => own.map(([problem]) => narrowOf(entries, problem)));
  const counts = cells.map((cell) => cell.problems.map(() => ({ uncovered: 0, covered: 0, "over-subsidised": 0 })));
  for (let turn = 0; turn < draws; turn += 1) {
    const weights = rungs.map(() => draw.uniform()).sort((a, b) => b - a);
    // one draw a tool and problem, the same for every cluster
    const fits = new Map(
      tools.map((tool) => [
        tool,
        new Map(
          problems.map((problem) => {
            const value = fitOf(tool, problem) + spread * (2 * draw.uniform() - 1);
            return [problem, Math.min(1, Math.max(0, value))];
          }),
        ),
      ]),
    );
    const drawn = (tool: string, problem: string) => fits.get(tool)?.get(problem) as number;
    for (const [at, cell] of cells.entries()) {
      const supply = supplyOf(cell.entries, cell.problems, weights, drawn);
      for (const [j, [, share]] of cell.problems.entries()) {
        const found = classOf(share, supply[j] as number, narrow[at]?.[j] as number, cuts);
        const count = counts[at]?.[j] as (typeof counts)[number][number];
        count[found === "no-demand" ? "covered" : found] += 1;
      }
    }
  }
  return counts.map((own) =>
    own.map((count) => ({
      uncovered: count.uncovered / draws,
      covered: count.covered / draws,
      overSubsidised: count["over-subsidised"] / draws,
    })),
  );
}
