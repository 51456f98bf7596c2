import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { fit } from "../type.ts";

export type Spot = readonly number[];

/** Where shares from 0 to 1 lie on the paper. */
export interface Plane {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  at(spot: Spot): [number, number];
}

const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => [at & 1, (at >> 1) & 1, (at >> 2) & 1]);

/** The cube's edges, those behind in hair, and what runs along the first three. */
export function cubeFrame(plane: Plane, titles: readonly string[], width: number, scene: Scene): Markup[] {
  const { palette } = scene;
  const edges = corners.flatMap((a, i) =>
    corners.slice(i + 1).flatMap((b) => (a.filter((each, at) => each !== b[at]).length === 1 ? [[a, b] as const] : [])),
  );
  // the corner at the back, below and left is seen through the cube
  const isBehind = (corner: readonly number[]) => corner[0] === 0 && corner[1] === 1 && corner[2] === 0;
  const lines = edges.map(([a, b]) => {
    const [from, to] = [plane.at(a), plane.at(b)];
    const behind = isBehind(a) || isBehind(b);
    return line(...from, ...to, behind ? palette.hair : palette.rule, 1, behind ? "3 3" : undefined);
  });
  const style = { size: 11, fill: palette.ink2 } as const;
  const [end, deep] = [plane.at([1, 0, 0]), plane.at([1, 1, 0])];
  const beside = (end[0] + deep[0]) / 2 + 8;
  return [
    ...lines,
    label(plane.left, plane.bottom + 14, `${fit(titles[0] ?? "", end[0] - plane.left - 14, 11)} →`, style),
    label(width, plane.bottom + 30, `↗ ${fit(titles[1] ?? "", width - 20, 11)}`, { ...style, anchor: "end" }),
    label(0, 10, `↑ ${fit(titles[2] ?? "", Math.max(beside, 120), 11)}`, style),
  ];
}
