import type { Palette } from "./palette.ts";
import { d, el, type Markup } from "./svg.ts";

export interface TextStyle {
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly weight?: 400 | 500 | 600;
  readonly fill: string;
  /** Colour painted first round the letters, so that they are read over marks. */
  readonly halo?: string;
  readonly title?: string;
  /** The place that it names, which a pointer on it means. */
  readonly place?: string;
}

/** A line of text, centred on `y` (the middle of its x-height band, not the baseline). */
export function label(x: number, y: number, text: string, style: TextStyle): Markup {
  const { size = 12, anchor = "start", weight = 400, fill, halo, title, place } = style;
  return el(
    "text",
    {
      x,
      y: y + size * 0.35,
      "font-size": size === 12 ? undefined : size,
      "text-anchor": anchor === "start" ? undefined : anchor,
      "font-weight": weight === 400 ? undefined : weight,
      fill,
      stroke: halo,
      "stroke-width": halo === undefined ? undefined : 3.5,
      "stroke-linejoin": halo === undefined ? undefined : "round",
      "paint-order": halo === undefined ? undefined : "stroke",
      "data-place": place,
    },
    title !== undefined && el("title", {}, title),
    text,
  );
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash?: string): Markup {
  return el("line", {
    x1,
    y1,
    x2,
    y2,
    stroke,
    "stroke-width": width === 1 ? undefined : width,
    "stroke-dasharray": dash,
  });
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more: Attrs = {}): Markup {
  return el("rect", { x, y, width: Math.max(width, 0), height: Math.max(height, 0), fill, ...more });
}
type Attrs = Readonly<Record<string, string | number | undefined>>;

/** The ring that marks what a stated convention says; filled with the accent when selected. */
export function ring(x: number, y: number, radius: number, palette: Palette, selected = false): Markup {
  return el("circle", {
    cx: x,
    cy: y,
    r: radius,
    fill: selected ? palette.accent : palette.surface,
    stroke: selected ? palette.surface : palette.ink,
    "stroke-width": 1.4,
  });
}

const shapes = 7;

/** The point of a category: its shape repeats the colour. Circle, square, triangle, diamond, plus, hanging triangle, cross. */
export function point(x: number, y: number, radius: number, index: number, attributes: Attrs): Markup {
  const r = radius;
  const shape = index % shapes;
  if (shape === 1)
    return el("rect", { x: x - r * 0.89, y: y - r * 0.89, width: r * 1.78, height: r * 1.78, ...attributes });
  if (shape === 2)
    return el("path", { d: d`M${x} ${y - r * 1.2}L${x + r * 1.15} ${y + r * 0.85}H${x - r * 1.15}Z`, ...attributes });
  if (shape === 3)
    return el("path", {
      d: d`M${x} ${y - r * 1.3}L${x + r * 1.3} ${y}L${x} ${y + r * 1.3}L${x - r * 1.3} ${y}Z`,
      ...attributes,
    });
  if (shape === 5)
    return el("path", { d: d`M${x} ${y + r * 1.2}L${x + r * 1.15} ${y - r * 0.85}H${x - r * 1.15}Z`, ...attributes });
  if (shape === 4 || shape === 6) {
    const turned = shape === 6 ? { transform: d`rotate(45 ${x} ${y})` } : {};
    const arm = r * 1.2;
    const half = r * 0.42;
    return el("path", {
      d: d`M${x - half} ${y - arm}h${2 * half}v${arm - half}h${arm - half}v${2 * half}h${half - arm}v${arm - half}h${-2 * half}v${half - arm}h${half - arm}v${-2 * half}h${arm - half}Z`,
      ...turned,
      ...attributes,
    });
  }
  return el("circle", { cx: x, cy: y, r, ...attributes });
}

/** Latin column head read from below, for columns too narrow for any other. Han is never turned. */
export function standing(x: number, y: number, text: string, size: number, fill: string, title?: string): Markup {
  return el(
    "text",
    { transform: `translate(${(x + size * 0.35).toFixed(1)} ${y.toFixed(1)}) rotate(-90)`, "font-size": size, fill },
    title !== undefined && title !== text && el("title", {}, title),
    text,
  );
}

/** Latin column head at 55 degrees. `y` is where the column begins. */
export function tilted(x: number, y: number, text: string, size: number, fill: string, title?: string): Markup {
  return el(
    "text",
    { transform: `translate(${(x + 3).toFixed(1)} ${y.toFixed(1)}) rotate(-55)`, "font-size": size, fill },
    title !== undefined && title !== text && el("title", {}, title),
    text,
  );
}

export function upright(
  x: number,
  y: number,
  lines: readonly string[],
  size: number,
  fill: string,
  title?: string,
): Markup {
  const step = size * 1.12;
  return el(
    "text",
    { "font-size": size, "text-anchor": "middle", fill },
    title !== undefined && title !== lines.join("") && el("title", {}, title),
    lines.map((part, i) => el("tspan", { x, y: y - (lines.length - 1 - i) * step }, part)),
  );
}
