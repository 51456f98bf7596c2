import { shapleyValues } from "./shapley-values.ts";
import { subsetSums } from "./subsets.ts";

/** Everyone the same part of the claim. */
export function proportional(estate: number, claims: readonly number[]): number[] {
  const total = claims.reduce((sum, claim) => sum + claim, 0);
  return claims.map((claim) => estate * (claim / total));
}

/** Everyone the same amount, none more than the claim. */
export function equalAwards(estate: number, claims: readonly number[]): number[] {
  const awards = claims.map(() => 0);
  const rising = claims.map((_, at) => at).sort((a, b) => claims[a] - claims[b]);
  let left = estate;
  rising.forEach((at, paid) => {
    awards[at] = Math.min(claims[at], left / (rising.length - paid));
    left -= awards[at];
  });
  return awards;
}

/** Everyone loses the same amount, none more than the claim. */
export function equalLosses(estate: number, claims: readonly number[]): number[] {
  const total = claims.reduce((sum, claim) => sum + claim, 0);
  const losses = equalAwards(total - estate, claims);
  return claims.map((claim, at) => claim - losses[at]);
}

/** Up to half of all claims equal awards on half claims, beyond it equal losses on them. */
export function talmud(estate: number, claims: readonly number[]): number[] {
  const total = claims.reduce((sum, claim) => sum + claim, 0);
  const halves = claims.map((claim) => claim / 2);
  if (2 * estate <= total) return equalAwards(estate, halves);
  const losses = equalAwards(total - estate, halves);
  return claims.map((claim, at) => claim - losses[at]);
}

/** First come, first served, on the average over all orders: the Shapley value of the bankruptcy game. */
export function randomArrival(estate: number, claims: readonly number[]): number[] {
  const values = shapleyValues(bankruptcyGame(estate, claims), claims.length);
  // a rounding below 0 or above the claim is no award
  return claims.map((claim, at) => Math.min(claim, Math.max(0, values[at])));
}

/** What a coalition gets for certain: what is left when all others have been paid in full. */
export function bankruptcyGame(estate: number, claims: readonly number[]): Float64Array {
  const total = claims.reduce((sum, claim) => sum + claim, 0);
  const values = subsetSums(claims);
  for (let at = 0; at < values.length; at += 1) values[at] = Math.max(0, estate - (total - values[at]));
  values[0] = 0;
  values[values.length - 1] = estate;
  return values;
}
