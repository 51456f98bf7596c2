import { convert } from "../units/convert.ts";
import { unitText } from "../units/format-unit.ts";
import { isDimensionless, one, sameUnit, type Unit, unitsAgree } from "../units/unit.ts";
import { expressionError } from "./expression-error.ts";
import type { Findings } from "./findings.ts";

/** Values in one unit; `constant` where it is a number written in the expression, the same in every row. */
export interface Column {
  readonly values: Float64Array;
  readonly unit: Unit;
  readonly constant?: number;
}

export function inUnit(column: Column, unit: Unit): Column {
  if (sameUnit(column.unit, unit)) return column;
  const { constant } = column;
  return {
    values: convert(column.values, column.unit, unit),
    unit,
    ...(constant === undefined ? {} : { constant: convert(constant, column.unit, unit) }),
  };
}

/** All in the unit of the first that is no written number (1 - x in percent is in percent). A plain 0 has any unit. */
export function aligned(columns: readonly Column[], at: number, findings: Findings): Column[] {
  const lead =
    columns.find(({ constant }) => constant === undefined) ??
    columns.find(({ constant }) => constant !== 0) ??
    (columns[0] as Column);
  return columns.map((column) => {
    if (column.constant === 0) return { ...column, unit: lead.unit };
    if (!unitsAgree(column.unit, lead.unit)) throw apart(lead, column, at);
    warnOfPercent(lead, column, at, findings);
    return inUnit(column, lead.unit);
  });
}

/** A plain number, converted from percent and its like. */
export function plainNumber(column: Column, at: number, what: string): Column {
  if (isDimensionless(column.unit)) return inUnit(column, one);
  const unit = unitText(column.unit);
  throw expressionError(
    "unit-mismatch",
    at,
    {
      en: `${what} takes a plain number, not a quantity in ${unit.en}`,
      zh: `${what} 只能用于无量纲的数，而此处以 ${unit.zh} 计`,
    },
    { en: "divide by a quantity of the same unit first", zh: "请先除以同单位的量" },
  );
}

const vast = 10n ** 150n;

/** Before powers of powers make whole numbers of a million digits. */
export function refuseVastScale({ numerator, denominator }: Unit, at: number): void {
  if (numerator < vast && denominator < vast) return;
  throw expressionError("unit-power", at, {
    en: "the scale of the unit has more than 150 digits",
    zh: "单位的倍数超过 150 位",
  });
}

function warnOfPercent(a: Column, b: Column, at: number, findings: Findings): void {
  const number = [a, b].find(({ constant }) => constant !== undefined && Math.abs(constant) > 1);
  const scaled = [a, b].find(({ constant, unit }) => constant === undefined && !sameUnit(unit, one));
  if (number === undefined || scaled === undefined || !sameUnit(number.unit, one)) return;
  const unit = unitText(scaled.unit);
  findings.note(
    "number-with-percent",
    at,
    {
      en: `expr: column ${at + 1}: the plain number ${number.constant} meets a quantity in ${unit.en}, where 1 is 100 percent`,
      zh: `expr：第 ${at + 1} 列：数字 ${number.constant} 与以 ${unit.zh} 计的量相加减，其中 1 即 100%`,
    },
    { en: "write 1 - x for the rest of a share in percent", zh: "求百分比份额的余下部分请写 1 - x" },
  );
}

function apart(a: Column, b: Column, at: number) {
  const [left, right] = [unitText(a.unit), unitText(b.unit)];
  return expressionError(
    "unit-mismatch",
    at,
    {
      en: `${left.en} and ${right.en} are different things and cannot be added or compared`,
      zh: `${left.zh} 与 ${right.zh} 量纲不同，不能相加减或比较`,
    },
    { en: "multiply or divide, or give the columns their right units", zh: "请改用乘除，或更正各列的单位" },
  );
}
