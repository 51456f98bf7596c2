import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import type { Text } from "../language/text.ts";

/** An indicator on the rows that count. */
export interface WeighedColumn {
  readonly name: string;
  readonly title: Text;
  /** Whether less is better. */
  readonly falling: boolean;
  readonly values: Float64Array;
}

/** The rows that have a figure for every indicator; the others are named. */
export function completeRows(
  place: readonly string[],
  year: ArrayLike<number> | undefined,
  columns: readonly NamedNumbers[],
) {
  const rows: number[] = [];
  const dropped: Dropped[] = [];
  place.forEach((name, row) => {
    const gap = columns.find(({ values }) => Number.isNaN(values[row]));
    if (gap === undefined) rows.push(row);
    else {
      dropped.push({
        input: "data",
        row: year === undefined ? name : `${name} ${year[row]}`,
        reason: {
          en: `no figure for ${gap.name}; all indicators must be weighed over the same rows`,
          zh: `指标 ${gap.name} 缺失；各指标须在相同的样本上计算熵值`,
        },
      });
    }
  });
  return { rows, dropped };
}

export function refuseUnknown(down: readonly string[], indicators: readonly NamedNumbers[]): void {
  const names = indicators.map(({ name }) => name);
  if (names.length === 0) {
    throw new InputError({
      code: "no-indicators",
      text: {
        en: "entropy-weights: data has no column of numbers to weigh, expected at least one",
        zh: "entropy-weights：数据中没有可计算权重的数值列，至少需要一列",
      },
    });
  }
  const unknown = down.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new InputError({
    code: "indicator-unknown",
    text: {
      en: `entropy-weights: down names ${unknown}, which is not an indicator; the indicators are ${names.join(", ")}`,
      zh: `entropy-weights：down 中的 ${unknown} 不是指标；现有指标：${names.join(", ")}`,
    },
    place: { path: "down" },
  });
}

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

export function tooFew(rows: number): InputError {
  return new InputError({
    code: "too-few-rows",
    text: {
      en: `entropy-weights: data has ${rows} complete row(s), expected at least 2`,
      zh: `entropy-weights：完整样本仅 ${rows} 行，至少需要 2 行`,
    },
  });
}

export function allConstant(): InputError {
  return new InputError({
    code: "total-weight-zero",
    text: {
      en: "entropy-weights: every indicator is the same everywhere, expected at least one that differs",
      zh: "entropy-weights：各指标在各地均相同，至少需要一个有差异的指标",
    },
  });
}
