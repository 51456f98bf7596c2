import { findColumn, type ViewOf } from "@conurb/core/contract";
import { aroundOneCuts, aroundZeroCuts, classOf, extentOf, sequentialCuts } from "../classes.ts";
import { textOn } from "../contrast.ts";
import type { Draw } from "../drawing.ts";
import { fixed, type NumberFormat, signed } from "../format.ts";
import { boxCorners, hatch } from "../hatch.ts";
import { classLegend, hatchColours } from "../legend.ts";
import { label, rect, tilted, upright } from "../marks.ts";
import { spreadColours } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { fit, fitPhrases, hasHan, stacked, textWidth } from "../type.ts";
import { inSentence } from "../words.ts";
import { emptyDrawing } from "./empty.ts";
import { flagNotes } from "./flag-notes.ts";

/** Below this width a cell holds no number. */
const numberedWidth = 24;

const longestHead = 150;
const longestRow = 170;
/** What a second line in a cell takes. */
const countLine = 12;

const cellKey = (row: string, column: string): string => JSON.stringify([row, column]);

/**
 * Rows by columns, coloured by class, the number in each cell. Rows stand in the order of the table; one that is sorted by
 * its codes has no order worth keeping and is put in that of its first column that has one, which the note says.
 */
export const heatmap: Draw<"heatmap"> = (view, scene) => {
  const table = scene.rows(view.table, view.where);
  const [rowOf, columnOf, values] = [table.texts(view.row), table.texts(view.column), table.numbers(view.value)];
  if (table.n === 0) return emptyDrawing(scene);
  const grid = new Map<string, Map<string, number>>();
  rowOf.forEach((row, i) => {
    const cells = grid.get(row) ?? new Map<string, number>();
    grid.set(row, cells.set(columnOf[i] as string, values[i] as number));
  });
  const counts = view.count === undefined ? undefined : table.numbers(view.count);
  const countOf = new Map(counts && rowOf.map((row, i) => [cellKey(row, columnOf[i] as string), counts[i] as number]));
  const columns = [...new Set(columnOf)];
  const given = [...grid.keys()];
  const sorted = view.rows !== "as-listed" && given.every((row, i) => i === 0 || (given[i - 1] as string) < row);
  // a column in which all are alike gives no order
  const by = sorted
    ? columns.find((column) => new Set(given.map((row) => grid.get(row)?.get(column))).size > 1)
    : undefined;
  const rows = by === undefined ? given : inOrder(given, (row) => grid.get(row)?.get(by) ?? Number.NaN);
  const format = scene.numbers(table.unit(view.value), values, view.scale === "around-one" ? 1 : undefined);
  const { cuts, colours } = classes(view, scene.whole(view.table, view.value, view.where), format.kind, scene);

  const rowLabel = Math.min(
    Math.max(longestRow, scene.width(0) / 4),
    Math.max(...rows.map((row) => textWidth(scene.name(row), 12, true))) + 10,
  );
  const heads = columns.map((column) => scene.brief(column));
  // the table's own title comes first: industry 11 is no prefecture
  const titleOf = (column: string) => scene.context.labels?.[column]?.title[scene.language] ?? scene.name(column);
  const han = heads.some(hasHan);
  // a head that is no wider than a cell, such as the number of a class, stands upright
  const flat = !han && heads.every((head) => textWidth(head, 11) <= 24);
  const widest = Math.max(
    ...[...values].filter(Number.isFinite).map((value) => textWidth(format.format(value), 11)),
    0,
  );
  const usual = Math.max(26, widest + 7);
  /** How far the heads lean beyond the last column, where columns are so wide. */
  const leanOver = (step: number): number => {
    const reach = (head: string, i: number): number =>
      textWidth(fitPhrases(head, longestHead, 11), 11) * 0.574 - (heads.length - i - 0.5) * step + 6;
    return han || flat ? 0 : Math.min(90, Math.max(0, ...heads.map(reach)));
  };
  const width = scene.width(rowLabel + columns.length * usual + leanOver(usual));
  const cellBeside = (lean: number): number => Math.min(40, (width - rowLabel - lean) / columns.length);
  const cell = cellBeside(leanOver(Math.min(usual, cellBeside(leanOver(usual)))));
  const high = Math.min(22, Math.max(11, Math.min(cell, 20))) + (counts === undefined ? 0 : countLine);
  // few heads may be higher: 耦合度丢失系数 k is not to be cut
  const mostSigns = columns.length <= 8 ? 10 : 6;
  const head = flat
    ? 24
    : han
      ? Math.max(...heads.map((text) => stacked(text, mostSigns).length)) * 12.4 + 14
      : Math.max(...heads.map((text) => textWidth(fitPhrases(text, longestHead, 11), 11) * 0.82)) + 12;
  const numbered = cell >= numberedWidth && cell >= widest + 2;

  const marks: Markup[] = columns.map((column, i) => {
    const x = rowLabel + (i + 0.5) * cell;
    const text = heads[i] as string;
    if (flat) return upright(x, head - 8, [text], 11, scene.palette.ink2, titleOf(column));
    return han
      ? upright(x, head - 8, stacked(text, mostSigns), 11, scene.palette.ink2, titleOf(column))
      : tilted(x, head - 6, fitPhrases(text, longestHead, 11), 11, scene.palette.ink2, titleOf(column));
  });
  rows.forEach((row, i) => {
    const y = head + i * high;
    const selected = scene.isSelected(row);
    marks.push(
      el(
        "g",
        { "data-place": row },
        label(rowLabel - 8, y + high / 2, rowName(row, rowLabel - 8, selected, scene), {
          anchor: "end",
          weight: selected ? 600 : 400,
          fill: selected ? scene.palette.accent : scene.palette.ink,
        }),
        columns.map((column, j) =>
          drawCell(grid.get(row)?.get(column) ?? Number.NaN, {
            x: rowLabel + j * cell,
            y,
            cell,
            high,
            count: countOf.get(cellKey(row, column)),
            numbered,
            cuts,
            colours,
            write:
              view.scale === "around-zero" ? (value) => signed(format.scaled(value), format.digits) : format.format,
            scene,
          }),
        ),
        selected &&
          rect(rowLabel - 0.3, y - 0.3, cell * columns.length - 0.4, high - 0.4, "none", {
            stroke: scene.palette.accent,
            "stroke-width": 2.6,
          }),
      ),
    );
  });
  const bottom = head + rows.length * high + 10;
  // of a column of codes beside its words: what the words are called
  const ownTitle = (name: string) => {
    const words = `${name}_${scene.language}`;
    return table.title(findColumn(table.table, words) === undefined ? name : words);
  };
  const title = scene.head(table.title(view.value), format.unit);
  const missing = rows.some((row) => columns.some((column) => !Number.isFinite(grid.get(row)?.get(column))));
  const written = cutTexts(cuts, format);
  const scale = classLegend(scene, 0, 0, "", colours, written, { missing: false, swatch: 24 });
  const keyX = Math.max(0, Math.min(rowLabel, width - scale.width - 8));
  const legend = classLegend(scene, keyX, bottom, "", colours, written, { missing, swatch: 24, room: width - keyX });
  const [low, top] = extentOf(values);
  return {
    width: Math.max(width, legend.width),
    height: bottom + legend.height,
    marks: [...marks, legend.marks],
    seams: { head, cuts: rows.slice(1).map((_, i) => head + (i + 1) * high - 0.5) },
    dek: title,
    description: scene.say("describeGrid", {
      title,
      rows: rows.length,
      columns: columns.length,
      low: format.format(low),
      high: format.format(top),
    }),
    notes: [
      ...(view.rows === "as-listed"
        ? [scene.say("rowsColumns", { row: ownTitle(view.row), column: ownTitle(view.column) })]
        : []),
      ...(view.count === undefined
        ? []
        : [scene.say("countsBelow", { title: inSentence(table.title(view.count), scene.language) })]),
      ...(view.scale === "around-one" ? [scene.say(numbered ? "classesAroundOne" : "classesAroundOneBare")] : []),
      ...(by !== undefined ? [scene.say("rowsBy", { column: titleOf(by) })] : []),
      ...flagNotes(rows, scene),
    ],
  };
};

/** A row's name, short where the whole has no room, with its dagger where something is said of the place. */
function rowName(row: string, room: number, selected: boolean, scene: Scene): string {
  const mark = scene.context.flags?.[row] === undefined ? "" : " †";
  const left = room - (mark === "" ? 0 : 14);
  const name = scene.name(row);
  return fit(textWidth(name, 12, selected) > left ? scene.brief(row) : name, left, 12, selected) + mark;
}

interface CellRoom {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly high: number;
  /** Cases that it rests on, where these are told. */
  readonly count: number | undefined;
  readonly numbered: boolean;
  readonly cuts: readonly number[];
  readonly colours: readonly string[];
  readonly write: (value: number) => string;
  readonly scene: Scene;
}

function drawCell(value: number, room: CellRoom): Markup {
  const { x, y, cell, high, count, numbered, scene } = room;
  if (!Number.isFinite(value)) return hatch(boxCorners(x, y, cell - 1, high - 1), hatchColours(scene));
  const written = room.write(value);
  const fill = room.colours[classOf(value, room.cuts)] as string;
  return el(
    "g",
    {},
    rect(x, y, cell - 1, high - 1, fill),
    numbered &&
      label(x + (cell - 1) / 2, y + (high - 1 - (count === undefined ? 0 : countLine)) / 2, written, {
        size: textWidth(written, 11) > cell - 3 ? 10.4 : 11,
        anchor: "middle",
        fill: textOn(fill),
      }),
    numbered &&
      count !== undefined &&
      label(x + (cell - 1) / 2, y + (high - 1 + countLine) / 2, fixed(count, 0), {
        size: 10,
        anchor: "middle",
        fill: textOn(fill),
      }),
  );
}

function classes(view: ViewOf<"heatmap">, values: Float64Array, kind: NumberFormat["kind"], scene: Scene) {
  const { diverging, sequential } = scene.palette;
  if (view.scale === "sequential") {
    const cuts = view.cuts ?? sequentialCuts(values, kind);
    return { cuts, colours: spreadColours(sequential, cuts.length + 1) };
  }
  const cuts = view.cuts ?? (view.scale === "around-one" ? aroundOneCuts : aroundZeroCuts(values));
  return {
    cuts,
    colours: cuts.length === diverging.length - 1 ? diverging : spreadColours(diverging, cuts.length + 1),
  };
}

function cutTexts(cuts: readonly number[], format: NumberFormat): string[] {
  return cuts.map((cut) => {
    const scaled = Number(format.scaled(cut).toPrecision(6));
    return String(scaled).replace("-", "−");
  });
}

/** Largest first, gaps last, ties as they came. */
function inOrder(rows: string[], value: (row: string) => number): string[] {
  const key = (row: string): number => (Number.isFinite(value(row)) ? value(row) : Number.NEGATIVE_INFINITY);
  return rows
    .map((row, i) => ({ row, i, at: key(row) }))
    .sort((a, b) => (a.at === b.at ? a.i - b.i : b.at - a.at))
    .map(({ row }) => row);
}
