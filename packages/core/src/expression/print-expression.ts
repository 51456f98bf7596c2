import { columnName, type Expression, type Operator } from "./expression.ts";

const rank: Readonly<Record<Operator, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "**": 4 };
const negation = 3;

/** The expression as text that reads back as the same expression, with no bracket too many. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "name":
      return columnName(expression.variable, expression.dataset);
    case "negate":
      return `-${bracketed(expression.of, rankOf(expression.of) <= rank["**"])}`;
    case "call":
      return `${expression.name}(${expression.given.map(printExpression).join(", ")})`;
    case "binary": {
      const { operator, left, right } = expression;
      const own = rank[operator];
      const power = operator === "**";
      return `${bracketed(left, power ? rankOf(left) <= own : rankOf(left) < own)} ${operator} ${bracketed(
        right,
        power ? rankOf(right) < negation : rankOf(right) <= own,
      )}`;
    }
  }
}

function rankOf(expression: Expression): number {
  if (expression.kind === "binary") return rank[expression.operator];
  return expression.kind === "negate" ? negation : Number.POSITIVE_INFINITY;
}

function bracketed(expression: Expression, needed: boolean): string {
  const text = printExpression(expression);
  return needed ? `(${text})` : text;
}
