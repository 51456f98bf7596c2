import type { Expression } from "../expression/expression.ts";

/** A variable that an expression reads, and of which year where it says so. */
export interface Read {
  readonly dataset: string;
  readonly variable: string;
  readonly year: number | undefined;
}

/** What an expression reads for a row of this year. */
export function readsOf(expression: Expression, year: number | undefined): Read[] {
  if (expression.kind === "name") {
    return [{ dataset: expression.dataset ?? "", variable: expression.variable, year }];
  }
  if (expression.kind === "negate") return readsOf(expression.of, year);
  if (expression.kind === "binary") return [...readsOf(expression.left, year), ...readsOf(expression.right, year)];
  if (expression.kind === "number") return [];
  const [first, second] = expression.given;
  const shift = second?.kind === "number" ? second.value : Number.NaN;
  if (expression.name === "at" && first !== undefined) return readsOf(first, shift);
  if (expression.name === "lag" && first !== undefined) return readsOf(first, year === undefined ? year : year - shift);
  return expression.given.flatMap((each) => readsOf(each, year));
}
