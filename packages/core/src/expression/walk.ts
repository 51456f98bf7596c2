import { unitText } from "../units/format-unit.ts";
import { baseOf, divide, isDimensionless, multiply, one, power, type Unit } from "../units/unit.ts";
import { aligned, type Column, inUnit, plainNumber, refuseVastScale } from "./column-units.ts";
import { columnName, type Expression } from "./expression.ts";
import { expressionError } from "./expression-error.ts";
import { Findings, type RowCode } from "./findings.ts";
import { type Frame, rowFinder } from "./frame.ts";

type Call = Extract<Expression, { kind: "call" }>;
type Binary = Extract<Expression, { kind: "binary" }>;

/** Evaluates an expression from the leaves up, one column a node. Without rows it is the check of the units. */
export class Walk {
  readonly #frame: Frame;
  readonly #findings: Findings;
  readonly #column: (name: string, at: number) => Column;

  constructor(frame: Frame, findings: Findings, column: (name: string, at: number) => Column) {
    this.#frame = frame;
    this.#findings = findings;
    this.#column = column;
  }

  visit(expression: Expression): Column {
    switch (expression.kind) {
      case "number":
        return this.#constant(expression.value);
      case "name":
        return this.#column(columnName(expression.variable, expression.dataset), expression.at);
      case "negate": {
        const of = this.visit(expression.of);
        const values = of.values.map((value) => -value);
        return { unit: of.unit, values, ...(of.constant === undefined ? {} : { constant: -of.constant }) };
      }
      case "binary":
        return this.#binary(expression);
      case "call":
        return this.#call(expression);
    }
  }

  #constant(value: number): Column {
    return { values: new Float64Array(this.#frame.rows).fill(value), unit: one, constant: value };
  }

  #binary(expression: Binary): Column {
    const { operator, at } = expression;
    const [left, right] = [this.visit(expression.left), this.visit(expression.right)];
    switch (operator) {
      case "+":
      case "-": {
        const [a, b] = aligned([left, right], at, this.#findings) as [Column, Column];
        return this.#pairs(a, b, a.unit, at, operator === "+" ? (x, y) => x + y : (x, y) => x - y);
      }
      case "*":
        return this.#pairs(left, right, multiply(left.unit, right.unit), at, (x, y) => x * y);
      case "/":
        return this.#divided(left, right, at);
      case "**":
        return this.#power(left, right, at);
    }
  }

  #divided(left: Column, right: Column, at: number): Column {
    return this.#pairs(
      left,
      right,
      divide(left.unit, right.unit),
      at,
      (x, y) => x / y,
      (_, y) => (y === 0 ? "division-by-zero" : "number-overflow"),
    );
  }

  /** Whole powers keep the unit's scale; other powers are taken in base units, where roots of the scale are exact. */
  #power(left: Column, right: Column, at: number, compute = (x: number, y: number) => x ** y): Column {
    const exponent = plainNumber(right, at, "**");
    const raise = (base: Column, unit: Unit) =>
      this.#pairs(base, exponent, unit, at, compute, (x, y) => {
        if (x === 0 && y < 0) return "division-by-zero";
        return x < 0 && !Number.isInteger(y) ? "root-of-negative" : "number-overflow";
      });
    if (isDimensionless(left.unit)) return raise(inUnit(left, one), one);
    const { constant } = exponent;
    if (constant === undefined || !Number.isFinite(constant) || Math.abs(constant) > 9) {
      const unit = unitText(left.unit);
      throw expressionError("unit-power", at, {
        en: `a quantity in ${unit.en} can be raised to a plain number of at most 9 only`,
        zh: `以 ${unit.zh} 计的量，其指数只能是不超过 9 的数字`,
      });
    }
    if (Number.isInteger(constant)) return raise(left, power(left.unit, constant));
    const base = baseOf(left.unit);
    return raise(inUnit(left, base), power(base, constant));
  }

  #call(expression: Call): Column {
    const { name, at, given } = expression;
    if (name === "at" || name === "lag") return this.#otherYear(expression);
    const columns = given.map((each) => this.visit(each));
    const [first, second] = columns as [Column, Column];
    switch (name) {
      case "abs":
        return this.#each(first, first.unit, at, Math.abs);
      case "exp":
        return this.#each(plainNumber(first, at, name), one, at, Math.exp);
      case "ln":
      case "log10":
        return this.#logarithm(first, at, name);
      case "sqrt":
        return this.#power(first, this.#constant(0.5), at, Math.sqrt);
      case "share":
        return this.#share(first, second, at);
      case "sum":
        return this.#folded(columns, at, (x, y) => x + y);
      case "first":
        return this.#first(columns, at);
      case "min":
        return this.#folded(columns, at, Math.min);
      case "max":
        return this.#folded(columns, at, Math.max);
    }
  }

  #logarithm(given: Column, at: number, name: "ln" | "log10"): Column {
    if (!isDimensionless(given.unit)) {
      const unit = unitText(given.unit);
      this.#findings.note("log-of-unit", at, {
        en: `expr: column ${at + 1}: ${name} of a quantity in ${unit.en}: the logarithm is of the number in that unit`,
        zh: `expr：第 ${at + 1} 列：${name} 作用于以 ${unit.zh} 计的量，取的是以该单位计的数值的对数`,
      });
    }
    const number = isDimensionless(given.unit) ? inUnit(given, one) : given;
    const log = name === "ln" ? Math.log : Math.log10;
    return this.#each(
      number,
      one,
      at,
      (x) => (x > 0 ? log(x) : Number.NaN),
      () => "log-of-nonpositive",
    );
  }

  #share(part: Column, whole: Column, at: number): Column {
    const [a, b] = aligned([part, whole], at, this.#findings) as [Column, Column];
    const share = this.#divided(a, b, at);
    share.values.forEach((value, row) => {
      if (value < 0 || value > 1) this.#findings.add("share-out-of-range", at, row);
    });
    return share;
  }

  /** Figures of a fixed year, or of so many years before, of the same place. */
  #otherYear({ name, given, at }: Call): Column {
    const [of, count] = given as [Expression, Expression & { kind: "number" }];
    const { year, place, rows } = this.#frame;
    if (year === undefined) {
      throw expressionError("year-needed", at, {
        en: `${name} needs data by year, and these have no years`,
        zh: `${name} 需要分年份的数据，而此数据没有年份`,
      });
    }
    const findings = new Findings();
    const inner = new Walk(this.#frame, findings, this.#column).visit(of);
    const find = rowFinder(this.#frame);
    const sources = Array.from({ length: rows }, (_, row) =>
      find(place?.[row], name === "at" ? count.value : (year[row] as number) - count.value),
    );
    this.#findings.takeFrom(findings, sources);
    if (name === "at" && sources.every((source) => source === undefined)) {
      sources.forEach((_, row) => {
        this.#findings.add("year-absent", at, row);
      });
    }
    const values = Float64Array.from(sources, (source) =>
      source === undefined ? Number.NaN : (inner.values[source] as number),
    );
    return { values, unit: inner.unit };
  }

  #folded(columns: readonly Column[], at: number, fold: (x: number, y: number) => number): Column {
    const [first, ...rest] = aligned(columns, at, this.#findings) as [Column, ...Column[]];
    return rest.reduce((total, column) => this.#pairs(total, column, first.unit, at, fold), first);
  }

  /** The first of several sources that has a figure; what each of them says stays in the file it came from. */
  #first(columns: readonly Column[], at: number): Column {
    const [lead, ...others] = aligned(columns, at, this.#findings) as [Column, ...Column[]];
    const values = lead.values.map((value, row) => {
      if (!Number.isNaN(value)) return value;
      return others.find(({ values: other }) => !Number.isNaN(other[row]))?.values[row] ?? Number.NaN;
    });
    return { values, unit: lead.unit };
  }

  #each(
    of: Column,
    unit: Unit,
    at: number,
    compute: (x: number) => number,
    why: Why = () => "number-overflow",
  ): Column {
    return this.#pairs(of, of, unit, at, compute, why);
  }

  /** Row by row; gaps spread, and a row without a finite answer becomes a gap with its reason. */
  #pairs(
    left: Column,
    right: Column,
    unit: Unit,
    at: number,
    compute: (x: number, y: number) => number,
    why: Why = () => "number-overflow",
  ): Column {
    refuseVastScale(unit, at);
    const values = left.values.map((x, row) => {
      const y = right.values[row] as number;
      if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
      const result = compute(x, y);
      if (Number.isFinite(result)) return result;
      this.#findings.add(why(x, y), at, row);
      return Number.NaN;
    });
    const [a, b] = [left.constant, right.constant];
    return a === undefined || b === undefined ? { values, unit } : { values, unit, constant: compute(a, b) };
  }
}

type Why = (x: number, y: number) => RowCode;
