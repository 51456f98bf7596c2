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
  const lines = hatchLines([shape], gap);
  return el(
    "g",
    {},
    el("polygon", { points: points(shape), fill: colours.ground, stroke: colours.edge, "stroke-width": 0.8 }),
    lines !== "" &&
      el("path", { d: lines, stroke: colours.line, "stroke-width": 0.8, "stroke-opacity": 0.65, fill: "none" }),
  );
}

/** Lines at 45 degrees inside closed rings, islands and holes told by even and odd. */
export function hatchLines(rings: readonly (readonly Point[])[], gap = 7): string {
  const offsets = rings.flatMap((ring) => ring.map(([x, y]) => x + y));
  const high = offsets.reduce((most, each) => Math.max(most, each), -Infinity);
  const low = offsets.reduce((least, each) => Math.min(least, each), Infinity);
  let lines = "";
  for (let offset = low + gap / 2; offset < high; offset += gap) {
    const crossings = rings.flatMap((ring) => edgeCrossings(ring, offset)).sort((a, b) => a[0] - b[0]);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from, to] = [crossings[at] as Point, crossings[at + 1] as Point];
      lines += d`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`;
    }
  }
  return lines;
}

/** Where the line x + y = offset crosses a ring. An edge owns its lower end alone, so that a corner is met once. */
function edgeCrossings(ring: readonly Point[], offset: number): Point[] {
  const found: Point[] = [];
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Point;
    const [start, end] = [x + y - offset, nextX + nextY - offset];
    if (start < 0 === end < 0) return;
    const part = start / (start - end);
    found.push([x + part * (nextX - x), y + part * (nextY - y)]);
  });
  return found;
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
