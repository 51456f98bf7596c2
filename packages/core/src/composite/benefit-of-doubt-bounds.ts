import { InputError } from "../contract/errors.ts";
import type { Programme } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";

/** By indicator: the least and the greatest share it may have in a place's score. */
export type ShareBounds = Readonly<
  Record<string, { readonly low?: number | undefined; readonly high?: number | undefined }>
>;

interface Limits {
  readonly low: number;
  readonly high: number;
}

const sumTolerance = 1e-9; // thirds written with ten digits

/** The bounds of each indicator in order; refused where no shares can keep to them. */
export function shareBounds(
  indicators: readonly NamedNumbers[],
  low: number,
  high: number,
  single: ShareBounds,
): Limits[] {
  const names = indicators.map(({ name }) => name);
  for (const name of Object.keys(single)) {
    if (names.includes(name)) continue;
    refuse(
      "indicator-unknown",
      `bounds name ${name}, which is not an indicator; the indicators are ${names.join(", ")}`,
      `bounds 中的 ${name} 不是指标；现有指标：${names.join(", ")}`,
    );
  }
  const limits = names.map((name) => ({ low: single[name]?.low ?? low, high: single[name]?.high ?? high }));
  limits.forEach((each, at) => {
    if (each.low <= each.high) return;
    refuse(
      "bounds-crossed",
      `the share of ${names[at]} is to be at least ${each.low} and at most ${each.high}`,
      `指标 ${names[at]} 的份额下限 ${each.low} 大于上限 ${each.high}`,
    );
  });
  const total = (end: keyof Limits) => Number(limits.reduce((sum, each) => sum + each[end], 0).toPrecision(12));
  if (total("low") > 1 + sumTolerance) {
    refuse(
      "bounds-infeasible",
      `the least shares add up to ${total("low")}, expected at most 1`,
      `份额下限合计为 ${total("low")}，应不大于 1`,
    );
  }
  if (total("high") < 1 - sumTolerance) {
    refuse(
      "bounds-infeasible",
      `the greatest shares add up to ${total("high")}, expected at least 1`,
      `份额上限合计为 ${total("high")}，应不小于 1`,
    );
  }
  return limits;
}

function refuse(code: string, en: string, zh: string): never {
  throw new InputError({
    code,
    text: { en: `benefit-of-doubt: ${en}`, zh: `benefit-of-doubt：${zh}` },
    place: { path: "bounds" },
  });
}

/** The bounds as rows of the place's own programme: w_j y_j - low sum w y >= 0 and w_j y_j - high sum w y <= 0. */
export function ownShareRows(own: readonly number[], limits: readonly Limits[]): Programme["rows"] {
  return limits.flatMap(({ low, high }, at) => {
    const against = (bound: number) => own.map((value, other) => (other === at ? value : 0) - bound * value);
    return [
      ...(low > 0 ? [{ coefficients: against(low), lower: 0, upper: Number.POSITIVE_INFINITY }] : []),
      ...(high < 1 ? [{ coefficients: against(high), lower: Number.NEGATIVE_INFINITY, upper: 0 }] : []),
    ];
  });
}
