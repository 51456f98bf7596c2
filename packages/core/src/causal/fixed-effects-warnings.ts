import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same } from "../language/text.ts";
import type { Factor } from "./absorb.ts";
import type { Coefficient } from "./fixed-effects.ts";
import { clusterWarnings, fewestClusters } from "./panel-words.ts";

const rounding = 1e-9; // of the coefficient: an error below this is that of absorbing

/** Whether the error is nothing but rounding: the columns and effects explain the outcome fully. */
export const isStill = ({ coefficient, standardError }: Pick<Coefficient, "coefficient" | "standardError">) =>
  standardError <= rounding * Math.abs(coefficient);

export function fixedEffectsWarnings(
  clusters: number | undefined,
  coefficients: readonly Coefficient[],
  ways: readonly Factor[],
): Warning[] {
  const warnings = clusterWarnings(clusters ?? Number.POSITIVE_INFINITY, {
    en: ", so look at the wild bootstrap (draws) and at placebo tests",
    zh: "，请查看 wild 自助法（draws）与安慰剂检验",
  });
  if (coefficients.some(({ standardError }) => Number.isNaN(standardError))) {
    warnings.push({
      code: "no-error",
      text:
        ways.length > 1
          ? {
              en: "no error for some columns: the two ways of clustering together give a variance below 0",
              zh: "部分系数没有标准误：双向聚类得到的方差为负",
            }
          : { en: "no error for some columns: nothing varies", zh: "部分系数没有标准误：没有变异" },
    });
  }
  const still = coefficients.filter(isStill);
  if (still.length > 0) {
    warnings.push({
      code: "nothing-varies",
      text: {
        en: "the error of {names} is 0: nothing varies beside the columns and effects, so t, p and the interval say nothing",
        zh: "{names} 的标准误为 0：扣除各列与固定效应后没有变异，t、p 值与区间没有意义",
      },
      values: { names: still.map(({ term }) => term).join(", ") },
    });
  }
  return warnings;
}

export function noColumns(): InputError {
  return new InputError({
    code: "no-columns",
    text: { en: "fixed-effects: no column to explain the outcome by", zh: "fixed-effects：没有解释变量" },
    hint: { en: "name them under regressors", zh: "请在 regressors 中给出" },
  });
}

export function nothingLeft({ name, title = same(name) }: NamedNumbers, absorb: readonly string[]): InputError {
  const effects = absorb.join(", ");
  return new InputError({
    code: "collinear",
    text: {
      en: `fixed-effects: nothing is left of ${title.en} beside the effects (${effects}) and the columns before it`,
      zh: `fixed-effects：扣除固定效应（${effects}）与其前各列后，${title.zh} 不再有变异`,
    },
    hint: { en: "leave it out, or absorb fewer effects", zh: "请去掉该变量，或减少固定效应" },
  });
}

export function tooFewRows(rows: number, parameters: number): InputError {
  return new InputError({
    code: "too-few-rows",
    text: {
      en: `fixed-effects: ${rows} rows for ${parameters} coefficients and effects, expected more rows`,
      zh: `fixed-effects：${rows} 行数据对应 ${parameters} 个系数与固定效应，行数应更多`,
    },
  });
}

export function tooFewClusters(clusters: number): InputError {
  return new InputError({
    code: "too-few-clusters",
    text: {
      en: `fixed-effects: ${clusters} clusters, expected at least ${fewestClusters}: an error or a bootstrap by cluster means nothing`,
      zh: `fixed-effects：仅 ${clusters} 个聚类，至少应有 ${fewestClusters} 个，否则聚类标准误与自助法没有意义`,
    },
    hint: {
      en: "cluster by smaller units, or use causal/randomisation",
      zh: "请按更小的单元聚类，或改用 causal/randomisation",
    },
  });
}

export function noCoordinates(): InputError {
  return new InputError({
    code: "no-coordinates",
    text: {
      en: "fixed-effects: errors conley needs lon and lat of each row",
      zh: "fixed-effects：Conley 标准误需要每行的 lon 与 lat",
    },
  });
}
