import { InputError } from "../contract/errors.ts";
import { pricesText } from "../contract/prices.ts";
import type { Column, NumberColumn, PriceBasis, Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { convert } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { divide, multiply, type Unit, unitsAgree } from "../units/unit.ts";
import { cellsOf, requireMoney, titleIn } from "./price-basis.ts";
import { yearlyFigures } from "./yearly-figures.ts";

export interface CurrencyOptions {
  readonly values: readonly string[];
  /** Unit of the result, such as `100 million yuan`. */
  readonly to: string;
  /** Column of the rates; its unit, such as `yuan per USD`, says which way they go. Left out, the role `value`. */
  readonly rate?: string;
  readonly kind: "exchange-rate" | "ppp";
  /** One year's rate for all rows. Constant prices are converted at the rate of their own base year, and no other. */
  readonly at?: number;
  readonly place?: string;
  readonly year?: string;
  /** Whose rates these are. */
  readonly by: Text;
}

export interface Converted {
  readonly table: Table;
  /** Places and years without a rate: their figures became gaps. */
  readonly missing: readonly { readonly place: string; readonly year: number }[];
}

/** Money in another currency, at the rate of each row's year, or of one year. A year without a rate is a gap. */
export function convertCurrency(table: Table, rates: Table, options: CurrencyOptions): Converted {
  const { values, to, rate, kind, at, by } = options;
  const known = yearlyFigures(rates, { value: rate ?? roleOrName(rates) });
  const rateUnit = parseUnit(known.unit);
  let years: readonly number[] | undefined; // asked for only where a row's own year counts
  const yearOf = (row: number) => {
    years ??= cellsOf(table, "year", options.year).map(Number);
    return years[row] as number;
  };
  const places = known.everywhere ? undefined : cellsOf(table, "place", options.place);
  const missing = new Map<string, { place: string; year: number }>();
  const columns = values.map((name): NumberColumn => {
    const column = requireMoney(table, name);
    const { prices } = column;
    const year = settledRateYear(table, column, at);
    const direction = directionOf(parseUnit(column.unit), rateUnit, parseUnit(to));
    const product = (direction === "times" ? multiply : divide)(parseUnit(column.unit), rateUnit);
    const raw = column.values.map((value, row) => {
      const [place, when] = [places?.[row] ?? "", year ?? yearOf(row)];
      const one = known.at(place, when);
      if (Number.isNaN(one) && !Number.isNaN(value)) missing.set(`${place}|${when}`, { place, year: when });
      return direction === "times" ? value * one : value / one;
    });
    const converted = { kind, by, ...(year === undefined ? {} : { year }) };
    const basis: PriceBasis = { ...(prices ?? { basis: "current" }), converted };
    const { origins: _, ...rest } = column;
    return { ...rest, unit: to, values: convert(raw, product, to), prices: basis, ...titleIn(column, basis) };
  });
  const made = new Map(columns.map((column) => [column.name, column]));
  return {
    table: { ...table, columns: table.columns.map((column): Column => made.get(column.name) ?? column) },
    missing: [...missing.values()].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.year - b.year)),
  };
}

const roleOrName = ({ roles }: Table): string => (typeof roles?.value === "string" ? roles.value : "rate");

/** Whether figures are multiplied by the rate or divided by it. Where neither leads there, `convert` refuses by its units. */
function directionOf(from: Unit, rate: Unit, to: Unit): "times" | "over" {
  return unitsAgree(divide(from, rate), to) ? "over" : "times";
}

/** The year whose rate figures take, whatever their own year: that of constant prices. */
export function ownRateYear({ prices }: NumberColumn): number | undefined {
  return prices === undefined || prices.basis === "current" ? undefined : prices.base;
}

/** Constant prices keep their meaning at the rate of their own year alone; another that is asked for is refused. */
function settledRateYear(
  { name }: Table,
  { name: column, prices }: NumberColumn,
  at: number | undefined,
): number | undefined {
  if (prices === undefined || prices.basis === "current") return at;
  if (prices.base === undefined) {
    if (at !== undefined) return at;
    const is = pricesText(prices);
    throw new InputError({
      code: "rate-year-unknown",
      text: {
        en: `${name}: ${column} is in ${is.en} of a year that nobody tells, expected that year`,
        zh: `${name}：${column} 为${is.zh}，但未说明是哪一年，应写明基年`,
      },
      hint: {
        en: "declare prices: { basis: constant, base: YEAR }, or say whose rate is meant: at: YEAR",
        zh: "请声明 prices: { basis: constant, base: 年份 }，或写明用哪一年的汇率：at: 年份",
      },
    });
  }
  if (at === undefined || at === prices.base) return prices.base;
  throw new InputError({
    code: "rate-of-another-year",
    text: {
      en: `${name}: ${column} is in prices of ${prices.base}, expected the rate of that year, not of ${at}`,
      zh: `${name}：${column} 为 ${prices.base} 年不变价，应用该年的汇率，而非 ${at} 年`,
    },
  });
}
