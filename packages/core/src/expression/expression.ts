/** An expression over columns, as our own readonly tree. `at` is the position in the text, from 0. */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | { readonly kind: "name"; readonly dataset?: string; readonly variable: string; readonly at: number }
  | { readonly kind: "negate"; readonly of: Expression; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | { readonly kind: "call"; readonly name: FunctionName; readonly given: readonly Expression[]; readonly at: number };

export const operators = ["+", "-", "*", "/", "**"] as const;
export type Operator = (typeof operators)[number];

/** How many arguments each function takes; `year` and `years` are whole numbers written out. */
export const functions = {
  abs: ["x"],
  at: ["x", "year"],
  exp: ["x"],
  first: ["x", "..."],
  lag: ["x", "years"],
  ln: ["x"],
  log10: ["x"],
  max: ["x", "..."],
  min: ["x", "..."],
  share: ["part", "whole"],
  sqrt: ["x"],
  sum: ["x", "..."],
} as const satisfies Record<string, readonly string[]>;
export type FunctionName = keyof typeof functions;
export const functionNames = Object.keys(functions) as readonly FunctionName[];

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
/** Words that the grammar of expressions keeps for itself: as the name of a column they are quoted. */
const reserved = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with"
  ).split(" "),
);

/** How a column is called in an expression, in one spelling: `gdp`, `jobs.gdp`, `jobs["GDP per head"]`, `"GDP per head"`. */
export function columnName(variable: string, dataset?: string): string {
  if (dataset === undefined) return bare(variable);
  return identifier.test(variable) ? `${bare(dataset)}.${variable}` : `${bare(dataset)}[${JSON.stringify(variable)}]`;
}

function bare(name: string): string {
  return identifier.test(name) && !reserved.has(name) ? name : JSON.stringify(name);
}

/** The columns that an expression reads, each once, in order of first use, in the spelling of `columnName`. */
export function variablesOf(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "name") names.add(columnName(part.variable, part.dataset));
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(expression);
  return [...names];
}

export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "negate") return [expression.of];
  if (expression.kind === "binary") return [expression.left, expression.right];
  return expression.kind === "call" ? expression.given : [];
}
