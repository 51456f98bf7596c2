import type { Warning } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import { spread } from "../numeric/spread.ts";
import type { SyntheticControlResult } from "./synthetic-control.ts";
import { meanOf } from "./synthetic-placebos.ts";
import type { SyntheticUnits } from "./synthetic-units.ts";

/**
 * Treated places beyond every donor in most of the years fitted. A mixture never leaves its donors' range, so that a distance which
 * was there before is told as effect; where years move everyone by much, the fit in yearly changes does not show it.
 */
export function outsideWarnings(
  { effect, steps }: Pick<SyntheticControlResult, "effect" | "steps">,
  { treated, donors, years, span }: SyntheticUnits,
): Warning[] {
  const fitted = years.slice(span.from, span.to).map((_, at) => donors.map(({ outcome }) => outcome[span.from + at]));
  const outside = treated.filter(({ outcome }) => {
    const beyond = fitted.filter((values, at) => {
      const own = outcome[span.from + at];
      return values.every((each) => each < own) || values.every((each) => each > own);
    });
    return 2 * beyond.length > fitted.length;
  });
  if (outside.length === 0) return [];
  const deviation = Math.sqrt(meanOf(fitted.map((values) => spread(values).deviation ** 2)));
  const before = steps.filter(({ at }) => at < 0 && at >= years[span.from] - years[span.to]);
  const apart = (gap: number) => decimal(Math.abs(gap) / deviation, 1);
  const places = { places: outside.map(({ place }) => place).sort() };
  const lead = {
    en: "{places}: beyond every donor in most of the years fitted, where no mixture reaches",
    zh: "{places}：多数拟合年份超出全部对照地区的取值范围，任何加权合成均无法达到",
  };
  const advice = {
    en: "what it misses then is told as effect; causal/synthetic-did allows for a distance that stays",
    zh: "此差距会被计入效应；若差距固定不变，可用 causal/synthetic-did",
  };
  // donors may be alike and move together
  if (!(deviation > 0)) {
    const text = { en: `${lead.en}: ${advice.en}`, zh: `${lead.zh}；${advice.zh}` };
    return [{ code: "outside-donors", text, values: { places } }];
  }
  const text = {
    en: `${lead.en}: before treatment it misses by {before} standard deviations of the donors, and the effect is {after} of them; ${advice.en}`,
    zh: `${lead.zh}：处理前差距为对照地区标准差的 {before} 倍，而效应为其 {after} 倍；${advice.zh}`,
  };
  const values = { places, before: apart(meanOf(before.map((each) => each.effect))), after: apart(effect) };
  return [{ code: "outside-donors", text, values }];
}
