import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import type { Grid } from "../report/grid.ts";
import { textWidth as widthOf } from "../type.ts";
import { type CellSize, cellLine, cellStyle, codeSize, linesOf, rule, textWidth } from "./paper.ts";
import type { CellLook, Rows, RowText } from "./rows.ts";

/** A three-line table over the width of the text: rules of 1.5, .75 and 1.5 points, none upright; its head on every page. */
export function threeLines(grid: Grid, rows: Rows): Table {
  const { heads } = grid;
  const { size, widths } = layoutOf(grid);
  const looks = heads.map(({ kind }, at) => ({ style: cellStyle(size, kind), width: widths[at] as number }));
  const unit = (text: string) => new TextRun({ text, size: size - 2, break: 1 });
  const head = heads.map((each, at) => {
    const runs = [new TextRun(each.title), ...(each.unit === "" ? [] : [unit(each.unit)])];
    return headCell(runs, looks[at] as CellLook);
  });
  const keepNext = standsTogether(grid);
  const body = grid.rows.map((cells) => ({ texts: cells.map(({ text }) => text), keepNext }));
  return table(head, body, looks, rows);
}

/** The size of a table's letters, in half points, and the widths of its columns, in twips. */
function layoutOf({ heads, rows }: Grid) {
  const size: CellSize = heads.length > 9 ? 15 : heads.length > 7 ? 16 : 18;
  const widths = columnWidths(
    heads.map((head, at) => [head.title, head.unit, ...rows.map((cells) => cells[at]?.text ?? "")]),
    size,
  );
  return { size, widths };
}

/** How high a table is about to be, in pixels, with what is wrapped in its cells. */
export function tableHeight(grid: Grid): number {
  const { size, widths } = layoutOf(grid);
  const line = cellLine(size) / twipsAPixel;
  const row = (texts: readonly string[]): number => {
    const high = texts.map((text, at) => linesOf(text, size / 1.5, (widths[at] as number) / twipsAPixel - cellSides));
    return Math.max(...high) * line + aroundLine;
  };
  const head = row(grid.heads.map(({ title }) => title)) + (grid.heads.some(({ unit }) => unit !== "") ? line : 0);
  return grid.rows.reduce((sum, cells) => sum + row(cells.map(({ text }) => text)), head + 4);
}

/** What the margins of a cell take of its width, and the spacing of its lines of its height, in pixels. */
const [twipsAPixel, cellSides, aroundLine] = [15, 8, 2.7];

/** Whether a table stands on one page with its notes. */
export const standsTogether = ({ rows }: Grid): boolean => rows.length <= mostTogether;

/** The same for plain texts, such as files and their hashes, the last column in a typewriter's face. */
export function plainTable(heads: readonly string[], body: readonly (readonly string[])[], rows: Rows): Table {
  const widths = columnWidths(heads.map((head, at) => [head, ...body.map((cells) => cells[at] ?? "")]));
  const kind = (at: number) => (at === heads.length - 1 ? "code" : "label");
  const looks = widths.map((width, at) => ({ style: cellStyle(codeSize, kind(at)), width }));
  const head = heads.map((text, at) =>
    headCell([new TextRun(text)], { ...(looks[at] as CellLook), style: cellStyle(codeSize, "label") }),
  );
  return table(
    head,
    body.map((texts) => ({ texts })),
    looks,
    rows,
  );
}

function table(head: readonly TableCell[], body: readonly RowText[], looks: readonly CellLook[], rows: Rows): Table {
  const { none, thick } = rule;
  return new Table({
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [...head] }),
      ...(body.length === 0 ? [] : [rows.add(body, looks)]),
    ],
    columnWidths: looks.map(({ width }) => width),
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 60, right: 60, top: 0, bottom: 0 },
  });
}

const headCell = (children: readonly TextRun[], { style, width }: CellLook): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: "bottom",
    borders: { bottom: rule.thin },
    children: [new Paragraph({ style, keepNext: true, children })],
  });

/** Rows: longer tables go on over the page. */
const mostTogether = 20;
/** In ems: a number, the longest line worth its width, what a column of text can make do with. */
const [narrowest, widest, easy] = [2.8, 25, 4.5];
const padding = 10;

/** Columns share the width by what stands in them, set at `size` half points: none narrower than its longest word, wide texts wrapped first. */
export function columnWidths(columns: readonly (readonly string[])[], size = 18): number[] {
  const em = size / 1.5; // pixels
  const wide = (text: string) => widthOf(text, em) + padding;
  // what cannot be broken: a number, a Latin word, a Chinese character
  const longestWord = (text: string) =>
    Math.max(0, ...text.split(/\s|(?<=[-_/])|(?=\p{Script=Han})/u).map((word) => wide(word)));
  const wished = columns.map((texts) => Math.min(widest * em, Math.max(narrowest * em, ...texts.map(wide))));
  const least = columns.map((texts, at) =>
    Math.min(wished[at] as number, Math.max(easy * em, ...texts.map(longestWord))),
  );
  const total = sum(wished);
  const pixels = textWidth / 15;
  const spare = pixels - total;
  const slack = total - sum(least);
  const shares =
    spare >= 0
      ? wished.map((width) => width + spare / columns.length)
      : wished.map((width, at) =>
          slack > -spare
            ? width + (spare * (width - (least[at] as number))) / slack
            : ((least[at] as number) * pixels) / sum(least),
        );
  const twips = shares.map((share) => Math.floor(share * 15));
  twips[0] = (twips[0] as number) + textWidth - sum(twips);
  return twips;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
