import { counted } from "../contract/counted.ts";
import type { Finding, Warning } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import type { BorderDiscontinuityResult } from "./border-discontinuity.ts";
import { changeUnit } from "./estimate.ts";
import type { EstimateInputs } from "./estimate-table.ts";

const fewInside = 30;

export function borderWarnings(
  { segments, qP, placebos, dropped }: Pick<BorderDiscontinuityResult, "segments" | "qP" | "placebos" | "dropped">,
  level: number,
): Warning[] {
  const warnings: Warning[] = [];
  const few = segments.filter(
    ({ outside, inside, standardError }) => standardError > 0 && Math.min(outside, inside) < fewInside,
  );
  if (few.length > 0) {
    warnings.push({
      code: "few-near",
      text: {
        en: `beside ${few.length} of ${segments.length} stretches fewer than ${fewInside} places lie within the bandwidth on a side: their normal intervals are too narrow`,
        zh: `${segments.length} 段中有 ${few.length} 段在带宽内任一侧不足 ${fewInside} 个地区：其正态区间偏窄`,
      },
    });
  }
  if (dropped !== undefined && dropped.length > 0) {
    warnings.push({
      code: "segments-left-out",
      text: {
        en: `left out of the effect, for the places beside do not tell of a jump: ${counted(dropped.length, "stretch", "stretches")}`,
        zh: `有 ${dropped.length} 段边界附近的地区无从判断跳跃，未计入效应`,
      },
    });
  }
  if (qP < 1 - level) {
    warnings.push({
      code: "segments-differ",
      text: {
        en: "the stretches do not agree: read them one by one, the mean is of no single border",
        zh: "各段结果不一致：应逐段解读，均值不代表任何一段",
      },
    });
  }
  const jumping = placebos.filter(({ p }) => p < 1 - level);
  if (jumping.length > 0) {
    warnings.push({
      code: "placebo-jumps",
      text: {
        en: "the outcome jumps at a placebo line too, where no policy ends: distance alone does not make places alike",
        zh: "在并无政策分界的虚设边界处结果变量也有跳跃：仅凭距离不能保证可比",
      },
    });
  }
  if (segments.some(({ standardError }) => !(standardError > 0))) {
    warnings.push({
      code: "no-error",
      text: { en: "no error for some stretches: nothing varies", zh: "部分边界段没有标准误：没有变异" },
    });
  }
  return warnings;
}

export function borderFindings(
  result: BorderDiscontinuityResult,
  { data }: EstimateInputs,
  { level }: { readonly level: number },
): Finding[] {
  const { effect, low, high, p, segments, qP } = result;
  if (!(result.standardError > 0)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const say = (value: number) => ({ text: { en: pValue(value), zh: pValue(value) } });
  const values = { effect: number(effect), low: number(low), high: number(high), p: say(p), n: segments.length };
  const isOne = low > 0 || high < 0;
  const main: Finding = {
    text: isOne
      ? {
          en: "Places just inside the border stand {effect} from those just outside (interval {low} to {high}, p {p}; {n, plural, one {# stretch} other {# stretches}}).",
          zh: "边界内侧紧邻地区与外侧相差 {effect}（区间 {low} 至 {high}，p {p}；共 {n} 段）。",
        }
      : {
          en: "Whether places just inside the border differ from those just outside cannot be told: {effect} (interval {low} to {high}, p {p}; {n, plural, one {# stretch} other {# stretches}}).",
          zh: "边界内外两侧紧邻地区是否有别尚不能判断：{effect}（区间 {low} 至 {high}，p {p}；共 {n} 段）。",
        },
    values,
  };
  if (Number.isNaN(qP)) return [main];
  return [
    main,
    {
      text:
        qP < 1 - level
          ? {
              en: "The stretches of the border do not agree (p {p}).",
              zh: "各段边界的结果不一致（p {p}）。",
            }
          : {
              en: "The stretches of the border do not differ by more than chance would have it (p {p}).",
              zh: "各段边界之差未超出偶然范围（p {p}）。",
            },
      values: { p: say(qP) },
    },
  ];
}
