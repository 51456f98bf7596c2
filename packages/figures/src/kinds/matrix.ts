import type { ViewOf } from "@conurb/core/contract";
import { aroundZeroCuts, classOf, extentOf, sequentialCuts, similarityCuts } from "../classes.ts";
import { textOn } from "../contrast.ts";
import type { Draw } from "../drawing.ts";
import type { NumberFormat } from "../format.ts";
import { boxCorners, hatch } from "../hatch.ts";
import { hatchColours } from "../legend.ts";
import { label, rect } from "../marks.ts";
import { spreadColours } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";
import { type MatrixData, readMatrix } from "./matrix-data.ts";
import { brackets, bracketWidth, frames, halves, selection } from "./matrix-frames.ts";
import { columnHeads, narrowestHead } from "./matrix-heads.ts";
import { diagonal, hasGroups, matrixLegend } from "./matrix-legend.ts";

/** Up to this many places the cells carry numbers and the columns names. */
const mostNumbered = 15;
/** Without numbers: as wide as it takes for every row to carry its name, from here to there. */
const [narrowest, widest] = [780, 1180];
const smallNumber = 10.4;
/** As narrow as a matrix with its key may be. */
const roomForKey = 260;

export interface MatrixGrid {
  readonly data: MatrixData;
  readonly scene: Scene;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly cell: number;
  readonly numbered: boolean;
  /** Whether a number has room in its cell. */
  readonly written: boolean;
  /** Only the lower half, because the upper one would repeat it. */
  readonly halved: boolean;
  /** Whether names stand along the diagonal, or brackets beside the last column. */
  readonly withAside: boolean;
  readonly title: string;
  readonly colours: readonly string[];
  readonly cutTexts: readonly string[];
  fill(value: number): string;
  write(value: number): string;
}

/** Everything against everything: places in their order, blocks framed, the diagonal in the colour of the group. */
export const matrix: Draw<"matrix"> = (view, scene) => {
  const data = readMatrix(view, scene);
  const n = data.codes.length;
  if (n === 0) return emptyDrawing(scene);
  const table = scene.rows(view.table, view.where);
  const numbered = n <= mostNumbered;
  const halved = numbered && data.mirrored;
  const size = numbered ? 12 : 10.4;
  const longest = (bold: boolean): number =>
    Math.max(...data.codes.map((code) => textWidth(scene.name(code), size, bold)));
  const bracketed = data.blocks.some((block) => block.to > block.from);
  const left = Math.min(Math.max(150, scene.width(0) / 4), longest(true)) + (hasGroups(data, scene) ? 16 : 9);
  const unit = table.unit(view.value);
  const format = scene.numbers(unit, data.values, isSimilarity(unit, data.values) ? 2 : undefined);
  const scale = scaleOf(view, unit, data.values, format, numbered, scene, table.title(view.value));
  const number = numbered
    ? Math.max(...data.values.map((value) => (Number.isFinite(value) ? textWidth(scale.write(value), smallNumber) : 0)))
    : 0;
  // what a column is stands over it, unless the other half says so
  const heads = data.mirrored || view.upper !== undefined ? undefined : columnHeads(data.codes, scene);
  const aside = (cell: number, withAside: boolean): number =>
    Math.max(
      !withAside ? 2 : halved ? besideDiagonal(data.codes, cell, scene) : bracketed ? bracketWidth(data, scene) : 2,
      heads?.reach(cell) ?? 0,
    );
  const mostCell = numbered ? 44 : 24;
  const readable = Math.min(widest, Math.max(narrowest, left + n * (size + 0.8) + aside(size, true)));
  const width = scene.width(numbered ? Math.max(roomForKey, left + n * 34 + aside(34, true)) : readable);
  const cellBeside = (withAside: boolean): number => {
    let cell = Math.min((width - left) / n, mostCell);
    while (cell > 4 && left + n * cell + aside(cell, withAside) > width) cell -= 0.25;
    return cell;
  };
  // numbers before the names of the blocks, or names that the rows have too, where there is no room for both
  const fits = (cell: number): boolean => number > 0 && cell >= number + 3;
  const withAside = fits(cellBeside(true)) || !fits(cellBeside(false));
  const cell = cellBeside(withAside);
  const right = aside(cell, withAside);
  const headed = heads !== undefined && cell >= narrowestHead;
  const top = headed ? heads.height : view.upper === undefined ? 2 : 18;
  const grid: MatrixGrid = {
    data,
    scene,
    left,
    top,
    right,
    cell,
    numbered,
    written: fits(cell),
    halved,
    withAside,
    ...scale,
  };
  const legend = matrixLegend(grid, width);
  const [low, high] = extentOf(data.values);
  const title = table.title(view.value);
  return {
    width,
    height: Math.max(top + n * cell + 4, legend.bottom),
    marks: [
      ...cells(grid),
      ...names(grid, size),
      ...(headed ? heads.marks(left, top, cell) : []),
      ...frames(grid),
      ...(halved || !withAside ? [] : brackets(grid, left + n * cell)),
      ...selection(grid),
      ...halves(view, grid, width),
      ...legend.marks,
    ],
    dek: title,
    description: scene.say("describeGrid", {
      title,
      rows: n,
      columns: n,
      low: format.format(low),
      high: format.format(high),
    }),
    notes: [],
  };
};

function isSimilarity(unit: string, values: readonly number[]): boolean {
  return unit !== "percent" && values.every((value) => !(value < 0 || value > 1.0001));
}

/** Classes and digits: six fixed classes for a similarity, a diverging scale once a value is below zero. */
function scaleOf(
  view: ViewOf<"matrix">,
  unit: string,
  values: readonly number[],
  format: NumberFormat,
  numbered: boolean,
  scene: Scene,
  title: string,
) {
  const { palette } = scene;
  const similarity = isSimilarity(unit, values);
  const signedValues = values.some((value) => value < 0);
  const usual = similarity
    ? similarityCuts
    : signedValues
      ? aroundZeroCuts(values)
      : sequentialCuts(values, format.kind);
  const cuts = view.cuts ?? usual;
  const range = similarity ? palette.similarity : signedValues ? palette.diverging : palette.sequential;
  const colours = spreadColours(range, cuts.length + 1);
  const scaled = cuts.map((cut) => Number(format.scaled(cut).toPrecision(6)));
  const hundreds = similarity && numbered;
  return {
    title: hundreds ? scene.say("byHundred", { title }) : title,
    colours,
    cutTexts: scaled.map((cut) => String(hundreds ? Math.round(cut * 100) : cut).replace("-", "−")),
    // the class follows the number as printed, so that two cells that both say 80 look the same
    fill: (value: number) =>
      colours[classOf(Number(format.scaled(value).toFixed(format.digits)) + 1e-9, scaled)] as string,
    write: (value: number) => (similarity ? String(Math.round(value * 100)) : format.format(value)),
  };
}

function cells(grid: MatrixGrid): Markup[] {
  const { data, scene, left, top, cell, written, halved } = grid;
  const gap = cell > 14 ? 1 : 0.5;
  const grouped = hasGroups(data, scene);
  return data.codes.map((row, i) => {
    const y = top + i * cell;
    const byFill = new Map<string, string>();
    const extra: Markup[] = [];
    data.codes.forEach((column, j) => {
      if (halved && j > i) return;
      const x = left + j * cell;
      const side = cell - gap;
      const value = j < i ? data.below(row, column) : data.above(row, column);
      const fill = i === j ? diagonal(row, grouped, scene) : Number.isFinite(value) ? grid.fill(value) : undefined;
      if (fill === undefined) {
        extra.push(hatch(boxCorners(x, y, side, side), hatchColours(scene), cell > 14 ? 6 : 4));
        return;
      }
      byFill.set(fill, (byFill.get(fill) ?? "") + d`M${x} ${y}h${side}v${side}h${-side}z`);
      if (written && i !== j) {
        extra.push(
          label(x + side / 2, y + side / 2, grid.write(value), {
            size: cell < 24 ? smallNumber : 11,
            anchor: "middle",
            fill: textOn(fill),
          }),
        );
      }
    });
    const paths = [...byFill].map(([fill, path]) => el("path", { fill, d: path }));
    return el("g", { "data-place": row }, paths, extra);
  });
}

const longestBeside = 160;
const besideGap = 5;

/** How far the names beside the diagonal reach beyond the last cell; the last column is empty and needs none. */
function besideDiagonal(codes: readonly string[], cell: number, scene: Scene): number {
  const ends = codes
    .slice(0, -1)
    .map((code, i) => (i + 1) * cell + besideGap + textWidth(fit(scene.name(code), longestBeside, 11), 11));
  return Math.max(2, ...ends.map((end) => end - codes.length * cell));
}

function names(grid: MatrixGrid, size: number): Markup[] {
  const { data, scene, left, top, cell, halved, withAside } = grid;
  const grouped = hasGroups(data, scene);
  const { palette } = scene;
  return data.codes.flatMap((code, i) => {
    const y = top + (i + 0.5) * cell - 0.3;
    const selected = scene.isSelected(code);
    const style = { size, fill: selected ? palette.accent : palette.ink, weight: selected ? 600 : 400 } as const;
    const name = scene.name(code);
    const room = left - (grouped ? 12 : 7);
    return [
      label(room, y, fit(name, room, size, selected), { ...style, anchor: "end" }),
      ...(grouped
        ? [rect(left - 6.5, y - Math.min(cell * 0.38, 5), 3, Math.min(cell * 0.76, 10), diagonal(code, true, scene))]
        : []),
      ...(halved && withAside && i < data.codes.length - 1
        ? [
            label(left + (i + 1) * cell + besideGap, y, fit(name, longestBeside, 11), {
              size: 11,
              fill: selected ? palette.accent : palette.ink3,
            }),
          ]
        : []),
    ];
  });
}
