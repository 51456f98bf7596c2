import { range } from "../format.ts";
import { boxCorners, hatch } from "../hatch.ts";
import { hatchColours } from "../legend.ts";
import { label, line, point, rect, ring } from "../marks.ts";
import { strengthColour } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import { type Cells, drawCells } from "./ranking-cells.ts";
import type { RankingColumns } from "./ranking-columns.ts";
import type { RankedRow } from "./ranking-rows.ts";

/** Ranks closer than this are one bar from the 5th to the 95th percentile: shares of single ranks could not be seen. */
export const thinnestShare = 2;

/** One ranked place, from its rank to its score. */
export function drawRow(
  row: RankedRow,
  top: number,
  scene: Scene,
  columns: RankingColumns,
  cells: Cells | undefined,
  strip: (rank: number) => number,
  grouped: boolean,
): Markup {
  const { palette } = scene;
  const selected = scene.isSelected(row.place);
  const middle = top + columns.row / 2;
  const ink = selected ? palette.accent : palette.ink;
  const weight = selected ? 600 : 500;
  const high = columns.mark;
  const flag = scene.context.flags?.[row.place] !== undefined;
  const name = columns.name(row.place);
  const nameY = columns.twoLines ? middle - 8 : middle;
  const marks: Markup[] = [];
  if (selected) {
    marks.push(rect(columns.bracket + 3, top, columns.width - columns.bracket - 3, columns.row, palette.accentGround));
  }
  if (columns.rank !== undefined) {
    marks.push(
      label(columns.rank, middle, String(row.rank), {
        size: columns.small,
        anchor: "end",
        fill: selected ? palette.accent : palette.ink3,
      }),
    );
  }
  if (grouped && row.group !== undefined) {
    const group = scene.group(row.group);
    marks.push(point(columns.names - 9, nameY, 3.2, group.index, { fill: group.colour }));
  }
  marks.push(label(columns.names, nameY, name, { size: columns.text, weight, fill: ink }));
  if (flag) marks.push(dagger(name, nameY, columns, scene));
  const interval = range(row.low, row.high);
  if (columns.twoLines) {
    marks.push(label(columns.names, middle + 9, `${scene.say("rank")} ${interval}`, { size: 11, fill: palette.ink3 }));
  }
  if (cells !== undefined) marks.push(...drawCells(row.place, cells, columns, middle, scene));
  if (columns.track)
    marks.push(line(columns.strip, middle, columns.strip + columns.cell * columns.ranks, middle, palette.hair));
  marks.push(...stripCells(row, middle, high, scene, columns, strip));
  marks.push(ring(strip(row.rank), middle, columns.ring, palette, selected));
  if (columns.interval !== undefined) {
    marks.push(label(columns.interval, middle, interval, { size: columns.small, anchor: "end", fill: palette.ink2 }));
  }
  marks.push(
    label(columns.width, middle, columns.score(row.score), {
      size: columns.text,
      anchor: "end",
      weight,
      fill: ink,
    }),
  );
  return el("g", { "data-place": row.place }, marks);
}

function stripCells(
  row: RankedRow,
  middle: number,
  high: number,
  scene: Scene,
  { cell }: RankingColumns,
  strip: (rank: number) => number,
): Markup[] {
  const space = cell > 6 ? 0.7 : 0.35;
  if (row.shares.length === 0 || cell < thinnestShare) {
    const from = strip(row.low) - cell / 2;
    const wide = Math.max(cell, strip(row.high) + cell / 2 - from - space);
    const fill = scene.palette.sequential[row.shares.length === 0 ? 1 : 2] as string;
    return [rect(from, middle - high / 2, wide, high, fill)];
  }
  return row.shares.map(({ rank, share }) =>
    rect(strip(rank) - cell / 2, middle - high / 2, cell - space, high, strengthColour(scene.palette, share), {
      "fill-opacity": rank < row.low || rank > row.high ? 0.45 : undefined,
    }),
  );
}

/** A place that the figures do not let us rank: in view, hatched, with the reason. */
export function unrankedRow(
  code: string,
  top: number,
  scene: Scene,
  columns: RankingColumns,
  cells: Cells | undefined,
): Markup {
  const { palette } = scene;
  const middle = top + columns.row / 2;
  const selected = scene.isSelected(code);
  const flag = scene.context.flags?.[code] !== undefined;
  const reason = scene.say("unranked");
  const reasonWidth = textWidth(reason, 11) + 12;
  const end = columns.strip + columns.ranks * columns.cell;
  // where the strip has no room for the reason, one hatch runs through cells and strip
  const through = cells !== undefined && end - columns.strip <= reasonWidth + 20;
  const from = through ? columns.cells : columns.strip;
  const width = end - from;
  return el(
    "g",
    { "data-place": code },
    label(columns.names, middle, columns.name(code), {
      size: columns.text,
      fill: selected ? palette.accent : palette.ink2,
    }),
    flag && dagger(columns.name(code), middle, columns, scene),
    cells !== undefined && !through && drawCells(code, cells, columns, middle, scene),
    hatch(boxCorners(from, middle - columns.mark / 2, width, columns.mark), hatchColours(scene)),
    width > reasonWidth + 8 && [
      rect(
        from + (width - reasonWidth) / 2,
        middle - columns.mark / 2 - 1,
        reasonWidth,
        columns.mark + 2,
        palette.surface,
      ),
      label(from + width / 2, middle, reason, { size: 11, anchor: "middle", fill: palette.ink2 }),
    ],
    label(columns.width, middle, "–", { size: columns.text, anchor: "end", fill: palette.ink3 }),
  );
}

function dagger(name: string, y: number, columns: RankingColumns, { palette }: Scene): Markup {
  const x = columns.names + textWidth(name, columns.text) * 1.02 + 3;
  return label(x, y - 3, "†", { size: columns.text - 1, weight: 600, fill: palette.warn });
}
