import { chiSquareUpperTail } from "../numeric/chi-square.ts";

/** A chi-square statistic, its degrees of freedom and upper tail. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
}

const test = (statistic: number, freedom: number): ChiSquareTest => ({
  statistic,
  freedom,
  p: chiSquareUpperTail(statistic, freedom),
});

/** Whether the moves of one part follow the probabilities of the whole: Pearson's chi-square over the rows both have. */
export function againstWhole(part: Float64Array, whole: Float64Array, k: number): ChiSquareTest {
  const [own, all] = [rowSums(part, k), rowSums(whole, k)];
  let statistic = 0;
  whole.forEach((count, cell) => {
    const row = Math.floor(cell / k);
    const expected = all[row] === 0 ? 0 : ((own[row] as number) * count) / (all[row] as number);
    const apart = (part[cell] as number) - expected;
    if (expected > 0) statistic += (apart * apart) / expected;
  });
  const rows = (sums: readonly number[]) => sums.filter((sum) => sum > 0).length;
  return test(statistic, (rows(own) - 1) * (rows(all) - 1));
}

/** Whether all parts follow the same probabilities (Bickenbach and Bode 2003): by Pearson's Q and by the likelihood ratio. */
export function alikeThroughout(
  parts: readonly Float64Array[],
  k: number,
): { readonly q: ChiSquareTest; readonly likelihoodRatio: ChiSquareTest } {
  const whole = new Float64Array(k * k);
  for (const part of parts)
    part.forEach((count, cell) => {
      whole[cell] = (whole[cell] as number) + count;
    });
  const all = rowSums(whole, k);
  let [q, ratio] = [0, 0];
  for (const part of parts) {
    const own = rowSums(part, k);
    part.forEach((count, cell) => {
      const row = Math.floor(cell / k);
      if (own[row] === 0 || whole[cell] === 0) return;
      const [mine, common] = [count / (own[row] as number), (whole[cell] as number) / (all[row] as number)];
      q += ((own[row] as number) * (mine - common) ** 2) / common;
      if (count > 0) ratio += 2 * count * Math.log(mine / common);
    });
  }
  let freedom = 0;
  for (let row = 0; row < k; row += 1) {
    const used = parts.filter((part) => (rowSums(part, k)[row] as number) > 0).length;
    const reached = whole.subarray(row * k, (row + 1) * k).filter((count) => count > 0).length;
    if (used > 0) freedom += (used - 1) * (reached - 1);
  }
  return { q: test(q, freedom), likelihoodRatio: test(ratio, freedom) };
}

function rowSums(counts: Float64Array, k: number): number[] {
  return Array.from({ length: k }, (_, row) => counts.subarray(row * k, (row + 1) * k).reduce((a, b) => a + b, 0));
}
