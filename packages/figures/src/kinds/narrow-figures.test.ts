import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawFigure } from "../figure.ts";

const industries = Array.from({ length: 19 }, (_, i) => `Industry ${i}`);
const quotients = makeTable(
  "quotients",
  ["place", "industry"],
  [
    labels(
      "place",
      ["Beijing", "Tianjin"].flatMap((place) => industries.map(() => place)),
    ),
    labels("industry", [...industries, ...industries]),
    numbers(
      "lq",
      "1",
      [...industries, ...industries].map((_, i) => 0.5 + i / 10),
    ),
  ],
);
const heatmap = (width: number) =>
  drawFigure(
    { kind: "heatmap", table: "quotients", row: "place", column: "industry", value: "lq", scale: "around-one" },
    { tables: { quotients }, language: "en", width },
  );

it("says of cells that hold no numbers that they hold none", () => {
  expect(heatmap(900).notes.join(" ")).toContain("the number is in the cell");
  expect(heatmap(358).notes.join(" ")).not.toContain("the number is in the cell");
});

it("keeps the slanted heads of narrow columns inside the picture", () => {
  const heads = [...heatmap(358).svg.matchAll(/translate\(([\d.]+) [\d.]+\) rotate\(-55\)/g)].map(([, x]) => Number(x));
  const reach = 60 * 0.574; // "Industry 18" is under 60 wide, at 55 degrees
  expect(heads).toHaveLength(industries.length);
  expect(Math.max(...heads) + reach).toBeLessThan(358);
});

const many = Array.from({ length: 600 }, (_, i) => `p${i}`);
const scores = makeTable(
  "scores",
  ["place"],
  [
    labels("place", many),
    numbers(
      "score",
      "1",
      many.map((_, i) => 1 - i / many.length),
    ),
    numbers(
      "rank",
      "rank",
      many.map((_, i) => i + 1),
    ),
    numbers(
      "low",
      "rank",
      many.map((_, i) => Math.max(1, i - 9)),
    ),
    numbers(
      "high",
      "rank",
      many.map((_, i) => Math.min(many.length, i + 11)),
    ),
    numbers(
      "tier",
      "1",
      many.map(() => 1),
    ),
  ],
);
const shares = makeTable(
  "shares",
  ["place", "rank"],
  [
    labels("place", many),
    numbers(
      "rank",
      "rank",
      many.map((_, i) => i + 1),
    ),
    numbers(
      "share",
      "share",
      many.map(() => 1),
    ),
  ],
);

it("draws an interval that can be seen for each of hundreds of places", () => {
  const { svg } = drawFigure(
    {
      kind: "ranking",
      table: "scores",
      place: "place",
      score: "score",
      rank: "rank",
      low: "low",
      high: "high",
      tier: "tier",
      shares: { table: "shares", place: "place", rank: "rank", share: "share" },
    },
    { tables: { scores, shares }, language: "en", width: 640 },
  );
  const widths = [...svg.matchAll(/<rect [^>]*width="(-?[\d.]+)" height="10"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(many.length);
  expect(Math.min(...widths.slice(10, -11))).toBeGreaterThan(5); // twenty ranks of some 0.5 px
});

it("draws no key for a curve that has nothing to be told from", () => {
  const curve = makeTable("curve", [], [numbers("x", "share", [0.5, 1]), numbers("y", "share", [0.2, 1])]);
  const { svg } = drawFigure({ kind: "lorenz", table: "curve", x: "x", y: "y" }, { tables: { curve }, language: "en" });
  expect(svg.match(/stroke-width="1.9"/g)).toHaveLength(1);
});

const grid = Array.from({ length: 120 }, (_, i) => ({
  code: `p${i}`,
  name: { en: `Somewhere ${i}`, zh: `某地${i}` },
  lon: 100 + (i % 12),
  lat: 30 + Math.floor(i / 12),
}));
const gridScores = makeTable(
  "scores",
  ["place"],
  [
    labels(
      "place",
      grid.map(({ code }) => code),
    ),
    numbers(
      "score",
      "1",
      grid.map((_, i) => 1000 + i),
      { title: { en: "score", zh: "得分" } },
    ),
  ],
);
const tiles = (width: number) =>
  drawFigure(
    { kind: "map", table: "scores", place: "place", value: "score", form: "tiles" },
    {
      tables: { scores: gridScores },
      places: Object.fromEntries(grid.map(({ code, ...place }) => [code, place])),
      language: "en",
      width,
      frame: "embedded",
    },
  );

it("leaves tiles without room for names bare, says so, and names them where they are pointed at", () => {
  const { svg, notes } = tiles(340);
  expect(svg).not.toMatch(/<g data-place="[^"]*">(?:(?!<\/g>).)*<text/);
  expect(svg).toContain("<title>Somewhere 7 1,007</title>");
  expect(notes.join(" ")).toContain("too narrow for some names");
  expect(notes.join(" ")).not.toContain("Short on tiles");
});

it("says in the key of a flow map what its lines measure, and in which unit", () => {
  const trains = makeTable(
    "trains",
    ["from", "to"],
    [
      labels("from", ["p0", "p0", "p13"]),
      labels("to", ["p13", "p40", "p40"]),
      numbers("n", "train/day", [90, 40, 5], { title: { en: "trains", zh: "列车" } }),
    ],
  );
  for (const width of [340, 640]) {
    const { svg } = drawFigure(
      { kind: "flow", table: "trains", from: "from", to: "to", value: "n", directed: false },
      {
        tables: { trains },
        places: Object.fromEntries(grid.map(({ code, ...place }) => [code, place])),
        language: "en",
        width,
        frame: "embedded",
      },
    );
    expect(svg).toMatch(/<text x="0" [^>]*>Trains, [^<]*<\/text>/);
  }
});
