import { labels, makeTable, numbers, type View } from "@conurb/core/contract";
import { describe, expect, it } from "vitest";
import { drawFigure } from "../figure.ts";
import type { Figure } from "../lay-out.ts";

const n = 40;
const places = Array.from({ length: n }, (_, i) => `p${i}`);
const column = (name: string, values: readonly number[]) =>
  numbers(name, "", [...values], { title: { en: name, zh: name } });
const place = () => labels("place", [...places], { en: "Place", zh: "地区" });
const ranks = places.map((_, i) => i + 1);
const tables = {
  ranks: makeTable(
    "ranks",
    ["place"],
    [
      place(),
      column(
        "score",
        ranks.map((rank) => 1 - rank / n),
      ),
      column("rank", ranks),
      column("low", ranks),
      column("high", ranks),
      column(
        "tier",
        ranks.map((rank) => Math.ceil(rank / 7)),
      ),
    ],
  ),
  values: makeTable(
    "values",
    ["place", "industry"],
    [
      place(),
      labels(
        "industry",
        places.map(() => "mining"),
        { en: "Industry", zh: "行业" },
      ),
      column("value", ranks),
    ],
  ),
};
const views: Readonly<Record<string, View>> = {
  ranking: {
    kind: "ranking",
    table: "ranks",
    place: "place",
    score: "score",
    rank: "rank",
    low: "low",
    high: "high",
    tier: "tier",
  } as View,
  heatmap: {
    kind: "heatmap",
    table: "values",
    row: "place",
    column: "industry",
    value: "value",
    scale: "sequential",
  } as View,
  bars: { kind: "bars", table: "values", category: "place", value: "value" } as View,
};
const drawn = (view: View, frame: "embedded" | "standalone"): Figure =>
  drawFigure(view, { tables, language: "en", frame, members: places } as never);

describe.each(Object.keys(views))("a figure of rows may part between them: %s", (kind) => {
  const view = views[kind] as View;
  const figure = drawn(view, "embedded");
  const { head, cuts } = figure.seams ?? { head: 0, cuts: [] };

  it("below its head, from the top down", () => {
    expect(cuts.length).toBeGreaterThan(n / 2);
    expect(cuts[0]).toBeGreaterThan(head);
    expect(cuts.at(-1)).toBeLessThan(figure.height);
    expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b));
  });

  it("through no letters: half of theirs of 11 is 5", () => {
    const texts = [...figure.svg.matchAll(/<text [^>]*?\by="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(texts.length).toBeGreaterThan(n);
    // a text's y is where its letters stand, a third of their size below their middle
    for (const cut of cuts) for (const y of texts) expect(Math.abs(y - 4 - cut), `${y} at ${cut}`).toBeGreaterThan(5);
  });

  it("and not in a file that stands alone, where its title is above", () => {
    expect(drawn(view, "standalone").seams).toBeUndefined();
  });
});
