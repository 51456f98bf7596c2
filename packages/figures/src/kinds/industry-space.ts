import type { ViewOf } from "@conurb/core/contract";
import type { Draw } from "../drawing.ts";
import { backbone, type Tie } from "../layout/backbone.ts";
import { forceLayout } from "../layout/force.ts";
import { placeLabels } from "../layout/label-places.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { fit } from "../type.ts";
import { inSentence } from "../words.ts";
import { emptyDrawing } from "./empty.ts";
import { placedLabel } from "./placed-label.ts";

const mostPanels = 12;

/**
 * Industries where their nearness puts them, the more places have one the larger; below, the same for each place, what it has
 * filled and what it lacks hollow: value alone tells them apart, so they do in grey.
 */
export const industrySpace: Draw<"industry-space"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const { codes, ties } = readTies(rows.texts(view.from), rows.texts(view.to), rows.numbers(view.value));
  if (codes.length === 0) return emptyDrawing(scene);
  const { palette } = scene;
  const places = readPresence(view, scene, codes);
  const width = scene.width(520);
  const height = Math.round(Math.min(Math.max(width * 0.6, 180), 360));
  const counts = codes.map((_, at) => places.reduce((sum, { has }) => sum + Number(has[at]), 0));
  const most = Math.max(1, ...counts);
  const radii = counts.map((count) => (places.length === 0 ? 5 : 2.5 + 6.5 * Math.sqrt(count / most)));
  const { forest, strong } = backbone(codes.length, ties);
  const side = Math.min(70, width * 0.14);
  const box = { x: side, y: 16, width: width - 2 * side, height: height - 32 };
  const spots = forceLayout(radii, [...forest, ...strong], box).map((spot, at) => ({
    ...spot,
    r: radii[at] as number,
  }));

  const strokes = (tie: Tie, at: (node: number) => { x: number; y: number }, stroke: string, wide: number): Markup => {
    const [a, b] = [at(tie.a), at(tie.b)];
    return line(a.x, a.y, b.x, b.y, stroke, wide);
  };
  const spotOf = (node: number) => spots[node] as (typeof spots)[number];
  const lines = [...forest, ...strong].flatMap(({ a, b }) =>
    Array.from({ length: 9 }, (_, i) => (i + 0.5) / 9).map((t) => ({
      x: spotOf(a).x + (spotOf(b).x - spotOf(a).x) * t,
      y: spotOf(a).y + (spotOf(b).y - spotOf(a).y) * t,
      r: 0.5,
    })),
  );
  const order = codes.map((_, at) => at).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const longest = Math.max(70, width * 0.24);
  const wishes = order.map((at) => ({
    ...spotOf(at),
    text: fit(scene.brief(codes[at] as string), longest, 11),
    size: 11,
    leader: true,
  }));
  const named = placeLabels(wishes, spots, { x: 0, y: 0, width, height }, { lines });
  const panels = smallPanels(places, spots, forest, { top: height + 10, width, inner: box, scene });
  const format = scene.numbers(rows.unit(view.value), rows.numbers(view.value));
  const title = scene.head(rows.title(view.value), format.unit);
  const first = forest[0];
  return {
    width,
    height: height + (panels.marks.length === 0 ? 0 : 10 + panels.height),
    marks: [
      ...strong.map((tie) => strokes(tie, spotOf, palette.rule, 0.9)),
      ...forest.map((tie) => strokes(tie, spotOf, palette.ink3, 1.6)),
      ...spots.map(({ x, y, r }) =>
        el("circle", { cx: x, cy: y, r, fill: palette.sequential[3], stroke: palette.surface, "stroke-width": 1.2 }),
      ),
      ...order.flatMap((at, i) =>
        placedLabel(named[i], codes[at] as string, scene, {
          size: 11,
          text: (wishes[i] as { text: string }).text,
          isTarget: false,
        }),
      ),
      ...panels.marks,
    ],
    dek: title,
    description: scene.say("describeSpace", {
      title,
      n: codes.length,
      names: first === undefined ? "" : scene.names([codes[first.a] as string, codes[first.b] as string]),
    }),
    notes: [
      scene.say("spaceNote", { title: inSentence(rows.title(view.value), scene.language) }),
      ...(places.length === 0 ? [] : [scene.say("spaceSize")]),
      ...(panels.marks.length === 0 ? [] : [scene.say("spacePanels")]),
      ...(panels.shown < places.length ? [scene.say("spaceShown", { n: panels.shown, all: places.length })] : []),
    ],
  };
};

/** Each pair once; of several years the last. */
function readTies(
  from: readonly string[],
  to: readonly string[],
  values: Float64Array,
): { readonly codes: readonly string[]; readonly ties: readonly Tie[] } {
  const codes = [...new Set([...from, ...to])].filter((code) => code !== "").sort();
  const position = new Map(codes.map((code, at) => [code, at]));
  const found = new Map<number, Tie>();
  from.forEach((name, row) => {
    const [i, j] = [position.get(name), position.get(to[row] as string)];
    const value = values[row] as number;
    if (i === undefined || j === undefined || i === j || !Number.isFinite(value)) return;
    const [a, b] = i < j ? [i, j] : [j, i];
    found.set(a * codes.length + b, { a, b, value });
  });
  return { codes, ties: [...found.values()] };
}

interface PlaceSpace {
  readonly place: string;
  /** By position among the industries. */
  readonly has: readonly boolean[];
}

/** Selected places first, then those with most industries. */
function readPresence(
  { presence, where }: ViewOf<"industry-space">,
  scene: Scene,
  codes: readonly string[],
): PlaceSpace[] {
  const rows = scene.beside(presence.table, where);
  const [places, industries] = [rows.texts(presence.place), rows.texts(presence.industry)];
  const present = rows.numbers(presence.present);
  const position = new Map(codes.map((code, at) => [code, at]));
  const found = new Map<string, boolean[]>();
  places.forEach((place, row) => {
    const at = position.get(industries[row] as string);
    if (at === undefined || place === "") return;
    const has = found.get(place) ?? codes.map(() => false);
    has[at] = present[row] === 1;
    found.set(place, has);
  });
  const count = ({ has }: PlaceSpace) => has.filter((each) => each).length;
  return [...found]
    .map(([place, has]): PlaceSpace => ({ place, has }))
    .sort(
      (a, b) =>
        Number(scene.isSelected(b.place)) - Number(scene.isSelected(a.place)) ||
        count(b) - count(a) ||
        (a.place < b.place ? -1 : 1),
    );
}

function smallPanels(
  places: readonly PlaceSpace[],
  spots: readonly { x: number; y: number }[],
  forest: readonly Tie[],
  {
    top,
    width,
    inner,
    scene,
  }: { top: number; width: number; inner: { x: number; y: number; width: number; height: number }; scene: Scene },
): { readonly marks: readonly Markup[]; readonly height: number; readonly shown: number } {
  const { palette } = scene;
  const columns = Math.max(2, Math.min(4, Math.floor(width / 120)));
  const shown = places.slice(0, mostPanels);
  const gap = 14;
  const side = (width - gap * (columns - 1)) / columns;
  const tall = Math.round(side * 0.62);
  const marks = shown.flatMap(({ place, has }, index) => {
    const left = (index % columns) * (side + gap);
    const upper = top + Math.floor(index / columns) * (tall + 26) + 20;
    const at = (node: number) => ({
      x: left + 5 + (((spots[node]?.x as number) - inner.x) / inner.width) * (side - 10),
      y: upper + 5 + (((spots[node]?.y as number) - inner.y) / inner.height) * (tall - 10),
    });
    const isSelected = scene.isSelected(place);
    return [
      label(left, upper - 8, fit(scene.name(place), side, 12, true), {
        weight: 600,
        fill: isSelected ? palette.accent : palette.ink,
      }),
      el(
        "g",
        { "data-place": place },
        forest.map(({ a, b }) => line(at(a).x, at(a).y, at(b).x, at(b).y, palette.rule, 0.8)),
        // what is there is drawn over what is not
        [...has.keys()]
          .sort((a, b) => Number(has[a]) - Number(has[b]) || a - b)
          .map((node) =>
            el("circle", {
              ...{ cx: at(node).x, cy: at(node).y, r: has[node] ? 3.4 : 2.6 },
              fill: has[node] ? palette.sequential[4] : palette.surface,
              stroke: has[node] ? palette.surface : palette.ink3,
              "stroke-width": has[node] ? 0.6 : 0.9,
            }),
          ),
      ),
    ];
  });
  return { marks, height: Math.ceil(shown.length / columns) * (tall + 26) + 4, shown: shown.length };
}
