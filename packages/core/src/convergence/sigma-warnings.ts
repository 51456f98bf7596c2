import type { Warning } from "../contract/method.ts";
import { groupNames } from "../inequality/sample-words.ts";
import type { SigmaRow, SigmaTest } from "./sigma.ts";

export function sigmaWarnings(indices: readonly SigmaRow[], tests: readonly SigmaTest[]): Warning[] {
  const warnings: Warning[] = [];
  const untested = [...new Set(tests.filter(({ tP }) => Number.isNaN(tP)).map(({ group }) => group))];
  if (untested.length > 0) {
    const { pattern, values } = groupNames(untested);
    warnings.push({
      code: "untested",
      text: {
        en: `no test between years for ${pattern.en}: fewer than three places, or all alike in one of the years`,
        zh: `${pattern.zh}：地区不足三个，或某年各地完全相同，无法检验年份间差异`,
      },
      values,
    });
  }
  if (indices.some(({ sigma, relative }) => Number.isNaN(sigma) || Number.isNaN(relative))) {
    warnings.push({
      code: "no-dispersion",
      text: {
        en: "where the base year has no dispersion, or one place alone, nothing can be set in relation to it",
        zh: "基年不存在差异或仅有一个地区时，无法计算相对变化",
      },
    });
  }
  return warnings;
}
