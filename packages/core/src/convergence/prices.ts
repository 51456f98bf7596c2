import type { Convention, Warning } from "../contract/method.ts";
import { currencies } from "../units/money.ts";
import { knownUnit } from "../units/parse-unit.ts";
import { isDimensionless } from "../units/unit.ts";

/** In which prices the values are said to be: a method sees figures and units, and a unit does not tell. */
export const pricesChoices = ["as-given", "current", "constant", "relative"] as const;
export type Prices = (typeof pricesChoices)[number];

export const pricesConvention: Convention = {
  title: { en: "Prices", zh: "价格口径" },
  choices: {
    "as-given": { en: "values as given: deflate first", zh: "按给定取值，未作平减；请先平减" },
    current: { en: "current prices, as given", zh: "当年价，未作平减" },
    constant: { en: "constant prices, as declared", zh: "不变价（据声明）" },
    relative: { en: "relative to a total, in which prices cancel", zh: "相对于总量，价格因素已抵消" },
  },
};

/** Warns where values may be money at current prices: growth of these is growth and inflation. */
export function priceWarnings(unit: string | undefined, prices: Prices): Warning[] {
  const known = knownUnit(unit ?? "1");
  const maybeMoney =
    known === undefined || isDimensionless(known) || currencies.some((word) => (known.dimensions[word] ?? 0) !== 0);
  if (prices === "constant" || prices === "relative" || (prices === "as-given" && !maybeMoney)) return [];
  return [
    {
      code: "prices",
      text: {
        en: "values are taken as given: at current prices growth holds inflation too; one deflator for all places leaves the slope as it is, regional deflators do not",
        zh: "取值按给定使用：若为当年价，增长中含有通货膨胀；各地同用一个平减指数不影响斜率，分地区平减则会改变斜率",
      },
    },
  ];
}
