import type { Text } from "../language/text.ts";

/** What becomes of a problem's demand. */
export type MatchClass = "uncovered" | "covered" | "over-subsidised" | "no-demand";

export const matchWords: Readonly<Record<MatchClass, Text>> = {
  uncovered: { en: "uncovered", zh: "未覆盖" },
  covered: { en: "covered", zh: "已覆盖" },
  "over-subsidised": { en: "over-subsidised", zh: "补贴过度" },
  "no-demand": { en: "no demand", zh: "无需求" },
};

export interface Cuts {
  /** Below this ratio of supply to demand a problem is uncovered. */
  readonly low: number;
  /** Above this one it may be over-subsidised. */
  readonly high: number;
  /** That it is, where so large a part of its supply is incentives and subsidies. */
  readonly narrow: number;
}

export function classOf(demand: number, supply: number, narrowShare: number, { low, high, narrow }: Cuts): MatchClass {
  if (!(demand > 0)) return "no-demand";
  const ratio = supply / demand;
  if (ratio < low) return "uncovered";
  return ratio > high && narrowShare >= narrow ? "over-subsidised" : "covered";
}
