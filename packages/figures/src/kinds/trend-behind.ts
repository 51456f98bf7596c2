import type { ViewOf } from "@conurb/core/contract";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";

/** A thin line behind a series: its points from left to right, a gap where a figure is missing. */
interface Thread {
  readonly of: string;
  readonly points: readonly (readonly [year: number, value: number])[];
}

/** Lines of what the series are means of. */
export function readBehind({ behind, where }: ViewOf<"trend">, scene: Scene): Thread[] {
  if (behind === undefined) return [];
  const rows = scene.beside(behind.table, where);
  const [times, values] = [rows.numbers(behind.time), rows.numbers(behind.value)];
  const [lines, series] = [rows.texts(behind.line), rows.texts(behind.of)];
  const found = new Map<string, { of: string; points: [number, number][] }>();
  lines.forEach((id, at) => {
    const own = found.get(id) ?? { of: series[at] as string, points: [] };
    own.points.push([times[at] as number, values[at] as number]);
    found.set(id, own);
  });
  return [...found.values()].map(({ of, points }) => ({ of, points: points.sort((a, b) => a[0] - b[0]) }));
}

export function drawBehind(
  threads: readonly Thread[],
  colourOf: (series: string) => string,
  x: (year: number) => number,
  y: (value: number) => number,
): Markup[] {
  return threads.map(({ of, points }) => {
    const path = points
      .map(([year, value], at) => {
        if (!Number.isFinite(value)) return "";
        const joined = at > 0 && Number.isFinite(points[at - 1]?.[1]);
        return joined ? d`L${x(year)} ${y(value)}` : d`M${x(year)} ${y(value)}`;
      })
      .join("");
    return el("path", { d: path, fill: "none", stroke: colourOf(of), "stroke-opacity": 0.28, "stroke-width": 0.9 });
  });
}
