import { languages } from "@conurb/core/language";
import type { PlaceShapes, Ring } from "@conurb/core/places";
import { expect, test } from "vitest";
import { drawFigure } from "../src/figures.ts";
import { context, specimens } from "./specimens.ts";

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
/** Four places that share borders; Tianjin has an island, Langfang, which lacks a figure, a hole. */
const rings = {
  "110000": [box(115.5, 39.6, 117.2, 41)],
  "120000": [box(116.9, 38.6, 118, 39.6), box(118.6, 38.4, 118.8, 38.6)],
  "130200": [box(117.2, 39.6, 119.2, 40.4)],
  "131000": [box(115.5, 38.6, 116.9, 39.6), box(116, 39, 116.2, 39.2)],
};
const shapes: PlaceShapes = { rings, approval: "GS（2024）0650号", source: "the survey <office>" };
const { view, tables } = specimens.map;
const drawn = (more: object, language: "en" | "zh" = "en") =>
  drawFigure(view, { ...context, tables, language, frame: "standalone", ...more });

test.each(languages)("outlines look as they did, %s", async (language) => {
  const { svg } = drawn({ shapes, selected: ["130200"] }, language);
  await expect(`${svg.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(`__snapshots__/outlines-${language}.svg`);
});

test("print whose they are and the number under which the map was approved", () => {
  expect(drawn({ shapes }, "zh").notes).toEqual(expect.arrayContaining(["审图号：GS（2024）0650号。"]));
  expect(drawn({ shapes }).svg).toContain("Outlines: the survey &lt;office&gt;.");
  expect(drawn({ shapes: { rings } }).notes.join(" ")).toMatch(/Outlines: given with the study\.(?!.*approval)/);
});

test("give way to points where a place has none, or where points are asked for", () => {
  const { "131000": _, ...some } = rings;
  for (const more of [{ shapes: { ...shapes, rings: some } }, {}]) {
    expect(drawn(more).notes.join(" ")).toContain("No boundaries are drawn or implied");
  }
  const dots = drawFigure({ ...view, kind: "map", form: "dots" } as typeof view, {
    ...context,
    tables,
    shapes,
    language: "en",
  });
  expect(dots.notes.join(" ")).toContain("No boundaries are drawn or implied");
});

test("fill each place by its class, and hatch what has no figure", () => {
  const { svg } = drawn({ shapes });
  expect(svg.match(/fill-rule="evenodd"/g)).toHaveLength(4);
  const langfang = /<g data-place="131000">.*?<\/g>/s.exec(svg)?.[0] ?? "";
  expect(langfang).toContain("stroke-opacity");
  const tangshan = /<g data-place="130200">.*?<\/g>/s.exec(svg)?.[0] ?? "";
  expect(tangshan).not.toContain("stroke-opacity");
  expect(tangshan).toContain("Tangshan</text>");
});

test("stand for places that the gazetteer does not know", () => {
  const { places: _, ...bare } = context;
  expect(drawFigure(view, { ...bare, tables, shapes, language: "en" }).svg).toContain('data-place="110000"');
});
