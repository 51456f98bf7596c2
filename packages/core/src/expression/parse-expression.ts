import { parseExpressionAt, type Expression as Syntax } from "acorn";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import {
  type Expression,
  type FunctionName,
  functionNames,
  functions,
  type Operator,
  operators,
} from "./expression.ts";
import { expressionError } from "./expression-error.ts";

const longest = 2000;
const deepest = 100;

/**
 * Reads `ln(gdp / population)`, `jobs.value / sum(a, b)`, `data["label with spaces"] * 2`, `"label with spaces" / 2`.
 * Throws InputError (`expression-syntax`, `expression-forbidden`, `function-unknown`, `expression-arguments`,
 * `expression-too-long`, `expression-too-deep`) with the column in the text; nothing else.
 */
export function parseExpression(text: string): Expression {
  if (text.length > longest) {
    throw expressionError("expression-too-long", longest, {
      en: `${text.length} signs, expected at most ${longest}`,
      zh: `长度为 ${text.length} 个字符，最多 ${longest} 个`,
    });
  }
  refuseDeepBrackets(text);
  const line = text.replace(/[\r\n\u2028\u2029]/g, " ");
  return translate(syntaxOf(line), line, 0);
}

/** Before the parser, which calls itself once a bracket. */
function refuseDeepBrackets(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ("([{".includes(text[at] as string)) depth += 1;
    if (")]}".includes(text[at] as string)) depth -= 1;
    if (depth > deepest) throw tooDeep(at);
  }
}

function tooDeep(at: number) {
  return expressionError("expression-too-deep", at, {
    en: `more than ${deepest} levels deep`,
    zh: `嵌套超过 ${deepest} 层`,
  });
}

function syntaxOf(line: string): Syntax {
  if (line.trim() === "") throw syntaxError(line, 0, { en: "nothing is there", zh: "内容为空" });
  let comment: number | undefined;
  let syntax: Syntax;
  try {
    syntax = parseExpressionAt(line, 0, {
      ecmaVersion: 2022,
      onComment: (_block, _text, start) => {
        comment ??= start;
      },
    });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(0);
    if (!(error instanceof SyntaxError)) throw error;
    const at = (error as SyntaxError & { pos?: number }).pos ?? 0;
    throw syntaxError(line, at, found(line, at));
  }
  if (comment !== undefined) {
    throw syntaxError(line, comment, { en: "a comment has no place here", zh: "此处不能写注释" });
  }
  const end = endOf(syntax, line);
  const rest = line.slice(end).search(/\S/);
  if (rest >= 0) throw syntaxError(line, end + rest, found(line, end + rest));
  return syntax;
}

/** The parser leaves brackets round the whole out of its node, having seen that they are closed. */
function endOf({ start, end }: Syntax, line: string): number {
  const opened = line.slice(0, start).replace(/[^(]/g, "").length;
  return end + (new RegExp(`^(\\s*\\)){0,${opened}}`).exec(line.slice(end))?.[0].length ?? 0);
}

function found(line: string, at: number): Text {
  const sign = line.slice(at).trimStart();
  if (sign === "") return { en: "it ends too early", zh: "表达式不完整" };
  const shown = /^[\p{L}\p{N}_]+|^\*\*|^./u.exec(sign)?.[0] ?? sign[0];
  return { en: `"${shown}" is not expected here`, zh: `此处不应出现“${shown}”` };
}

function syntaxError(line: string, at: number, text: Text) {
  const wide = /[（）＋－×÷，．＊／：“”]/u.test(line);
  const hint = { en: "write + - * / ( ) , in half width", zh: "运算符、括号和逗号请用半角：+ - * / ( ) ," };
  if (wide) return expressionError("expression-syntax", at, text, hint);
  const signed = { en: "write (-x) ** 2 or -(x ** 2)", zh: "请写 (-x) ** 2 或 -(x ** 2)" };
  return expressionError("expression-syntax", at, text, line.startsWith("**", at) ? signed : undefined);
}

function translate(syntax: Syntax, line: string, depth: number): Expression {
  const at = syntax.start;
  if (depth > deepest) throw tooDeep(at);
  const inner = (part: unknown) => translate(part as Syntax, line, depth + 1);
  switch (syntax.type) {
    case "Literal":
      if (typeof syntax.value === "string") return { kind: "name", variable: allowed(syntax.value, at), at };
      if (typeof syntax.value === "number")
        return { kind: "number", value: plainNumber(syntax.raw, syntax.value, at), at };
      break;
    case "Identifier":
      return { kind: "name", variable: allowed(syntax.name, at), at };
    case "MemberExpression": {
      const { object, property, computed, optional } = syntax;
      const dataset = labelOf(object as Syntax, false);
      const variable = labelOf(property as Syntax, computed);
      if (optional || dataset === undefined || variable === undefined) break;
      return { kind: "name", dataset: allowed(dataset, at), variable: allowed(variable, property.start), at };
    }
    case "UnaryExpression":
      if (syntax.operator === "-") return { kind: "negate", of: inner(syntax.argument), at };
      break;
    case "BinaryExpression": {
      const operator = operators.find((each) => each === syntax.operator) as Operator | undefined;
      if (operator === undefined) throw forbiddenOperator(syntax.operator, syntax.left.end, line);
      return { kind: "binary", operator, left: inner(syntax.left), right: inner(syntax.right), at };
    }
    case "CallExpression": {
      const { callee } = syntax;
      if (syntax.optional || callee.type !== "Identifier") break;
      const name = functionOf(callee.name, at);
      const given = syntax.arguments.map(inner);
      checkArguments(name, given, at);
      return { kind: "call", name, given, at };
    }
  }
  throw forbidden(line.slice(syntax.start, syntax.end), at);
}

/** A name on its own or after a dot, a text in quotes or in brackets. */
function labelOf(syntax: Syntax, computed: boolean): string | undefined {
  if (syntax.type === "Literal" && typeof syntax.value === "string") return syntax.value;
  return syntax.type === "Identifier" && !computed ? syntax.name : undefined;
}

function allowed(name: string, at: number): string {
  if (name !== "" && name !== "prototype" && !(name in Object.prototype)) return name;
  throw expressionError("expression-forbidden", at, {
    en: `"${name}" cannot be the name of a column`,
    zh: `“${name}”不能用作列名`,
  });
}

function plainNumber(raw: string | undefined, value: number, at: number): number {
  if (/^(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(raw ?? "") && Number.isFinite(value)) return value;
  throw expressionError("expression-forbidden", at, {
    en: `${raw} is no plain decimal number`,
    zh: `${raw} 不是普通的十进制数`,
  });
}

function functionOf(name: string, at: number): FunctionName {
  const known = functionNames.find((each) => each === name);
  if (known !== undefined) return known;
  const list = functionNames.join(", ");
  const text = { en: `no function ${name}; the functions are ${list}`, zh: `没有函数 ${name}；可用函数：${list}` };
  const hint = name.startsWith("log")
    ? { en: "did you mean ln (natural) or log10?", zh: "是否想写 ln（自然对数）或 log10？" }
    : suggestion(name, functionNames);
  throw expressionError("function-unknown", at, text, hint);
}

function checkArguments(name: FunctionName, given: readonly Expression[], at: number): void {
  const wanted: readonly string[] = functions[name];
  const shown = `${name}(${wanted.join(", ")})`;
  const enough = wanted.includes("...") ? given.length >= 1 : given.length === wanted.length;
  if (!enough) {
    throw expressionError("expression-arguments", at, {
      en: `${name} is given ${given.length} arguments, expected ${shown}`,
      zh: `${name} 给了 ${given.length} 个参数，应为 ${shown}`,
    });
  }
  if (name !== "at" && name !== "lag") return;
  const count = given[1] as Expression;
  if (count.kind === "number" && Number.isInteger(count.value) && count.value >= 1) return;
  throw expressionError("expression-arguments", count.at, {
    en: `${name} takes a whole number, 1 or more, as in ${name === "at" ? "at(x, 2015)" : "lag(x, 1)"}`,
    zh: `${name} 的第二个参数应为正整数，如 ${name === "at" ? "at(x, 2015)" : "lag(x, 1)"}`,
  });
}

function forbidden(text: string, at: number) {
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return expressionError(
    "expression-forbidden",
    at,
    { en: `"${shown}" is not allowed`, zh: `不允许使用“${shown}”` },
    {
      en: `an expression has numbers, names, + - * / ** ( ), and the functions ${functionNames.join(", ")}`,
      zh: `表达式只含数字、列名、+ - * / ** ( ) 和函数 ${functionNames.join("、")}`,
    },
  );
}

function forbiddenOperator(operator: string, after: number, line: string) {
  const at = Math.max(after, line.indexOf(operator, after));
  const text = { en: `the operator ${operator} is not allowed`, zh: `不允许使用运算符 ${operator}` };
  const power = { en: "write ** for powers", zh: "乘方请写 **" };
  return expressionError("expression-forbidden", at, text, operator === "^" ? power : undefined);
}
