import { type Document, isCollection, isMap, isScalar, parseDocument, stringify, type YAMLMap } from "yaml";

export type Path = readonly (string | number)[];

/**
 * The study's text with `value` at `path`, and not one character changed beside it: comments, order and layout are the
 * author's. What is there is replaced where it stands; what is not is put at the end of the map that it belongs to.
 */
export function setAt(text: string, path: Path, value: unknown): string {
  const doc = parseDocument(text);
  const [last] = path.slice(-1);
  if (last === undefined) throw new Error("edit: a path names at least one key");
  const found = doc.getIn(path, true);
  const there = rangeOf(found);
  if (there !== undefined && (isScalar(found) || (isCollection(found) && found.flow === true))) {
    return splice(text, there[0], there[1], inFlow(value));
  }
  const above = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  if (found !== undefined) return rewritten(doc, path, value);
  if (isMap(above)) return added(text, above, String(last), value) ?? rewritten(doc, path, value);
  if (above === undefined && path.length > 1) return setAt(text, path.slice(0, -1), { [String(last)]: value });
  return rewritten(doc, path, value);
}

/** Without the key at `path`. */
export function removeAt(text: string, path: Path): string {
  const doc = parseDocument(text);
  const above = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  const [last] = path.slice(-1);
  if (isMap(above) && above.flow !== true && above.items.length > 1) {
    const at = above.items.findIndex(({ key }) => isScalar(key) && key.value === last);
    const key = rangeOf(above.items[at]?.key);
    const value = rangeOf(above.items[at]?.value) ?? key;
    if (key !== undefined && value !== undefined) {
      const from = text.lastIndexOf("\n", key[0]) + 1;
      return splice(text, from, endOfLine(text, lastCharacter(text, value[1])), "");
    }
  }
  doc.deleteIn(path);
  return doc.toString({ lineWidth: 0 });
}

type Range = readonly [start: number, valueEnd: number];

function rangeOf(node: unknown): Range | undefined {
  const range = (node as { range?: readonly number[] | null } | null | undefined)?.range;
  return range == null ? undefined : [range[0] as number, range[1] as number];
}

const splice = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

/** On one line, as a person would write it. */
export function inFlow(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trim();
}

function added(text: string, map: YAMLMap, key: string, value: unknown): string | undefined {
  const range = rangeOf(map);
  if (range === undefined) return undefined;
  const line = `${inFlow(key)}: ${inFlow(value)}`;
  if (map.flow === true) {
    const inside = text.slice(range[0] + 1, range[1] - 1);
    if (map.items.length === 0) return splice(text, range[0], range[1], `{ ${line} }`);
    const kept = inside.trimEnd().replace(/,$/, "");
    return splice(text, range[0] + 1, range[0] + 1 + inside.trimEnd().length, `${kept}, ${line}`);
  }
  const [first] = map.items;
  const tail = map.items.at(-1);
  const start = rangeOf(first?.key)?.[0];
  const end = rangeOf(tail?.value)?.[1] ?? rangeOf(tail?.key)?.[1];
  if (start === undefined || end === undefined) return undefined;
  const left = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (!/^[ -]*$/.test(left)) return undefined; // behind something else on its line: left to the library
  const indent = " ".repeat(left.length); // keys of a list item stand below its first, not below its dash
  const at = endOfLine(text, lastCharacter(text, end));
  const before = text.slice(0, at);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${indent}${line}\n${text.slice(at)}`;
}

/** The end of a block value lies after its line breaks. */
function lastCharacter(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] as string)) at -= 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
}

function rewritten(doc: Document, path: Path, value: unknown): string {
  doc.setIn(path, value);
  return doc.toString({ lineWidth: 0 });
}
