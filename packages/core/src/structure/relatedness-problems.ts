import type { Warning } from "../contract/method.ts";
import type { PlaceDensity } from "./relatedness.ts";

export function outlookWarnings(years: readonly (number | undefined)[]): Warning[] {
  if (years.length === 0) return [];
  const told = years.filter((year) => year !== undefined);
  const [en, zh] = told.length === 0 ? ["", ""] : [` (${told.join(", ")})`, `（${told.join("、")}）`];
  return [
    {
      code: "no-outlook",
      text: {
        en: `the network of places and industries has no complexity indices, so there is no outlook${en}`,
        zh: `地区—产业网络无法计算复杂度，故无前景指数${zh}`,
      },
    },
  ];
}

export function lonelyWarnings(densities: readonly PlaceDensity[]): Warning[] {
  const lonely = new Set(densities.filter(({ density }) => Number.isNaN(density)).map(({ industry }) => industry));
  if (lonely.size === 0) return [];
  return [
    {
      code: "near-to-none",
      text: {
        en: "no place has another industry beside it, so there is no density: {industries}",
        zh: "没有任何地区同时存在其他产业，无相关密度：{industries}",
      },
      values: { industries: { industries: [...lonely] } },
    },
  ];
}
