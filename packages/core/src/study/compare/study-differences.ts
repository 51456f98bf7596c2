import { canonicalJson } from "../../contract/canonical.ts";
import type { Study } from "../schema.ts";
import { weighedOtherwise } from "../unused-weights.ts";
import { membersOf, type OpenEdition } from "./editions.ts";
import type { Factor } from "./factors.ts";
import { wordless } from "./wordless.ts";
import { isYear, yearless } from "./year-parts.ts";

/** One entry of the study file that is not the same, as it is written; nothing where an edition has none. */
export interface EntryDifference {
  readonly factor: Factor;
  readonly at: string;
  readonly before?: string;
  readonly after?: string;
  /** A weight that no recipe of either edition reads, and how those weigh instead. */
  readonly unused?: readonly string[];
}
export interface MemberDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What two studies say differently, where it can change a number; titles, report and notes are passed over. */
export function studyDifferences(a: Study, b: Study): EntryDifference[] {
  const found: EntryDifference[] = [];
  for (const section of ["seed", "prices", "datasets", "places", "indicators", "recipes", "analyses"] as const) {
    walk(wordless(a[section]), wordless(b[section]), [section], found);
  }
  return found.map((entry) => {
    const unused = unusedBy(a, b, entry.at);
    return unused === undefined ? entry : { ...entry, unused };
  });
}

/** How the recipes of both editions weigh, where an entry is a weight that all of them set aside. */
function unusedBy(a: Study, b: Study, at: string): readonly string[] | undefined {
  const [section, set = "", ...path] = at.split(".");
  if (section !== "indicators" || path.at(-1) !== "weight") return undefined;
  const [before, after] = [weighedOtherwise(a, set), weighedOtherwise(b, set)];
  return before === undefined || after === undefined ? undefined : [...new Set([...before, ...after])];
}

export function memberDifferences(a: OpenEdition, b: OpenEdition): MemberDifferences {
  const [own, other] = [membersOf(a.groups), membersOf(b.groups)];
  return {
    added: [...other].filter((code) => !own.has(code)).sort(),
    removed: [...own].filter((code) => !other.has(code)).sort(),
  };
}

/** Files, whose figures are compared themselves. */
const files = new Set(["file", "atlas", "sha256", "encoding"]);

function walk(a: unknown, b: unknown, path: readonly string[], found: EntryDifference[]): void {
  const last = path.at(-1) as string;
  if (path[0] === "datasets" && path.length === 3 && files.has(last)) return;
  const [before, after] = [written(a), written(b)];
  if (before === after) return;
  if (isMap(a) && isMap(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) walk(a[key], b[key], [...path, key], found);
    return;
  }
  // an entry that one edition alone has is named, not spelled out
  const named = (side: unknown, text: string | undefined) => (isMap(side) && path.length === 2 ? undefined : text);
  const [from, to] = [named(a, before), named(b, after)];
  found.push({
    factor: factorOf(path, a, b),
    at: path.join("."),
    ...(a === undefined ? {} : { before: from ?? "+" }),
    ...(b === undefined ? {} : { after: to ?? "+" }),
  });
}

function factorOf(path: readonly string[], a: unknown, b: unknown): Factor {
  const [section] = path;
  const last = path.at(-1) as string;
  if (path.length === 3 && last === "places") return "cluster";
  if (section === "recipes") return "weights";
  if (section === "indicators") {
    if (path.length === 3 && (last === "year" || last === "years")) return "year";
    if (last !== "expr") return last === "unit" ? "method" : "weights";
    return yearless(String(a)) === yearless(String(b)) ? "year" : "method";
  }
  const dated = [a, b].flat().every((value) => value === undefined || isYear(value));
  if (dated && last !== "seed") return "year";
  return section === "datasets" || section === "places" ? "data" : "method";
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function written(value: unknown): string | undefined {
  return value === undefined ? undefined : typeof value === "string" ? value : canonicalJson(value);
}
