import type { Figure } from "../lay-out.ts";
import { type Band, bandsOf } from "./bands.ts";
import { type Html, h, raw } from "./html.ts";
import { printedHeight } from "./print.ts";

/**
 * The picture of a figure that is a list of rows, once more for paper: its head, which a table repeats on every page, and its rows in
 * bands between which a page may end. A screen shows the whole, of which the bands are windows. Nothing where it does not part.
 */
export function inBands(figure: Figure, id: string): { readonly whole: Html; readonly bands: Html | false } {
  const { width, svg, seams } = figure;
  const cut = isTurned(svg) ? [] : bandsOf(figure, printedHeight);
  if (seams === undefined || cut.length < 2) return { whole: raw(svg), bands: false };
  const row = ({ from, to }: Band) => {
    const height = to - from;
    const size = { viewBox: `0 ${from} ${width} ${height}`, width, height };
    const window = h("svg", { ...size, "aria-hidden": "true" }, h("use", { href: `#${id}` }));
    return h("tr", {}, h("td", {}, window));
  };
  return {
    whole: raw(svg.replace("<svg ", `<svg id="${id}" `)),
    bands: h(
      "table",
      { class: "bands" },
      seams.head > 0 && h("thead", {}, row({ from: 0, to: seams.head })),
      h("tbody", {}, cut.map(row)),
    ),
  };
}

/** Letters that are turned, as over narrow columns: of a head that it repeats Chromium draws them in the corner. */
const isTurned = (svg: string): boolean => /<text[^>]* transform=/.test(svg);
