import { InputError } from "../contract/errors.ts";
import { checkReach, ofSquares } from "./within-reach.ts";

/**
 * Where the outcome never varies there is nothing that a policy could have changed, and no error to hold it against; where its
 * squares are 0 or infinite nothing can be said of errors either.
 */
export function checkVaries(method: string, outcome: ArrayLike<number>): void {
  checkReach(method, "outcome", outcome, ofSquares);
  let first: number | undefined;
  for (let row = 0; row < outcome.length; row += 1) {
    const each = outcome[row];
    if (!Number.isFinite(each)) continue;
    if (first !== undefined && each !== first) return;
    first = each;
  }
  throw new InputError({
    code: "outcome-constant",
    text: {
      en: `${method}: outcome is ${first ?? "missing"} on every row, expected values that differ`,
      zh: `${method}：outcome 各行均为 ${first ?? "缺失"}，应有变异`,
    },
    hint: {
      en: "look at which column is the outcome, and whether its figures are of one place or year repeated",
      zh: "请核对结果变量取自哪一列，是否为同一地区或年份的重复数据",
    },
  });
}
