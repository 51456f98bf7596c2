import { counted } from "../contract/counted.ts";
import type { Warning } from "../contract/method.ts";
import { spread } from "../numeric/spread.ts";
import { separatedAt } from "./logistic-regression.ts";

/** Logits of the scores, of which distances and the caliper are measured in deviations. */
export interface Logit {
  readonly line: Float64Array;
  readonly spread: number;
  /** Whether they differ by rounding alone: the covariates say nothing of who was treated. */
  readonly isLevel: boolean;
}

const rounding = 1e-10; // of a logit: Newton's steps end at about this

export function logitOf(line: Float64Array): Logit {
  const { mean, deviation } = spread(line);
  if (deviation > rounding) return { line, spread: deviation, isLevel: false };
  return { line: line.map(() => mean), spread: 0, isLevel: true };
}

const fewInEffect = 5;

/** What the scores themselves say of the comparison. `odds`: what each unit weighs where controls are weighted by their odds. */
export function scoreWarnings({ line, isLevel }: Logit, treated: Float64Array, odds: Float64Array): Warning[] {
  const warnings: Warning[] = [];
  if (isLevel) {
    warnings.push({
      code: "scores-alike",
      text: {
        en: "all scores are alike, for treated and controls have the same means of every covariate: every control is as near as another",
        zh: "处理组与对照组各协变量均值相同，倾向得分无差异：各对照同样接近",
      },
    });
  }
  const certain = line.filter((each) => Math.abs(each) > separatedAt).length;
  if (certain > 0) {
    warnings.push({
      code: "separated",
      text: {
        en: `${counted(certain, "unit has", "units have")} a score of 0 or 1 to seven digits: the covariates leave no doubt of their side, and no one like them stands on the other`,
        zh: `${certain} 个个体的倾向得分在七位小数内为 0 或 1：协变量已完全决定其组别，另一组没有与之相似者`,
      },
    });
  }
  const inEffect = effectiveControls(treated, odds);
  if (inEffect < fewInEffect) {
    warnings.push({
      code: "weight-on-few",
      text: {
        en: `weighted by their odds the controls count as ${inEffect.toFixed(1)}: the effect by weighting hangs on those, and its interval is too narrow`,
        zh: `按优势加权后对照的有效个数仅为 ${inEffect.toFixed(1)}：加权效应取决于少数个体，其区间偏窄`,
      },
    });
  }
  return warnings;
}

/** How many controls of like weight would weigh as evenly. */
function effectiveControls(treated: Float64Array, odds: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const [at, weight] of odds.entries()) {
    if (treated[at] !== 0) continue;
    sum += weight;
    squares += weight * weight;
  }
  return sum ** 2 / squares;
}
