import type { Finding } from "../contract/method.ts";
import { lastYear, mostNamed, percent } from "../contract/saying.ts";
import type { StagedGroup } from "./stage.ts";

/** Stage and phase of each of a few groups in the last year, in two sentences that do not rest on each other. */
export function stageFindings(groups: readonly StagedGroup[]): Finding[] {
  const { rows, at, values } = lastYear(groups);
  const told = [...rows].sort((a, b) => b.percent - a.percent).slice(0, mostNamed);
  return told.map(({ group, percent: urban, stage, phase }) => {
    const who = group === "" ? { en: "", zh: "" } : { en: "{group}: ", zh: "{group}：" };
    return {
      text: {
        en: `${who.en}{share} of the people are urban${at.en}, the stage of {stage}; at such a share Boston-Washington was in its phase of {phase}.`,
        zh: `${who.zh}${at.zh}城镇人口比重 {share}，处于{stage}；以波士华为参照，相应比重时属“{phase}”。`,
      },
      values: {
        ...values,
        share: percent(urban / 100, 1),
        stage: { text: stage.title },
        phase: { text: phase.title },
        ...(group === "" ? {} : { group: { group } }),
      },
    };
  });
}
