import { NumericalError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import type { NoIndices } from "./complexity-indices.ts";
import type { Part } from "./complexity-kernel.ts";
import type { Presence } from "./presence.ts";
import { named } from "./shares.ts";

export function leftOut({ places, industries, present, year }: Presence, { rows, columns }: Part): Dropped[] {
  const width = industries.length;
  const [kept, keptColumns] = [new Set(rows), new Set(columns)];
  const apart = { en: "apart from the largest connected part", zh: "不在最大连通部分内" };
  return [
    ...places.flatMap((place, row) => {
      if (kept.has(row)) return [];
      const isEmpty = !present.subarray(row * width, (row + 1) * width).includes(1);
      const reason = isEmpty ? { en: "no industry is present", zh: "没有“存在”的产业" } : apart;
      return [{ input: "data", row: named(place, year), reason }];
    }),
    ...industries.flatMap((industry, column) => {
      if (keptColumns.has(column)) return [];
      const isEmpty = !places.some((_, row) => present[row * width + column] === 1);
      const reason = isEmpty ? { en: "present in no place", zh: "不“存在”于任何地区" } : apart;
      return [{ input: "data", row: named(industry, year), reason }];
    }),
  ];
}

const listedYears = (years: readonly (number | undefined)[]) => years.filter((year) => year !== undefined).join(", ");

export function directionWarnings(years: readonly (number | undefined)[]): Warning[] {
  if (years.length === 0) return [];
  const told = listedYears(years);
  return [
    {
      code: "direction-unknown",
      text: {
        en: `places at both ends of the order have as many industries${told === "" ? "" : ` (${told})`}: which end is the complex one is not determined, and all signs may be turned round`,
        zh: `序列两端地区的产业数相当${told === "" ? "" : `（${told}）`}：哪一端更复杂无法判定，全部符号可整体反转`,
      },
    },
  ];
}

export function apartWarnings(years: readonly (number | undefined)[]): Warning[] {
  if (years.length === 0) return [];
  const told = listedYears(years);
  return [
    {
      code: "disconnected",
      text: {
        en: `places and industries fall into parts that share nothing${told === "" ? "" : ` (${told})`}: indices are of the largest part, the others are left out by name`,
        zh: `地区与产业网络分为互不相连的部分${told === "" ? "" : `（${told}）`}：指数仅针对最大部分，其余已逐一剔除`,
      },
    },
  ];
}

export function noIndex(year: number | undefined, because: NoIndices["because"]): NumericalError {
  const [en, zh] = year === undefined ? ["", ""] : [` in ${year}`, `${year} 年`];
  const text = {
    "nothing-present": {
      en: "complexity: no industry is present in any place, expected location quotients of 1 or more",
      zh: "complexity：没有任何地区存在区位商达到 1 的产业",
    },
    "one-alone": {
      en: `complexity: one place or one industry alone is connected${en}, expected at least two of both`,
      zh: `complexity：${zh}仅有一个地区或一个产业相连，至少各需两个`,
    },
    tied: {
      en: `complexity: the second eigenvalue comes twice${en}, so that the order of places is not determined`,
      zh: `complexity：${zh}第二大特征值为重根，复杂度排序不确定`,
    },
  };
  return new NumericalError("undefined", text[because]);
}
