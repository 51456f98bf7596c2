import { type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Figure } from "../lay-out.ts";
import type { Shown } from "../report/document.ts";
import { room, rule } from "./paper.ts";

/** Of its own size: below this the letters of a figure, 11 and 12 pixels high, are too small for print. */
export const leastScale = 0.75;

/** Between two figures abreast, in pixels. */
const gap = 20;
/** The lower of two abreast is at least so much as high as the other, lest one hole be mended by another. */
const leastEven = 0.6;

/** Of the room for a picture: one so high takes a page by itself, with a hole before it and another below. */
const mostOfPage = 0.8;

/**
 * What stands abreast: figures that follow one another, where both are narrow, and about equally high or one of them nearly as high as
 * a page that does not hold both, and may not part; else one exhibit alone.
 */
export function rowsOf(shown: readonly Shown[]): (readonly Shown[])[] {
  const rows: (readonly Shown[])[] = [];
  for (let at = 0; at < shown.length; ) {
    const row = shown.slice(at, at + 2);
    const taken = row.length === 2 && goAbreast(row) ? 2 : 1;
    rows.push(row.slice(0, taken));
    at += taken;
  }
  return rows;
}

function goAbreast(row: readonly Shown[]): boolean {
  const figures = row.flatMap(({ exhibit }) => (exhibit.kind === "figure" ? exhibit.figure : []));
  if (figures.length < row.length) return false;
  const alone = figures.map((figure) => abreastScale([figure]));
  if (abreastScale(figures) < Math.min(leastScale, ...alone)) return false;
  const heights = figures.map(({ height }, at) => height * (alone[at] as number));
  const highest = Math.max(...heights);
  const mayPart = figures[heights.indexOf(highest)]?.seams !== undefined;
  const isEven = Math.min(...heights) / highest >= leastEven;
  const sum = heights.reduce((total, height) => total + height, 0);
  return isEven || (!mayPart && highest > mostOfPage * room.height && sum > room.height);
}

/** In what part of their own size figures go beside one another, or one alone; how high that may be does not matter where it may part. */
export function abreastScale(figures: readonly Pick<Figure, "width" | "height" | "seams">[]): number {
  const widths = figures.reduce((sum, { width }) => sum + width, 0);
  const mayPart = figures.length === 1 && figures[0]?.seams !== undefined;
  const highest = mayPart ? 0 : Math.max(...figures.map(({ height }) => height));
  return Math.min(1, (room.width - gap * (figures.length - 1)) / widths, room.height / highest);
}

/** The widths, in pixels, of the columns that figures stand in: what is left of the text's width is shared evenly. */
export function columnsAbreast(figures: readonly Pick<Figure, "width" | "height">[]): number[] {
  const scale = abreastScale(figures);
  const spare = room.width - figures.reduce((sum, { width }) => sum + width * scale, 0);
  return figures.map(({ width }) => width * scale + spare / figures.length);
}

/** A figure's paragraphs: the picture, and caption, notes and source under it. */
export interface FigureParts {
  readonly picture: Paragraph;
  readonly told: readonly Paragraph[];
}

/** Figures beside one another in a table without rules: pictures on one foot, what is told of each under it, all on one page. */
export function abreast(parts: readonly FigureParts[], columns: readonly number[]): FileChild[] {
  const widths = columns.map((width) => Math.floor(width * twipsAPixel));
  const row = (content: (part: FigureParts) => readonly Paragraph[], verticalAlign: "top" | "bottom") =>
    new TableRow({
      cantSplit: true,
      children: parts.map(
        (part, at) =>
          new TableCell({
            width: { size: widths[at] as number, type: WidthType.DXA },
            verticalAlign,
            children: [...content(part)],
          }),
      ),
    });
  const { none } = rule;
  const table = new Table({
    rows: [row(({ picture }) => [picture], "bottom"), row(({ told }) => told, "top")],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: margin, right: margin, top: 0, bottom: 0 },
  });
  // two tables that touch would become one
  return [table, new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: "exact" } })];
}

/** A third of the gap, on both sides of a figure. */
const twipsAPixel = 15;
const margin = Math.floor((gap / 3) * twipsAPixel);
