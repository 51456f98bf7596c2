import type { Workbook as DecodedWorkbook } from "hucre";
import { decodeText } from "./encoding.ts";
import * as say from "./workbook-refusals.ts";

/**
 * The tables of a web page under each other on one sheet, with the words around them, as a spreadsheet program opens it; every cell as
 * it is written. The decoder gives what it has where a page breaks off, and nothing of tables within cells: a page whose rows it does
 * not all give is refused.
 */
export async function decodeWebTables(bytes: Uint8Array, file: string): Promise<DecodedWorkbook> {
  const { fromHtml } = await import("hucre");
  const read = (html: string) => fromHtml(html, { typeInference: false, classes: false });
  const page = spoken(decodeText(bytes, file).text);
  const [last = "", ...before] = page.split(/<\/table\s*>/i).reverse();
  const rows: ReturnType<typeof read>["rows"] = [];
  const merges: NonNullable<ReturnType<typeof read>["merges"]> = [];
  const around = (html: string) => {
    const lines = read(`<table><tr><td>${html.replace(blocks, "</td></tr><tr><td>")}</td></tr></table>`).rows;
    for (const line of lines) if (line.some((text) => text !== null)) rows.push(line);
  };
  for (const part of before.reverse()) {
    const [begin, ...inner] = [...part.matchAll(/<table[\s>]/gi)].map(({ index }) => index);
    if (begin === undefined || inner.length > 0) throw say.nestedTables(file);
    around(part.slice(0, begin));
    const table = part.slice(begin);
    const found = read(`${table}</table>`);
    const isWhole = found.rows.length === (table.match(/<tr[\s>]/gi) ?? []).length;
    if (!isWhole || /<\/tr\s*>\s*<t[dh][\s>]/i.test(table)) throw say.brokenPage(file);
    const down = rows.length;
    for (const row of found.rows) rows.push(row);
    for (const each of found.merges ?? [])
      merges.push({ ...each, startRow: each.startRow + down, endRow: each.endRow + down });
    rows.push([]);
  }
  if (/<table[\s>]/i.test(last)) throw say.brokenPage(file);
  around(last);
  return { sheets: [{ name: file.replace(/^.*[/\\]|\.[^.]*$/g, ""), rows, merges }] };
}

/** Ends of paragraphs and their kin: what follows stands on a line of its own. */
const blocks = /<\/?(p|div|h\d|li|ul|ol|dl|dt|dd|section|header|footer|center|hr)\b[^<>]*>/gi;

/** Signs that tables print; the decoder knows those of XML alone. */
const signs: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  minus: "−",
  middot: "·",
  times: "×",
  permil: "‰",
  deg: "°",
  sup2: "²",
  sup3: "³",
};

/** A page without what nobody sees: its head, comments, scripts and styles. */
function spoken(page: string): string {
  const left = [/<!--/g, /<head\b/gi, /<script\b/gi, /<style\b/gi].reduce((text, open, at) => {
    const close = [/-->/g, /<\/head\s*>/gi, /<\/script\s*>/gi, /<\/style\s*>/gi][at] as RegExp;
    return without(text, open, close);
  }, page);
  return left
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/&([a-z]+\d?);/gi, (whole, name: string) => signs[name.toLowerCase()] ?? whole);
}

/** In one pass: an opening that nothing closes stays, for the decoder to stumble over. */
function without(text: string, open: RegExp, close: RegExp): string {
  let kept = "";
  let from = 0;
  for (;;) {
    open.lastIndex = from;
    const begin = open.exec(text);
    if (begin === null) break;
    close.lastIndex = begin.index;
    if (close.exec(text) === null) break;
    kept += text.slice(from, begin.index);
    from = close.lastIndex;
  }
  return kept + text.slice(from);
}
