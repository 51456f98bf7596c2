import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import { listed } from "../contract/saying.ts";
import type { Factor } from "./absorb.ts";
import { areTooFew, clusterWarnings, type Support } from "./cluster-rule.ts";
import type { Coefficient } from "./fixed-effects.ts";

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
