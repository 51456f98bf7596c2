import { InputError } from "../contract/errors.ts";

/** Orders of magnitude within which sums of squares, and of the powers that polynomials take, are numbers. */
export const ofSquares = 140;
export const ofPolynomials = 30;

/** Refuses figures so large or small that their powers are infinite or 0: errors of them would be too. `orders`: up to ten to these. */
export function checkReach(method: string, column: string, values: ArrayLike<number>, orders: number): void {
  let most = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (Number.isFinite(values[at])) most = Math.max(most, Math.abs(values[at]));
  }
  const [least, greatest] = [10 ** -orders, 10 ** orders];
  if (most === 0 || (most >= least && most <= greatest)) return;
  const [en, zh] =
    most < least ? [`at least ${least}`, `不小于 ${least}`] : [`at most ${greatest}`, `不大于 ${greatest}`];
  throw new InputError({
    code: "out-of-reach",
    text: {
      en: `${method}: ${column} reaches ${most} in size, expected ${en}, for its powers to be numbers`,
      zh: `${method}：${column} 的最大绝对值为 ${most}，应${zh}，否则其幂无法计算`,
    },
    hint: { en: "count it in another unit", zh: "请更换计量单位" },
  });
}
