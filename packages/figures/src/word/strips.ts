import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Figure } from "../lay-out.ts";
import { type Band, bandsOf } from "../report/bands.ts";
import type { FigureExhibit } from "../report/exhibits.ts";
import { imageOf } from "./image.ts";
import type { Media } from "./media.ts";
import { lines, room, rule } from "./paper.ts";

/** The strips of a figure's rows between which a page of Word may end. */
export const stripsOf = (figure: Pick<Figure, "seams" | "height">, scale: number): Band[] =>
  bandsOf(figure, room.height, scale);

/**
 * The picture of a figure as a table without rules: its head, which is repeated on every page, and a strip of its rows in each row. So
 * whoever lays out the pages parts it where one is full, in whatever faces and after whatever words are put in before.
 */
export function inStrips(exhibit: FigureExhibit, media: Media, scale: number, running: string): Table {
  const { figure } = exhibit;
  const { head } = figure.seams as NonNullable<Figure["seams"]>;
  const width = Math.ceil(figure.width * scale * twipsAPixel);
  const cell = (children: readonly Paragraph[]) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children: [...children] });
  const strip = (band: Band, before = 0) =>
    new Paragraph({
      style: "Picture",
      keepNext: band.to === figure.height, // with its caption
      spacing: { before, after: 0, ...lines(240) },
      run: { size: 2 }, // below a picture stands as much as its letters reach below the line
      children: [imageOf(exhibit, media, scale, band)],
    });
  const top = [
    ...(running === "" ? [] : [new Paragraph({ style: "Note", keepNext: true, text: running })]),
    ...(head === 0 ? [] : [strip({ from: 0, to: head }, aboveHead)]),
  ];
  const row = (band: Band) =>
    new TableRow({
      cantSplit: true,
      height: { value: Math.round((band.to - band.from) * scale * twipsAPixel), rule: HeightRule.EXACT },
      children: [cell([strip(band)])],
    });
  const { none } = rule;
  return new Table({
    rows: [
      ...(top.length === 0 ? [] : [new TableRow({ tableHeader: true, cantSplit: true, children: [cell(top)] })]),
      ...stripsOf(figure, scale).map(row),
    ],
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
  });
}

const twipsAPixel = 15;
/** As much as stands above other pictures. */
const aboveHead = 200;
