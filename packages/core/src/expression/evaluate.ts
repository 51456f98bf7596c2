import { suggestion } from "../language/suggestion.ts";
import { convert } from "../units/convert.ts";
import { formatUnit, unitText } from "../units/format-unit.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { divide, type Unit, unitsAgree } from "../units/unit.ts";
import type { Column } from "./column-units.ts";
import { type Expression, partsOf } from "./expression.ts";
import { expressionError } from "./expression-error.ts";
import { Findings, type RowProblem } from "./findings.ts";
import type { Frame } from "./frame.ts";
import { Walk } from "./walk.ts";

export type { RowProblem } from "./findings.ts";
export type { Frame, FrameColumn } from "./frame.ts";

export interface Evaluated {
  readonly values: Float64Array;
  /** The unit asked for, or the one that came out, as text. */
  readonly unit: string;
  readonly problems: readonly RowProblem[];
}

export interface EvaluateOptions {
  /** The unit of the result; left out: the one that comes out. */
  readonly unit?: string;
  /** Rows that matter: problems elsewhere are not reported. */
  readonly only?: Iterable<number>;
}

/**
 * Computes an expression on a frame. Each column stays in its own unit; sums convert to the unit of the first column in
 * them; the result is converted once, at the end, to `unit`. Throws InputError: `name-unknown`, `unit-mismatch`,
 * `year-needed`. Gaps spread; a division by zero, the logarithm of a number <= 0, a root of a negative number and an
 * overflow give a gap and a problem that lists the rows.
 *
 * @example evaluate(parseExpression("gdp / population"), frame, { unit: "万元/人" })
 */
export function evaluate(expression: Expression, frame: Frame, { unit, only }: EvaluateOptions = {}): Evaluated {
  const columns = new Map<string, Column>();
  const findings = new Findings();
  const walk = new Walk(frame, findings, (name, at) => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const given = frame.columns.get(name);
    if (given === undefined) throw unknownName(name, at, [...frame.columns.keys()]);
    const column = { values: given.values, unit: parseUnit(given.unit) };
    columns.set(name, column);
    return column;
  });
  const result = walk.visit(expression);
  const wanted = unit === undefined ? result.unit : parseUnit(unit);
  checkWanted(expression, result.unit, wanted, findings);
  const values = convert(result.values, result.unit, wanted);
  values.forEach((value, row) => {
    if (Math.abs(value) !== Number.POSITIVE_INFINITY) return;
    values[row] = Number.NaN;
    findings.add("number-overflow", expression.at, row);
  });
  return {
    values,
    unit: unit ?? formatUnit(result.unit),
    problems: findings.problems(frame, only === undefined ? undefined : new Set(only)),
  };
}

type UnitLookup = (name: string) => Unit | undefined;

export interface UnitOptions {
  /** The unit that the result is wanted in. */
  readonly unit?: string;
  /** All names there are, to suggest one for a misspelt name. */
  readonly names?: readonly string[];
}

/** The unit of an expression, given the unit of each column: all checks of `evaluate` that need no data. */
export function unitOf(expression: Expression, unitOfColumn: UnitLookup, options: UnitOptions = {}): Unit {
  return checkUnits(expression, unitOfColumn, options).unit;
}

/** The unit with the warnings that come with it (`log-of-unit`, `number-with-percent`, `scaled-twice`). */
export function checkUnits(
  expression: Expression,
  unitOfColumn: UnitLookup,
  { unit, names = [] }: UnitOptions = {},
): { readonly unit: Unit; readonly problems: readonly RowProblem[] } {
  const findings = new Findings();
  const frame: Frame = { rows: 0, year: [], columns: new Map() };
  const walk = new Walk(frame, findings, (name, at) => {
    const found = unitOfColumn(name);
    if (found === undefined) throw unknownName(name, at, names);
    return { values: new Float64Array(0), unit: found };
  });
  const own = walk.visit(expression).unit;
  if (unit !== undefined) checkWanted(expression, own, parseUnit(unit), findings);
  return { unit: own, problems: findings.problems(frame) };
}

function unknownName(name: string, at: number, known: readonly string[]) {
  const list = known.length > 0 && known.length <= 40 ? `; ${known.join(", ")}` : "";
  return expressionError(
    "name-unknown",
    at,
    {
      en: `no column ${name}${list === "" ? "" : `; the columns are ${list.slice(2)}`}`,
      zh: `没有列 ${name}${list === "" ? "" : `；现有列：${list.slice(2)}`}`,
    },
    suggestion(name, known),
  );
}

/** Refuses a result of another dimension; warns where a number in the expression already does what the unit asks for. */
function checkWanted(expression: Expression, own: Unit, wanted: Unit, findings: Findings): void {
  if (!unitsAgree(own, wanted)) {
    const [has, asked] = [unitText(own), unitText(wanted)];
    throw expressionError("unit-mismatch", expression.at, {
      en: `the result is in ${has.en}, which cannot be turned into ${asked.en}`,
      zh: `结果的单位是 ${has.zh}，不能换算为 ${asked.zh}`,
    });
  }
  const ratio = divide(own, wanted);
  for (const { value, at } of multipliers(expression)) {
    if (!Number.isInteger(Math.log10(value)) || value < 10 || value > 1e15) continue;
    const converts = ratio.denominator === 1n && ratio.numerator === BigInt(value);
    if (!converts && !(wanted.numerator === 1n && wanted.denominator === BigInt(value))) continue;
    findings.note(
      "scaled-twice",
      at,
      {
        en: `expr: column ${at + 1}: multiplied by ${value}, and once more to reach ${unitText(wanted).en}`,
        zh: `expr：第 ${at + 1} 列：已乘以 ${value}，换算为 ${unitText(wanted).zh} 时还会再乘一次`,
      },
      { en: `leave out ${value}: the unit alone converts`, zh: `请去掉 ${value}：写明单位即会自动换算` },
    );
  }
}

/** The plain numbers that the whole expression is multiplied by. */
function multipliers(expression: Expression): { value: number; at: number }[] {
  if (expression.kind === "number") return [expression];
  if (expression.kind === "negate") return multipliers(expression.of);
  if (expression.kind !== "binary") return [];
  if (expression.operator === "*") return partsOf(expression).flatMap(multipliers);
  return expression.operator === "/" ? multipliers(expression.left) : [];
}
