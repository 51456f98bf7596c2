import { isMap, isScalar, parseDocument } from "yaml";
import { setAt } from "../../../bench/edit-text.ts";

/**
 * The study's text with these datasets declared, as `conurb import` prints them: two spaces before a name, four before
 * its keys.
 */
export function withDatasets(text: string, lines: readonly string[]): string {
  return withEntries(text, "datasets", lines);
}

/** The study's text with more entries in a part of it. They go behind those that are there, at their depth; all else stays to the last character. */
export function withEntries(text: string, part: "datasets" | "indicators", lines: readonly string[]): string {
  if (lines.length === 0) return text;
  const entries = parseDocument(text).get(part, true);
  if (entries === undefined)
    return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${block([`${part}:`, ...lines])}`;
  const [first] = isMap(entries) && entries.flow !== true ? entries.items : [];
  const start = isScalar(first?.key) ? first.key.range?.[0] : undefined;
  const end = isMap(entries) ? entries.range?.[1] : undefined;
  if (start === undefined || end === undefined) return onOneLine(text, part, lines);
  const depth = start - (text.lastIndexOf("\n", start - 1) + 1);
  const behind = lastLine(text, end);
  const own = block(lines.map((line) => " ".repeat(depth) + line.slice(2)));
  const before = text.slice(0, behind);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${own}${text.slice(behind)}`;
}

const block = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** The end of the last line that a block value fills: its range may reach over blank lines behind it. */
function lastLine(text: string, end: number): number {
  const filled = text.slice(0, end).trimEnd().length;
  const at = text.indexOf("\n", filled);
  return at < 0 ? text.length : at + 1;
}

/** A part that is written on one line gets new entries on its own. */
function onOneLine(text: string, part: string, lines: readonly string[]): string {
  const declared = parseDocument(block([`${part}:`, ...lines])).toJS() as Record<string, Record<string, unknown>>;
  return Object.entries(declared[part] ?? {}).reduce((now, [name, value]) => setAt(now, [part, name], value), text);
}

/** The study's text with these names confirmed, beside those that are. */
export function withConfirmed(text: string, confirm: Readonly<Record<string, string>>): string {
  return Object.entries(confirm).reduce((now, [name, code]) => setAt(now, ["places", "confirm", name], code), text);
}

/** A name that the study has for nothing yet. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? wanted : `${wanted}_${at}`;
    if (!names.has(name)) return name;
  }
}
