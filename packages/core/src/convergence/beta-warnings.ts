import type { Warning } from "../contract/method.ts";
import { groupNames } from "../inequality/sample-words.ts";
import type { BetaEstimate } from "./beta-fit.ts";

/** Below this many places a t interval leans on the normality of the errors. */
const few = 20;

export function betaWarnings(estimates: readonly BetaEstimate[]): Warning[] {
  const where = (test: (each: BetaEstimate) => boolean) => estimates.filter(test).map(({ group }) => group);
  const told = (code: string, groups: readonly string[], en: string, zh: string): Warning[] => {
    if (groups.length === 0) return [];
    const { pattern, values } = groupNames(groups);
    return [{ code, text: { en: en.replace("GROUPS", pattern.en), zh: zh.replace("GROUPS", pattern.zh) }, values }];
  };
  return [
    ...told(
      "not-estimated",
      where(({ slope }) => Number.isNaN(slope)),
      "no fit for GROUPS: too few places, or first values that are all alike",
      "GROUPS无法估计：地区过少，或初始水平完全相同",
    ),
    ...told(
      "growth-alike",
      where(({ alike }) => alike),
      "growth is the same everywhere (GROUPS): it depends on nothing, b is 0 and has no test",
      "各地增长完全相同（GROUPS）：增长与初始水平无关，b 为 0，无从检验",
    ),
    ...told(
      "no-error",
      where(({ slope, p, alike }) => !Number.isNaN(slope) && Number.isNaN(p) && !alike),
      "no standard error for GROUPS: the fit passes through some place whatever its value is, or through all of them",
      "GROUPS没有标准误：拟合线必经某个地区，或穿过全部地区",
    ),
    ...told(
      "few-places",
      where(({ slope, places }) => !Number.isNaN(slope) && places < few),
      `fewer than ${few} places in GROUPS: intervals and p lean on the normality of the errors`,
      `GROUPS不足 ${few} 个地区：区间与 p 值依赖误差的正态性`,
    ),
    ...told(
      "overshoot",
      where(({ slope, lambda }) => !Number.isNaN(slope) && Number.isNaN(lambda)),
      "no speed of convergence for GROUPS: more than the whole gap closes over the span",
      "GROUPS没有收敛速度：期间内差距缩小超过全部",
    ),
    ...told(
      "no-convergence",
      where(({ lambda }) => lambda <= 0),
      "no half-life for GROUPS: richer places grew no slower",
      "GROUPS没有半生命周期：较发达地区增长并不更慢",
    ),
  ];
}
