import type { Finding } from "../contract/method.ts";
import { listed } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { GroupTime, GroupTimeChoices } from "./group-time-effects.ts";

/** Where places may act before they are treated: from which year the effects on each cohort are measured, which no reader would guess. */
export function baseFindings(
  cells: readonly Pick<GroupTime, "cohort" | "year" | "base">[],
  { anticipation, base }: Pick<GroupTimeChoices, "anticipation" | "base">,
): Finding[] {
  if (anticipation === 0) return [];
  const known = new Map(
    cells.filter(({ cohort, year }) => year + anticipation >= cohort).map((cell) => [cell.cohort, cell.base]),
  );
  const bases = [...known].map(([cohort, year]) => ({
    en: `${year} (treated from ${cohort})`,
    zh: `${year} 年（${cohort} 年起处理者）`,
  }));
  return [{ text: sentences[base], values: { n: anticipation, bases: listed(bases) } }];
}

const sentences = {
  varying: {
    en: "Places may act {n, plural, one {a year} other {# years}} ahead of treatment: effects from then on are measured from {bases}, those of earlier years each from the year before it.",
    zh: "各地可能在处理前 {n} 年已有反应：自该年起的效应以 {bases}为基期，更早各年均以其上一年为基期。",
  },
  universal: {
    en: "Places may act {n, plural, one {a year} other {# years}} ahead of treatment: effects of all years are measured from {bases}.",
    zh: "各地可能在处理前 {n} 年已有反应：各年效应均以 {bases}为基期。",
  },
} as const satisfies Record<GroupTimeChoices["base"], Text>;
