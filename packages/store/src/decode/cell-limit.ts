import { getHeapStatistics } from "node:v8";
import type { InputError } from "@conurb/core/contract";
import { refusal } from "../refuse.ts";

/** A few bytes may stand for any number of equal rows; a cell takes up to 150 bytes of the heap until it is typed. */
export const mostCells = (): number => getHeapStatistics().heap_size_limit / 160;

export function refuseTooManyCells(file: string, cells: number, limit: number = mostCells()): void {
  if (cells > limit) throw tooManyCells(file, cells, limit);
}

export function tooManyCells(file: string, cells: number, limit: number): InputError {
  const round = (count: number) => String(Number(count.toPrecision(2)));
  return refusal("cells-too-many", { file, cells: round(cells), limit: round(limit) }, { file });
}
