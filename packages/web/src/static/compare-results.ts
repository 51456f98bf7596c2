import type { MethodResult } from "@conurb/core/contract";
import { decodeResult } from "@conurb/core/study";

/** How far two results are apart at most, as a share of the larger number; infinite where their tables differ in form. */
export function distanceOf(one: string, other: string): number {
  if (one === other) return 0;
  const [a, b] = [decodeResult(one), decodeResult(other)];
  if (formOf(a) !== formOf(b)) return Number.POSITIVE_INFINITY;
  const [x, y] = [numbersOf(a), numbersOf(b)];
  return x.reduce((worst, value, at) => Math.max(worst, apart(value, y[at] as number)), 0);
}

function apart(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const most = Math.max(Math.abs(a), Math.abs(b));
  return Number.isFinite(most) ? Math.abs(a - b) / most : Number.POSITIVE_INFINITY;
}

function formOf({ tables, scalars }: MethodResult): string {
  const columns = tables.map(({ name, columns: all }) => [
    name,
    ...all.map((column) => [column.name, column.kind === "label" ? column.values : column.values.length]),
  ]);
  return JSON.stringify([columns, Object.keys(scalars)]);
}

function numbersOf({ tables, scalars }: MethodResult): readonly number[] {
  const cells = tables.flatMap(({ columns }) =>
    columns.flatMap((each) => (each.kind === "number" ? [...each.values] : [])),
  );
  return [...cells, ...Object.values(scalars).filter((value) => typeof value === "number")];
}
