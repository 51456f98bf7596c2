import { pricesText } from "../contract/prices.ts";
import type { PriceBasis } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { isMoneyUnit } from "../units/money.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { baseOf, divide, isDimensionless, multiply, one, power, type Unit } from "../units/unit.ts";
import { columnName, type Expression } from "./expression.ts";
import type { RowProblem } from "./findings.ts";

/** What is known of a column that an expression reads. */
export interface PricedColumn {
  readonly unit: string;
  readonly prices?: PriceBasis;
}

export interface PricesThrough {
  /** Nothing where the result is no money, or where nobody can tell. */
  readonly prices?: PriceBasis;
  /** Money of different prices that was put together. */
  readonly notes: readonly RowProblem[];
}

/** A part of an expression: its unit and prices. */
interface Part {
  readonly unit: Unit;
  readonly prices?: PriceBasis | undefined;
  /** A number written in the expression. */
  readonly isConstant?: true;
  /** Money at current prices beside other money of the same year: inflation cancels. */
  readonly isShare?: true;
  /** Current prices of one year for all rows, which are that year's prices. */
  readonly isOfYear?: true;
  /** Current prices of another year than the row's: how many years before, or `mixed`. */
  readonly lag?: string;
  /** Money over money of other prices: inflation is in it. */
  readonly hasInflation?: true;
}

/**
 * In whose prices the result of an expression is, where that can be decided from its columns:
 *
 *   money beside no money (GDP per head)          the money's own
 *   sums, first, min, max of the same prices      the same; of chained prices, which do not add up, unknown
 *   current money in `at(x, 2015)`                prices of 2015
 *   x / total * at(total, 2015), all current      relative to the total
 *   current money times or over a plain column    unknown: the column may be a deflator
 *   money times x / lag(x, 1) or x / at(x, 2015)  unknown: growth of current money holds inflation
 */
export function pricesThrough(
  expression: Expression,
  columnOf: (name: string) => PricedColumn | undefined,
): PricesThrough {
  const notes: RowProblem[] = [];
  const unknown = (unit: Unit): Part => ({ unit });

  const visit = (at: Expression): Part => {
    switch (at.kind) {
      case "number":
        return { unit: one, isConstant: true };
      case "negate":
        return visit(at.of);
      case "name": {
        const column = columnOf(columnName(at.variable, at.dataset));
        return column === undefined ? unknown(one) : { unit: baseOf(parseUnit(column.unit)), prices: column.prices };
      }
      case "binary": {
        const [left, right] = [visit(at.left), visit(at.right)];
        if (at.operator === "+" || at.operator === "-") return together([left, right], at.at, true);
        if (at.operator === "*") return product(left, right);
        if (at.operator === "/") return quotient(left, right);
        const { right: exponent } = at;
        return exponent.kind === "number"
          ? { ...withoutShare(left), unit: power(left.unit, exponent.value) }
          : unknown(one);
      }
      case "call": {
        const parts = at.given.map(visit);
        const [first = unknown(one), second = unknown(one)] = parts;
        if (at.name === "abs") return first;
        if (at.name === "lag") return ofEarlier(first, at.given[1]);
        if (at.name === "at") return ofOneYear(first, at.given[1]);
        if (at.name === "share") return quotient(first, second);
        if (at.name === "sqrt") return { ...withoutShare(first), unit: power(first.unit, 0.5) };
        if (at.name === "sum") return together(parts, at.at, true);
        if (at.name === "first" || at.name === "min" || at.name === "max") return together(parts, at.at, false);
        return unknown(one);
      }
    }
  };

  const together = (parts: readonly Part[], at: number, isSum: boolean): Part => {
    const money = parts.filter(({ isConstant }) => isConstant === undefined);
    const [lead = unknown(one), ...others] = money;
    if (others.length === 0 && parts.length > 1) return lead;
    if (lead.prices?.basis === "chained" && isSum) return unknown(lead.unit);
    const other = others.find(({ prices }) => !alike(lead.prices, prices));
    if (other !== undefined) {
      if (lead.prices !== undefined && other.prices !== undefined) notes.push(mixed(lead.prices, other.prices, at));
      return unknown(lead.unit);
    }
    const same = others.every(({ isShare }) => isShare === lead.isShare) ? lead : withoutShare(lead);
    const inflated = money.some(({ hasInflation }) => hasInflation) ? { ...same, hasInflation: true as const } : same;
    return others.every(({ lag }) => lag === lead.lag) ? inflated : { ...inflated, lag: "mixed" };
  };

  const { unit, prices } = visit(expression);
  return isMoneyUnit(unit) && prices !== undefined ? { prices, notes } : { notes };
}

function product(left: Part, right: Part): Part {
  const unit = multiply(left.unit, right.unit);
  const [money, factor] = isMoneyUnit(left.unit) ? [left, right] : [right, left];
  if (isMoneyUnit(factor.unit) || !isMoneyUnit(money.unit)) return { unit, ...inflationOf(left, right) };
  if (factor.hasInflation) return { unit };
  if (factor.isShare && money.isOfYear) return { unit, prices: relativeOf(money.prices) };
  return { ...money, unit, prices: besides(money, factor) };
}

function quotient(left: Part, right: Part): Part {
  const unit = divide(left.unit, right.unit);
  const [isMoney, overMoney] = [isMoneyUnit(left.unit), isMoneyUnit(right.unit)];
  if (isMoney && overMoney) {
    if (left.prices === undefined || right.prices === undefined) return { unit };
    const sameYear = left.lag === right.lag && left.lag !== "mixed";
    if (!alike(left.prices, right.prices) || !sameYear) return { unit, hasInflation: true };
    return left.prices.basis === "current" ? { unit, isShare: true } : { unit };
  }
  if ((isMoney && right.hasInflation) || (overMoney && left.hasInflation)) return { unit };
  if (isMoney) return { ...withoutShare(left), unit, prices: besides(left, right) };
  return overMoney ? { unit, prices: besides(right, left) } : { unit, ...inflationOf(left, right) };
}

/** The prices of money that is multiplied by, or divided by, what is no money. */
function besides({ prices }: Part, { unit, isConstant }: Part): PriceBasis | undefined {
  const mayDeflate = prices?.basis === "current" && isDimensionless(unit) && isConstant === undefined;
  return mayDeflate ? undefined : prices;
}

function ofOneYear(part: Part, year: Expression | undefined): Part {
  const { unit, prices } = part;
  if (part.lag !== undefined) return { unit };
  if (prices?.basis !== "current" || year?.kind !== "number") return withoutShare(part);
  return { unit, prices: { ...prices, basis: "constant", base: year.value }, isOfYear: true };
}

function ofEarlier(part: Part, years: Expression | undefined): Part {
  const { prices, lag } = part;
  if (prices?.basis !== "current") return withoutShare(part);
  const known = lag === undefined && years?.kind === "number";
  return { ...withoutShare(part), lag: known ? String(years.value) : "mixed" };
}

const inflationOf = (...parts: readonly Part[]): Pick<Part, "hasInflation"> =>
  parts.some(({ hasInflation }) => hasInflation) ? { hasInflation: true } : {};

function relativeOf(prices: PriceBasis | undefined): PriceBasis {
  return prices?.base === undefined ? { basis: "relative" } : { basis: "relative", base: prices.base };
}

const withoutShare = ({ isShare: _, ...part }: Part): Part => part;

/** Two that say the same of prices, whoever says so. */
function alike(a: PriceBasis | undefined, b: PriceBasis | undefined): boolean {
  return (
    a?.basis === b?.basis &&
    a?.base === b?.base &&
    a?.converted?.kind === b?.converted?.kind &&
    a?.converted?.year === b?.converted?.year
  );
}

function mixed(a: PriceBasis, b: PriceBasis, at: number): RowProblem {
  const text = message("prices-mixed", { column: at + 1, one: pricesText(a), other: pricesText(b) });
  return { code: "prices-mixed", text, place: { column: at + 1 }, rows: [] };
}
