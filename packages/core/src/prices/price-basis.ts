import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type NumberColumn, type PriceBasis, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { requireColumn } from "../tables/require-column.ts";
import { knownUnit } from "../units/parse-unit.ts";

export const currencies = ["yuan", "USD", "EUR", "GBP", "JPY", "HKD", "MOP"] as const;

/** Whether a unit has a currency in it, as `100 million yuan` and `USD per person` do. */
export function isMoney(unit: string): boolean {
  const known = knownUnit(unit);
  return known !== undefined && currencies.some((word) => (known.dimensions[word] ?? 0) !== 0);
}

/** `constant prices of 2015, by X`; what stands beside figures of money. */
export function pricesText({ basis, base, by, converted }: PriceBasis): Text {
  const words = {
    current: { en: "current prices", zh: "当年价" },
    constant:
      base === undefined ? { en: "constant prices", zh: "不变价" } : { en: `${base} prices`, zh: `${base} 年不变价` },
    relative: { en: "relative to a total", zh: "相对于总量" },
  }[basis];
  const said = by === undefined ? words : { en: `${words.en}, by ${by.en}`, zh: `${words.zh}，据${by.zh}` };
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

/** What methods that have the option `prices` are told of a column: they see figures and units, which do not tell. */
export function pricesOption(column: Pick<NumberColumn, "unit" | "prices">): "as-given" | "current" | "constant" {
  const { prices, unit } = column;
  if (prices !== undefined) return prices.basis === "relative" ? "as-given" : prices.basis;
  return isMoney(unit) ? "current" : "as-given";
}

/**
 * Growth of money at current prices holds inflation. `refuse` throws; `label` gives the problem to be shown beside the
 * growth; nothing where prices are constant, cancel, or the column is no money.
 */
export function growthProblem(
  { name, unit, prices }: Pick<NumberColumn, "name" | "unit" | "prices">,
  { on = "label" }: { readonly on?: "label" | "refuse" } = {},
): Problem | undefined {
  if (!isMoney(unit) || (prices !== undefined && prices.basis !== "current")) return undefined;
  const known = prices === undefined ? { en: "prices of an unknown basis", zh: "价格口径不明" } : pricesText(prices);
  const problem: Problem = {
    code: "growth-at-current-prices",
    text: {
      en: `${name}: growth of ${unit} in ${known.en} holds inflation, expected constant prices`,
      zh: `${name}：${known.zh}的 ${unit} 的增长含通货膨胀，应使用不变价`,
    },
    hint: {
      en: "deflate it by a dataset of deflators, or declare prices: { basis: constant, base: YEAR, by: ... }",
      zh: "请用平减指数数据集平减，或声明 prices: { basis: constant, base: 年份, by: ... }",
    },
  };
  if (on === "refuse") throw new InputError(problem);
  return problem;
}

/** A column of money that may be turned into other prices. */
export function requireMoney(table: Table, name: string): NumberColumn {
  const column = requireColumn(table, name);
  if (column.kind === "number" && isMoney(column.unit)) return column;
  const is =
    column.kind === "label"
      ? { en: "holds labels", zh: "是文字" }
      : { en: `is in ${column.unit}`, zh: `单位为 ${column.unit}` };
  throw new InputError({
    code: "not-money",
    text: {
      en: `${table.name}: ${name} ${is.en}, expected money such as 100 million yuan`,
      zh: `${table.name}：${name} ${is.zh}，应为货币金额，如亿元`,
    },
  });
}

/** A title that says in which prices its column is. */
export function titleIn(column: NumberColumn, prices: PriceBasis): Pick<NumberColumn, "title"> {
  if (column.title === undefined) return {};
  const { en, zh } = pricesText(prices);
  return { title: { en: `${column.title.en} (${en})`, zh: `${column.title.zh}（${zh}）` } };
}

/** The column of a role, or the one of that name; its cells as text. */
export function cellsOf(table: Table, role: string, given?: string): readonly string[] {
  const of = table.roles?.[role];
  const { values } = requireColumn(table, given ?? (typeof of === "string" ? of : role));
  return Array.from(values as ArrayLike<string | number | null>, (cell) => (cell === null ? "" : String(cell)));
}

/** As `cellsOf`, where a table may do without the role. */
export function cellsIfAny(table: Table, role: string, given?: string): readonly string[] | undefined {
  const of = table.roles?.[role];
  const name = given ?? (typeof of === "string" ? of : role);
  return given === undefined && findColumn(table, name) === undefined ? undefined : cellsOf(table, role, name);
}
