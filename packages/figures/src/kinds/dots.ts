import { addTo, type ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { placeLabels } from "../layout/label-places.ts";
import { swarm } from "../layout/swarm.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import { type Category, categoriesOf } from "./categories.ts";
import { emptyDrawing } from "./empty.ts";
import { placedLabel } from "./placed-label.ts";
import { pointMark } from "./point-mark.ts";

interface Dot {
  readonly place: string;
  readonly value: number;
}

/** One strip a group, a dot a place, on one scale; the median that stands in the table as a haloed line. */
export const dots: Draw<"dots"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const values = rows.numbers(view.value);
  const groupOf = view.group === undefined ? undefined : rows.texts(view.group);
  const strips = new Map<string, Dot[]>();
  const missing: string[] = [];
  rows.texts(view.place).forEach((place, i) => {
    const value = values[i] as number;
    if (!Number.isFinite(value)) {
      missing.push(place);
      return;
    }
    const id = groupOf?.[i] ?? "";
    addTo(strips, id, { place, value });
  });
  if (strips.size === 0) return emptyDrawing(scene);
  const { palette } = scene;
  const width = scene.width(420);
  const format = scene.numbers(rows.unit(view.value), values);
  const [low, high] = extentOf(values);
  const x = scaleLinear([low, high], [12, width - 12]).nice(6);
  const ticks = x.ticks(Math.max(3, Math.floor(width / 75)));
  const radius = rows.n > 120 ? 2.8 : 4;
  const head = 26;
  const parts: Markup[] = [];
  const rules: Markup[] = [];
  let y = head;
  const categories = categoriesOf(strips.keys(), scene);
  [...strips].forEach(([id, list], i) => {
    if (i > 0) rules.push(line(0, y, width, y, palette.rule));
    const strip = drawStrip(view, categories.get(id) as Category, list, x, y, radius, width, scene);
    parts.push(...strip.marks);
    y += strip.height;
  });
  const grid = ticks.flatMap((tick) => [
    line(x(tick), head - 6, x(tick), y, palette.hair),
    label(x(tick), 10, tickText(format, tick), { size: 11, anchor: "middle", fill: palette.ink3 }),
  ]);
  const title = scene.head(rows.title(view.value), format.unit);
  return {
    width,
    height: y + 2,
    marks: [el("g", {}, grid), ...rules, ...parts],
    dek: title,
    description:
      scene.say("describeValues", {
        title,
        n: rows.n - missing.length,
        low: format.format(low),
        high: format.format(high),
      }) + (missing.length === 0 ? "" : scene.say("describeMissing", { names: scene.names(missing) })),
    notes: missing.length === 0 ? [] : [scene.say("describeMissing", { names: scene.names(missing) }).trim()],
  };
};

function drawStrip(
  view: ViewOf<"dots">,
  category: Category,
  list: readonly Dot[],
  x: (value: number) => number,
  top: number,
  radius: number,
  width: number,
  scene: Scene,
): { marks: Markup[]; height: number } {
  const { palette } = scene;
  const offsets = swarm(
    list.map(({ value }) => x(value)),
    radius,
  );
  const half = Math.max(...offsets.map(Math.abs)) + radius;
  const { id } = category;
  const titled = id !== "";
  const above = (titled ? 20 : 4) + 20;
  const middle = top + above + half;
  const height = above + 2 * half + 20;
  const spots = list.map((dot, i) => ({ ...dot, x: x(dot.value), y: middle + (offsets[i] as number), r: radius }));
  const marks: Markup[] = [];
  const median = medianOf(view, id, scene);
  const medianX = median === undefined ? undefined : x(median);
  if (titled) {
    const heading = `${category.title} ${list.length}`;
    marks.push(label(0, top + 12, heading, { weight: 600, fill: category.colour, halo: palette.surface }));
  }
  marks.push(...spots.map((spot) => pointMark(spot, spot.place, category, scene)));
  const obstacles: { x: number; y: number; r: number }[] = [...spots];
  if (medianX !== undefined && median !== undefined) {
    const [from, to] = [middle - half - 6, middle + half + 6];
    const format = scene.numbers(scene.rows(view.table, view.where).unit(view.value), [median]);
    const text = `${scene.say("median")} ${format.format(median)}`;
    const flip = medianX + 6 + textWidth(text, 11) > width;
    marks.push(
      line(medianX, from, medianX, to, palette.surface, 4.6),
      line(medianX, from, medianX, to, palette.ink, 1.6),
    );
    marks.push(
      label(medianX + (flip ? -6 : 5), from - 3, text, {
        size: 11,
        anchor: flip ? "end" : "start",
        fill: palette.ink2,
        halo: palette.surface,
      }),
    );
    for (let step = 0; step < 6; step += 1)
      obstacles.push({ x: medianX + (flip ? -1 : 1) * step * 9, y: from - 3, r: 7 });
  }
  marks.push(
    ...endNames(
      spots,
      obstacles,
      { x: 0, y: top + (titled ? 20 : 2), width, height: height - (titled ? 20 : 2) },
      scene,
    ),
  );
  return { marks, height };
}

/** The selected place and the three at either end are named where there is room. */
function endNames(
  spots: readonly (Dot & { x: number; y: number; r: number })[],
  obstacles: readonly { x: number; y: number; r: number }[],
  within: { x: number; y: number; width: number; height: number },
  scene: Scene,
): Markup[] {
  const byValue = [...spots].sort((a, b) => b.value - a.value);
  const ends = [...byValue.slice(0, 3), ...byValue.slice(-2).reverse()];
  const chosen = spots.filter(({ place }) => scene.isSelected(place) || scene.isPeer(place));
  const order = [...new Set([...chosen, ...ends])];
  const places = placeLabels(
    order.map((spot) => ({
      ...spot,
      text: scene.name(spot.place),
      size: 11.5,
      bold: scene.isSelected(spot.place),
      must: scene.isSelected(spot.place),
    })),
    obstacles,
    within,
  );
  return order.flatMap(({ place }, i) => placedLabel(places[i], place, scene, { size: 11.5 }));
}

function medianOf(view: ViewOf<"dots">, id: string, scene: Scene): number | undefined {
  if (view.median === undefined) return undefined;
  const rows = scene.rows(view.median.table);
  const row = view.median.group === undefined ? 0 : rows.texts(view.median.group).indexOf(id);
  const value = rows.numbers(view.median.value)[row];
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}
