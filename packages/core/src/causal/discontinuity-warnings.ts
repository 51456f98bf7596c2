import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { Bandwidths } from "./discontinuity-bandwidth.ts";
import type { RegressionDiscontinuityOptions } from "./regression-discontinuity.ts";

const name = "regression-discontinuity";
/** A bandwidth is chosen from so many observations on; a side with fewer used than `many` is warned of. */
export const fewestToChoose = 20;
const many = 30;

/** `isKnown`: whether the robust estimate has an error. */
export function discontinuityWarnings(
  used: readonly [number, number],
  donut: number,
  design: NonNullable<RegressionDiscontinuityOptions["design"]>,
  isKnown: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  if (!isKnown) {
    warnings.push({
      code: "no-error",
      text: {
        en: "no error: near the line neighbours have the same outcome, so that nothing varies on either side",
        zh: "无标准误：断点两侧附近各观测与其邻点的结果相同，没有变异",
      },
    });
  } else if (Math.min(...used) < many) {
    warnings.push({
      code: "few-near",
      text: {
        en: `${used[0]} and ${used[1]} observations within the bandwidth: with fewer than ${many} on a side the normal interval is too narrow`,
        zh: `带宽内左右观测分别为 ${used[0]}、${used[1]} 个：任一侧不足 ${many} 个时正态区间偏窄`,
      },
    });
  }
  if (design === "border") {
    warnings.push({
      code: "border",
      text: {
        en: "a border separates more than one policy, and distance to it mixes places far from each other: compare segments of it, and what was there before",
        zh: "边界两侧不止一项政策不同，且到边界的距离混合了相距甚远的地点：请分段比较，并与政策实施前对照",
      },
    });
  }
  if (design === "time") {
    warnings.push({
      code: "time",
      text: {
        en: `errors of neighbouring dates go together, which these do not count, and all else that changed on the date is told as effect${donut > 0 ? "" : "; without a donut so is what was put forward or off"}`,
        zh: `相邻日期的误差相关，此处未计入；同日发生的其他变化也会计入效应${donut > 0 ? "" : "；未设空档（donut）时，提前或推迟的行为亦然"}`,
      },
    });
  }
  return warnings;
}

export function narrowBias({ h, b }: Bandwidths): Warning {
  const [bias, own] = [Math.min(...b), Math.max(...h)].map((width) => Number(width.toPrecision(3)));
  return {
    code: "bias-narrow",
    text: {
      en: `the bandwidth of the bias, ${bias}, is narrower than that of the estimate, ${own}: the bias is told by fewer observations than it is taken from`,
      zh: `偏误带宽 ${bias} 小于估计带宽 ${own}：偏误由更少的观测估计`,
    },
  };
}

export function oneSided(running: ArrayLike<number>, cutoff: number): InputError {
  const all = Array.from(running);
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  return new InputError({
    code: "cutoff-outside",
    text: {
      en: `${name}: cutoff is ${cutoff} and running goes from ${least} to ${most}, expected observations on both sides beyond the donut`,
      zh: `${name}：断点为 ${cutoff}，而 running 在 ${least} 至 ${most} 之间，断点两侧（空档之外）均应有观测`,
    },
  });
}

export function biasAlone(): InputError {
  return new InputError({
    code: "bandwidth-missing",
    text: {
      en: `${name}: biasBandwidth is given without bandwidth, expected both or bandwidth alone`,
      zh: `${name}：给出了 biasBandwidth 而未给 bandwidth，应同时给出或只给 bandwidth`,
    },
    place: { path: "biasBandwidth" },
  });
}

export function tooFew(count: number): InputError {
  return new InputError({
    code: "too-few-rows",
    text: {
      en: `${name}: ${count} observations, expected at least ${fewestToChoose} to choose a bandwidth from`,
      zh: `${name}：仅 ${count} 个观测，选择带宽至少需 ${fewestToChoose} 个`,
    },
    hint: { en: "give bandwidth", zh: "请给出 bandwidth" },
  });
}
