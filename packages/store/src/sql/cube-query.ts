import { InputError, type Problem } from "@conurb/core/contract";
import { problem, refusal } from "../refuse.ts";
import type { DialectName, Statement } from "./port.ts";
import { snakeCase } from "./portable.ts";

/** A key of the cube: a column as a label, as a whole number, or the year of a date. */
export interface CubeKey {
  readonly column: string;
  readonly kind?: "label" | "integer" | "year-of";
  readonly as?: string;
}
/** A measure is summed exactly, with `scale` digits after the point (0: whole numbers). */
export interface CubeMeasure {
  readonly column: string;
  readonly scale: number;
  readonly as?: string;
  readonly unit?: string;
}
/** A text is compared with the column's text (a date reads 2024-05-31), a number with its number. */
export type CubeCondition =
  | {
      readonly column: string;
      readonly is: "=" | "<>" | "<" | "<=" | ">" | ">=";
      readonly value: string | number;
    }
  | { readonly column: string; readonly is: "in"; readonly values: readonly (string | number)[] }
  | { readonly column: string; readonly is: "null" }
  | { readonly column: string; readonly is: "not null" };

export interface CubeQuery {
  /** Table or view, `schema.table` or `catalogue.schema.table`; lower snake case. */
  readonly from: string;
  /** None: one row for all. */
  readonly by: readonly (string | CubeKey)[];
  readonly sum: readonly CubeMeasure[];
  /** Name of a column with the number of rows. */
  readonly count?: string;
  readonly where?: readonly CubeCondition[];
}

/** A query with every default filled in and every name checked. */
export interface CubePlan {
  readonly from: string;
  readonly by: readonly Required<CubeKey>[];
  readonly sum: readonly Required<CubeMeasure>[];
  readonly count: string | undefined;
  readonly where: readonly CubeCondition[];
}

/** The one statement that answers `query`, in the words of `dialect`: exact sums as text, never a sum of doubles. */
export async function cubeQuery(query: CubeQuery, dialect: DialectName): Promise<Statement> {
  const plan = planCube(query);
  const { compileCube } = await import("./compile-cube.ts");
  return compileCube(plan, dialect);
}

const largestScale = 18;

export function planCube({ from, by, sum, count, where = [] }: CubeQuery): CubePlan {
  const keys = by.map((key): Required<CubeKey> => {
    const { column, kind = "label", as } = typeof key === "string" ? { column: key } : key;
    return { column, kind, as: as ?? column };
  });
  const measures = sum.map(({ column, scale, unit = "1", as = column }) => ({ column, scale, unit, as }));
  const names = [
    ...keys.map(({ as }) => as),
    ...measures.flatMap(({ as }) => [as, presentOf(as), roundedOf(as)]),
    ...(count === undefined ? [] : [count]),
  ];
  const columns = [...keys, ...measures, ...where].map(({ column }) => column);
  const problems: Problem[] = [];
  for (const name of new Set([...from.split("."), ...columns, ...names])) {
    if (!snakeCase.test(name)) problems.push(problem("sql-name", { name }));
  }
  for (const name of new Set(names.filter((each, at) => names.indexOf(each) !== at))) {
    problems.push(problem("sql-name-twice", { name }));
  }
  if (names.length === keys.length) problems.push(problem("sql-no-measure", {}));
  for (const { column, scale } of measures) {
    if (!Number.isInteger(scale) || scale < 0 || scale > largestScale) {
      problems.push(problem("sql-scale", { column, scale: String(scale) }));
    }
  }
  for (const condition of where) {
    if (condition.is === "in" && condition.values.length === 0) {
      problems.push(problem("sql-empty-list", { column: condition.column }));
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { from, by: keys, sum: measures, count, where };
}

/** How many figures a sum is over: a sum over none is NULL on one engine and 0 on another. */
export const presentOf = (measure: string): string => `${measure}_present`;
/** How many figures had more digits than the measure's scale. */
export const roundedOf = (measure: string): string => `${measure}_rounded`;

export function refuseRounded(measure: CubeMeasure, rows: bigint): void {
  if (rows === 0n) return;
  const { column, scale } = measure;
  throw refusal("sql-rounded", { column, scale: String(scale), rows: String(rows) }, { column });
}
