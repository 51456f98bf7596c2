import type { Fen } from "./money.ts";
import type { BetRule } from "./rule.ts";

/** Who pays whom in a year with this index: up to the threshold the downstream side pays, above it the upstream side. */
export function settleBet(
  { upstream, downstream, threshold, stake }: BetRule,
  index: number,
): Readonly<Record<string, Fen>> {
  const isKept = index <= threshold;
  return { [upstream]: isKept ? stake : -stake, [downstream]: isKept ? -stake : stake };
}

/**
 * The index of the Xin'an river: P = k sum w_i C_i / C_i0 over the measured substances, C_i their yearly means, C_i0 their basic
 * limits, w_i weights (a quarter each in the first round) and k the coefficient of steadiness.
 */
export function waterIndex(
  substances: readonly { readonly measured: number; readonly limit: number; readonly weight: number }[],
  steadiness: number,
): number {
  return steadiness * substances.reduce((sum, { measured, limit, weight }) => sum + (weight * measured) / limit, 0);
}
