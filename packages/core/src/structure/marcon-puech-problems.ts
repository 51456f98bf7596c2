import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { MarconIndustry, MarconRow } from "./marcon-puech.ts";

export function marconWarnings(
  industries: readonly MarconIndustry[],
  rows: readonly MarconRow[],
  draws: number,
  level: number,
): Warning[] {
  const warnings: Warning[] = [];
  if (industries.some(({ above }) => Number.isNaN(above))) {
    warnings.push({
      code: "untested",
      text:
        draws === 0
          ? { en: "no draws were asked for, so there are no bands", zh: "未要求随机抽取，没有置信带" }
          : { en: "one industry is all there is: M is 1 everywhere", zh: "只有一个行业：M 恒为 1" },
    });
  } else if (draws * level < 4.9) {
    const enough = Math.ceil(5 / level) - 1;
    warnings.push({
      code: "few-draws",
      text: {
        en: `${draws} draws leave fewer than five beyond a band: ask for at least ${enough}`,
        zh: `${draws} 次抽取在带外不足 5 次，建议至少 ${enough} 次`,
      },
    });
  }
  const empty = [...new Set(rows.filter(({ m }) => Number.isNaN(m)).map(({ industry }) => industry))];
  if (empty.length > 0) {
    warnings.push({
      code: "no-neighbours",
      text: {
        en: "no plant has a neighbour within the smallest radii, where there is no M: {industries}",
        zh: "在最小的半径内没有任何企业有邻居，无 M 值：{industries}",
      },
      values: { industries: { industries: empty } },
    });
  }
  return warnings;
}

export function oneSpot(): InputError {
  return new InputError({
    code: "one-spot",
    text: {
      en: "marcon-puech: all plants are in one spot, expected distances",
      zh: "marcon-puech：全部企业位于同一地点，没有距离可言",
    },
  });
}

export function nothingLeft(least: number): InputError {
  return new InputError({
    code: "too-few-plants",
    text: {
      en: `marcon-puech: no industry has ${least} plants`,
      zh: `marcon-puech：没有任何行业拥有 ${least} 家以上企业`,
    },
    hint: { en: "least says how many an industry must have", zh: "可用 least 调整最少企业数" },
  });
}
