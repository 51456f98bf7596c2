import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, hashText, type MethodResult } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { decodeResult, encodeResult, type Lock, type LockedAnalysis, type StudyRun } from "@conurb/core/study";
import { say } from "../say.ts";
import { type CellDifference, cellDifferences } from "./cell-differences.ts";
import { type Distance, distanceOf } from "./distance.ts";

/** How far the same computation may end up on another runtime: its exp and log may round the last bit the other way. */
const nearness = 1e-12;
const listed = 5; // cells named of one result

export interface Difference {
  readonly part: "study" | "seed" | "clusters" | "dataset" | "analysis";
  readonly name: string;
  readonly text: Text;
  /** The first cells of a result that differ, where what the lock vouches for is still there. */
  readonly cells?: readonly CellDifference[];
  /** How many more cells differ than are listed. */
  readonly more?: number;
}
export interface Verdict {
  /** Nothing differs by more than another runtime may. */
  readonly same: boolean;
  /** Every byte is the same. */
  readonly exact: boolean;
  readonly runtime: { readonly locked: string; readonly here: string };
  /** Analyses whose numbers another runtime gives within 1e-12. */
  readonly near: readonly Difference[];
  readonly differences: readonly Difference[];
}

/** Compares a lock with what the same study gives now. */
export async function compareLocks(before: Lock, after: Lock, run: StudyRun, folder: string): Promise<Verdict> {
  const differences: Difference[] = [];
  const near: Difference[] = [];
  const differ = (part: Difference["part"], name: string, text: Text, cells: readonly CellDifference[] = []) =>
    differences.push({ part, name, text, ...shownCells(cells) });
  if (before.study.sha256 !== after.study.sha256) differ("study", before.study.file, say("differs-study"));
  for (const part of ["seed", "clusters"] as const) {
    const [a, b] = [canonicalJson(before[part]), canonicalJson(after[part])];
    if (a !== b) differ(part, "", say("differs-value", { before: a, after: b }));
  }
  for (const name of namesOf(before.datasets, after.datasets)) {
    const text = datasetDifference(before.datasets[name], after.datasets[name]);
    if (text !== undefined) differ("dataset", name, text);
  }
  const otherRuntime = before.runtime !== after.runtime;
  for (const name of namesOf(before.analyses, after.analyses)) {
    const [a, b] = [before.analyses[name], after.analyses[name]];
    if (canonicalJson(a ?? null) === canonicalJson(b ?? null)) continue;
    // another build looks its results up under other keys; what it gives is what counts
    if (isComputed(a) && isComputed(b) && a.method === b.method && a.result === b.result) continue;
    const pair = isComputed(a) ? await bothResults(a, name, run, folder) : undefined;
    const cells = pair === undefined ? [] : cellDifferences(pair.before, pair.after);
    if (!isComputed(a) || !isComputed(b) || a.key !== b.key) {
      const text = before.build === after.build ? analysisDifference(a, b) : say("differs-build");
      const told = cells.length === 0 && isComputed(a) && isComputed(b) ? withoutCells(text, pair !== undefined) : text;
      differ("analysis", name, told, cells);
      continue;
    }
    const distance = pair && distanceOf(JSON.parse(encodeResult(pair.before)), JSON.parse(encodeResult(pair.after)));
    if (distance === undefined) differ("analysis", name, say("differs-bytes-unknown"));
    else if (otherRuntime && distance.relative <= nearness)
      near.push({ part: "analysis", name, text: toldDistance(distance) });
    else differ("analysis", name, toldDistance(distance), cells);
  }
  const same = differences.length === 0;
  const runtime = { locked: before.runtime, here: after.runtime };
  return { same, exact: same && near.length === 0, runtime, near, differences };
}

function shownCells(cells: readonly CellDifference[]): Pick<Difference, "cells" | "more"> {
  if (cells.length === 0) return {};
  const more = cells.length - listed;
  return { cells: cells.slice(0, listed), ...(more > 0 ? { more } : {}) };
}

/** The same, and why no cell is named: none differs, or the old result is gone. */
function withoutCells(text: Text, isKept: boolean): Text {
  const { en, zh } = say(isKept ? "differs-cells-none" : "differs-cells-unknown");
  return { en: `${text.en}; ${en}`, zh: `${text.zh}；${zh}` };
}

const namesOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

type Computed = Extract<LockedAnalysis, { key: string }>;

export function isComputed(locked: LockedAnalysis | undefined): locked is Computed {
  return locked !== undefined && "key" in locked;
}

function analysisDifference(before: LockedAnalysis | undefined, after: LockedAnalysis | undefined): Text {
  if (before === undefined) return say("differs-new");
  if (after === undefined) return say("differs-gone");
  if ("lacking" in after) return say("differs-lacking", { reason: after.lacking });
  if ("refused" in after) return say("differs-refused", { reason: after.refused[0] ?? "" });
  if (!isComputed(before)) return say("differs-computed");
  if (before.method !== after.method || before.version !== after.version) {
    return say("differs-value", {
      before: `${before.method} v${before.version}`,
      after: `${after.method} v${after.version}`,
    });
  }
  const [a, b] = [canonicalJson(before.options), canonicalJson(after.options)];
  return a === b ? say("differs-inputs") : say("differs-value", { before: a, after: b });
}

function datasetDifference(
  before: Lock["datasets"][string] | undefined,
  after: Lock["datasets"][string] | undefined,
): Text | undefined {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return undefined;
  if (before === undefined) return say("differs-new");
  if (after === undefined) return say("differs-gone");
  if ("lacking" in after) return say("differs-lacking", { reason: after.lacking });
  if ("lacking" in before) return say("differs-computed");
  if (before.table === after.table) return say("differs-file-only", { file: after.file ?? "" });
  const values = { file: after.file ?? "", before: before.rows, after: after.rows };
  return say("differs-table", { ...values, sha256: before.sha256 ?? before.table });
}

/** The result that the lock vouches for, where it is still there, and the one that came out now. */
async function bothResults(
  before: Computed,
  name: string,
  run: StudyRun,
  folder: string,
): Promise<{ before: MethodResult; after: MethodResult } | undefined> {
  const kept = await readFile(join(folder, "results", `${before.key}.json`), "utf8").catch(() => undefined);
  const outcome = run.outcomes.get(name);
  if (kept === undefined || hashText(kept) !== before.result || outcome === undefined || !("result" in outcome))
    return undefined;
  return { before: decodeResult(kept), after: outcome.result };
}

function toldDistance({ relative, path, before, after }: Distance): Text {
  return say("differs-number", {
    relative: relative.toExponential(1),
    path,
    before: String(before),
    after: String(after),
  });
}
