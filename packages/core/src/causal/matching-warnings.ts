import { counted } from "../contract/counted.ts";
import type { Warning } from "../contract/method.ts";
import type { MatchingResult } from "./matching.ts";
import { fewestForError } from "./matching-effects.ts";
import { poor } from "./matching-tables.ts";

const few = 30;

type Told = Pick<
  MatchingResult,
  "treatedPlaces" | "matchedPlaces" | "worstAfter" | "balance" | "standardError" | "pairs"
>;

/** `ratio`: partners that each treated unit was to have. */
export function matchingWarnings(result: Told, treated: Float64Array, score: Float64Array, ratio: number): Warning[] {
  return [
    ...errorWarnings(result),
    ...partnerWarnings(result, ratio),
    ...balanceWarnings(result),
    ...overlapWarnings(treated, score),
  ];
}

function errorWarnings({ matchedPlaces, standardError }: Told): Warning[] {
  if (matchedPlaces < fewestForError) {
    return [
      {
        code: "too-few-matched",
        text: {
          en: `${counted(matchedPlaces, "treated unit")} matched: fewer than ${fewestForError} give no error, so error, interval and p are withheld`,
          zh: `仅 ${matchedPlaces} 个受处理个体得到匹配：不足 ${fewestForError} 个无法给出标准误，故不报告标准误、区间与 p 值`,
        },
      },
    ];
  }
  if (Number.isNaN(standardError)) {
    return [
      {
        code: "no-error",
        text: {
          en: "no error: each matched unit lies as far from its partners as every other, so that nothing varies",
          zh: "无标准误：各匹配对的差值完全相同，没有变异",
        },
      },
    ];
  }
  if (matchedPlaces >= few) return [];
  return [
    {
      code: "few-matched",
      text: {
        en: `${counted(matchedPlaces, "treated unit")} matched: with fewer than ${few} the normal interval is too narrow`,
        zh: `仅 ${matchedPlaces} 个受处理个体得到匹配：不足 ${few} 个时正态区间偏窄`,
      },
    },
  ];
}

function partnerWarnings({ treatedPlaces, matchedPlaces, pairs }: Told, ratio: number): Warning[] {
  const warnings: Warning[] = [];
  if (matchedPlaces < treatedPlaces) {
    warnings.push({
      code: "unmatched",
      text: {
        en: `${treatedPlaces - matchedPlaces} of ${treatedPlaces} treated units have no partner: the effect is that of the others`,
        zh: `${treatedPlaces} 个受处理个体中 ${treatedPlaces - matchedPlaces} 个无匹配对象：效应仅针对其余个体`,
      },
    });
  }
  const partners = new Map<string, number>();
  for (const { treated } of pairs) partners.set(treated, (partners.get(treated) ?? 0) + 1);
  const short = [...partners.values()].filter((count) => count < ratio).length;
  if (short > 0) {
    warnings.push({
      code: "fewer-partners",
      text: {
        en: `${short} of ${counted(matchedPlaces, "matched unit has", "matched units have")} fewer than the ${ratio} partners asked for`,
        zh: `${matchedPlaces} 个已匹配个体中有 ${short} 个的匹配对象少于所要求的 ${ratio} 个`,
      },
    });
  }
  return warnings;
}

function balanceWarnings({ balance, worstAfter }: Told): Warning[] {
  const apart = balance.filter(
    ({ stage, covariate, difference }) => stage === "matched" && covariate !== "score" && Math.abs(difference) > poor,
  );
  if (apart.length === 0) return [];
  return [
    {
      code: "imbalance",
      text: {
        en: `after matching ${counted(apart.length, "covariate still differs", "covariates still differ")} by more than ${poor} deviations, at most by ${worstAfter.toFixed(2)}: what they explain is told as effect`,
        zh: `匹配后仍有 ${apart.length} 个协变量的标准化差异超过 ${poor}，最大为 ${worstAfter.toFixed(2)}：其影响会被计入效应`,
      },
    },
  ];
}

function overlapWarnings(treated: Float64Array, score: Float64Array): Warning[] {
  const most = score.reduce((top, each, at) => (treated[at] === 0 ? Math.max(top, each) : top), 0);
  const beyond = score.filter((each, at) => treated[at] === 1 && each > most).length;
  if (beyond === 0) return [];
  return [
    {
      code: "no-overlap",
      text: {
        en: `${counted(beyond, "treated unit was", "treated units were")} likelier to be treated than any control: nothing like them is left untreated`,
        zh: `${beyond} 个受处理个体的倾向得分高于所有对照个体：没有与之相似而未受处理者`,
      },
    },
  ];
}

const usual = 0.2; // caliper, in deviations of the logit

/** Pairs that lie farther apart than the usual caliper; `distances` in deviations of the logit. */
export function farPairs(distances: readonly number[]): Warning[] {
  const far = distances.filter((each) => !(each <= usual));
  if (far.length === 0) return [];
  const most = Math.max(...far).toFixed(2);
  return [
    {
      code: "far-pairs",
      text: {
        en: `${far.length} of ${distances.length} pairs are more than ${usual} deviations of the logit apart, at most ${most}: what sets them apart is told as effect; a caliper of ${usual} would leave them out`,
        zh: `${distances.length} 对匹配中有 ${far.length} 对的 logit 距离超过 ${usual} 倍标准差，最大 ${most}：其差异会被计入效应；设卡尺为 ${usual} 可予剔除`,
      },
    },
  ];
}
