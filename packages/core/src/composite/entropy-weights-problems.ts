import { InputError } from "../contract/errors.ts";
import type { WeighedColumn } from "./weighing.ts";

/** What keeps these columns from having shares as they are, if anything does. */
export function rawProblem(
  columns: readonly WeighedColumn[],
  rows: readonly number[],
  place: readonly string[],
): InputError | undefined {
  const hint = { en: "take shares: min-max", zh: "请改用 shares: min-max" };
  for (const { name, falling, values } of columns) {
    const below = values.findIndex((value) => value < 0);
    if (below >= 0) {
      return new InputError({
        code: "share-negative",
        text: {
          en: `entropy-weights: ${name} of ${place[rows[below]]} is ${values[below]}, raw shares need at least 0`,
          zh: `entropy-weights：${place[rows[below]]} 的 ${name} 为 ${values[below]}，按原值计算比重要求不小于 0`,
        },
        hint,
      });
    }
    if (falling) {
      return new InputError({
        code: "share-falling",
        text: {
          en: `entropy-weights: ${name} is one of which less is better, and shares of raw data cannot be turned round`,
          zh: `entropy-weights：${name} 为逆向指标，按原值计算比重无法正向化`,
        },
        hint,
      });
    }
  }
  return undefined;
}
