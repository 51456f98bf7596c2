import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, hashText } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { encodeResult, type Lock, type LockedAnalysis, type StudyRun } from "@conurb/core/study";
import { say } from "../say.ts";
import { type Distance, distanceOf } from "./distance.ts";

/** How far the same computation may end up on another runtime: its exp and log may round the last bit the other way. */
const nearness = 1e-12;

export interface Difference {
  readonly part: "study" | "seed" | "clusters" | "dataset" | "analysis";
  readonly name: string;
  readonly text: Text;
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
  const differ = (part: Difference["part"], name: string, text: Text) => differences.push({ part, name, text });
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
    if (!isComputed(a) || !isComputed(b) || a.key !== b.key) {
      differ("analysis", name, analysisDifference(a, b));
      continue;
    }
    const distance = await resultDistance(a, name, run, folder);
    if (distance === undefined) differ("analysis", name, say("differs-bytes-unknown"));
    else if (otherRuntime && distance.relative <= nearness)
      near.push({ part: "analysis", name, text: toldDistance(distance) });
    else differ("analysis", name, toldDistance(distance));
  }
  const same = differences.length === 0;
  const runtime = { locked: before.runtime, here: after.runtime };
  return { same, exact: same && near.length === 0, runtime, near, differences };
}

const namesOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

type Computed = Extract<LockedAnalysis, { key: string }>;

function isComputed(locked: LockedAnalysis | undefined): locked is Computed {
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
  return say("differs-table", { file: after.file ?? "", before: before.rows, after: after.rows });
}

/** How far the new result lies from the one that the lock vouches for, where that one is still there. */
async function resultDistance(
  before: Computed,
  name: string,
  run: StudyRun,
  folder: string,
): Promise<Distance | undefined> {
  const kept = await readFile(join(folder, "results", `${before.key}.json`), "utf8").catch(() => undefined);
  const outcome = run.outcomes.get(name);
  if (kept === undefined || hashText(kept) !== before.result || outcome === undefined || !("result" in outcome))
    return undefined;
  return distanceOf(JSON.parse(kept), JSON.parse(encodeResult(outcome.result)));
}

function toldDistance({ relative, path, before, after }: Distance): Text {
  return say("differs-number", {
    relative: relative.toExponential(1),
    path,
    before: String(before),
    after: String(after),
  });
}
