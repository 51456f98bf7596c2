import { type Splits, splitWords } from "@conurb/core/deal";
import type { Language } from "@conurb/core/language";
import { scaleLinear } from "d3-scale";
import { categoryColour, palettes } from "../palette.ts";
import { el, type Markup, points } from "../svg.ts";
import { fonts, textWidth } from "../type.ts";
import type { Amounts } from "./amounts.ts";
import type { Say } from "./deal-words.ts";
import { trimmed } from "./fan-figure.ts";

const palette = palettes.light;
/** As wide as a page of 390 has room for: words stand over their line, not beside it. */
const [width, line, words, head, foot, left, right] = [350, 30, 18, 46, 6, 18, 20];

/** A mark by party, told apart by shape as well as colour. */
export function partyMark(at: number, x: number, y: number, size = 5): Markup {
  const fill = categoryColour(palette, at);
  const shape = at % 4;
  if (shape === 1)
    return el("rect", { x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8, fill });
  if (shape === 2)
    return el("polygon", {
      points: points([
        [x, y - size * 1.15],
        [x + size * 1.1, y + size * 0.85],
        [x - size * 1.1, y + size * 0.85],
      ]),
      fill,
    });
  if (shape === 3)
    return el("polygon", {
      points: points([
        [x, y - size * 1.2],
        [x + size * 1.2, y],
        [x, y + size * 1.2],
        [x - size * 1.2, y],
      ]),
      fill,
    });
  return el("circle", { cx: x, cy: y, r: size, fill });
}

/** Splits side by side: a line a split, a mark a party, and who would leave it. */
export function splitFigure(
  { splits }: Splits,
  titles: readonly string[],
  names: readonly string[],
  amounts: Amounts,
  language: Language,
  say: Say,
): Markup {
  const values = splits.flatMap(({ shares }) => shares);
  const x = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(...values, 1)])
    .nice(4)
    .range([left, width - right]);
  const told = splits.map(({ blocked: [first] }) => {
    const members = first?.members.map((party) => titles[names.indexOf(party)]).join(language === "zh" ? "、" : " + ");
    return members === undefined ? `✓ ${say("stays")}` : `✕ ${say("leaves", { members })}`;
  });
  // where a name and its verdict have no room on one line, all have two
  const isLong = splits.some(
    ({ split }, at) => textWidth(splitWords[split][language], 12) + textWidth(told[at], 12) + 16 > width,
  );
  const row = line + (isLong ? 2 : 1) * words;
  const height = head + splits.length * row + foot;
  const ticks = x.ticks(4);
  let at = 0;
  const key = titles.map((title, party) => {
    const begin = at;
    at += textWidth(title, 11) + 34;
    return [
      partyMark(party, left + begin, 10, 4),
      el("text", { x: left + begin + 9, y: 14, "font-size": 11, fill: palette.ink2 }, title),
    ];
  });
  const rows = splits.map(({ split, shares, blocked }, at) => {
    const above = head + at * row + 14;
    const y = head + (at + 1) * row - line / 2;
    return [
      el(
        "text",
        {
          x: 0,
          y: above,
          stroke: palette.surface,
          "stroke-width": 3,
          "paint-order": "stroke",
          "font-size": 12,
          fill: palette.ink,
          "font-weight": split === "draft" ? 650 : 400,
        },
        splitWords[split][language],
      ),
      el("line", {
        x1: x(Math.min(...shares)),
        x2: x(Math.max(...shares)),
        y1: y,
        y2: y,
        stroke: palette.rule,
        "stroke-width": 1,
      }),
      shares.map((share, party) => partyMark(party, x(share), y + asideOf(shares.map(x), party))),
      el(
        "text",
        {
          x: isLong ? 0 : width,
          y: above + (isLong ? words : 0),
          "font-size": 12,
          "text-anchor": isLong ? "start" : "end",
          stroke: palette.surface,
          "stroke-width": 3,
          "paint-order": "stroke",
          fill: blocked.length === 0 ? palette.good : palette.accent,
        },
        told[at],
      ),
    ];
  });
  return el(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": splits.map(({ split }) => splitWords[split][language]).join(", "),
      "font-family": fonts.sans,
    },
    key,
    ticks.map((tick) => [
      el("line", {
        x1: x(tick),
        x2: x(tick),
        y1: head - 4,
        y2: height - foot,
        stroke: tick === 0 ? palette.ink3 : palette.hair,
      }),
      el(
        "text",
        { x: x(tick), y: head - 10, "font-size": 11, fill: palette.ink3, "text-anchor": "middle" },
        trimmed(amounts.bare(tick)),
      ),
    ]),
    rows,
  );
}

/** Marks that would cover one another stand above and below the line. */
function asideOf(places: readonly number[], party: number): number {
  const covered = places.filter((place) => Math.abs(place - places[party]) < 9).length;
  const before = places.slice(0, party).filter((place) => Math.abs(place - places[party]) < 9).length;
  return covered < 2 ? 0 : (before - (covered - 1) / 2) * 9;
}

type Point = readonly [number, number];
const [side, apex] = [300, 34];
const tall = (side * Math.sqrt(3)) / 2;

/** The core of three parties in the triangle of all splits, cut out by what each group can have by itself. */
export function coreFigure(
  splits: Splits,
  titles: readonly string[],
  language: Language,
  label: string,
): Markup | undefined {
  const { total, values } = splits;
  if (titles.length !== 3 || !(total > 0)) return undefined;
  const corners: readonly Point[] = [
    [40, apex + tall],
    [40 + side, apex + tall],
    [40 + side / 2, apex],
  ];
  const at = (shares: readonly number[]): Point =>
    [0, 1].map((axis) =>
      corners.reduce((sum, corner, party) => sum + (corner[axis] * shares[party]) / total, 0),
    ) as unknown as Point;
  let region: number[][] = [0, 1, 2].map((party) => [0, 1, 2].map((other) => (party === other ? total : 0)));
  for (let mask = 1; mask < 7; mask += 1) region = clipped(region, mask, values[mask]);
  const seen: Point[] = [];
  const dots = splits.splits.map(({ split, shares, blocked }) => {
    const place = at(shares);
    const inside = shares.every((share) => share >= -1e-9 * total);
    if (!inside) return undefined;
    const near = seen.filter(([x, y]) => Math.hypot(x - place[0], y - place[1]) < 14).length;
    seen.push(place);
    const strong = split === "draft";
    return [
      el("circle", {
        cx: place[0],
        cy: place[1],
        r: strong ? 5.5 : 4,
        fill: strong ? palette.accent : palette.surface,
        stroke: strong ? palette.surface : palette.ink,
        "stroke-width": 1.4,
      }),
      el(
        "text",
        {
          x: place[0] + 9 + (near > 0 ? 4 : 0),
          y: place[1] + 4 + 14 * near,
          "font-size": 11,
          fill: blocked.length > 0 ? palette.ink2 : palette.ink,
          "font-weight": strong ? 650 : 400,
          stroke: palette.surface,
          "stroke-width": 3,
          "paint-order": "stroke",
        },
        splitWords[split][language],
      ),
    ];
  });
  const name = (party: number, dx: number, dy: number, anchor: string) =>
    el(
      "text",
      {
        x: corners[party][0] + dx,
        y: corners[party][1] + dy,
        "font-size": 12,
        "font-weight": 650,
        fill: categoryColour(palette, party),
        "text-anchor": anchor,
      },
      titles[party],
    );
  return el(
    "svg",
    {
      viewBox: `0 0 ${side + 140} ${tall + apex + 30}`,
      width: side + 140,
      height: tall + apex + 30,
      role: "img",
      "aria-label": label,
      "font-family": fonts.sans,
    },
    el("polygon", { points: points(corners), fill: palette.page, stroke: palette.rule }),
    region.length > 2 &&
      el("polygon", {
        points: points(region.map(at)),
        fill: palette.sequential[1],
        "fill-opacity": 0.75,
        stroke: palette.sequential[3],
      }),
    name(0, 0, 20, "middle"),
    name(1, 0, 20, "middle"),
    name(2, 0, -12, "middle"),
    dots,
  );
}

/** The part of a polygon of splits in which a group has at least its value. */
function clipped(region: readonly number[][], mask: number, least: number): number[][] {
  const over = (shares: readonly number[]) =>
    shares.reduce((sum, share, party) => sum + ((mask >> party) & 1 ? share : 0), 0) - least;
  return region.flatMap((shares, at) => {
    const next = region[(at + 1) % region.length];
    const [here, there] = [over(shares), over(next)];
    const kept = here >= 0 ? [[...shares]] : [];
    if (here * there >= 0) return kept;
    const way = here / (here - there);
    return [...kept, shares.map((share, party) => share + way * (next[party] - share))];
  });
}
