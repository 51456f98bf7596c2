import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpression, withoutPositions } from "../../test/arbitrary-expression.ts";
import { InputError } from "../contract/errors.ts";
import { columnName, variablesOf } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

const problem = (text: string) => {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems[0];
    throw error;
  }
  throw new Error(`${text} was taken`);
};

describe("parseExpression", () => {
  it("reads names, numbers, operators and functions with their positions", () => {
    expect(parseExpression("ln(gdp / jobs.total) - 2")).toEqual({
      kind: "binary",
      operator: "-",
      at: 0,
      left: {
        kind: "call",
        name: "ln",
        at: 0,
        given: [
          {
            kind: "binary",
            operator: "/",
            at: 3,
            left: { kind: "name", variable: "gdp", at: 3 },
            right: { kind: "name", dataset: "jobs", variable: "total", at: 9 },
          },
        ],
      },
      right: { kind: "number", value: 2, at: 23 },
    });
  });

  it.each([
    ['jobs["GDP per head"]', ['jobs["GDP per head"]']],
    ['jobs["gdp"] + jobs.gdp', ["jobs.gdp"]],
    ['"GDP per head" / 人口', ['"GDP per head"', "人口"]],
    ['"my-data".gdp', ['"my-data".gdp']],
    ["at(gdp, 2015) + lag(gdp, 1) + other", ["gdp", "other"]],
    ["gdp /\n population", ["gdp", "population"]],
    ["(-x) ** 2", ["x"]],
    ["sum(a, b, min(c)) * share(d, e)", ["a", "b", "c", "d", "e"]],
  ])("%s reads %j", (text, names) => {
    expect(variablesOf(parseExpression(text))).toEqual(names);
  });

  it("quotes the names that would not read back", () => {
    expect(columnName("GDP per head", "jobs")).toBe('jobs["GDP per head"]');
    expect(columnName("G", "jobs")).toBe("jobs.G");
    expect(columnName("01", "jobs")).toBe('jobs["01"]');
    expect(columnName("new")).toBe('"new"');
    expect(columnName("地区生产总值")).toBe("地区生产总值");
  });

  it.each([
    ["", "expression-syntax", "expr: column 1: nothing is there", undefined],
    ["gdp +", "expression-syntax", "expr: column 6: it ends too early", undefined],
    ["gdp gap", "expression-syntax", 'expr: column 5: "gap" is not expected here', undefined],
    ["gdp / (a + b", "expression-syntax", "expr: column 13: it ends too early", undefined],
    [
      "ln（gdp）",
      "expression-syntax",
      'expr: column 3: "（" is not expected here',
      "write + - * / ( ) , in half width",
    ],
    ["a // b", "expression-syntax", "expr: column 3: a comment has no place here", undefined],
    ["-a ** 2", "expression-syntax", 'expr: column 4: "**" is not expected here', "write (-x) ** 2 or -(x ** 2)"],
    ["a ^ 2", "expression-forbidden", "expr: column 3: the operator ^ is not allowed", "write ** for powers"],
    ["a % 2", "expression-forbidden", "expr: column 3: the operator % is not allowed", undefined],
    ["a > 2", "expression-forbidden", "expr: column 3: the operator > is not allowed", undefined],
    [
      "logg(a)",
      "function-unknown",
      "expr: column 1: no function logg; the functions are",
      "did you mean ln (natural) or log10?",
    ],
    ["log(a)", "function-unknown", "expr: column 1: no function log", "did you mean ln (natural) or log10?"],
    ["1 + sqr(a)", "function-unknown", "expr: column 5: no function sqr", "did you mean sqrt?"],
    ["ln(a, b)", "expression-arguments", "expr: column 1: ln is given 2 arguments, expected ln(x)", undefined],
    ["sum()", "expression-arguments", "expr: column 1: sum is given 0 arguments, expected sum(x, ...)", undefined],
    ["lag(a, -1)", "expression-arguments", "expr: column 8: lag takes a whole number, 1 or more", undefined],
    ["at(a, b)", "expression-arguments", "expr: column 7: at takes a whole number", undefined],
    ["0x10", "expression-forbidden", "expr: column 1: 0x10 is no plain decimal number", undefined],
    ["010", "expression-forbidden", "expr: column 1: 010 is no plain decimal number", undefined],
    ["1e999", "expression-forbidden", "expr: column 1: 1e999 is no plain decimal number", undefined],
    ["constructor", "expression-forbidden", 'expr: column 1: "constructor" cannot be the name of a column', undefined],
    ["jobs.__proto__", "expression-forbidden", 'expr: column 6: "__proto__" cannot be the name of a column', undefined],
    ['jobs["toString"]', "expression-forbidden", 'expr: column 6: "toString" cannot be the name', undefined],
    ["a.constructor('x')()", "expression-forbidden", "is not allowed", undefined],
    ["constructor.constructor('return 1')()", "expression-forbidden", "is not allowed", undefined],
    ["__proto__(1)", "function-unknown", "no function __proto__", undefined],
  ])("refuses %j", (text, code, message, hint) => {
    const found = problem(text);
    expect(found?.code).toBe(code);
    expect(found?.text.en).toContain(message);
    if (hint !== undefined) expect(found?.hint?.en).toBe(hint);
  });

  it.each([
    "a.b.c",
    "a[b]",
    "a?.b",
    "f`x`",
    "x => x",
    "[1]",
    "{}",
    "`x`",
    "new A()",
    "a, b",
    "a ? b : c",
    "a = 1",
    "+a",
  ])("refuses %s", (text) => {
    expect(problem(text)?.code).toMatch(/^expression-/);
  });

  it.each(["this", "import('x')", "await a", "/x/", "1n", "true", "null", "typeof a", "i++", "a ?? b", "a in b"])(
    "refuses %s",
    (text) => {
      expect(problem(text)?.code).toMatch(/^expression-|^function-/);
    },
  );

  it("refuses what is too long or too deep before it reads it", () => {
    expect(problem("a".repeat(2001))?.code).toBe("expression-too-long");
    expect(problem(`${"(".repeat(900)}a${")".repeat(900)}`)?.code).toBe("expression-too-deep");
    expect(problem(`${"- ".repeat(900)}a`)?.code).toBe("expression-too-deep");
    expect(problem(`a${"+a".repeat(900)}`)?.code).toBe("expression-too-deep");
  });

  it("throws nothing but InputError on any text", () => {
    const pieces = fc.constantFrom(
      ..."gdp|ln(|at(|, 2015)|(|)|+|-|**|*|/|.|[|]|\"|'|`|$|{|}|=>|=|?.|?|:|,|;|\\|0|1e9|0b1|constructor|__proto__|this|async |yield|/*|//|#|@|new |function|class|\n|人口|\u2028|-->|<!--|\\u0061".split(
        "|",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.array(pieces).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          return parseExpression(given).at >= 0;
        } catch (error) {
          return error instanceof InputError;
        }
      }),
      { numRuns: 5000 },
    );
  });
});

it.each(["(a + b)", " ( (a + b) ) ", "(a)", "((a) + (b))"])("takes brackets round the whole: %s", (text) => {
  const bare = text.includes("+") ? "a + b" : "a";
  expect(printExpression(parseExpression(text))).toBe(bare);
  expect(() => parseExpression(`${text})`)).toThrow();
  expect(() => parseExpression(`${text} c`)).toThrow();
});

describe("printExpression", () => {
  it.each([
    "gdp / population",
    "-(-x)",
    "(a + b) * c",
    "a - (b - c)",
    "a - b - c",
    "(a ** b) ** c",
    "a ** b ** c",
    "(-a) ** -b",
    "-(a * b)",
    "-a * b",
    "a ** (b / c)",
    'ln(jobs["GDP per head"] + 1e+21)',
    '"new" / "my-data".x',
  ])("writes %s as it stands", (text) => {
    expect(printExpression(parseExpression(text))).toBe(text);
  });

  it("reads back as the same expression", () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        expect(withoutPositions(parseExpression(printExpression(expression)))).toEqual(withoutPositions(expression));
      }),
      { numRuns: 1000 },
    );
  });
});
