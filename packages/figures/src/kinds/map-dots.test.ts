import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawFigure } from "../figure.ts";

/** Where seats lie to a tenth of a degree, with people in millions: a dense cluster whose second city lies at its western edge. */
const cluster = [
  ["Beijing", 116.4, 40.2, 21.9],
  ["Tianjin", 117.3, 39.3, 13.9],
  ["Shijiazhuang", 114.4, 38.1, 11.2],
  ["Handan", 114.5, 36.6, 9.4],
  ["Baoding", 115.2, 39.0, 9.2],
  ["Tangshan", 118.3, 39.7, 7.7],
  ["Cangzhou", 116.8, 38.3, 7.3],
  ["Xingtai", 114.8, 37.2, 7.1],
  ["Langfang", 116.5, 39.2, 5.5],
  ["Hengshui", 115.8, 37.8, 4.2],
  ["Zhangjiakou", 115.0, 41.0, 4.1],
  ["Chengde", 117.6, 41.3, 3.4],
  ["Qinhuangdao", 119.2, 40.1, 3.1],
] as const;
const names = cluster.map(([name]) => name);
const scores = makeTable(
  "scores",
  ["place"],
  [
    labels("place", names),
    numbers(
      "score",
      "1",
      cluster.map((_, i) => i),
    ),
    numbers(
      "people",
      "million person",
      cluster.map(([, , , people]) => people),
    ),
  ],
);
const places = Object.fromEntries(
  cluster.map(([name, lon, lat]) => [name, { lon, lat, name: { en: name, zh: name } }] as const),
);

const drawn = (width: number) =>
  drawFigure(
    { kind: "map", table: "scores", place: "place", value: "score", size: "people" },
    { tables: { scores }, places, members: names, language: "en", width, frame: "embedded" },
  );

it("names the largest places however little room there is, and says every name where it is pointed at", () => {
  const { svg } = drawn(356);
  const written = names.filter((name) => new RegExp(`<text[^>]*>${name}<`).test(svg));
  expect(written).toEqual(expect.arrayContaining(names.slice(0, 8)));
  for (const name of names) expect(svg).toContain(`<title>${name}</title>`);
});

it("draws the dots smaller where a name had no room otherwise", () => {
  const { svg } = drawn(380);
  for (const name of names) expect(svg).toContain(`>${name}</text>`);
});

it("makes each name a target of its place, behind the dots in the order of the keyboard", () => {
  const { svg } = drawn(640);
  const targets = [...svg.matchAll(/<(g|text) [^>]*data-place="(\w+)"/g)].map(([, tag, code]) => `${tag} ${code}`);
  expect(targets.slice(0, names.length).every((target) => target.startsWith("g "))).toBe(true);
  expect(targets.slice(names.length).sort()).toEqual(names.map((name) => `text ${name}`).sort());
  for (const [, code, text] of svg.matchAll(/<text [^>]*data-place="(\w+)"[^>]*>(\w+)</g)) expect(text).toBe(code);
});

it("says what the area of a dot counts", () => {
  expect(drawn(640).notes).toContain("Dot area: people, m people.");
});

it("writes distances well inside the picture", () => {
  for (let width = 300; width < 500; width += 8) {
    const heights = [...drawn(width).svg.matchAll(/y="([\d.]+)"[^>]*>\d+ km</g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBeGreaterThan(18);
  }
});
