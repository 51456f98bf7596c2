import { assign } from "./assignment.ts";
import { meanLatitude } from "./projection.ts";

export interface Positioned {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
}

/** Column and row of each place on a grid whose odd rows stand half a column to the right; from 0, west and north first. */
export type Tiles = Readonly<Record<string, readonly [column: number, row: number]>>;

const stretches = Array.from({ length: 12 }, (_, i) => 0.75 + (0.55 * i) / 11);
/** How far the places spread over the grid, which has twice as many cells: the tightest that keeps all orders is taken. */
const spreads = [0.74, 0.8, 0.9, 1];
/** Cost of a pair that comes out in the wrong order, in squared standard deviations. */
const inversionCost = 0.15;
/** Pairs nearer than this are in no order, in standard deviations. */
const sameLine = 0.5;

interface Solution {
  readonly cells: Int32Array;
  readonly cost: number;
  readonly inverted: number;
}

/**
 * One hexagon a place on a staggered grid of about 2n cells, keeping who lies west and north of whom: positions are
 * standardised, twelve aspect stretches tried, each solved as an assignment on squared distance; the cheapest with its
 * inversions is kept. Depends on the places alone, not on their order or on any value, so tiles stay where they are.
 */
export function tileLayout(given: readonly Positioned[]): Tiles {
  const places = [...given].sort((a, b) => (a.code < b.code ? -1 : 1));
  const n = places.length;
  if (n === 0) return {};
  const squash = Math.cos((meanLatitude(places) * Math.PI) / 180);
  const east = standardised(places.map(({ lon }) => lon * squash));
  const south = standardised(places.map(({ lat }) => -lat));
  const side = Math.ceil(Math.sqrt(2 * n));
  const cells = Array.from({ length: side * side }, (_, cell) => [cell % side, Math.floor(cell / side)] as const);
  const cellEast = standardised(cells.map(([column, row]) => column + (row % 2) / 2));
  const cellSouth = standardised(cells.map(([, row]) => row));
  let best: Solution | undefined;
  for (const spread of spreads) {
    let cheapest: Solution | undefined;
    for (const stretch of stretches) {
      const found = solve(
        east.map((value) => value * spread * stretch),
        south.map((value) => (value * spread) / stretch),
        cellEast,
        cellSouth,
      );
      const inverted = inversions(east, found.cells, cellEast) + inversions(south, found.cells, cellSouth);
      const cost = found.cost + inversionCost * inverted;
      if (cheapest === undefined || cost < cheapest.cost) cheapest = { cells: found.cells, cost, inverted };
    }
    if (cheapest !== undefined && (best === undefined || cheapest.inverted < best.inverted)) best = cheapest;
    if (best?.inverted === 0) break;
  }
  return packed(places, best?.cells ?? new Int32Array(n), cells);
}

function solve(
  east: readonly number[],
  south: readonly number[],
  cellEast: readonly number[],
  cellSouth: readonly number[],
): { cells: Int32Array; cost: number } {
  const [n, m] = [east.length, cellEast.length];
  const costs = new Float64Array(n * m);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < m; j += 1) {
      const dx = (east[i] as number) - (cellEast[j] as number);
      const dy = (south[i] as number) - (cellSouth[j] as number);
      costs[i * m + j] = dx * dx + dy * dy;
    }
  }
  const cells = assign(costs, n, m);
  return { cells, cost: cells.reduce((sum, cell, i) => sum + (costs[i * m + cell] as number), 0) };
}

/** Pairs clearly apart on the ground that come out in the opposite order on the grid. */
function inversions(ground: readonly number[], found: Int32Array, cell: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < found.length; i += 1) {
    for (let j = i + 1; j < found.length; j += 1) {
      const apart = (ground[i] as number) - (ground[j] as number);
      const shown = (cell[found[i] as number] as number) - (cell[found[j] as number] as number);
      if (Math.abs(apart) > sameLine && apart * shown < -1e-9) count += 1;
    }
  }
  return count;
}

/** Empty rows above and empty columns to the left are cut off; rows keep their stagger. */
function packed(
  places: readonly Positioned[],
  found: Int32Array,
  cells: readonly (readonly [number, number])[],
): Tiles {
  const used = places.map((_, i) => cells[found[i] as number] as readonly [number, number]);
  const left = Math.min(...used.map(([column]) => column));
  const top = Math.min(...used.map(([, row]) => row));
  const up = top - (top % 2);
  return Object.fromEntries(places.map(({ code }, i) => [code, [used[i]![0] - left, used[i]![1] - up] as const]));
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (spread > 1e-12 ? (value - mean) / spread : 0));
}
