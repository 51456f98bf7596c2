import { expect, test } from "vitest";
import { readLinks, strongestLinks } from "./flow-links.ts";

test("a flow that is the same both ways is one link, one that differs stays two", () => {
  const both = readLinks(["a", "b"], ["b", "a"], Float64Array.of(3, 3));
  expect(both).toEqual({ symmetric: true, links: [{ from: "a", to: "b", value: 3 }] });
  const each = readLinks(["a", "b"], ["b", "a"], Float64Array.of(3, 2));
  expect(each.symmetric).toBe(false);
  expect(each.links.map(({ value }) => value)).toEqual([2, 3]);
});

test("zero, a gap and a place with itself are no links", () => {
  expect(readLinks(["a", "a", "a"], ["b", "c", "a"], Float64Array.of(0, Number.NaN, 5)).links).toEqual([]);
});

test("of all pairs of eight places each keeps its two strongest, and the eight strongest are drawn", () => {
  const codes = [..."abcdefgh"];
  const pairs = codes.flatMap((from, i) => codes.slice(i + 1).map((to, j) => ({ from, to, value: 100 - 10 * i - j })));
  const links = pairs.sort((a, b) => a.value - b.value);
  const kept = strongestLinks(links);
  expect(kept.length).toBeLessThan(links.length);
  for (const link of links.slice(-8)) expect(kept).toContain(link);
  for (const code of codes) {
    const own = links.filter(({ from, to }) => from === code || to === code).slice(-2);
    for (const link of own) expect(kept).toContain(link);
  }
  expect(strongestLinks(links.slice(-10))).toHaveLength(10);
});
