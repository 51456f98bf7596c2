import type { Warning } from "../contract/method.ts";
import type { CouplingVariant } from "./coupling-coordination-degree.ts";

export function couplingWarnings(
  chosen: CouplingVariant,
  rows: readonly { readonly u: readonly number[] }[],
  k: number,
): Warning[] {
  const warnings: Warning[] = [];
  if (chosen === "uncapped") {
    const cap = Number((1 / k).toPrecision(3));
    warnings.push({
      code: "faulty-formula",
      text: {
        en: `uncapped is a faulty formula: without the factor ${k}, C cannot pass ${cap}; it is here to reproduce a paper, not to report`,
        zh: `uncapped 为错误公式：丢失系数 ${k}，C 不可能超过 ${cap}；仅用于复现文献，不宜作为结果`,
      },
    });
  }
  const empty = rows.filter(({ u }) => u.every((level) => level === 0)).length;
  if (empty > 0) {
    warnings.push({
      code: "coupling-undefined",
      text: {
        en: `${empty} of ${rows.length} rows have every subsystem at 0: C is undefined there, and D = 0 by convention`,
        zh: `${rows.length} 行中有 ${empty} 行各子系统均为 0：C 无定义，D 按惯例记 0`,
      },
    });
  }
  const zero = rows.filter(({ u }) => u.includes(0)).length - empty;
  if (zero > 0) {
    warnings.push({
      code: "subsystem-zero",
      text: {
        en: `${zero} of ${rows.length} rows have a subsystem at 0, which makes C and D 0 whatever the others are; min-max scaling does so to every last place, a range from .01 does not`,
        zh: `${rows.length} 行中有 ${zero} 行某一子系统为 0，无论其他子系统如何 C 与 D 均为 0；极差标准化会使末位如此，可标准化到 [0.01, 1]`,
      },
    });
  }
  return warnings;
}
