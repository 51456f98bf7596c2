import type { PartyOutlook } from "@conurb/core/deal";
import { scaleLinear } from "d3-scale";
import { categoryColour, dashes, palettes } from "../palette.ts";
import { type Child, d, el, type Markup } from "../svg.ts";
import { fonts, textWidth } from "../type.ts";
import type { Amounts } from "./amounts.ts";
import type { Say } from "./deal-words.ts";

const palette = palettes.light;
const [panel, height, left, right, top, bottom] = [300, 240, 46, 74, 26, 26];
const mostTicks = 6;

export interface FanParty {
  readonly title: string;
  readonly own: PartyOutlook;
  readonly other: PartyOutlook | undefined;
}

/** One panel a party on one scale, each a drawing of its own, so that a narrow page has them one below another. */
function panelsOf(
  parties: readonly FanParty[],
  tall: number,
  draw: (party: FanParty, at: number) => readonly [string, Child],
) {
  return el(
    "div",
    { class: "panels" },
    parties.map((party, at) => {
      const [label, drawn] = draw(party, at);
      return el(
        "svg",
        {
          viewBox: `0 0 ${panel} ${tall}`,
          width: panel,
          height: tall,
          role: "img",
          "aria-label": label,
          "font-family": fonts.sans,
        },
        drawn,
      );
    }),
  );
}

/** The fan of the draft by party, and the median of the draft that it is compared with. */
export function fanFigure(
  parties: readonly FanParty[],
  names: { own: string; other: string },
  amounts: Amounts,
  say: Say,
): Markup {
  const values = parties.flatMap(({ own, other }) => [
    0,
    ...own.fan.flatMap(({ low, high }) => [low, high]),
    ...(other?.fan.map(({ median }) => median) ?? []),
  ]);
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .nice(mostTicks)
    .range([height - bottom, top]);
  return panelsOf(parties, height, (party, at) => [
    `${party.title} ${amounts.full(party.own.median)}`,
    drawPanel(party, at, names, y, amounts, say),
  ]);
}

function drawPanel(
  { title, own, other }: FanParty,
  at: number,
  names: { own: string; other: string },
  y: ReturnType<typeof scaleLinear<number, number>>,
  amounts: Amounts,
  say: Say,
): Markup {
  const colour = categoryColour(palette, at);
  const years = own.fan.length;
  const x = scaleLinear()
    .domain([0, years])
    .range([left, panel - right]);
  const line = (values: readonly number[]) =>
    values
      .map((value, year) => (year === 0 ? d`M${x(0)} ${y(0)}L${x(1)} ${y(value)}` : d`L${x(year + 1)} ${y(value)}`))
      .join("");
  const band = (low: readonly number[], high: readonly number[]) => {
    const back = low.map((value, year) => d`L${x(year + 1)} ${y(value)}`).reverse();
    return `${line(high)}${back.join("")}Z`;
  };
  const of = (name: "low" | "lower" | "median" | "upper" | "high") => own.fan.map((each) => each[name]);
  const ticks = y.ticks(mostTicks);
  const [last, before] = [own.fan.at(-1), other?.fan.at(-1)];
  const ends: Child[] = [];
  if (last !== undefined) {
    const own_y = y(last.median);
    const other_y = before === undefined ? undefined : y(before.median);
    const gap = 13;
    // the two labels give way to one another
    const apart = other_y === undefined || Math.abs(other_y - own_y) >= gap ? 0 : gap - Math.abs(other_y - own_y);
    const up = other_y === undefined || own_y <= other_y ? -1 : 1;
    ends.push(
      el(
        "text",
        { x: panel - right + 6, y: own_y + 4 + (up * apart) / 2, fill: colour, "font-size": 12, "font-weight": 650 },
        `${names.own} ${amounts.change(last.median)}`,
      ),
    );
    if (other_y !== undefined && before !== undefined)
      ends.push(
        el(
          "text",
          { x: panel - right + 6, y: other_y + 4 - (up * apart) / 2, fill: palette.ink3, "font-size": 11 },
          `${names.other} ${amounts.change(before.median)}`,
        ),
      );
  }
  return el(
    "g",
    {},
    el("text", { x: left - 30, y: 14, fill: colour, "font-size": 13, "font-weight": 650 }, title),
    ticks.map((tick) => [
      el("line", {
        x1: left,
        x2: panel - right,
        y1: y(tick),
        y2: y(tick),
        stroke: tick === 0 ? palette.ink : palette.hair,
        "stroke-width": 1,
      }),
      el(
        "text",
        { x: left - 6, y: y(tick) + 4, fill: palette.ink3, "font-size": 11, "text-anchor": "end" },
        trimmed(amounts.bare(tick)),
      ),
    ]),
    el("path", { d: band(of("low"), of("high")), fill: colour, "fill-opacity": 0.14 }),
    el("path", { d: band(of("lower"), of("upper")), fill: colour, "fill-opacity": 0.3 }),
    other !== undefined &&
      el("path", {
        d: line(other.fan.map(({ median }) => median)),
        fill: "none",
        stroke: palette.ink2,
        "stroke-width": 1.4,
        "stroke-dasharray": dashes[1],
      }),
    el("path", { d: line(of("median")), fill: "none", stroke: colour, "stroke-width": 2.4 }),
    yearTicks(years).map((year) =>
      el(
        "text",
        {
          x: x(year),
          y: height - 8,
          fill: palette.ink3,
          "font-size": 11,
          "text-anchor": year === years ? "end" : "middle",
        },
        year === years ? say("year", { n: year }) : String(year),
      ),
    ),
    ends,
  );
}

/** Years under the axis, none so near the last that they would touch its words. */
function yearTicks(years: number): number[] {
  const room = Math.ceil((textWidth("year 10", 11) / (panel - left - right)) * years) + 1;
  const step = years > 20 ? 10 : years > 10 ? 5 : years > 5 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(years / step) }, (_, at) => (at + 1) * step).filter(
    (year) => year <= years - room,
  );
  return [...ticks, years];
}

/** How often each party is better off outside, under one draft and the other, with the limit the parties set themselves. */
export function worseFigure(
  parties: readonly FanParty[],
  names: { own: string; other: string },
  limit: number,
  say: Say,
): Markup {
  const [row, bar, head, name] = [20, 120, left, 20];
  const rows = parties.some(({ other }) => other !== undefined) ? 2 : 1;
  const draw = (draft: string, share: number, at: number, strong: boolean, colour: string): Markup =>
    el(
      "g",
      { transform: `translate(0 ${name + at * row})` },
      el("text", { x: head - 6, y: 14, "text-anchor": "end", "font-size": 11, fill: palette.ink2 }, draft),
      el("rect", { x: head, y: 4, width: bar, height: 12, fill: palette.hair }),
      el("rect", { x: head, y: 4, width: Math.max(share * bar, share > 0 ? 1 : 0), height: 12, fill: colour }),
      el("line", {
        x1: head + limit * bar,
        x2: head + limit * bar,
        y1: 1,
        y2: 19,
        stroke: palette.ink,
        "stroke-width": 1.2,
      }),
      el(
        "text",
        { x: head + bar + 8, y: 14, "font-size": 12, fill: palette.ink, "font-weight": strong ? 650 : 400 },
        chanceText(share),
      ),
    );
  return panelsOf(parties, name + rows * row + 8, ({ title, own, other }, at) => [
    `${title}: ${say("worse")} ${chanceText(own.worse)}`,
    [
      el(
        "text",
        { x: left - 30, y: 14, fill: categoryColour(palette, at), "font-size": 13, "font-weight": 650 },
        title,
      ),
      draw(names.own, own.worse, 0, true, categoryColour(palette, at)),
      other !== undefined && draw(names.other, other.worse, 1, false, palette.other),
    ],
  ]);
}

export function chanceText(share: number): string {
  if (share > 0 && share < 0.01) return "<1%";
  return share < 1 && share > 0.99 ? ">99%" : `${Math.round(100 * share)}%`;
}

/** An axis needs no zeros after the point. */
export function trimmed(number: string): string {
  return number.includes(".") ? number.replace(/\.?0+$/, "") : number;
}
