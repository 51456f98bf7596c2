import type { Finding, Warning } from "../contract/method.ts";
import { changeUnit } from "./estimate.ts";
import type { EstimateInputs } from "./estimate-table.ts";
import { setsOf } from "./placebo-sets.ts";
import type { SyntheticControlResult } from "./synthetic-control.ts";
import { outsideWarnings } from "./synthetic-outside.ts";
import type { SyntheticUnits } from "./synthetic-units.ts";

const [heavy, poor] = [0.5, 1];

/** Root mean square change from year to year among donors over the years fitted: what a gap is measured by. */
export function yearlyChange({ donors, span }: SyntheticUnits): number {
  let [sum, count] = [0, 0];
  for (const { outcome } of donors) {
    for (let step = span.from + 1; step < span.to; step += 1) {
      sum += (outcome[step] - outcome[step - 1]) ** 2;
      count += 1;
    }
  }
  return Math.sqrt(sum / count);
}

export function syntheticWarnings(
  result: Pick<
    SyntheticControlResult,
    "effect" | "steps" | "smallestP" | "misfit" | "weights" | "low" | "treatedPlaces" | "controlPlaces"
  >,
  units: SyntheticUnits,
  level: number,
): Warning[] {
  const { smallestP, misfit, weights, low, treatedPlaces, controlPlaces } = result;
  const warnings: Warning[] = [];
  if (Number.isNaN(low) || smallestP > 0.05) {
    const sets = Math.max(19, Math.ceil(1 / (1 - level) - rounding) - 1);
    let needed = 2;
    while (setsOf(needed + treatedPlaces, treatedPlaces) - 1 < sets) needed += 1;
    warnings.push(
      controlPlaces < needed
        ? {
            code: "few-donors",
            text: {
              en: `${controlPlaces} donors for ${treatedPlaces} treated: a p of 0.05 and an interval of ${level} need ${needed} or more`,
              zh: `受处理地区 ${treatedPlaces} 个，对照地区仅 ${controlPlaces} 个：要得到 0.05 的 p 值与 ${level} 的区间，至少需 ${needed} 个`,
            },
          }
        : {
            code: "few-draws",
            text: {
              en: `too few sets of places are drawn: a p of 0.05 and an interval of ${level} need draws of ${sets} or more`,
              zh: `抽取的地区组合过少：要得到 0.05 的 p 值与 ${level} 的区间，draws 至少应为 ${sets}`,
            },
          },
    );
  }
  warnings.push(...outsideWarnings(result, units));
  if (misfit > poor) {
    warnings.push({
      code: "poor-fit",
      text: {
        en: `before treatment the twin misses by ${misfit.toFixed(1)} times the usual yearly change: no mixture of these donors is like the treated`,
        zh: `处理前拟合误差为通常年际变动的 ${misfit.toFixed(1)} 倍：这些对照地区无法合成出与处理组相似者`,
      },
    });
  }
  const leading = weights.find(({ weight }) => weight > heavy);
  if (leading !== undefined) {
    warnings.push({
      code: "one-donor",
      text: {
        en: "more than half of a twin is {place}: what happened there alone is told as an effect here",
        zh: "合成对照的权重过半集中于{place}：该地自身的变动会被当作此处的效应",
      },
      values: { place: { place: leading.place } },
    });
  }
  const fitted = units.span.to - units.span.from;
  if (units.predictors.length === 0 && fitted < units.donors.length) {
    warnings.push({
      code: "overfit",
      text: {
        en: `${fitted} years fitted by ${units.donors.length} donors: a close fit before says little`,
        zh: `以 ${units.donors.length} 个对照地区拟合 ${fitted} 年：处理前拟合良好并不说明问题`,
      },
    });
  }
  if (units.constant.length > 0) {
    warnings.push({
      code: "predictor-constant",
      text: {
        en: "left out, being the same everywhere: {names}",
        zh: "各地相同，故未使用：{names}",
      },
      values: { names: units.constant.join(", ") },
    });
  }
  return warnings;
}

const rounding = 1e-9; // of 1 - level

export function syntheticFindings(
  result: SyntheticControlResult,
  { data }: EstimateInputs,
  { level }: { readonly level: number },
): Finding[] {
  const { effect, p, low, high, ratio, smallestP, inTime, leftOut, treatedPlaces } = result;
  if (Number.isNaN(p)) return [];
  const placebos = Math.round(1 / smallestP) - 1;
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const plain = (value: number, digits = 2) => ({ number: value, unit: "1", digits });
  const beyond = !Number.isNaN(low) && (low > 0 || high < 0) && p <= 1 - level + rounding;
  const findings: Finding[] = [
    {
      text: beyond
        ? {
            en: "After treatment the outcome of {n, plural, one {# treated place} other {# treated places}} stood {effect} from that of the synthetic twin, more than placebos do (p {p}).",
            zh: "处理后 {n} 个受处理地区的结果与合成对照相差 {effect}，超出安慰剂的范围（p {p}）。",
          }
        : {
            en: "Whether {n, plural, one {# treated place} other {# treated places}} departed from the synthetic twin cannot be told: {effect} is not beyond what placebos show (p {p}).",
            zh: "{n} 个受处理地区是否偏离合成对照尚不能判断：{effect} 未超出安慰剂的范围（p {p}）。",
          },
      values: { n: treatedPlaces, effect: number(effect), p: plain(p, 3) },
    },
    {
      text: {
        en: "The gap after is {ratio} times that before; of {all} placebos {as} reach as much.",
        zh: "处理后差距为处理前的 {ratio} 倍；{all} 个安慰剂中有 {as} 个达到此值。",
      },
      values: {
        ratio: plain(ratio, 1),
        all: placebos,
        as: Math.round(p * (1 + placebos)) - 1,
      },
    },
  ];
  if (leftOut.length > 0) {
    const [least, most] = [Math.min, Math.max].map((of) => of(...leftOut.map((each) => each.effect)));
    findings.push({
      text: {
        en: "Without one donor or another the effect lies between {low} and {high}.",
        zh: "逐一剔除对照地区后效应介于 {low} 与 {high} 之间。",
      },
      values: { low: number(least), high: number(most) },
    });
  }
  if (inTime !== undefined) {
    findings.push({
      text: {
        en: "As if begun in {year}, before it was, the same comparison finds {effect}.",
        zh: "假想自 {year} 年（实际处理之前）起处理，同一比较得 {effect}。",
      },
      values: { year: String(inTime.from), effect: number(inTime.effect) },
    });
  }
  return findings;
}
