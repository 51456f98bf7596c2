import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import { listed, mostNamed } from "../contract/saying.ts";
import { same, type Text } from "../language/text.ts";
import type { Factor } from "./absorb.ts";
import { areTooFew, clusterWarnings, type Support } from "./cluster-rule.ts";
import type { Coefficient, FixedEffectsInput } from "./fixed-effects.ts";
import { switchedOff } from "./switched-off.ts";

export function fixedEffectsWarnings(
  supports: readonly Support[],
  coefficients: readonly Coefficient[],
  ways: readonly Factor[],
): Warning[] {
  const [own, ...parts] = supports;
  const look = {
    en: ", so look at the wild bootstrap (draws) and at placebo tests",
    zh: "，请查看 wild 自助法（draws）与安慰剂检验",
  };
  const warnings = own === undefined ? [] : clusterWarnings(own, { look, parts });
  const without = coefficients.filter(
    ({ standardError }, at) => Number.isNaN(standardError) && !(at in supports && areTooFew(supports[at])),
  );
  if (without.length === 0) return warnings;
  const text =
    ways.length > 1
      ? {
          en: "no error for {names}: the two ways of clustering together give a variance of 0 or below",
          zh: "{names} 没有标准误：双向聚类得到的方差为零或负",
        }
      : {
          en: "no error for {names}: nothing varies beside the columns and effects",
          zh: "{names} 没有标准误：扣除各列与固定效应后没有变异",
        };
  warnings.push({ code: "no-error", text, values: { names: listed(without.map(({ title }) => title)) } });
  return warnings;
}

/** A treatment that ends: a regression asks no more than where it stands in each year. */
export function switchedOffWarnings({ place, year, regressors }: FixedEffectsInput): Warning[] {
  return regressors.flatMap(({ name, title = same(name), values }) => {
    const off = switchedOff(place, year, values);
    if (off.length === 0) return [];
    const places = listed(off.slice(0, mostNamed).map(same));
    return [{ code: "switched-off", text: ends, values: { column: { text: title }, n: off.length, places } }];
  });
}

const ends: Text = {
  en: "{column} goes back from 1 to 0 in {n, plural, one {one place} other {# places}} ({places}{n, plural, =1 {} =2 {} =3 {} other { and others}}): the effect is taken to end in that year; of one that lasts, years after it count as untreated",
  zh: "{column} 在 {n} 个地区由 1 回到 0（{places}{n, plural, =1 {} =2 {} =3 {} other {等}}）：此处视效应于当年即止；若效应延续，其后各年被当作未受处理",
};

export function noColumns(): InputError {
  return new InputError({
    code: "no-columns",
    text: { en: "fixed-effects: no column to explain the outcome by", zh: "fixed-effects：没有解释变量" },
    hint: { en: "name them under regressors", zh: "请在 regressors 中给出" },
  });
}

export function tooFewRows(rows: number, parameters: number): InputError {
  return new InputError({
    code: "too-few-rows",
    text: {
      en: `fixed-effects: ${rows} rows for ${parameters} coefficients and effects, expected more rows`,
      zh: `fixed-effects：${rows} 行数据对应 ${parameters} 个系数与固定效应，行数应更多`,
    },
  });
}

export function noCoordinates(): InputError {
  return new InputError({
    code: "no-coordinates",
    text: {
      en: "fixed-effects: errors conley needs lon and lat of each row",
      zh: "fixed-effects：Conley 标准误需要每行的 lon 与 lat",
    },
  });
}
