import { isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from "yaml";
import { type Path, setAt } from "./edit-text.ts";

/**
 * Lists of the study's text, changed item by item: an item that moves keeps its own layout and comments, and nothing beside the
 * list is touched. A list that is no block of lines, each begun by its own dash, is written anew on one line.
 */
export function moveItem(text: string, path: Path, from: number, to: number): string {
  return changed(text, path, (items) => {
    const next = [...items];
    next.splice(to, 0, ...next.splice(from, 1));
    return next;
  });
}

export function removeItem(text: string, path: Path, at: number): string {
  return changed(text, path, (items) => items.filter((_, each) => each !== at));
}

export function insertItem(text: string, path: Path, at: number, value: unknown): string {
  return changed(text, path, (items, write) => [...items.slice(0, at), write(value), ...items.slice(at)]);
}

/** A list that is not there yet, an item a line. */
export function putList(text: string, path: Path, values: readonly unknown[]): string {
  const mark = "-list-"; // its place is found by the editor of maps, its lines are written here
  const put = setAt(text, path, mark);
  const at = put.indexOf(mark);
  const line = put.slice(put.lastIndexOf("\n", at) + 1, at);
  const last = path.at(-1);
  if (!new RegExp(`^ *${last}: $`).test(line)) return put.replace(mark, () => flow(values));
  const indent = `${/^ */.exec(line)?.[0] ?? ""}  `;
  const lines = values.map((value) => `\n${indent}- ${flow(value)}`).join("");
  return put.slice(0, at - 1) + lines + put.slice(at + mark.length);
}

/** Items as they are written: lines with their dash, or the items of a list on one line. */
function changed(
  text: string,
  path: Path,
  change: (items: readonly string[], write: (value: unknown) => string) => readonly string[],
): string {
  const list = parseDocument(text).getIn(path, true);
  if (!isSeq(list)) throw new Error(`edit: ${path.join(".")} is no list`);
  const [start, end] = rangeOf(list);
  const block = list.flow === true ? undefined : blockOf(text, list);
  if (block !== undefined) {
    const written = change(block.items, (value) => `${block.indent}- ${flow(value)}\n`);
    const lines = written.length === 0 ? `${block.indent}[]\n` : written.join("");
    return text.slice(0, block.from) + lines + text.slice(block.to);
  }
  const items = list.items.map((item) => {
    const [from, to] = rangeOf(item);
    // a block cannot stand within a list on one line
    return isScalar(item) || (item as YAMLSeq).flow === true
      ? text.slice(from, to)
      : flow(list.toJSON()[list.items.indexOf(item)]);
  });
  const written = change(items, flow).join(", ");
  return text.slice(0, start) + (written === "" ? "[]" : `[${written}]`) + text.slice(trimmedEnd(text, end));
}

interface Block {
  readonly indent: string;
  readonly from: number;
  readonly to: number;
  readonly items: readonly string[];
}

/** The lines of each item, comments above it included; nothing where an item's dash does not begin its line. */
function blockOf(text: string, list: YAMLSeq): Block | undefined {
  const starts: number[] = [];
  let indent: string | undefined;
  for (const item of list.items) {
    const dash = text.lastIndexOf("-", rangeOf(item)[0] - 1);
    const line = text.lastIndexOf("\n", dash) + 1;
    const before = text.slice(line, dash);
    if (!/^ *$/.test(before) || (indent !== undefined && before !== indent)) return undefined;
    indent = before;
    starts.push(aboveComments(text, line, starts.at(-1) ?? 0));
  }
  if (indent === undefined) return undefined;
  const to = endOfLine(text, trimmedEnd(text, rangeOf(list)[1]));
  const items = starts.map((from, at) => text.slice(from, starts[at + 1] ?? to));
  return {
    indent,
    from: starts[0] as number,
    to,
    items: items.map((item) => (item.endsWith("\n") ? item : `${item}\n`)),
  };
}

/** Where the comments begin that stand right above a line, as far as `floor`. */
function aboveComments(text: string, line: number, floor: number): number {
  let at = line;
  while (at > floor) {
    const above = text.lastIndexOf("\n", at - 2) + 1;
    if (above < floor || !/^ *#/.test(text.slice(above, at))) break;
    at = above;
  }
  return at;
}

function rangeOf(node: unknown): readonly [number, number] {
  const [from, to] = (node as { range: readonly number[] }).range;
  return [from as number, to as number];
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] as string)) at -= 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trim();
}
