import type { NamedRow, Warning } from "../contract/method.ts";
import type { ShiftShareTotal } from "./shift-share.ts";

export function shiftShareWarnings(fromNothing: readonly NamedRow[], places: readonly ShiftShareTotal[]): Warning[] {
  const warnings: Warning[] = [];
  if (fromNothing.length > 0) {
    warnings.push({
      code: "from-nothing",
      text: {
        en: "without a rate of growth, because the place or the reference has nothing at the base weight; what the place changes there counts as competitive, or is held against the growth of the whole reference: {rows}",
        zh: "本地或参照的基准值为 0，无增长率可言；其变化计入竞争力分量，或以参照总体增长率代替：{rows}",
      },
      values: { rows: { rows: fromNothing } },
    });
  }
  const alone = places.filter(({ national }) => Number.isNaN(national)).map(({ name }) => name);
  if (alone.length > 0) {
    warnings.push({
      code: "no-reference-left",
      text: {
        en: "nothing is left to compare {places} with, so no parts",
        zh: "{places} 没有可比较的参照，无法分解",
      },
      values: { places: { places: alone } },
    });
  }
  const fresh = places.filter(({ start }) => !(start > 0)).map(({ name }) => name);
  if (fresh.length > 0) {
    warnings.push({
      code: "no-start",
      text: { en: "nothing in the first year, so no rates: {places}", zh: "首年数值为 0，无法计算增长率：{places}" },
      values: { places: { places: fresh } },
    });
  }
  return warnings;
}
