import type { Text } from "../language/text.ts";

/** Why a place is left out of a comparison over time. */
export const alwaysTreated: Text = { en: "treated from the first year on", zh: "自首年起即受处理" };

export function noValueIn(years: readonly number[]): Text {
  const listed = years.join(", ");
  return { en: `no value in ${listed}`, zh: `${listed} 年无数据` };
}

export const noValue: Text = { en: "no value", zh: "无数据" };
export const noValueBefore: Text = { en: "no value before treatment", zh: "处理前无数据" };
export const noValueAnywhere: Text = { en: "no place has a value", zh: "各地均无数据" };
