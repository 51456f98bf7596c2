import { isContent, type RuleMap } from "@conurb/core/deal";
import { textOn } from "../contrast.ts";
import { palettes } from "../palette.ts";
import { el, type Markup } from "../svg.ts";
import { fonts } from "../type.ts";
import type { Say } from "./deal-words.ts";

const palette = palettes.light;
/** Ten shares are as wide as a page of 390 has room for. */
const [cell, row, left, top] = [30, 24, 42, 24];
const classes = [0.1, 0.25, 0.5, 0.75];

/** The chance that the worst placed party would be better off outside, by share and years; what all would accept is framed. */
export function mapFigure({ shares, years, worst }: RuleMap, confidence: number, label: string, say: Say): Markup {
  const width = left + shares.length * cell + 4;
  const height = top + years.length * row + 8;
  const accepted = (line: number, at: number) => isContent(worst[line]?.[at] ?? 1, confidence);
  const edges: Markup[] = [];
  years.forEach((_, line) => {
    shares.forEach((_, at) => {
      if (!accepted(line, at)) return;
      const [x, y] = [left + at * cell, top + line * row];
      const edge = (x1: number, y1: number, x2: number, y2: number) =>
        edges.push(
          el("line", { x1, y1, x2, y2, stroke: palette.good, "stroke-width": 2.4, "stroke-linecap": "square" }),
        );
      if (!accepted(line - 1, at)) edge(x, y, x + cell, y);
      if (!accepted(line + 1, at)) edge(x, y + row, x + cell, y + row);
      if (!accepted(line, at - 1)) edge(x, y, x, y + row);
      if (!accepted(line, at + 1)) edge(x + cell, y, x + cell, y + row);
    });
  });
  return el(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label, "font-family": fonts.sans },
    shares.map((share, at) =>
      el(
        "text",
        { x: left + (at + 0.5) * cell, y: top - 8, "font-size": 11, fill: palette.ink3, "text-anchor": "middle" },
        `${share}%`,
      ),
    ),
    years.map((year, line) => [
      el(
        "text",
        { x: left - 8, y: top + (line + 0.5) * row + 4, "font-size": 11, fill: palette.ink3, "text-anchor": "end" },
        say("years", { n: year }),
      ),
      shares.map((_, at) => {
        const value = worst[line][at];
        const fill = Number.isNaN(value)
          ? palette.mute
          : (palette.sequential[classes.filter((cut) => value > cut).length] as string);
        return [
          el("rect", { x: left + at * cell, y: top + line * row, width: cell - 1, height: row - 1, fill }),
          el(
            "text",
            {
              x: left + (at + 0.5) * cell,
              y: top + (line + 0.5) * row + 4,
              "font-size": 11.5,
              fill: textOn(fill),
              "text-anchor": "middle",
            },
            Number.isNaN(value) ? "–" : String(Math.round(100 * value)),
          ),
        ];
      }),
    ]),
    edges,
  );
}
