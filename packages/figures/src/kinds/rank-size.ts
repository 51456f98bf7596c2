import type { ViewOf } from "@conurb/core/contract";
import { scaleLog } from "d3-scale";
import { bottomAxis, leftAxis, logTicks, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { fixed } from "../format.ts";
import { placeLabels } from "../layout/label-places.ts";
import type { Box } from "../layout/projection.ts";
import { label, point } from "../marks.ts";
import { dashes } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import { type Category, categoriesOf } from "./categories.ts";
import { emptyDrawing } from "./empty.ts";
import { placedLabel } from "./placed-label.ts";
import { pointMark } from "./point-mark.ts";

interface Sized {
  readonly place: string;
  readonly rank: number;
  readonly size: number;
  readonly fitted: number;
  readonly group: string;
}

/** Size against rank, both logarithmic, with the fitted line that stands in the table. */
export const rankSize: Draw<"rank-size"> = (view, scene) => {
  const table = scene.rows(view.table, view.where);
  const rows = read(view, scene);
  if (rows.length === 0) return emptyDrawing(scene);
  const format = scene.numbers(
    table.unit(view.size),
    rows.map(({ size }) => size),
  );
  const width = scene.width(420);
  const height = Math.round(Math.min(width * 0.82, 380));
  const [low, high] = extentOf(rows.flatMap(({ size, fitted }) => [size, fitted]).filter((value) => value > 0));
  const [padLow, padHigh] = [low / 1.25, high * 1.35];
  const ticks = logTicks(padLow, padHigh);
  const left = 12 + Math.max(...ticks.map((tick) => textWidth(tickText(format, tick), 11)));
  const [top, right, bottom] = [10, width - 16, height - 36];
  const lastRank = Math.max(...rows.map(({ rank }) => rank));
  const firsts = rows.filter(({ rank }) => rank === 1).map(({ place }) => textWidth(scene.name(place), 11));
  const x = scaleLog([1, Math.max(lastRank * 1.15, 2)], [left + Math.min(80, Math.max(0, ...firsts) + 14), right]);
  const y = scaleLog([padLow, padHigh], [bottom, top]);
  const { palette } = scene;
  const groups = [...new Set(rows.map(({ group }) => group))];
  const categories = categoriesOf(groups, scene);
  const spots = rows.map((row) => ({ ...row, x: x(row.rank), y: y(row.size), r: rows.length > 60 ? 2.8 : 3.8 }));
  const order = [...spots]
    .filter(wanted(spots, groups, scene))
    .sort(
      (a, b) =>
        Number(scene.isSelected(b.place)) - Number(scene.isSelected(a.place)) || a.rank - b.rank || b.size - a.size,
    );
  const key =
    groups.length > 1 || view.slope !== undefined ? groupKey(view, groups, categories, right, top, scene) : undefined;
  const places = placeLabels(
    order.map((spot) => ({
      x: spot.x,
      y: spot.y,
      r: spot.r,
      text: scene.name(spot.place),
      size: 11,
      must: scene.isSelected(spot.place),
      leader: true,
    })),
    spots,
    { x: left, y: top, width: right - left + 16, height: bottom - top },
    {
      strict: true,
      taken: key === undefined ? [] : [key.box],
      lines: groups.flatMap((group) =>
        fittedDiscs(
          rows.filter((row) => row.group === group),
          x,
          y,
        ),
      ),
    },
  );
  const title = scene.head(table.title(view.size), format.unit);
  return {
    width,
    height,
    marks: [
      ...bottomAxis(scene, x, { ticks: logTicks(1, lastRank), format: String, from: top, to: bottom, at: bottom }),
      ...leftAxis(scene, y, {
        ticks,
        format: (tick) => tickText(format, tick),
        from: left,
        to: right,
        at: left,
      }),
      label(right, bottom + 28, `${table.title(view.rank)}`, {
        size: 11,
        anchor: "end",
        fill: palette.ink2,
      }),
      ...groups.map((group) =>
        fittedLine(
          rows.filter((row) => row.group === group),
          categories.get(group) as Category,
          x,
          y,
          scene,
        ),
      ),
      ...spots.map((spot) => pointMark(spot, spot.place, categories.get(spot.group) as Category, scene)),
      ...order.flatMap(({ place }, i) => placedLabel(places[i], place, scene, { size: 11 })),
      ...(key?.marks ?? []),
    ],
    dek: `${title} · ${scene.say("logScales")}`,
    description: scene.say("describeValues", {
      title,
      n: rows.length,
      low: format.format(extentOf(rows.map((r) => r.size))[0]),
      high: format.format(extentOf(rows.map((r) => r.size))[1]),
    }),
    notes: [],
  };
};

function read(view: ViewOf<"rank-size">, scene: Scene): Sized[] {
  const table = scene.rows(view.table, view.where);
  const [sizes, ranks] = [table.numbers(view.size), table.numbers(view.rank)];
  const groups = view.group === undefined ? undefined : table.texts(view.group);
  const fitted = view.fitted === undefined ? undefined : table.numbers(view.fitted);
  return table
    .texts(view.place)
    .map(
      (place, i): Sized => ({
        place,
        rank: ranks[i] as number,
        size: sizes[i] as number,
        fitted: fitted?.[i] ?? Number.NaN,
        group: groups?.[i] ?? "",
      }),
    )
    .filter(({ rank, size }) => rank > 0 && size > 0)
    .sort((a, b) => a.rank - b.rank);
}

type Scale = (value: number) => number;

function fittedLine(rows: readonly Sized[], { id, colour, shape }: Category, x: Scale, y: Scale, scene: Scene): Markup {
  const path = rows
    .filter(({ fitted }) => fitted > 0)
    .map(({ rank, fitted }, i) => (i === 0 ? d`M${x(rank)} ${y(fitted)}` : d`L${x(rank)} ${y(fitted)}`))
    .join("");
  return el(
    "g",
    {},
    path !== "" &&
      el("path", {
        d: path,
        fill: "none",
        stroke: id === "" ? scene.palette.ink2 : colour,
        "stroke-width": 1.6,
        "stroke-dasharray": dashes[shape % dashes.length],
      }),
  );
}

function fittedDiscs(rows: readonly Sized[], x: Scale, y: Scale): { x: number; y: number; r: number }[] {
  const spots = rows.filter(({ fitted }) => fitted > 0);
  return spots.flatMap((spot, i) => {
    const next = spots[i + 1];
    const from = { x: x(spot.rank), y: y(spot.fitted) };
    if (next === undefined || next.group !== spot.group) return [{ ...from, r: 2 }];
    const to = { x: x(next.rank), y: y(next.fitted) };
    const parts = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
    return Array.from({ length: parts }, (_, k) => ({
      x: from.x + ((to.x - from.x) * k) / parts,
      y: from.y + ((to.y - from.y) * k) / parts,
      r: 2,
    }));
  });
}

/** The largest two and the smallest of each group, all of a few, and the selected. */
function wanted(spots: readonly Sized[], groups: readonly string[], scene: Scene): (spot: Sized) => boolean {
  const ends = groups.flatMap((group) => {
    const own = spots.filter((spot) => spot.group === group);
    return [...own.slice(0, groups.length === 1 ? 5 : 2), ...own.slice(-1)].map(({ place }) => place);
  });
  const named = new Set(ends);
  return ({ place }) => spots.length <= 14 || named.has(place) || scene.isSelected(place);
}

/** Names of the groups, with the slope that the table gives, in the empty upper right corner. */
function groupKey(
  view: ViewOf<"rank-size">,
  groups: readonly string[],
  categories: ReadonlyMap<string, Category>,
  right: number,
  top: number,
  scene: Scene,
): { marks: Markup[]; box: Box } {
  const slopes = view.slope === undefined ? undefined : scene.rows(view.slope.table);
  let widest = 0;
  const marks = groups.flatMap((id, i) => {
    const y = top + 8 + i * 18;
    const row = view.slope?.group === undefined ? 0 : (slopes?.texts(view.slope.group).indexOf(id) ?? -1);
    const slope = slopes?.numbers(view.slope?.value ?? "")[row];
    const written = slope === undefined || !Number.isFinite(slope) ? "" : `${scene.say("slope")} ${fixed(slope, 2)}`;
    const { title, colour, shape } = categories.get(id) as Category;
    const text = label(right, y, written, { anchor: "end", fill: scene.palette.ink, halo: scene.palette.surface });
    const name = right - (written === "" ? 0 : textWidth(written, 12) + (title === "" ? 0 : 10));
    widest = Math.max(widest, right - name + (title === "" ? 0 : textWidth(title, 12, true) + 16));
    return [
      ...(written === "" ? [] : [text]),
      ...(title === ""
        ? []
        : [
            label(name, y, title, { weight: 600, anchor: "end", fill: colour, halo: scene.palette.surface }),
            point(name - textWidth(title, 12, true) - 9, y, 3.8, shape, { fill: colour }),
          ]),
    ];
  });
  return { marks, box: { x: right - widest, y: top, width: widest + 16, height: groups.length * 18 } };
}
