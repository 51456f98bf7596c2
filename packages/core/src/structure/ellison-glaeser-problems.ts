import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { GlaeserIndustry } from "./ellison-glaeser-index.ts";

export function singleWarning(industries: readonly GlaeserIndustry[]): Warning[] {
  const single = industries.filter(({ gamma }) => Number.isNaN(gamma)).map(({ industry }) => industry);
  if (single.length === 0) return [];
  return [
    {
      code: "single-plant",
      text: {
        en: "one plant alone, which must be somewhere: no index of {industries}",
        zh: "仅有一家企业的行业必然集中于一处，无法计算：{industries}",
      },
      values: { industries: { industries: single } },
    },
  ];
}

export function checkSize(what: string, size: number): void {
  if (size >= 0) return;
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `ellison-glaeser: value of ${what} is ${size}, expected at least 0`,
      zh: `ellison-glaeser：${what} 的取值为 ${size}，应不小于 0`,
    },
  });
}

export function oneArea(): InputError {
  return new InputError({
    code: "one-area",
    text: {
      en: "ellison-glaeser: one area has everything, expected at least two areas with some",
      zh: "ellison-glaeser：全部集中在一个区域，至少应有两个区域有数值",
    },
  });
}

export function herfindahlOutside(industry: string, found: number): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `ellison-glaeser: Herfindahl index of ${industry} is ${found}, expected between 0 and 1`,
      zh: `ellison-glaeser：${industry} 的赫芬达尔指数为 ${found}，应在 0 与 1 之间`,
    },
  });
}

export function nothingLeft(): InputError {
  return new InputError({
    code: "total-zero",
    text: {
      en: "ellison-glaeser: the values add up to 0, expected more than 0",
      zh: "ellison-glaeser：取值合计为 0，应大于 0",
    },
  });
}
