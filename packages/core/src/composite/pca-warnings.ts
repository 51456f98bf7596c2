import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { PcaShares } from "./pca-shares.ts";
import type { SamplingAdequacy } from "./sampling-adequacy.ts";
import type { WeighedColumn } from "./weighing.ts";

const mediocre = 0.5; // Kaiser's word for less is "unacceptable"
const against = 1e-9; // an entry of 0 has this much rounding

export function pcaWarnings(
  columns: readonly WeighedColumn[],
  { vectors, varying }: PcaShares,
  { kmo }: Pick<SamplingAdequacy, "kmo">,
  n: number,
): Warning[] {
  const warnings: Warning[] = [];
  const opposed = varying.filter((_, at) => vectors[0][at] < -against).map((column) => columns[column].title);
  if (opposed.length > 0) {
    warnings.push({
      code: "runs-against-first",
      text: {
        en: `${opposed.map(({ en }) => en).join(", ")}: against the first component after directions are applied; a composite adds what the data set against each other`,
        zh: `指标 ${opposed.map(({ zh }) => zh).join("、")} 正向化后在第一主成分上的载荷仍为负：加总会抵消数据中的对立关系`,
      },
    });
  }
  if (Number.isNaN(kmo)) {
    warnings.push({
      code: "correlations-singular",
      text: {
        en: `correlations of ${varying.length} indicators over ${n} rows cannot be inverted: no KMO and no Bartlett test`,
        zh: `${varying.length} 个指标在 ${n} 行样本上的相关矩阵不可逆：无法计算 KMO 与 Bartlett 检验`,
      },
    });
  } else if (kmo < mediocre) {
    warnings.push({
      code: "kmo-low",
      text: {
        en: `KMO is ${kmo.toFixed(3)}, under ${mediocre}: the indicators have too little in common to be condensed`,
        zh: `KMO 为 ${kmo.toFixed(3)}，低于 ${mediocre}：指标间共性不足，不宜作主成分分析`,
      },
    });
  }
  return warnings;
}

export function refuseNegative(columns: readonly WeighedColumn[], raw: readonly number[]): void {
  const negative = columns.filter((_, at) => raw[at] < 0);
  if (negative.length === 0) return;
  const list = negative.map(
    ({ name }) => `${name} (${raw[columns.findIndex((each) => each.name === name)].toPrecision(3)})`,
  );
  throw new InputError({
    code: "coefficient-negative",
    text: {
      en: `pca-weights: ${list.join(", ")} would get a negative weight, expected at least 0`,
      zh: `pca-weights：${list.join("、")} 的系数为负，不能作为权重，应不小于 0`,
    },
    hint: {
      en: "say in down: which indicators count downwards, or take rule: squared-loadings",
      zh: "请在 down 中列出逆向指标，或改用 rule: squared-loadings",
    },
  });
}
