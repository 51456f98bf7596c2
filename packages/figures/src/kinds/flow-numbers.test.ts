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

const everywhere = Array.from({ length: 80 * 40 }, (_, i) => ({ x: (i % 80) * 5, y: Math.floor(i / 80) * 5, r: 2 }));

it("covers a line rather than leave the strongest link without its number", () => {
  expect(place(everywhere)).toBeDefined();
});

it("leaves out the number of a weaker link that would cover a line", () => {
  const wanted = ["31,017", "12,282"].map((text) => ({ curve, text, wide: 4 }));
  expect(placeNumbers(wanted, [], [], within, everywhere).map(({ text }) => text)).toEqual(["31,017"]);
});

it("keeps numbers apart, or leaves the later one out", () => {
  const wanted = Array.from({ length: 40 }, (_, i) => ({ curve, text: `31,0${10 + i}`, wide: 4 }));
  const boxes = placeNumbers(wanted, [], [], within).map(({ box }) => box);
  expect(boxes.length).toBeGreaterThan(2);
  expect(boxes.length).toBeLessThan(wanted.length);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(0, i)) {
      const gap = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height);
      expect(gap).toBeGreaterThanOrEqual(4);
    }
  }
});
