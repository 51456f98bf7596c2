import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawFigure } from "../figure.ts";

const codes = Array.from({ length: 13 }, (_, i) => `place ${String.fromCharCode(65 + i)}`);
const pairs = codes.flatMap((from) => codes.flatMap((to) => (from === to ? [] : [{ from, to }])));
const view = { kind: "matrix", table: "chase", row: "from", column: "to", value: "value" } as const;
const chase = (value: (from: string, to: string) => number) =>
  makeTable(
    "chase",
    ["from", "to"],
    [
      labels(
        "from",
        pairs.map(({ from }) => from),
      ),
      labels(
        "to",
        pairs.map(({ to }) => to),
      ),
      numbers(
        "value",
        "1",
        pairs.map(({ from, to }) => value(from, to)),
      ),
    ],
  );
const draw = (width: number, value: (from: string, to: string) => number) =>
  drawFigure(view, { tables: { chase: chase(value) }, language: "en", width }).svg;
const oneWay = (from: string, to: string) => (from < to ? 0.9 : 0.2);
const bothWays = () => 0.8;
const times = (svg: string, text: string) => svg.split(`>${text}<`).length - 1;

it("names its columns where a pair reads differently the other way", () => {
  const svg = draw(800, oneWay);
  for (const code of codes) expect(times(svg, code), code).toBe(2);
  expect(svg.match(/rotate\(-55\)/g)).toHaveLength(codes.length);
});

it("names a half matrix along its diagonal, but for the last column, which is empty", () => {
  const svg = draw(800, bothWays);
  expect(svg).not.toContain("rotate(-55)");
  expect(codes.map((code) => times(svg, code))).toEqual([...codes.slice(0, -1).map(() => 2), 1]);
});

it("gives up the names along the diagonal, which rows have too, where numbers would have no room beside them", () => {
  const long = ["A", "B", "C", "D", "E"].map((letter) => `${letter} of Outer London and all its East`);
  const ends = long.flatMap((from) => long.flatMap((to) => (from === to ? [] : [[from, to] as const])));
  const table = makeTable(
    "chase",
    ["from", "to"],
    [
      labels(
        "from",
        ends.map(([from]) => from),
      ),
      labels(
        "to",
        ends.map(([, to]) => to),
      ),
      numbers(
        "value",
        "1",
        ends.map(() => 0.8),
      ),
    ],
  );
  const at = (width: number) => drawFigure(view, { tables: { chase: table }, language: "en", width }).svg;
  const names = (svg: string) => svg.split(">C of").length - 1;
  expect([names(at(760)), names(at(358))]).toEqual([2, 1]);
  expect(times(at(358), "80")).toBeGreaterThan(ends.length / 2 - 1);
});

it("leaves numbers out rather than let them run into one another", () => {
  expect(times(draw(358, bothWays), "80")).toBeGreaterThan(pairs.length / 2 - 1);
  expect(times(draw(240, bothWays), "80")).toBeLessThan(3); // the key alone
});

it("stays inside its width with the heads of its columns", () => {
  for (const width of [300, 358, 760]) {
    const svg = draw(width, oneWay);
    const cells = [...svg.matchAll(/M([\d.]+) [\d.]+h([\d.]+)v/g)].map(([, x, side]) => Number(x) + Number(side));
    expect(Math.max(...cells)).toBeLessThan(width);
  }
});

it("draws no line of the crosshair through a number", () => {
  const context = { tables: { chase: chase(bothWays) }, language: "en", width: 760 } as const;
  const { svg } = drawFigure(view, { ...context, selected: ["place C", "place F"] });
  const middles = new Set([...svg.matchAll(/y="([\d.]+)"[^>]*>80</g)].map(([, y]) => Math.round(Number(y))));
  const lines = [...svg.matchAll(/<line[^>]*stroke-dasharray="2 2.5"[^>]*>/g)].map(([found]) => found);
  expect(lines).toHaveLength(4);
  const across = lines.flatMap((found) => {
    const [y1, y2] = ["y1", "y2"].map((name) => /="([\d.]+)"/.exec(found.slice(found.indexOf(` ${name}=`)))?.[1]);
    return y1 === y2 ? [Number(y1)] : [];
  });
  expect(across).toHaveLength(2);
  for (const y of across) for (const middle of middles) expect(Math.abs(y - middle)).toBeGreaterThan(8);
});
