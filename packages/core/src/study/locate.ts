import { type Document, isNode, type LineCounter } from "yaml";
import type { Place } from "../contract/errors.ts";

/** Where a path of the study stands in its file. */
export type Locate = (path: readonly PropertyKey[]) => Place;

/** A path as it is written in messages: `analyses.lq.with.base`. */
export function shown(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

/** Finds the line of a path, or of the innermost part of it that the file has. */
export function locateIn(document: Document, counter: LineCounter, file: string): Locate {
  return (path) => {
    const written = path.length === 0 ? {} : { path: shown(path) };
    for (let depth = path.length; depth > 0; depth -= 1) {
      const at = path.slice(0, depth);
      const start = keyStart(document, at) ?? nodeStart(document.getIn(at, true));
      if (start !== undefined) return { file, line: counter.linePos(start).line, ...written };
    }
    return { file, line: 1, ...written };
  };
}

export function nodeStart(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Where the key itself stands, so that a message about an entry names the entry's own line. */
function keyStart(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const items = (parent as { items?: unknown[] } | null)?.items;
  const last = String(path.at(-1));
  for (const item of items ?? []) {
    const key = (item as { key?: unknown }).key;
    if (isNode(key) && String((key as { value?: unknown }).value) === last) return key.range?.[0];
  }
  return undefined;
}
