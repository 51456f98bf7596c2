import { expect, it } from "vitest";
import type { Figure } from "../lay-out.ts";
import { write } from "./html.ts";
import { inBands } from "./in-bands.ts";

/** Fifty rows of 20 under a head of 40, and a legend of 30. */
const figure = (marks = "") =>
  ({
    svg: `<svg width="300" height="1070">${marks}</svg>`,
    width: 300,
    height: 1070,
    seams: { head: 40, cuts: Array.from({ length: 49 }, (_, i) => 60 + 20 * i) },
  }) as unknown as Figure;
const windows = (html: string) =>
  [...html.matchAll(/viewBox="0 ([\d.]+) 300 ([\d.]+)"/g)].map(([, from, height]) => [Number(from), Number(height)]);

it("shows a list of rows in bands for paper: its head, which is repeated, and all of its rows once", () => {
  const { whole, bands } = inBands(figure(), "rows-a");
  expect(whole.html).toContain('<svg id="rows-a" ');
  const html = write(bands);
  const [head = "", body = ""] = html.split("</thead>");
  expect(windows(head)).toEqual([[0, 40]]);
  const rows = windows(body);
  expect(rows.length).toBeGreaterThan(2);
  let from = 40;
  for (const [start, height = 0] of rows) {
    expect(start).toBe(from);
    from += height;
  }
  expect(from).toBe(1070);
  expect(html.match(/href="#rows-a"/g)?.length).toBe(rows.length + 1);
});

it("leaves whole what is no list of rows, and what has letters that are turned", () => {
  const { seams, ...map } = figure();
  expect(seams).toBeDefined();
  expect(inBands(map as Figure, "a").bands).toBe(false);
  const turned = inBands(figure('<text transform="rotate(-55)">Mining</text>'), "a");
  expect(turned.bands).toBe(false);
  expect(turned.whole.html).not.toContain("id=");
});
