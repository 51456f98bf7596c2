import { closest, distance } from "fastest-levenshtein";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Place, Problem } from "../contract/errors.ts";
import { zodReason } from "../contract/invoke.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { type Study, studySchema } from "./schema.ts";
import { yamlReason } from "./yaml-reason.ts";

const largest = 2_000_000; // characters: a study is written by people

export interface ParsedStudy {
  /** Absent when the file cannot be read as a study at all. */
  readonly study?: Study;
  readonly problems: readonly Problem[];
  /** Where a path of the study stands in the file. */
  readonly locate: (path: readonly PropertyKey[]) => Place;
}

/** Reads a study file. Every mistake is a problem with its line; nothing is thrown. */
export function parseStudy(text: string, file: string): ParsedStudy {
  const counter = new LineCounter();
  const locateNothing = () => ({ file });
  if (text.length > largest)
    return { problems: [problem("study-too-large", { size: text.length, largest }, { file })], locate: locateNothing };
  if (text.trim() === "") return { problems: [problem("study-empty", {}, { file })], locate: locateNothing };
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: "error",
  });
  const locate = (path: readonly PropertyKey[]) => locateIn(document, counter, file, path);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => {
      const { line, col } = counter.linePos(error.pos[0]);
      const { en, zh, hint } = yamlReason(error.code, error.message, text.split("\n")[line - 1] ?? "");
      const said = {
        en: message("yaml-syntax", { reason: en, column: col }).en,
        zh: message("yaml-syntax", { reason: zh, column: col }).zh,
      };
      return { code: "yaml-syntax", text: said, place: { file, line }, ...(hint === undefined ? {} : { hint }) };
    });
    return { problems, locate };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 });
  } catch {
    return { problems: [problem("yaml-aliases", {}, { file })], locate };
  }
  const parsed = studySchema.safeParse(plain, { reportInput: true });
  if (parsed.success) return { study: parsed.data, problems: [], locate };
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, locate)), locate };
}

function problem(
  code: Parameters<typeof message>[0],
  values: Record<string, string | number>,
  place: Place,
  hint?: Text,
): Problem {
  return { code, text: message(code, values), place, ...(hint === undefined ? {} : { hint }) };
}

type Locate = ParsedStudy["locate"];

function problemsOf(issue: z.core.$ZodIssue, locate: Locate): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const allowed = keysAt(issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const values = { key, at: issue.path.length === 0 ? "/" : shown(issue.path), allowed: allowed.join(", ") || "-" };
      return problem("study-unknown-key", values, locate(path), suggestion(key, allowed));
    });
  }
  if (issue.code === "invalid_union") {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest !== undefined && deepest.path.length > 0) {
      return problemsOf({ ...deepest, path: [...issue.path, ...deepest.path] } as z.core.$ZodIssue, locate);
    }
  }
  const reason = zodReason(issue);
  const at = issue.path.length === 0 ? "/" : shown(issue.path);
  const text = {
    en: message("study-invalid", { at, reason: reason.en }).en,
    zh: message("study-invalid", { at, reason: reason.zh }).zh,
  };
  return [{ code: "study-invalid", text, place: locate(issue.path) }];
}

/** A path as it is written in messages: `analyses.lq.with.base`. */
export function shown(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

/** "did you mean ...?", where one of the allowed names is near. */
export function suggestion(given: string, allowed: readonly string[]): Text | undefined {
  if (allowed.length === 0) return undefined;
  const nearest = closest(given, [...allowed]);
  const near = distance(given, nearest) <= Math.max(2, Math.floor(nearest.length / 3));
  return near ? message("did-you-mean", { suggestion: nearest }) : undefined;
}

/** The keys that the schema allows at a path, found by walking it. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = studySchema;
  for (const key of path) {
    schema = unwrap(schema);
    const { shape, element, valueType } =
      (schema as { def?: { shape?: Record<PropertyKey, unknown>; element?: unknown; valueType?: unknown } }).def ?? {};
    schema = shape?.[key] ?? element ?? valueType;
  }
  const found = unwrap(schema) as { def?: { shape?: object } } | undefined;
  return Object.keys(found?.def?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  let at = schema as { def?: { innerType?: unknown; getter?: () => unknown; options?: unknown[] } } | undefined;
  for (;;) {
    const next =
      at?.def?.innerType ??
      at?.def?.getter?.() ??
      at?.def?.options?.find((option) => "shape" in ((option as { def?: object }).def ?? {}));
    if (next === undefined) return at;
    at = next as typeof at;
  }
}

function locateIn(document: Document, counter: LineCounter, file: string, path: readonly PropertyKey[]): Place {
  const written = shown(path);
  for (let depth = path.length; depth > 0; depth -= 1) {
    const at = path.slice(0, depth);
    const start = keyStart(document, at) ?? nodeStart(document.getIn(at, true));
    if (start !== undefined)
      return { file, line: counter.linePos(start).line, ...(written === "" ? {} : { path: written }) };
  }
  return { file, line: 1, ...(written === "" ? {} : { path: written }) };
}

function nodeStart(node: unknown): number | undefined {
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
