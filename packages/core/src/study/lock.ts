import type { Text } from "../language/text.ts";
import { Lacking } from "./data.ts";
import { contentHash, type StudyRun } from "./run.ts";

/** What was resolved: enough to compute the same numbers again, and to see whether they are the same. */
export interface Lock {
  readonly lock: 1;
  readonly conurb: string;
  readonly runtime: string;
  /** Digest of the code that computed. */
  readonly build?: string;
  readonly study: { readonly file: string; readonly sha256: string };
  readonly seed: number;
  readonly clusters: readonly string[];
  readonly datasets: Readonly<Record<string, LockedDataset>>;
  readonly analyses: Readonly<Record<string, LockedAnalysis>>;
}
export type LockedDataset =
  | { readonly file?: string; readonly sha256?: string; readonly table: string; readonly rows: number }
  | { readonly lacking: Text };
export type LockedAnalysis =
  | {
      readonly method: string;
      readonly version: number;
      readonly options: Readonly<Record<string, unknown>>;
      readonly key: string;
      readonly result: string;
    }
  | { readonly lacking: Text }
  | { readonly refused: readonly Text[] };

export async function lockOf(
  run: StudyRun,
  study: { file: string; sha256: string },
  program: { conurb: string; runtime: string; build?: string },
): Promise<Lock> {
  const datasets: Record<string, LockedDataset> = {};
  for (const name of Object.keys(run.plan.study.datasets)) {
    try {
      const table = await run.data.dataset(name);
      const { file, sha256 } = table.source ?? {};
      datasets[name] = {
        ...(file === undefined ? {} : { file }),
        ...(sha256 === undefined ? {} : { sha256 }),
        table: contentHash(table),
        rows: table.rows,
      };
    } catch (error) {
      if (!(error instanceof Lacking)) throw error;
      datasets[name] = { lacking: error.text };
    }
  }
  const analyses: Record<string, LockedAnalysis> = {};
  for (const { name, method } of run.plan.analyses) {
    const outcome = run.outcomes.get(name);
    if (outcome?.kind === "lacking") analyses[name] = { lacking: outcome.reason };
    else if (outcome?.kind === "refused") analyses[name] = { refused: outcome.problems.map(({ text }) => text) };
    else if (outcome !== undefined) {
      analyses[name] = {
        method: method.id,
        version: method.version,
        options: outcome.result.options,
        key: outcome.key,
        result: outcome.sha256,
      };
    }
  }
  const clusters = run.groups.map(({ id, edition }) => (edition === undefined ? id : `${id}@${edition}`));
  return { lock: 1, ...program, study, seed: run.plan.study.seed, clusters, datasets, analyses };
}
