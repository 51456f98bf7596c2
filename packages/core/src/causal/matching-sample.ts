import { aligned } from "../contract/aligned.ts";
import { distinct } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedLabels, NamedNumbers } from "../contract/readings.ts";
import type { MatchingInput } from "./matching.ts";
import { checkReach, ofSquares } from "./within-reach.ts";

const name = "matching";

export interface MatchingSample {
  readonly place: readonly string[];
  readonly treated: Float64Array;
  readonly outcome: Float64Array;
  readonly covariates: readonly NamedNumbers[];
  readonly factors: readonly NamedLabels[];
}

/** The rows that have an outcome and every covariate and factor, by the names of their places, so that row order decides nothing. */
export function matchingSample({ place, treated, outcome, covariates = [], factors = [] }: MatchingInput): {
  readonly data: MatchingSample;
  readonly dropped: readonly Dropped[];
} {
  aligned(name, { place, treated, outcome }, [...covariates, ...factors]);
  distinct(name, place);
  const numbers = [{ name: "outcome", values: outcome }, ...covariates];
  const dropped: Dropped[] = [];
  const order = [...place.keys()].sort((a, b) => (place[a] < place[b] ? -1 : 1));
  const kept = order.filter((at) => {
    const gap =
      numbers.find(({ values }) => !Number.isFinite(values[at])) ?? factors.find(({ values }) => values[at] === "");
    if (gap === undefined) return true;
    dropped.push({ input: "data", row: place[at], reason: { en: `${gap.name} is missing`, zh: `${gap.name} 缺失` } });
    return false;
  });
  const pick = (values: ArrayLike<number>) => Float64Array.from(kept, (at) => values[at]);
  const data = {
    place: kept.map((at) => place[at]),
    treated: pick(treated),
    outcome: pick(outcome),
    covariates: covariates.map((each) => ({ ...each, values: pick(each.values) })),
    factors: factors.map((each) => ({ ...each, values: kept.map((at) => each.values[at]) })),
  };
  return { data, dropped };
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
  for (const { name: covariate, values } of covariates) checkReach(name, covariate, values, ofSquares);
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
