import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawFigure } from "../figure.ts";

function notes(count: number, language: "en" | "zh") {
  const ids = Array.from({ length: count }, (_, at) => `p${String(at).padStart(2, "0")}`);
  const both = [...ids, ...ids];
  const table = makeTable(
    "lines",
    ["place", "year"],
    [
      labels("place", both),
      numbers(
        "year",
        "year",
        both.map((_, at) => (at < count ? 2010 : 2020)),
      ),
      numbers(
        "value",
        "1",
        both.map((_, at) => (at % count) + 1),
      ),
    ],
  );
  const view = { kind: "trend", table: "lines", time: "year", value: "value", series: "place" } as const;
  return drawFigure(view, { tables: { lines: table }, language }).notes;
}

it("names the grey lines that have no name beside them, the highest first; the outermost have", () => {
  expect(notes(9, "en")).toContain("Grey: p06, p05, p04, p03, p02.");
  expect(notes(9, "zh")).toContain("灰线：p06、p05、p04、p03、p02。");
});

it("counts them where they are too many to name, and says nothing where all are named", () => {
  expect(notes(40, "en")).toContain("Grey: 36 others.");
  expect(notes(8, "en").join("")).not.toContain("Grey");
});

it("draws in ink what stands out of many: the outermost, and what won or lost the most places", () => {
  const ids = Array.from({ length: 13 }, (_, at) => `p${String(at).padStart(2, "0")}`);
  // p05 goes from the middle to third, the others keep their order
  const after = (at: number) => (at === 5 ? 11.5 : at + 1);
  const table = makeTable(
    "lines",
    ["place", "year"],
    [
      labels("place", [...ids, ...ids]),
      numbers("year", "year", [...ids.map(() => 2010), ...ids.map(() => 2020)]),
      numbers("value", "1", [...ids.map((_, at) => at + 1), ...ids.map((_, at) => after(at))]),
    ],
  );
  const view = { kind: "trend", table: "lines", time: "year", value: "value", series: "place" } as const;
  const { svg, notes } = drawFigure(view, { tables: { lines: table }, language: "en" });
  const inked = [...svg.matchAll(/data-place="(p\d\d)"><path [^>]*stroke-width="1\.4"/g)].map(([, id]) => id);
  expect(inked.sort()).toEqual(["p00", "p01", "p05", "p11", "p12"]);
  expect(notes).toContain("Grey: p10, p09, p08, p07, p06, p04, p03, p02.");
});

it("marks the year that is looked at by a line with its number, where the axis has it", () => {
  const table = makeTable(
    "lines",
    ["place", "year"],
    [labels("place", ["a", "a", "a"]), numbers("year", "year", [2018, 2019, 2020]), numbers("value", "1", [1, 3, 2])],
  );
  const view = { kind: "trend", table: "lines", time: "year", value: "value", series: "place" } as const;
  const drawn = (year?: number) =>
    drawFigure(view, { tables: { lines: table }, language: "en", ...(year === undefined ? {} : { year }) }).svg;
  const times = (svg: string, text: string) => svg.split(`>${text}<`).length - 1;
  expect(times(drawn(2019), "2019")).toBe(times(drawn(), "2019") + 1);
  expect(drawn(2017)).toBe(drawn());
});
