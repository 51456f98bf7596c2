import type { PublishedCell } from "./published-cells.ts";

/**
 * `print`: what is computed from the printed inputs rounds to the print. `rounding`: it does not, but some inputs that are
 * printed alike give it. `off`: none do. `lacking`: the method gave no figure here.
 */
export type CellStatus = "print" | "rounding" | "off" | "lacking";

export interface ComparedCell extends PublishedCell {
  /** From the inputs as they are printed; `NaN` where the method gave none. */
  readonly computed: number;
  /** What inputs that are printed alike may give. */
  readonly low: number;
  readonly high: number;
  readonly status: CellStatus;
}

/** From the inputs as printed, and how far their rounding may move it; by cell. */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A half is printed up or down; doubles lie a rounding beside it. */
const slack = 1e-9;

export function statusOf(cell: PublishedCell, computed: number, low: number, high: number): CellStatus {
  if (Number.isNaN(computed)) return "lacking";
  const reach = cell.half + slack * Math.max(1, Math.abs(cell.printed));
  if (Math.abs(computed - cell.printed) <= reach) return "print";
  return low <= cell.printed + reach && high >= cell.printed - reach ? "rounding" : "off";
}

export function comparedCells(cells: readonly PublishedCell[], values: Float64Array, ranges?: Ranges): ComparedCell[] {
  return cells.map((cell, at) => {
    const computed = values[at] as number;
    const low = Math.min(computed, ranges?.low[at] ?? computed);
    const high = Math.max(computed, ranges?.high[at] ?? computed);
    return { ...cell, computed, low, high, status: statusOf(cell, computed, low, high) };
  });
}

/** How far the print lies outside of what is computed, in halves of its last decimal. */
export function missOf({ printed, half, low, high, status }: ComparedCell): number {
  if (status === "lacking") return Infinity;
  return Math.max(0, printed - high, low - printed) / half;
}

/** How badly a candidate fits: few cells far off (a misprint) weigh less than all of them a little off. */
export function misfit(cells: readonly PublishedCell[], values: Float64Array): number {
  let sum = 0;
  cells.forEach((cell, at) => {
    const off = Math.abs((values[at] as number) - cell.printed) / cell.half;
    sum += Number.isNaN(off) ? 50 : Math.log1p(Math.max(0, off - 1));
  });
  return sum;
}
