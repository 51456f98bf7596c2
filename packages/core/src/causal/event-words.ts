import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { Finding, Warning } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import { areTooFew, clusterWarnings, type Support } from "./cluster-rule.ts";
import type { Estimate } from "./estimate.ts";

/** What the roles and options of event regressions mean. */
export const eventMeans = {
  outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
  treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
  first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
  covariates: { en: "controls in the regression", zh: "控制变量" },
  clustering: { en: "rows of one cluster err together; places unless given", zh: "误差相关的组；缺省为地区" },
  before: { en: "steps before this many years are binned", zh: "早于此年数的各期合并" },
  after: { en: "steps after this many years are binned", zh: "晚于此年数的各期合并" },
  level: { en: "coverage of intervals", zh: "区间的置信水平" },
} as const;

/**
 * F of these coefficients all being 0; `NaN` where there are none, or as few clusters as coefficients: what clusters add up to is 0
 * together, so that their covariance is singular up to rounding. Coefficients that too few clusters carry are not to be among them.
 */
export function jointF(
  which: readonly number[],
  coefficients: Float64Array,
  covariance: Float64Array,
  clusters: number,
): number {
  if (which.length === 0 || which.length >= clusters) return Number.NaN;
  const k = coefficients.length;
  const factor = new CholeskyDecomposition(
    new Matrix(which.map((a) => which.map((b) => (covariance[a * k + b] + covariance[b * k + a]) / 2))),
  );
  if (!factor.isPositiveDefinite()) return Number.NaN;
  const own = Matrix.columnVector(which.map((at) => coefficients[at]));
  return own.transpose().mmul(factor.solve(own)).get(0, 0) / which.length;
}

export function eventWarnings(
  support: Support,
  parts: readonly Support[],
  cohorts: number,
  { standardError, pretest }: { readonly standardError: number; readonly pretest: number },
): Warning[] {
  const warnings = clusterWarnings(support, { parts });
  if (Number.isNaN(standardError) && !areTooFew(support)) {
    warnings.push({
      code: "no-error",
      text: {
        en: "no error: nothing varies beside the effects of places, years and treatment",
        zh: "没有标准误：扣除地区、年份与处理效应后没有变异",
      },
    });
  }
  if (cohorts > 1) {
    warnings.push({
      code: "several-cohorts",
      text: {
        en: `${cohorts} cohorts: where their effects differ the steps mix them, so set causal/interaction-weighted or causal/group-time-att beside`,
        zh: `共 ${cohorts} 个批次：若各批次效应不同，各期系数会相互混杂，应与 causal/interaction-weighted 或 causal/group-time-att 对照`,
      },
    });
  }
  if (Number.isNaN(pretest)) {
    warnings.push({
      code: "no-pretest",
      text: {
        en: "no joint test of the steps before treatment: there are none before the reference, or too few clusters for them",
        zh: "无法联合检验处理前各期：基期之前没有其他期，或聚类过少",
      },
    });
  }
  return warnings;
}

interface EventResult extends Estimate {
  readonly treatedPlaces: number;
  readonly pretestP: number;
}

/** What the treated gained or lost, as far as can be told, and what the years before say of the comparison. */
export function eventFindings({ effect, low, high, treatedPlaces, pretestP }: EventResult, unit: string): Finding[] {
  if (Number.isNaN(low)) return [];
  const number = (value: number) => ({ number: value, unit });
  const values = { n: treatedPlaces, effect: number(effect), low: number(low), high: number(high) };
  const main: Finding = {
    text:
      low > 0 || high < 0
        ? {
            en: "In {n, plural, one {# treated place} other {# treated places}} the outcome moved by {effect} beside that of the controls (interval {low} to {high}).",
            zh: "{n} 个受处理地区的结果变量相对对照组变动 {effect}（区间 {low} 至 {high}）。",
          }
        : {
            en: "What {n, plural, one {# treated place} other {# treated places}} gained or lost beside the controls cannot be told from nothing ({effect}, interval {low} to {high}).",
            zh: "{n} 个受处理地区相对对照组的变动与零无法区分（{effect}，区间 {low} 至 {high}）。",
          },
    values,
  };
  if (Number.isNaN(pretestP)) return [main];
  const p = { text: { en: pValue(pretestP), zh: pValue(pretestP) } };
  const before =
    pretestP < 0.05
      ? {
          en: "Before treatment the two sides already moved apart (p {p}): the comparison is in doubt.",
          zh: "处理之前两组变动已有差异（p {p}）：可比性存疑。",
        }
      : {
          en: "Before treatment no difference between the two sides can be shown (p {p}), which does not prove that there was none.",
          zh: "处理之前两组变动未见显著差异（p {p}），但这并不等于没有差异。",
        };
  return [main, { text: before, values: { p } }];
}
