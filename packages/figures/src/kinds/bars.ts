import type { ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { bottomAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { boxCorners, hatch } from "../hatch.ts";
import { hatchColours } from "../legend.ts";
import { label, line, rect } from "../marks.ts";
import { spreadColours } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { fit, hasHan, textWidth, wrapHead } from "../type.ts";
import { type Category, categoriesOf, categoryKey } from "./categories.ts";
import { emptyDrawing } from "./empty.ts";

/** What a page 390 wide has for a figure: wider ones would scroll, and the number at the longest bar be out of sight. */
const phone = 358;

/** A share below this is written as 0. */
const nothing = 0.005;

interface Bar {
  readonly category: string;
  readonly group: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly inner: number;
}

/** Lying bars with the number at the end; groups of one category under each other, intervals as a thin line. */
export const bars: Draw<"bars"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const values = rows.numbers(view.value);
  const optional = (name: string | undefined): Float64Array | undefined =>
    name === undefined ? undefined : rows.numbers(name);
  const [lows, highs, inners] = [optional(view.low), optional(view.high), optional(view.inner)];
  const groupOf = view.group === undefined ? undefined : rows.texts(view.group);
  const whole = rows.texts(view.category).map(
    (category, i): Bar => ({
      category,
      group: groupOf?.[i] ?? "",
      value: values[i] as number,
      low: lows?.[i] ?? Number.NaN,
      high: highs?.[i] ?? Number.NaN,
      inner: inners?.[i] ?? Number.NaN,
    }),
  );
  const found = view.nothing === "counted" ? whole.filter(({ value }) => Math.abs(value) >= nothing) : whole;
  const rest =
    new Set(whole.map(({ category }) => category)).size - new Set(found.map(({ category }) => category)).size;
  if (found.length === 0) return emptyDrawing(scene);
  const categories = inOrder([...new Set(found.map(({ category }) => category))], found, view);
  const groups = [...new Set(found.map(({ group }) => group))];
  const colours = groupColours(groups, scene);
  const colourOf = (id: string): string => colours.get(id)?.colour ?? (scene.palette.sequential[3] as string);
  const slots = Math.max(...categories.map((category) => found.filter((each) => each.category === category).length));
  const width = scene.width(phone);
  const format = scene.numbers(rows.unit(view.value), values);
  const most = width * 0.42;
  const nameOf = (category: string): string =>
    category !== "" ? scene.name(category) : scene.say(categories.length === 1 ? "ungroupedAlone" : "ungrouped");
  const heads = new Map(categories.map((category) => [category, twoLines(wrapHead(nameOf(category), most, 12), most)]));
  const left = Math.min(most, Math.max(...[...heads.values()].flat().map((text) => textWidth(text, 12)))) + 12;
  const numberWidth = Math.max(...found.map(({ value }) => textWidth(format.format(value), 12, true))) + 10;
  const [low, high] = extentOf(found.flatMap((bar) => [bar.value, bar.low, bar.high, bar.inner, 0]));
  const right = width - numberWidth;
  const x = scaleLinear(
    [Math.min(low, 0), Math.max(high, view.whole ?? 0, low === high ? 1 : 0)],
    [left + (low < 0 ? numberWidth : 0), right],
  );
  const thick = slots === 1 ? 14 : 11;
  const lines = Math.max(...[...heads.values()].map(({ length }) => length));
  const bar = Math.max(slots === 1 ? 26 : slots * (thick + 2) + 10, lines * 13 + 7);
  const crowded = categories.length > 30;
  const step = crowded ? Math.max(15, bar - 8) : bar;
  const legend = categoryKey(colours.values(), { x: 0, y: 8, width }, scene);
  const key = legend.height + (legend.height > 0 ? 6 : 0);
  const bottom = key + categories.length * step + 4;
  const ticks = x.ticks(Math.max(3, Math.floor((right - left) / 90)));
  const marks: Markup[] = bottomAxis(scene, x, {
    ticks,
    format: (tick) => tickText(format, tick),
    from: key,
    to: bottom,
    at: bottom,
    zero: true,
  });
  categories.forEach((category, i) => {
    const middle = key + (i + 0.5) * step;
    const selected = scene.isSelected(category);
    const lines = heads.get(category) as string[];
    const all = found.filter((each) => each.category === category);
    // a class in which nobody stands says so once
    const inside = all.every(({ value, low, high }) => value === 0 && !(low < 0) && !(high > 0))
      ? all.slice(0, 1)
      : all;
    marks.push(
      el(
        "g",
        { "data-place": category },
        lines.map((text, k) =>
          label(left - 10, middle + (k - (lines.length - 1) / 2) * 13, text, {
            anchor: "end",
            weight: selected ? 600 : 400,
            fill: selected ? scene.palette.accent : scene.palette.ink,
          }),
        ),
        inside.map((each, k) => {
          const y = middle + (k - (inside.length - 1) / 2) * (thick + 2);
          return drawBar(
            each,
            y,
            Math.min(thick, step - 3),
            x,
            right,
            selected,
            colourOf(each.group),
            format.format,
            scene,
          );
        }),
      ),
    );
  });
  const title = scene.head(rows.title(view.value), format.unit);
  const [least, largest] = extentOf(values);
  return {
    width,
    height: bottom + 24,
    marks: [...marks, ...legend.marks],
    seams: { head: key, cuts: categories.slice(1).map((_, i) => key + (i + 1) * step) },
    dek: title,
    description: scene.say("describeValues", {
      title,
      n: categories.length,
      low: format.format(least),
      high: format.format(largest),
    }),
    notes: [
      ...(view.inner === undefined ? [] : [scene.say("innerNote", { title: rows.title(view.inner) })]),
      ...(rest === 0 ? [] : [scene.say("restNote", { n: rest })]),
    ],
  };
};

/** The longest bar first, unless the table's order means something: a mean over a category's groups, gaps last. */
function inOrder(categories: string[], found: readonly Bar[], { order }: ViewOf<"bars">): string[] {
  if (order === "as-listed") return categories;
  const size = new Map(
    categories.map((category) => {
      const values = found.filter((each) => each.category === category && Number.isFinite(each.value));
      const sum = values.reduce((total, { value }) => total + value, 0);
      return [category, values.length === 0 ? Number.NEGATIVE_INFINITY : sum / values.length];
    }),
  );
  const sizeOf = (category: string) => size.get(category) as number;
  return categories.sort((a, b) => (sizeOf(a) === sizeOf(b) ? 0 : sizeOf(b) - sizeOf(a)));
}

function drawBar(
  bar: Bar,
  y: number,
  thick: number,
  x: (value: number) => number,
  right: number,
  selected: boolean,
  colour: string,
  write: (value: number) => string,
  scene: Scene,
): Markup[] {
  const { palette } = scene;
  const zero = x(0);
  if (!Number.isFinite(bar.value)) {
    return [
      hatch(boxCorners(zero, y - thick / 2, Math.min(54, right - zero), thick), hatchColours(scene)),
      label(zero + 60, y, scene.say("noFigures"), { size: 11, fill: palette.ink3 }),
    ];
  }
  const end = x(bar.value);
  const interval = Number.isFinite(bar.low) && Number.isFinite(bar.high);
  const negative = bar.value < 0;
  const reach = interval ? (negative ? x(bar.low) : x(bar.high)) : end;
  return [
    rect(Math.min(zero, end), y - thick / 2, Math.abs(end - zero), thick, selected ? palette.accent : colour, {
      "fill-opacity": Number.isFinite(bar.inner) ? 0.45 : interval ? 0.8 : undefined,
    }),
    ...(Number.isFinite(bar.inner)
      ? [rect(Math.min(zero, x(bar.inner)), y - thick / 2, Math.abs(x(bar.inner) - zero), thick, colour)]
      : []),
    ...(interval
      ? [
          line(x(bar.low), y, x(bar.high), y, palette.surface, 3.6),
          line(x(bar.low), y, x(bar.high), y, palette.ink, 1.4),
          line(x(bar.low), y - 3, x(bar.low), y + 3, palette.ink, 1.4),
          line(x(bar.high), y - 3, x(bar.high), y + 3, palette.ink, 1.4),
        ]
      : []),
    label(negative ? Math.min(reach, end) - 5 : Math.max(reach, end) + 5, y, write(bar.value), {
      size: thick < 11 ? 11 : 12,
      anchor: negative ? "end" : "start",
      weight: selected ? 600 : 400,
      fill: selected ? palette.accent : palette.ink,
      halo: palette.surface,
    }),
  ];
}

/** A cluster has its own colour; years and other groups are shades from pale to dark, in the order of the table. */
function groupColours(groups: readonly string[], scene: Scene): ReadonlyMap<string, Category> {
  const { sequential } = scene.palette;
  if (groups.some((id) => scene.context.groups?.[id] !== undefined)) {
    return new Map([...categoriesOf(groups, scene)].map(([id, category]) => [id, { ...category, shape: 1 }]));
  }
  const shades = groups.length === 1 ? [sequential[3] as string] : spreadColours(sequential.slice(1), groups.length);
  const short = groups.map((id) => scene.brief(id));
  const isShared = (title: string) => short.indexOf(title) !== short.lastIndexOf(title);
  return new Map(
    groups.map((id, i) => {
      const title = short[i] as string;
      // two names that are cut to the same beginning stand in full
      return [
        id,
        { id, title: isShared(title) ? scene.name(id) : title, colour: shades[i] as string, shape: 1 },
      ] as const;
    }),
  );
}

/** A name of more than two lines ends as one that is cut. */
function twoLines([first, ...rest]: readonly string[], width: number): string[] {
  const second = rest.join(rest.some(hasHan) ? "" : " ");
  return [first ?? "", ...(rest.length === 0 ? [] : [rest.length === 1 ? second : fit(second, width, 12)])];
}
