import { Paragraph, TableCell, TableRow, TextRun } from "docx";
import { el } from "../svg.ts";

/** A row of texts, each in a style of paragraphs; on one page with the next row if `keepNext`. */
export interface RowText {
  readonly texts: readonly string[];
  readonly keepNext?: boolean;
}

/** How a column's cells look: the id of a style, and a width in twips. */
export interface CellLook {
  readonly style: string;
  readonly width: number;
}

/**
 * The rows of a document's tables. A report has thousands of cells, of each of which the library makes twenty objects: they are written
 * here, a stand-in keeps their place in its table, and `fill` puts them there once the document is written.
 */
export interface Rows {
  add(rows: readonly RowText[], looks: readonly CellLook[]): TableRow;
  fill(document: string): string;
}

export function openRows(): Rows {
  const written: string[] = [];
  return {
    add: (rows, looks) => {
      written.push(rows.map((row) => rowXml(row, looks)).join(""));
      const text = new TextRun(`${mark}${written.length}${mark}`);
      return new TableRow({ children: [new TableCell({ children: [new Paragraph({ children: [text] })] })] });
    },
    fill: (document) => document.replace(standIn, (_, nth: string) => written[Number(nth) - 1] as string),
  };
}

/** In no text: Unicode will never make it a sign. */
const mark = "\uFDD0";
const standIn = new RegExp(`<w:tr>(?:(?!<w:tr>)[^${mark}])*${mark}(\\d+)${mark}.*?</w:tr>`, "gs");

function rowXml({ texts, keepNext = false }: RowText, looks: readonly CellLook[]): string {
  const cells = texts.map((text, at) => {
    const { style, width } = looks[at] as CellLook;
    const look = el("w:pPr", {}, el("w:pStyle", { "w:val": style }), keepNext && el("w:keepNext", {}));
    const run = text !== "" && el("w:r", {}, el("w:t", { "xml:space": "preserve" }, text));
    return el("w:tc", {}, el("w:tcPr", {}, el("w:tcW", { "w:type": "dxa", "w:w": width })), el("w:p", {}, look, run));
  });
  return el("w:tr", {}, el("w:trPr", {}, el("w:cantSplit", {})), ...cells).markup;
}
