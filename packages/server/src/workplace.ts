import type { Problem } from "@conurb/core/contract";

/** What a run tells while it works. */
export interface RunNotice {
  readonly analysis: string;
  readonly kind: "started" | "progress" | "finished";
  readonly done?: number;
  readonly total?: number;
  readonly outcome?: string;
}

/** A study that was run: all that is asked of it afterwards. What it answers is plain data, ready for JSON. */
export interface Ran {
  /** Analyses, places, groups, names and credits: what a page needs before any result. */
  readonly outline: unknown;
  /** The canonical text of a result, by its key. */
  result(key: string): Promise<string | undefined>;
  /** What one number rests on. */
  passport(analysis: string, asked: { table?: string; column?: string; keys: readonly string[] }): Promise<unknown>;
  /** Exactly what an analysis received: tables, records, roles, options, seed. */
  inputs(analysis: string): Promise<unknown>;
  /** A dataset or a set of indicators as a typed table. */
  table(name: string): Promise<unknown>;
}

/** The study on disk and what can be done with it. The command provides it: the server knows nothing of studies. */
export interface Workplace {
  /** What messages call the study's file. */
  readonly file: string;
  /** Where it is. */
  readonly path: string;
  check(text: string): Promise<{ readonly problems: readonly Problem[]; readonly notes: readonly Problem[] }>;
  /** Checks, computes and writes; throws an error with `problems` where the study does not pass. */
  run(text: string, signal: AbortSignal, notify: (notice: RunNotice, total: number) => void): Promise<Ran>;
  methods(): Promise<unknown>;
  gazetteer(): Promise<unknown>;
}
