import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { fewDraws } from "../contract/few-draws.ts";
import type { Warning } from "../contract/method.ts";
import type { Deals } from "./adoption-deals.ts";

const rounding = 1e-9; // of a count

/** That no test can be made where there are no more placebos, or where no more were drawn. */
export function placeboWarnings(
  treated: number,
  places: number,
  { kind, deals }: Deals,
  level: number,
  canFind: boolean,
): Warning[] {
  const count = deals.length;
  if (canFind) return kind === "drawn" ? fewDraws(count, { en: "detectable sizes", zh: "可识别的大小" }) : [];
  const needed = Math.ceil(1 / (1 - level) - rounding) - 1;
  if (kind === "drawn") {
    return [
      {
        code: "few-draws",
        text: {
          en: `${count} placebos are drawn: a test at ${level} needs draws of ${needed} or more`,
          zh: `仅抽取 ${count} 个安慰剂：${level} 水平的检验要求 draws 至少为 ${needed}`,
        },
      },
    ];
  }
  return [
    {
      code: "few-assignments",
      text: {
        en: `${treated} treated among ${places} places allow ${count} placebos: a test at ${level} needs ${needed}, so no effect however large would be found`,
        zh: `${places} 个地区中 ${treated} 个受处理，只有 ${count} 个安慰剂：${level} 水平的检验至少需 ${needed} 个，故任何大小的效应都无法识别`,
      },
    },
  ];
}

/** Where nothing varies, or the estimate that is given says nothing of its error. */
export function errorWarnings(chance: number, given: number | undefined): Warning[] {
  const warnings: Warning[] = [];
  if (Number.isNaN(chance)) {
    warnings.push({
      code: "no-error",
      text: {
        en: "beside places and years nothing varies: placebos find nothing, and what they would miss cannot be told",
        zh: "扣除地区与年份效应后没有变异：安慰剂效应为零，可识别的大小无从确定",
      },
    });
  }
  if (given !== undefined && !(given > 0)) {
    warnings.push({
      code: "estimate-without-error",
      text: { en: "the estimate has no error: no analytic answer", zh: "所给估计没有标准误：无解析结果" },
    });
  }
  return warnings;
}

export function tooFewUntreated(never: number, treated: number): InputError {
  return new InputError({
    code: "too-few-untreated",
    text: {
      en: `power: ${counted(never, "place is", "places are")} never treated and observed in every year, expected more than the ${treated} treated and at least 3`,
      zh: `power：从未处理且各年均有数据的地区仅 ${never} 个，应多于受处理的 ${treated} 个且不少于 3 个`,
    },
    hint: {
      en: "cells: all takes every place, less the effect found",
      zh: "可设 cells: all，取全部地区并扣除所得效应",
    },
  });
}
