import type { Box } from "../layout/projection.ts";
import { textWidth } from "../type.ts";
import type { Curve } from "./flow.ts";

interface PlacedNumber {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly box: Box;
  /** Where on its curve a number belongs that had to move away from it. */
  readonly from?: readonly [number, number];
}

const nodeRadius = 5;
/** Steps of a curve at which a number may stand, from its middle outwards. */
const steps = [7, 6, 8, 5, 9, 4, 10, 3, 11];
const reaches = [0, 16, 30];

/** Two numbers side by side are read apart from here on. */
const gap = 4;

/**
 * Each number beside its curve, on the outer side first, where it covers no place, no name, no other number and no line;
 * else left out, but for the first, which may cover a line where it must.
 */
export function placeNumbers(
  wanted: readonly { readonly curve: Curve; readonly text: string; readonly wide: number }[],
  nodes: readonly { readonly x: number; readonly y: number }[],
  labels: readonly Box[],
  within: Box,
  lines: readonly { readonly x: number; readonly y: number; readonly r: number }[] = [],
): PlacedNumber[] {
  const placed: PlacedNumber[] = [];
  for (const [rank, { curve, text, wide }] of wanted.entries()) {
    const width = textWidth(text, 12, true);
    const candidates = reaches.flatMap((reach) =>
      steps.flatMap((step) =>
        [1, -1].map((side): PlacedNumber => {
          const [px, py] = curve.samples[step] as readonly [number, number];
          const [east, south] = [curve.outward[0] * side, curve.outward[1] * side];
          const off = reach + wide / 2 + 3 + Math.abs(east) * (width / 2) + Math.abs(south) * 7;
          const [x, y] = [px + east * off, py + south * off];
          const box = { x: x - width / 2, y: y - 7, width, height: 14 };
          return { x, y, text, box, ...(reach === 0 ? {} : { from: [px, py] as const }) };
        }),
      ),
    );
    const free = candidates.filter(
      ({ box }) =>
        box.x >= within.x &&
        box.y >= within.y &&
        box.x + box.width <= within.x + within.width &&
        box.y + box.height <= within.y + within.height &&
        nodes.every(({ x, y }) => outside(box, x, y, nodeRadius)) &&
        labels.every((other) => apart(box, other)) &&
        placed.every((other) => apart(box, other.box, gap)),
    );
    const clear = free.find(({ box }) => lines.every(({ x, y, r }) => outside(box, x, y, r)));
    const chosen = clear ?? (rank === 0 ? free[0] : undefined);
    if (chosen !== undefined) placed.push(chosen);
  }
  return placed;
}

function outside(box: Box, x: number, y: number, r: number): boolean {
  return x + r < box.x || x - r > box.x + box.width || y + r < box.y || y - r > box.y + box.height;
}

function apart(a: Box, b: Box, by = 0): boolean {
  return a.x + a.width + by < b.x || b.x + b.width + by < a.x || a.y + a.height + by < b.y || b.y + b.height + by < a.y;
}
