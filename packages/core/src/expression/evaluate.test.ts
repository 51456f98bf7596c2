import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpression } from "../../test/arbitrary-expression.ts";
import { InputError } from "../contract/errors.ts";
import { formatUnit } from "../units/format-unit.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { checkUnits, evaluate, type Frame, unitOf } from "./evaluate.ts";
import { columnName, type Expression } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

const gap = Number.NaN;

const frame: Frame = {
  rows: 4,
  place: ["a", "a", "b", "b"],
  year: [2015, 2016, 2015, 2016],
  columns: new Map([
    ["gdp", { values: Float64Array.of(100, 120, 50, gap), unit: "100 million yuan" }],
    ["population", { values: Float64Array.of(200, 0, 40, 50), unit: "10000 person" }],
    ["revenue", { values: Float64Array.of(30000, 1, 2, -3), unit: "万元" }],
    ["urban", { values: Float64Array.of(60, 70, 25, 50), unit: "percent" }],
    ["sign", { values: Float64Array.of(-1, 0, 1, 4), unit: "1" }],
    ["jobs.G", { values: Float64Array.of(1, 2, 3, 4), unit: "person" }],
  ]),
};
const run = (text: string, options: { unit?: string; only?: number[] } = {}) =>
  evaluate(parseExpression(text), frame, options);
const values = (text: string, unit?: string) => [...run(text, unit === undefined ? {} : { unit }).values];

describe("evaluate", () => {
  it("carries units through and converts once, at the end", () => {
    const result = run("gdp / population", { unit: "万元/人" });
    expect([...result.values]).toEqual([0.5, gap, 1.25, gap]); // 亿元 over 万人 is 万元/人: the plain quotient
    expect(result.unit).toBe("万元/人");
    expect(run("gdp / population").unit).toBe("10000 yuan per person");
    expect(values("gdp / population", "yuan per person")).toEqual([5000, gap, 12500, gap]);
  });

  it("adds different scales of one dimension in the unit of the first", () => {
    // 30000 万元 is 3 亿元
    expect(values("gdp + revenue")[0]).toBe(103);
    expect(values("revenue + gdp")[0]).toBe(1_030_000);
    expect(values("sum(gdp, revenue, gdp)")[0]).toBe(203);
    expect(values("max(revenue, gdp)")[0]).toBe(1_000_000);
    expect(values("max(revenue, 0)")[3]).toBe(0);
    expect(run("max(0, revenue)").unit).toBe("10000 yuan");
  });

  it("takes percent as hundredths", () => {
    expect(values("1 - urban", "percent")).toEqual([40, 30, 75, 50]);
    expect(values("urban * population", "万人")).toEqual([120, 0, 10, 25]);
    expect(values("sqrt(urban)")[2]).toBe(0.5);
    expect(values("urban ** 2", "percent")[3]).toBe(25);
  });

  it("reads other years of the same place", () => {
    expect(values("at(gdp, 2015)")).toEqual([100, 100, 50, 50]);
    expect(values("gdp / lag(gdp, 1) - 1", "percent")[1]).toBeCloseTo(20, 12); // 120 over 100
    expect(values("lag(gdp, 1)")).toEqual([gap, 100, gap, 50]);
    expect(run("lag(gdp, 1)").problems).toEqual([]);
    expect(run("at(gdp, 1999)").problems[0]).toMatchObject({ code: "year-absent", rows: [0, 1, 2, 3] });
  });

  it("turns what has no answer into gaps, and lists the rows", () => {
    expect(run("gdp / population").problems).toEqual([
      {
        code: "division-by-zero",
        rows: [1],
        place: { column: 1 },
        text: {
          en: "expr: column 1: division by 0 in a 2016, left as a gap",
          zh: "expr：第 1 列：除数为 0（a 2016），按缺失处理",
        },
      },
    ]);
    expect(values("ln(sign)")).toEqual([gap, gap, 0, Math.log(4)]);
    expect(run("ln(sign)").problems[0]).toMatchObject({ code: "log-of-nonpositive", rows: [0, 1] });
    expect(run("sqrt(sign)").problems[0]).toMatchObject({ code: "root-of-negative", rows: [0] });
    expect(run("sign ** -1").problems[0]).toMatchObject({ code: "division-by-zero", rows: [1] });
    expect(run("exp(1000 * sign)").problems[0]).toMatchObject({ code: "number-overflow", rows: [2, 3] });
    expect(run("share(urban, sign)").problems).toMatchObject([
      { code: "division-by-zero", rows: [1] },
      { code: "share-out-of-range", rows: [0] },
    ]);
  });

  it("reports only the rows that matter", () => {
    expect(run("gdp / population", { only: [0, 2] }).problems).toEqual([]);
    expect(run("at(gdp / population, 2016)").problems[0]?.rows).toEqual([0, 1]);
    expect(run("at(gdp / population, 2015)").problems).toEqual([]);
  });

  it("lets gaps spread, also through a power of 0", () => {
    expect(values("(gdp / gdp) ** 0")).toEqual([1, 1, 1, gap]);
    expect(values("min(gdp, revenue)")[3]).toBe(gap);
  });

  it("takes roots of products of units", () => {
    const result = run("sqrt(population * gdp)");
    expect(result.unit).toBe("person^0.5 * yuan^0.5");
    expect(result.values[0]).toBeCloseTo(Math.sqrt(200e4 * 100e8), 0);
    expect(values("(revenue ** 3) ** (1 / 3)", "yuan")[1]).toBeCloseTo(10_000, 8);
  });

  it("warns of the logarithm of a quantity and takes it in its own unit", () => {
    const result = run("ln(gdp)");
    expect(result.values[0]).toBe(Math.log(100));
    expect(result.unit).toBe("1");
    expect(result.problems[0]).toMatchObject({ code: "log-of-unit", rows: [] });
    expect(result.problems[0]?.text.en).toContain("100 million yuan");
    expect(run("ln(gdp / revenue)").problems).toEqual([]);
  });

  it("warns of 100 - percent and of a factor that the unit already has", () => {
    expect(run("100 - urban").problems[0]).toMatchObject({ code: "number-with-percent" });
    expect(run("1 - urban").problems).toEqual([]);
    expect(run("100 * revenue / gdp", { unit: "percent" }).problems[0]).toMatchObject({
      code: "scaled-twice",
      hint: { en: "leave out 100: the unit alone converts" },
    });
    expect(run("1000 * jobs.G / population", { unit: "person per 1000 person" }).problems[0]?.code).toBe(
      "scaled-twice",
    );
    expect(run("100000 * jobs.G / population", { unit: "person per 100000 person" }).problems[0]?.code).toBe(
      "scaled-twice",
    );
    expect(run("2 * gdp", { unit: "yuan" }).problems).toEqual([]);
  });

  it.each([
    ["gdp + population", "expr: column 1: 100 million yuan and 10000 person are different things"],
    ["2 * (urban + gdp)", "expr: column 6: percent and 100 million yuan are different things"],
    ["exp(gdp)", "expr: column 1: exp takes a plain number, not a quantity in 100 million yuan"],
    ["2 ** gdp", "expr: column 1: ** takes a plain number"],
    [
      "gdp ** urban",
      "expr: column 1: a quantity in 100 million yuan can be raised to a plain number of at most 9 only",
    ],
    ["gpd / population", "expr: column 1: no column gpd; the columns are gdp, population"],
  ])("refuses %s", (text, message) => {
    expect(() => run(text)).toThrow(message);
  });

  it("suggests the name that was meant, and refuses a unit of another dimension", () => {
    try {
      run("gpd");
    } catch (error) {
      expect((error as InputError).hint?.en).toBe("did you mean gdp?");
    }
    expect(() => run("gdp / population", { unit: "percent" })).toThrow(
      "expr: column 1: the result is in 10000 yuan per person, which cannot be turned into percent",
    );
    expect(() => evaluate(parseExpression("lag(x, 1)"), { rows: 1, columns: new Map() })).toThrow(
      "expr: column 1: lag needs data by year",
    );
  });

  it("leaves its inputs alone", () => {
    const before = [...(frame.columns.get("gdp")?.values ?? [])];
    run("-gdp + revenue * 2 - abs(gdp)");
    expect([...(frame.columns.get("gdp")?.values ?? [])]).toEqual(before);
    const own = evaluate(parseExpression("gdp"), frame);
    expect(own.values).not.toBe(frame.columns.get("gdp")?.values);
  });
});

describe("checkUnits", () => {
  const lookup = (name: string) => {
    const column = frame.columns.get(name);
    return column === undefined ? undefined : parseUnit(column.unit);
  };

  it("knows the unit without data", () => {
    expect(formatUnit(unitOf(parseExpression("gdp / at(population, 2015)"), lookup))).toBe("10000 yuan per person");
    expect(checkUnits(parseExpression("100 - urban"), lookup).problems[0]?.code).toBe("number-with-percent");
    expect(checkUnits(parseExpression("100 * urban"), lookup, { unit: "percent" }).problems[0]?.code).toBe(
      "scaled-twice",
    );
    expect(() => unitOf(parseExpression("gpd"), lookup, { names: ["gdp"] })).toThrow("no column gpd");
    expect(() => unitOf(parseExpression("gdp"), lookup, { unit: "person" })).toThrow("cannot be turned into person");
  });
});

const ulps = 1e-12; // units cost at most a handful of roundings

/** What the expression is in plain arithmetic, over the value of each name: the twin without units, gaps and columns. */
function plain(expression: Expression, of: (name: string) => number): number {
  const visit = (part: Expression) => plain(part, of);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "name":
      return of(columnName(expression.variable, expression.dataset));
    case "negate":
      return -visit(expression.of);
    case "binary": {
      const [x, y] = [visit(expression.left), visit(expression.right)];
      if (Number.isNaN(x + y) || !Number.isFinite(x) || !Number.isFinite(y)) return gap;
      return { "+": x + y, "-": x - y, "*": x * y, "/": x / y, "**": x ** y }[expression.operator];
    }
    case "call": {
      const all = expression.given.map(visit);
      if (expression.name === "first") return all.find((each) => Number.isFinite(each)) ?? gap;
      if (all.some((each) => !Number.isFinite(each))) return gap;
      const [x, y] = all as [number, number];
      switch (expression.name) {
        case "abs":
          return Math.abs(x);
        case "at":
          return y === 1 ? x : gap; // the one year there is
        case "exp":
          return Math.exp(x);
        case "lag":
          return gap;
        case "ln":
          return x > 0 ? Math.log(x) : gap;
        case "log10":
          return x > 0 ? Math.log10(x) : gap;
        case "max":
          return Math.max(...all);
        case "min":
          return Math.min(...all);
        case "share":
          return x / y;
        case "sqrt":
          return Math.sqrt(x);
        case "sum":
          return all.reduce((total, each) => total + each);
      }
    }
  }
}

describe("first", () => {
  const columns = new Map([
    ["city", { values: Float64Array.of(1, Number.NaN, Number.NaN), unit: "亿元" }],
    ["province", { values: Float64Array.of(9, 30000, Number.NaN), unit: "万元" }],
  ]);

  it("takes the first source that has a figure, in the unit of the first", () => {
    const { values, unit } = evaluate(parseExpression("first(city, province)"), { rows: 3, columns });
    expect(values).toEqual(Float64Array.of(1, 3, Number.NaN)); // 30,000 x 10,000 yuan = 3 x 100 million yuan
    expect(unit).toBe("100 million yuan");
  });
});

describe("evaluate on any expression", () => {
  const names = ["a", "b", "gdp", "人口", "GDP per head", "new", "01", 'quo"te'];
  const all = [
    ...names.map((name) => columnName(name)),
    ...names.flatMap((set) => names.map((name) => columnName(name, set))),
  ];
  // numbers below 1e-200 are left out: a percent of the least double is 0, by the arithmetic of doubles and not by ours
  const number = fc
    .oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
    .map((value) => (Math.abs(value) < 1e-200 ? 0 : value));

  it("agrees with plain arithmetic, and gives gaps where that has no finite answer", () => {
    fc.assert(
      fc.property(arbitraryExpression, fc.array(number, { minLength: 8, maxLength: 8 }), (expression, drawn) => {
        const valueAt = (name: string) => drawn[all.indexOf(name) % drawn.length] as number;
        const columns = new Map(all.map((name) => [name, { values: Float64Array.of(valueAt(name)), unit: "1" }]));
        const [value] = evaluate(expression, { rows: 1, place: ["p"], year: [1], columns }).values;
        const expected = plain(expression, valueAt);
        expect(value === expected || (Number.isNaN(value) && !Number.isFinite(expected))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same quantity whatever the units of its columns, or refuses", () => {
    const units = fc.constantFrom("yuan", "万元", "亿元", "person", "10000 person", "percent", "1", "yuan per person");
    let answered = 0;
    fc.assert(
      fc.property(
        arbitraryExpression,
        fc.array(fc.tuple(number, units), { minLength: 8, maxLength: 8 }),
        (expression, drawn) => {
          // what overflows in one unit only makes `first` take another source: its own cases hold it
          if (printExpression(expression).includes("first(")) return;
          const columnOf = (name: string) => drawn[all.indexOf(name) % drawn.length] as [number, string];
          const columns = new Map(
            all.map((name) => [name, { values: Float64Array.of(columnOf(name)[0]), unit: columnOf(name)[1] }]),
          );
          try {
            const given: Frame = { rows: 1, place: ["p"], year: [1], columns };
            const result = evaluate(expression, given);
            if (result.problems.some(({ code }) => code === "log-of-unit")) return; // depends on the unit, as it warns
            const base = plain(expression, (name) => columnOf(name)[0] * parseUnit(columnOf(name)[1]).factor);
            const value = (result.values[0] as number) * parseUnit(result.unit).factor;
            if (!Number.isFinite(value) || !Number.isFinite(base)) return;
            answered += 1;
            const size = sizeOf(expression, columnOf);
            expect(Math.abs(value - base)).toBeLessThanOrEqual(ulps * Math.max(Math.abs(base), size));
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(answered).toBeGreaterThan(100);
  });
});

/** The largest number met on the way: differences of large numbers keep their rounding. */
function sizeOf(expression: Expression, columnOf: (name: string) => [number, string]): number {
  const of = (name: string) => columnOf(name)[0] * parseUnit(columnOf(name)[1]).factor;
  const own = Math.abs(plain(expression, of));
  const parts =
    expression.kind === "negate"
      ? [expression.of]
      : expression.kind === "binary"
        ? [expression.left, expression.right]
        : expression.kind === "call"
          ? expression.given
          : [];
  return Math.max(Number.isFinite(own) ? own : 0, ...parts.map((part) => sizeOf(part, columnOf)));
}
