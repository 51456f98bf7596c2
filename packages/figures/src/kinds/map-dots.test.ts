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

it("names the largest places however little room there is, and says every name where it is pointed at", () => {
  const { svg } = drawFigure(
    { kind: "map", table: "scores", place: "place", value: "score", size: "people" },
    { tables: { scores }, places, members: names, language: "en", width: 356 },
  );
  const written = names.filter((name) => new RegExp(`<text[^>]*>${name}<`).test(svg));
  expect(written).toEqual(expect.arrayContaining(names.slice(0, 8)));
  for (const name of names) expect(svg).toContain(`<title>${name}</title>`);
});
