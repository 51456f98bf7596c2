import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawFigure } from "../figure.ts";

const place = (lon: number, lat: number, name: string) => ({ lon, lat, name: { en: name, zh: name } });
const places = { "a b": place(116, 40, "A"), c: place(117, 39, "C"), d: place(118, 40, "D"), e: place(119, 41, "E") };
const weights = makeTable(
  "weights",
  ["from", "to"],
  [labels("from", ["a b", "c", "d"]), labels("to", ["c", "a b", "a b"]), numbers("value", "1", [0.5, 1, 1])],
);

it("joins neighbours by one line a pair, dashed where only one counts the other, and names who has none", () => {
  const view = { kind: "flow", table: "weights", from: "from", to: "to", value: "value", directed: true } as const;
  const { svg, notes, description } = drawFigure(
    { ...view, shows: "neighbours" },
    { tables: { weights }, places, members: ["a b", "c", "d", "e"], language: "en" },
  );
  expect(svg.match(/stroke-width="1.2"/g)).toHaveLength(2);
  expect(svg.match(/stroke-width="1.2" stroke-dasharray/g)).toHaveLength(1);
  expect(notes.slice(0, 3)).toEqual([
    "A line joins two neighbours.",
    "Dashed: one counts the other as its neighbour, not the other way round.",
    "Without a neighbour: E.",
  ]);
  expect(description).toBe("2 pairs of neighbours among 4 places.");
});
