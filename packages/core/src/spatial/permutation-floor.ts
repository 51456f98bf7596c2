import type { Warning } from "../contract/method.ts";

/** One of many permutation tests, and what its p is compared with. */
export interface ManyTests {
  readonly tests: number;
  readonly alpha: number;
  readonly tails: "two-sided" | "folded";
  readonly correction: "fdr" | "bonferroni" | "none";
}

/** The smallest p that R placings can give: 1 / (R + 1), doubled where two-sided. */
export function smallestPossible(permutations: number, tails: ManyTests["tails"]): number {
  return (tails === "two-sided" ? 2 : 1) / (permutations + 1);
}

/** R + 1 above which the smallest p is below what one place alone has to pass. */
function neededPlacings({ tests, alpha, tails, correction }: ManyTests): number {
  return ((tails === "two-sided" ? 2 : 1) * (correction === "none" ? 1 : tests)) / alpha;
}

/** The fewest thousand placings that are enough, the data counted as one: at least 999, at most 99,999. */
export function enoughPermutations(many: ManyTests): number {
  return Math.min(100, Math.floor(neededPlacings(many) / 1000) + 1) * 1000 - 1;
}

export function tooFewPermutations(permutations: number, many: ManyTests): Warning[] {
  const { tests, alpha, tails, correction } = many;
  const smallest = smallestPossible(permutations, tails);
  const compared = correction === "none" ? 1 : tests;
  if (smallest < alpha / compared) return [];
  const alone = correction === "fdr" && smallest <= alpha;
  const [p, bound] = [smallest.toPrecision(2), (alpha / compared).toPrecision(2)];
  const wanted = Math.ceil(neededPlacings(many));
  return [
    {
      code: "too-few-permutations",
      text: {
        en: `the smallest p of ${permutations} permutations is ${p}, not below ${alpha}/${compared} = ${bound}: no place could have passed${alone ? " alone" : ""}; take at least ${wanted}`,
        zh: `${permutations} 次置换的最小 p 值为 ${p}，不低于 ${alpha}/${compared} = ${bound}：任何地区都不可能${alone ? "单独" : ""}通过检验；至少应取 ${wanted} 次`,
      },
    },
  ];
}
