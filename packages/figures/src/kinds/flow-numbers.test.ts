import { expect, it } from "vitest";
import { placeNumbers } from "./flow-numbers.ts";

/** A level line from left to right, and what stands beside its middle on the upper side. */
const samples = Array.from({ length: 15 }, (_, i): [number, number] => [40 + i * 20, 100]);
const curve = { path: "", outward: [0, -1], samples } as const;
const within = { x: 0, y: 0, width: 400, height: 200 };
const place = (lines: readonly { x: number; y: number; r: number }[]) =>
  placeNumbers([{ curve, text: "31,017", wide: 4 }], [], [], within, lines)[0];

it("puts a number where it covers no line, if there is such a place", () => {
  expect(place([])?.y).toBeLessThan(100);
  const above = Array.from({ length: 80 }, (_, i) => ({ x: i * 5, y: 90, r: 2 }));
  expect(place(above)?.y).toBeGreaterThan(100);
});

it("covers a line rather than leave the strongest link without its number", () => {
  const all = Array.from({ length: 80 * 40 }, (_, i) => ({ x: (i % 80) * 5, y: Math.floor(i / 80) * 5, r: 2 }));
  expect(place(all)).toBeDefined();
});
