import { InputError } from "../contract/errors.ts";
import { pricesText } from "../contract/prices.ts";
import { findColumn, type NumberColumn, type PriceBasis, type Table } from "../contract/table.ts";
import { requireColumn } from "../tables/require-column.ts";
import { isMoney } from "../units/money.ts";

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

/** Money of each year's own prices, or of prices that nobody tells: what is deflated already is not deflated again. */
export function requireCurrent({ name }: Table, column: NumberColumn): void {
  if (column.prices === undefined || column.prices.basis === "current") return;
  const is = pricesText(column.prices);
  throw new InputError({
    code: "already-deflated",
    text: {
      en: `${name}: ${column.name} is in ${is.en}, expected current prices`,
      zh: `${name}：${column.name} 为${is.zh}，应为当年价`,
    },
  });
}

/** Through whichever prices money goes, it came from another currency still. */
export const carried = (prices: PriceBasis | undefined): Pick<PriceBasis, "converted"> =>
  prices?.converted === undefined ? {} : { converted: prices.converted };

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
