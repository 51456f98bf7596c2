import { same, type Text } from "../language/text.ts";
import { isMoney } from "../units/money.ts";
import type { Problem } from "./errors.ts";
import { joined } from "./saying.ts";
import type { NumberColumn, PriceBasis } from "./table.ts";

/** `2015 prices, by X`; what stands beside figures of money. */
export function pricesText({ basis, base, by, converted }: PriceBasis): Text {
  const said = by === undefined ? basisText(basis, base) : byWhom(basis, base, by);
  if (converted === undefined) return said;
  const at =
    converted.year === undefined ? { en: "", zh: "" } : { en: ` of ${converted.year}`, zh: ` ${converted.year} 年` };
  const how =
    converted.kind === "ppp"
      ? { en: "converted at purchasing power parities", zh: "按购买力平价折算" }
      : { en: "converted at exchange rates", zh: "按汇率折算" };
  return {
    en: `${said.en}; ${how.en}${at.en}, by ${converted.by.en}`,
    zh: `${said.zh}；${how.zh}${at.zh}，据${converted.by.zh}`,
  };
}

function basisText(basis: PriceBasis["basis"], base: number | undefined): Text {
  const year = base === undefined ? { en: "", zh: "" } : { en: `${base} `, zh: `${base} 年` };
  return {
    current: { en: "current prices", zh: "当年价" },
    constant: { en: `${year.en || "constant "}prices`, zh: `${year.zh}不变价` },
    chained: { en: `chained ${year.en}prices`, zh: `${year.zh}链式不变价` },
    relative:
      base === undefined
        ? { en: "relative to a total", zh: "相对于总量" }
        : { en: `relative to a total at its size of ${base}`, zh: `相对于总量（按其 ${base} 年规模）` },
  }[basis];
}

function byWhom(basis: PriceBasis["basis"], base: number | undefined, by: Text): Text {
  const said = basisText(basis, base);
  if (basis !== "relative") return { en: `${said.en}, by ${by.en}`, zh: `${said.zh}，据${by.zh}` };
  const at = base === undefined ? { en: "", zh: "" } : { en: ` at its size of ${base}`, zh: `（按其 ${base} 年规模）` };
  return { en: `relative to ${by.en}${at.en}`, zh: `相对于${by.zh}${at.zh}` };
}

/** What methods that have the option `prices` are told of a column: they see figures and units, which do not tell. */
export function pricesOption(
  column: Pick<NumberColumn, "unit" | "prices">,
): "as-given" | "current" | "constant" | "relative" {
  const { prices, unit } = column;
  if (prices?.basis === "relative") return "relative";
  if (prices !== undefined) return prices.basis === "current" ? "current" : "constant";
  return isMoney(unit) ? "current" : "as-given";
}

type Money = Pick<NumberColumn, "name" | "title" | "unit" | "prices">;

/**
 * Growth of money at current prices holds inflation: a problem for all columns in prices of one kind, to be shown beside the
 * growth or thrown; none where prices are constant, cancel, or the columns are no money.
 */
export function inflated(columns: readonly Money[]): Problem[] {
  const meant = columns.filter(({ unit, prices }) => isMoney(unit) && (prices?.basis ?? "current") === "current");
  const titles = new Map<string, { known: Text; of: Text[] }>();
  for (const { name, title = same(name), prices } of meant) {
    const known = prices === undefined ? { en: "prices of an unknown basis", zh: "价格口径不明" } : pricesText(prices);
    const group = titles.get(known.en);
    if (group === undefined) titles.set(known.en, { known, of: [title] });
    else if (!group.of.some(({ en }) => en === title.en)) group.of.push(title);
  }
  return [...titles.values()].map(({ known, of }) => {
    const named = joined(of);
    return {
      code: "growth-at-current-prices",
      text: {
        en: `${named.en}: growth of money in ${known.en} holds inflation, expected constant prices`,
        zh: `${named.zh}：金额（${known.zh}）的增长含通货膨胀，应使用不变价`,
      },
      hint: {
        en: "deflate by a dataset of deflators, or declare prices: { basis: constant, base: YEAR, by: ... }",
        zh: "请用平减指数数据集平减，或声明 prices: { basis: constant, base: 年份, by: ... }",
      },
    };
  });
}
