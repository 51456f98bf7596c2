import type { Warning } from "../contract/method.ts";
import type { ChangedPlace, RationalPlace } from "./structural-change.ts";

export function structuralChangeWarnings(
  changes: readonly ChangedPlace[],
  rational: readonly RationalPlace[],
  isOneYear: boolean,
): Warning[] {
  const warnings: Warning[] = [];
  const add = (code: string, rows: readonly { place: string; year: number | undefined }[], en: string, zh: string) => {
    if (rows.length === 0) return;
    const named = rows.map(({ place, year }) => ({ place, year }));
    warnings.push({ code, text: { en: `${en}: {rows}`, zh: `${zh}：{rows}` }, values: { rows: { rows: named } } });
  };
  if (isOneYear) {
    const text = { en: "one year alone, so no change over time", zh: "只有一个年份，不计算结构变动" };
    warnings.push({ code: "one-year", text });
  }
  add(
    "appearing",
    changes.filter(({ appearing }) => appearing > 0),
    "an industry comes from nothing or goes to it, and has no part in the Lilien index",
    "有行业从无到有或从有到无，不计入 Lilien 指数",
  );
  add(
    "unmanned",
    rational.filter(({ unmanned }) => unmanned > 0),
    "an industry has output and no labour, so no rationalisation index",
    "有行业有产出而无就业，无法计算合理化指数",
  );
  return warnings;
}
