import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { MatchingResult } from "./matching.ts";
import { poor } from "./matching-tables.ts";

const name = "matching";
const few = 30;

export function matchingWarnings(
  {
    treatedPlaces,
    matchedPlaces,
    worstAfter,
    balance,
  }: Pick<MatchingResult, "treatedPlaces" | "matchedPlaces" | "worstAfter" | "balance">,
  treated: Float64Array,
  score: Float64Array,
): Warning[] {
  const warnings: Warning[] = [];
  if (matchedPlaces < few) {
    warnings.push({
      code: "few-matched",
      text: {
        en: `${counted(matchedPlaces, "treated unit")} matched: with fewer than ${few} the normal interval is too narrow`,
        zh: `仅 ${matchedPlaces} 个受处理个体得到匹配：不足 ${few} 个时正态区间偏窄`,
      },
    });
  }
  if (matchedPlaces < treatedPlaces) {
    warnings.push({
      code: "unmatched",
      text: {
        en: `${treatedPlaces - matchedPlaces} of ${treatedPlaces} treated units have no partner: the effect is that of the others`,
        zh: `${treatedPlaces} 个受处理个体中 ${treatedPlaces - matchedPlaces} 个无匹配对象：效应仅针对其余个体`,
      },
    });
  }
  const apart = balance.filter(
    ({ stage, covariate, difference }) => stage === "matched" && covariate !== "score" && Math.abs(difference) > poor,
  );
  if (apart.length > 0) {
    warnings.push({
      code: "imbalance",
      text: {
        en: `after matching ${counted(apart.length, "covariate still differs", "covariates still differ")} by more than ${poor} deviations, at most by ${worstAfter.toFixed(2)}: what they explain is told as effect`,
        zh: `匹配后仍有 ${apart.length} 个协变量的标准化差异超过 ${poor}，最大为 ${worstAfter.toFixed(2)}：其影响会被计入效应`,
      },
    });
  }
  const most = score.reduce((top, each, at) => (treated[at] === 0 ? Math.max(top, each) : top), 0);
  const beyond = score.filter((each, at) => treated[at] === 1 && each > most).length;
  if (beyond > 0) {
    warnings.push({
      code: "no-overlap",
      text: {
        en: `${counted(beyond, "treated unit was", "treated units were")} likelier to be treated than any control: nothing like them is left untreated`,
        zh: `${beyond} 个受处理个体的倾向得分高于所有对照个体：没有与之相似而未受处理者`,
      },
    });
  }
  return warnings;
}

const usual = 0.2; // caliper, in deviations of the logit

/** Pairs that lie farther apart than the usual caliper; `distances` in deviations of the logit. */
export function farPairs(distances: readonly number[]): Warning[] {
  const far = distances.filter((each) => each > usual);
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

export function refuseUnfit(
  treated: Float64Array,
  covariates: readonly { readonly name: string; readonly values: Float64Array }[],
): void {
  const refuse = (code: string, en: string, zh: string): never => {
    throw new InputError({ code, text: { en: `${name}: ${en}`, zh: `${name}：${zh}` } });
  };
  const odd = treated.find((each) => each !== 0 && each !== 1);
  if (odd !== undefined)
    refuse("treatment-partial", `treated is ${odd}, expected 0 or 1`, `treated 为 ${odd}，应为 0 或 1`);
  const count = treated.filter((each) => each === 1).length;
  if (count < 2 || treated.length - count < 2) {
    refuse(
      "too-few",
      `${count} treated and ${treated.length - count} controls, expected at least 2 of each`,
      `受处理 ${count} 个、对照 ${treated.length - count} 个，至少应各有 2 个`,
    );
  }
  if (covariates.length === 0) refuse("no-covariates", "no covariates to match on", "没有可供匹配的协变量");
  const constant = covariates.find(({ values }) => values.every((each) => each === values[0]));
  if (constant !== undefined) {
    refuse("covariate-constant", `${constant.name} is the same everywhere`, `${constant.name} 在各行均相同`);
  }
}

export function nobodyMatched(caliper: number): InputError {
  return new InputError({
    code: "nobody-matched",
    text: {
      en: `${name}: no treated unit has a control within ${caliper} deviations of the logit`,
      zh: `${name}：在 ${caliper} 倍 logit 标准差之内，没有受处理个体可匹配到对照`,
    },
    hint: { en: "widen the caliper", zh: "请放宽卡尺" },
  });
}
