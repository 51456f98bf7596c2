import { fixed, type NumberFormat } from "./format.ts";
import { label, line } from "./marks.ts";
import type { Scene } from "./scene.ts";
import type { Markup } from "./svg.ts";

/** The part of a d3 scale that an axis needs. */
export interface AxisScale {
  (value: number): number;
  ticks(count: number): number[];
}

interface AxisOptions {
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  /** Where hairlines run to: across the plot. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** Drawn in ink instead of hair. */
  readonly zero?: boolean;
}

/** Numbers below the plot and hairlines up through it; no axis line. */
export function bottomAxis(scene: Scene, scale: (value: number) => number, options: AxisOptions): Markup[] {
  return options.ticks.flatMap((tick) => [
    line(scale(tick), options.from, scale(tick), options.to, stroke(scene, tick, options)),
    label(scale(tick), options.at + 12, options.format(tick), {
      size: 11,
      anchor: "middle",
      fill: scene.palette.ink3,
    }),
  ]);
}

/** Numbers left of the plot and hairlines across it; no axis line. */
export function leftAxis(scene: Scene, scale: (value: number) => number, options: AxisOptions): Markup[] {
  return options.ticks.flatMap((tick) => [
    line(options.from, scale(tick), options.to, scale(tick), stroke(scene, tick, options)),
    label(options.at - 7, scale(tick), options.format(tick), { size: 11, anchor: "end", fill: scene.palette.ink3 }),
  ]);
}

function stroke(scene: Scene, tick: number, options: AxisOptions): string {
  return options.zero === true && tick === 0 ? scene.palette.ink3 : scene.palette.hair;
}

/** Round numbers of a logarithmic axis: all powers of ten, with 2 and 5 between them if there is room. */
export function logTicks(low: number, high: number, most = 7): number[] {
  for (const parts of [[1, 2, 5], [1, 3], [1]]) {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
      for (const part of parts) {
        const tick = Number((part * 10 ** power).toPrecision(6));
        if (tick >= low * 0.999 && tick <= high * 1.001) found.push(tick);
      }
    }
    if (found.length <= most || parts.length === 1) return found;
  }
  return [];
}

/** A tick in the column's unit with the digits that the tick itself needs: 40, not 40.0; 0.25 as it is. */
export function tickText(format: NumberFormat, tick: number): string {
  const scaled = Number(format.scaled(tick).toPrecision(8));
  return fixed(scaled, Math.min((String(scaled).split(".")[1] ?? "").length, 6));
}
