import type { Text } from "../language/text.ts";

export const synergyForms = ["product", "sum"] as const;
export const synergyThetas = ["meng-han", "none"] as const;
export type SynergyForm = (typeof synergyForms)[number];
export type SynergyTheta = (typeof synergyThetas)[number];

export const formChoices: Readonly<Record<SynergyForm, Text>> = {
  product: { en: "geometric mean of the sizes of increments", zh: "增量绝对值的几何平均" },
  sum: { en: "weighed sum of increments", zh: "增量的加权求和" },
};
export const thetaChoices: Readonly<Record<SynergyTheta, Text>> = {
  "meng-han": {
    en: "sign of the least increment other than 0 (Meng and Han)",
    zh: "非零增量最小值的符号（孟庆松、韩文秀）",
  },
  none: { en: "no such factor", zh: "不乘符号因子 θ" },
};

const still = 1e-12; // levels that are the same differ by no more than the rounding of a mean

/** Increments that are none but for rounding are 0. */
export function increment(from: number, to: number): number {
  return Math.abs(to - from) <= still ? 0 : to - from;
}

/** Sign of the least increment other than 0; 0 where there is none. */
export function thetaOf(increments: readonly number[]): number {
  const least = increments
    .filter((each) => each !== 0)
    .reduce((low, each) => Math.min(low, each), Number.POSITIVE_INFINITY);
  return least === Number.POSITIVE_INFINITY ? 0 : Math.sign(least);
}

/**
 * Synergy of increments of order degrees, weights adding up to 1.
 *
 *   meng-han  theta (prod |d|)^(1/k)      theta sum lambda |d|
 *   none            (prod |d|)^(1/k)            sum lambda d
 *
 * Without theta the product is a size alone, and the sum keeps every increment's own sign.
 */
export function synergyDegree(
  increments: readonly number[],
  weights: readonly number[],
  form: SynergyForm,
  theta: SynergyTheta,
): number {
  const sign = theta === "meng-han" ? thetaOf(increments) : 1;
  if (form === "product") {
    if (sign === 0 || increments.includes(0)) return 0;
    return sign * Math.exp(increments.reduce((sum, each) => sum + Math.log(Math.abs(each)), 0) / increments.length);
  }
  const size = theta === "meng-han" ? Math.abs : (each: number) => each;
  return sign === 0 ? 0 : sign * increments.reduce((sum, each, at) => sum + weights[at] * size(each), 0);
}

const tiny = 0.05; // of the greatest increment: less is within the noise of any index

/** Whether the sum form under theta would change its sign if increments of next to nothing had the other one. */
export function isJumpy(increments: readonly number[]): boolean {
  const theta = thetaOf(increments);
  const bound = tiny * Math.max(...increments.map(Math.abs));
  const deciding = increments.filter((each) => each !== 0 && (theta < 0 ? each < 0 : each <= bound));
  return (
    deciding.length > 0 && deciding.length < increments.length && deciding.every((each) => Math.abs(each) <= bound)
  );
}
