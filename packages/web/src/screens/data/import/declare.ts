import { isMap, isScalar, parseDocument } from "yaml";
import { setAt } from "../../../bench/edit-text.ts";

/**
 * The study's text with these datasets declared, as `conurb import` prints them: two spaces before a name, four before
 * its keys. They go behind those that are there, at their depth; all else stays to the last character.
 */
export function withDatasets(text: string, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  const datasets = parseDocument(text).get("datasets", true);
  if (datasets === undefined)
    return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${block(["datasets:", ...lines])}`;
  const [first] = isMap(datasets) && datasets.flow !== true ? datasets.items : [];
  const start = isScalar(first?.key) ? first.key.range?.[0] : undefined;
  const end = isMap(datasets) ? datasets.range?.[1] : undefined;
  if (start === undefined || end === undefined) return inFlow(text, lines);
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

/** Datasets that are written on one line get the new ones on theirs. */
function inFlow(text: string, lines: readonly string[]): string {
  const declared = parseDocument(block(["datasets:", ...lines])).toJS() as { datasets: Record<string, unknown> };
  return Object.entries(declared.datasets).reduce((now, [name, value]) => setAt(now, ["datasets", name], value), text);
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
