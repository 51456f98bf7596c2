import type { Column } from "../contract/table.ts";

/** Labels by code unit, numbers by size, gaps first. */
export function compareRows(keys: readonly Column[], a: number, b: number): number {
  for (const { values } of keys) {
    const [x, y] = [orderable(values[a]), orderable(values[b])];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

function orderable(value: string | number | null | undefined): string | number {
  if (typeof value === "number") return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  return value ?? "";
}
