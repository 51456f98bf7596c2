import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { spread } from "../numeric/spread.ts";
import { criticInformation } from "./critic-information.ts";
import { entropyDivergence } from "./entropy-divergence.ts";
import { pcaShares } from "./pca-shares.ts";
import type { Weighing } from "./recipe.ts";

export type DataWeighing = Exclude<Weighing, "given" | "equal">;

/**
 * What indicators weigh by their own normalised values, over all rows, places and years together, so that one set of
 * weights serves every year. Dispersions are of the rows that an indicator has; what correlations enter is of the rows that
 * have every indicator, which alone share one n.
 */
export function dataWeights(
  method: DataWeighing,
  columns: readonly Float64Array[],
  ids: readonly string[],
): readonly number[] {
  const weights = rules[method](columns, ids);
  if (weights.some((each) => each > 0)) return weights;
  throw new InputError({
    code: `${method}-undefined`,
    text: {
      en: `recipe: every indicator is the same everywhere, so ${method} gives no weights; expected at least one that differs`,
      zh: `合成方案：各指标在各地均相同，无法计算${names[method]}；至少需要一个有差异的指标`,
    },
  });
}

const names: Readonly<Record<DataWeighing, string>> = {
  entropy: "熵权",
  critic: " CRITIC 权重",
  cv: "变异系数权重",
  pca: "主成分权重",
};

type Rule = (columns: readonly Float64Array[], ids: readonly string[]) => readonly number[];

const rules: Readonly<Record<DataWeighing, Rule>> = {
  entropy: (columns, ids) =>
    columns.map((values, at) => entropyDivergence(notNegative(present(values), "entropy", ids[at]))),
  cv: (columns, ids) =>
    columns.map((values, at) => {
      const { mean, deviation } = spread(notNegative(present(values), "cv", ids[at]));
      return deviation > 0 ? deviation / mean : 0;
    }),
  critic: (columns) => ofComplete(columns, (each) => criticInformation(each).map(({ information }) => information)),
  pca: (columns) => ofComplete(columns, (each) => pcaShares(each)?.carried ?? each.map(() => 0)),
};

const present = (values: Float64Array) => values.filter((value) => !Number.isNaN(value));

function notNegative(values: Float64Array, method: DataWeighing, id: string): Float64Array {
  const below = values.find((value) => value < 0);
  if (below === undefined) return values;
  throw new InputError({
    code: `${method}-negative`,
    text: {
      en: `recipe: ${id} has a normalised value of ${below}, ${method} weights need at least 0`,
      zh: `合成方案：${id} 标准化后出现 ${below}，${names[method]}要求不小于 0`,
    },
  });
}

const leastRows = 3; // two rows correlate by 1 or -1 whatever they are

/** An indicator without any figure weighs nothing, and does not keep the others from being weighed. */
function ofComplete(
  columns: readonly Float64Array[],
  weigh: (complete: readonly Float64Array[]) => readonly number[],
): number[] {
  const there = columns.flatMap((values, at) => (present(values).length > 0 ? [at] : []));
  const rows = Array.from(columns[0].keys()).filter((row) => there.every((at) => !Number.isNaN(columns[at][row])));
  if (rows.length < leastRows) {
    throw new InputError({
      code: "too-few-complete-rows",
      text: {
        en: `recipe: ${counted(rows.length, "row has", "rows have")} every indicator, weights by correlation need at least ${leastRows}`,
        zh: `合成方案：具备全部指标的仅 ${rows.length} 行，依据相关性赋权至少需要 ${leastRows} 行`,
      },
    });
  }
  const found = weigh(there.map((at) => Float64Array.from(rows, (row) => columns[at][row])));
  const weights = columns.map(() => 0);
  there.forEach((column, at) => {
    weights[column] = found[at];
  });
  return weights;
}
