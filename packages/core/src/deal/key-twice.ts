import { type Document, isMap, isScalar, isSeq, type LineCounter } from "yaml";
import type { Problem } from "../contract/errors.ts";
import { shown } from "../study/locate.ts";
import { kindsNamed } from "./tell.ts";

/** What a deal names, and what each of them is called. */
const sections: Readonly<Record<string, readonly [en: keyof typeof kindsNamed, code: string]>> = {
  parties: ["party", "party-twice"],
  enterprises: ["enterprise", "enterprise-twice"],
  rules: ["rule", "rule-twice"],
  drafts: ["draft", "draft-twice"],
};

interface Twice {
  readonly path: readonly (string | number)[];
  /** Where the key stood first. */
  readonly first: number;
}

/** A key that stands where it has stood before: which, where it stood first, and what to do about it. */
export function keyTwice(document: Document, at: number, counter: LineCounter, file: string): Problem | undefined {
  const found = twiceAt(document.contents, at, []);
  if (found === undefined) return undefined;
  const { path, first } = found;
  const [place, key] = [shown(path), String(path.at(-1))];
  const line = counter.linePos(first).line;
  const [kind, code] = path.length === 2 ? (sections[String(path[0])] ?? []) : [];
  return {
    code: code ?? "key-twice",
    text: {
      en: `${place}: ${key} is there twice, first in line ${line}; expected ${kind === undefined ? "it" : `each ${kind}`} once`,
      zh: `${place}：${key} 出现两次，首次在第 ${line} 行；${kind === undefined ? "" : `每个${kindsNamed[kind]}`}只应出现一次`,
    },
    hint: {
      en: kind === undefined ? "take one of them out" : `give one ${kind} another name, or take it out`,
      zh: kind === undefined ? "请删去其中一处" : `请为其中一个${kindsNamed[kind]}另取名称，或将其删去`,
    },
    place: { file, line: counter.linePos(at).line, path: place },
  };
}

function twiceAt(node: unknown, at: number, above: readonly (string | number)[]): Twice | undefined {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = twiceAt(item, at, [...above, index]);
      if (found !== undefined) return found;
    }
  } else if (isMap(node)) {
    const seen = new Map<string, number>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const [name, start] = [String(key.value), key.range?.[0] ?? 0];
      const first = seen.get(name);
      if (start === at && first !== undefined) return { path: [...above, name], first };
      seen.set(name, first ?? start);
      const found = twiceAt(value, at, [...above, name]);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
