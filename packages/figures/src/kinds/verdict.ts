import type { ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { bottomAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import type { NumberFormat } from "../format.ts";
import { label, line, rect } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { fit, wrap } from "../type.ts";
import { emptyDrawing } from "./empty.ts";

/** What a page 390 wide has for a figure. */
const phone = 358;

const sides = ["decides", "against", "for"] as const;
type Side = (typeof sides)[number];

interface Reason {
  readonly side: Side;
  readonly says: string;
}

const heads = { decides: "verdictDecides", against: "verdictAgainst", for: "verdictFor" } as const;

/** The answer in large letters, the effect on its axis, and below it what decides, what speaks against it and what holds it up. */
export const verdict: Draw<"verdict"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  if (rows.n === 0) return emptyDrawing(scene);
  const width = scene.width(phone);
  const { palette, language } = scene;
  const worded = (column: string): string => rows.texts(`${column}_${language}`)[0] ?? "";
  const has = (column: string | undefined): column is string =>
    column !== undefined && rows.table.columns.some(({ name }) => name === column);
  const numberOf = (column: string | undefined): number =>
    has(column) ? (rows.numbers(column)[0] as number) : Number.NaN;
  const [effect, low, high, least] = [view.effect, view.low, view.high, view.detectable].map(numberOf) as [
    number,
    number,
    number,
    number,
  ];
  const known = [effect, low, high, least].filter(Number.isFinite);
  const format = scene.numbers(has(view.effect) ? rows.unit(view.effect) : "1", known);
  const ifWorded = (column: string | undefined): string =>
    column !== undefined && has(`${column}_${language}`) ? worded(column) : "";
  const outcome = scene.head(ifWorded(view.outcome), "");
  const by = ifWorded(view.detectableBy);
  const answer = scene.head(worded(view.answer), "");
  const marks: Markup[] = [];
  let y = 0;
  if (outcome !== "") {
    marks.push(label(0, 8, fit(outcome, width, 12), { size: 12, fill: palette.ink2 }));
    y += 20;
  }
  marks.push(label(0, y + 13, fit(answer, width, 22, true), { size: 22, weight: 600, fill: palette.ink }));
  y += 34;
  if (Number.isFinite(effect)) {
    const told = Number.isFinite(low) && Number.isFinite(high);
    const ends = { effect: format.full(effect), low: format.format(low), high: format.format(high) };
    const text = told ? scene.say("verdictInterval", ends) : format.full(effect);
    marks.push(label(0, y + 7, fit(text, width, 14), { size: 14, fill: palette.ink }));
    y += 24;
    const drawn = drawEffect({ effect, low, high, least }, { top: y, width }, format, scene);
    marks.push(...drawn.marks);
    y = drawn.bottom;
  }
  const reasons = readReasons(view, format, scene);
  for (const side of sides) {
    const own = reasons.filter((each) => each.side === side);
    if (own.length === 0) continue;
    const drawn = drawReasons(side, own, { top: y + 12, width }, scene);
    marks.push(...drawn.marks);
    y = drawn.bottom;
  }
  const count = (side: Side) => reasons.filter((each) => each.side === side).length;
  return {
    width,
    height: y + 4,
    marks,
    description: scene.say("describeVerdict", {
      outcome: outcome === "" ? scene.say("verdict") : outcome,
      answer,
      for: count("for"),
      against: count("against") + count("decides"),
    }),
    notes: Number.isFinite(least)
      ? [by === "" ? scene.say("detectableNote") : scene.say("detectableByNote", { by })]
      : [],
  };
};

function readReasons({ grounds }: ViewOf<"verdict">, format: NumberFormat, scene: Scene): Reason[] {
  const rows = scene.rows(grounds.table);
  const has = (name: string | undefined): name is string =>
    name !== undefined && rows.table.columns.some((each) => each.name === name);
  const [from, to] = [grounds.amount, grounds.amountTo].map((name) => (has(name) ? rows.numbers(name) : undefined));
  const side = rows.texts(grounds.side);
  return rows.texts(`${grounds.says}_${scene.language}`).map((says, row): Reason => {
    const [low, high] = [from?.[row] ?? Number.NaN, to?.[row] ?? Number.NaN];
    const amount = Number.isFinite(high)
      ? scene.say("amountRange", { low: format.format(low), high: format.full(high) })
      : format.full(low);
    const text = Number.isFinite(low) ? scene.say("withAmount", { says, amount }) : says;
    return { side: side[row] as Side, says: text };
  });
}

interface Effect {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly least: number;
}

/** A dot with its interval over 0; shaded, what is too small to be seen. */
function drawEffect(
  { effect, low, high, least }: Effect,
  { top, width }: { readonly top: number; readonly width: number },
  format: NumberFormat,
  scene: Scene,
): { marks: Markup[]; bottom: number } {
  const { palette } = scene;
  const [from, to] = extentOf([0, effect, low, high, least, -least]);
  const x = scaleLinear([from, to > from ? to : from + 1], [24, width - 24]).nice(5);
  const bottom = top + 30;
  const middle = top + 15;
  const ink = palette.sequential[4] as string;
  return {
    marks: [
      ...(Number.isFinite(least) ? [rect(x(-least), top, x(least) - x(-least), 30, palette.mute)] : []),
      ...bottomAxis(scene, x, {
        ticks: x.ticks(Math.max(3, Math.floor(width / 90))),
        format: (tick) => tickText(format, tick),
        from: top,
        to: bottom,
        at: bottom,
        zero: true,
      }),
      ...(Number.isFinite(low) && Number.isFinite(high) ? [line(x(low), middle, x(high), middle, ink, 2.4)] : []),
      el("circle", { cx: x(effect), cy: middle, r: 4.6, fill: ink, stroke: palette.surface, "stroke-width": 1.4 }),
    ],
    bottom: bottom + 22,
  };
}

const leading = 17;

/** A head and its reasons, each with the mark of its side. */
function drawReasons(
  side: Side,
  own: readonly Reason[],
  { top, width }: { readonly top: number; readonly width: number },
  scene: Scene,
): { marks: Markup[]; bottom: number } {
  const { palette } = scene;
  const colour = { decides: palette.accent, against: palette.warn, for: palette.good }[side];
  const sign = { decides: "×", against: "−", for: "+" }[side];
  const marks: Markup[] = [
    line(0, top, width, top, palette.hair),
    label(0, top + 14, scene.say(heads[side]), { size: 12, weight: 600, fill: palette.ink2 }),
  ];
  let y = top + 26;
  for (const { says } of own) {
    const lines = wrap(says, width - 20, 12);
    marks.push(label(3, y + 8, sign, { size: 14, weight: 600, fill: colour }));
    for (const [at, text] of lines.entries()) marks.push(label(20, y + 8 + at * leading, text, { fill: palette.ink }));
    y += lines.length * leading + 3;
  }
  return { marks, bottom: y };
}
