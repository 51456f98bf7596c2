import { d, el, type Markup, points } from "./svg.ts";

type Point = readonly [number, number];

/**
 * The mark of a missing figure: an outline with lines at 45 degrees, clipped by calculation. There is no pattern to
 * refer to, so a figure can be cut out, copied or put beside others without losing it.
 */
export function hatch(
  shape: readonly Point[],
  colours: { line: string; edge: string; ground: string },
  gap = 7,
): Markup {
  const offsets = shape.map(([x, y]) => x + y);
  const [low, high] = [Math.min(...offsets), Math.max(...offsets)];
  let lines = "";
  for (let offset = low + gap / 2; offset < high; offset += gap) {
    const crossings = edgeCrossings(shape, offset);
    if (crossings.length < 2) continue;
    const [from, to] = [crossings[0] as Point, crossings.at(-1) as Point];
    lines += d`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`;
  }
  return el(
    "g",
    {},
    el("polygon", { points: points(shape), fill: colours.ground, stroke: colours.edge, "stroke-width": 0.8 }),
    lines !== "" &&
      el("path", { d: lines, stroke: colours.line, "stroke-width": 0.8, "stroke-opacity": 0.65, fill: "none" }),
  );
}

/** Where the line x + y = offset crosses the outline of a convex shape, from left to right. */
function edgeCrossings(shape: readonly Point[], offset: number): Point[] {
  const found: Point[] = [];
  shape.forEach(([x, y], i) => {
    const [nextX, nextY] = shape[(i + 1) % shape.length] as Point;
    const [start, end] = [x + y - offset, nextX + nextY - offset];
    if (start * end > 0 || start === end) return;
    const part = start / (start - end);
    found.push([x + part * (nextX - x), y + part * (nextY - y)]);
  });
  return found.sort((a, b) => a[0] - b[0]);
}

export function boxCorners(x: number, y: number, width: number, height: number): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

export function roundCorners(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: 24 }, (_, i): Point => {
    const angle = (i / 24) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
