import type { Problem } from "@conurb/core/contract";
import type { Upload } from "./uploads.ts";

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
  /** A dataset as its file has it, before anything was done to its figures. */
  figures(name: string): Promise<unknown>;
  /** What became of every cell of a dataset's file. */
  account(name: string): Promise<unknown>;
  /** The replication archive. */
  archive(): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
  /** The view at a page's address as a file; nothing where the run has none. */
  view(
    page: { readonly screen: string; readonly view: string; readonly query: Readonly<Record<string, string>> },
    ending: "csv" | "svg" | "json",
  ): Promise<string | undefined>;
  /** The report in one language as HTML, as it would be written; nothing where that is none of its languages. */
  report(language: string): Promise<string | undefined>;
}

/** What making a report tells while it works. */
export interface ReportNotice {
  readonly format: string;
  readonly language: string;
  readonly done: number;
  readonly total: number;
}

/** A file that was made, to be handed out by its name. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  read(): Promise<Uint8Array<ArrayBuffer>>;
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
  /** Makes the report of a text as the command line does. */
  report(text: string, signal: AbortSignal, notify: (notice: ReportNotice) => void): Promise<readonly MadeFile[]>;
  /** What importing a file would make of it, by the choices of who imports it; `file` is how the study is to name it. */
  preview(given: { readonly path: string; readonly file: string }, choices: unknown): Promise<unknown>;
  methods(): Promise<unknown>;
  gazetteer(): Promise<unknown>;
}

/** Studies that can be opened beside this one. */
export interface Shelf {
  list(): Promise<unknown>;
  /** Opens what is asked for, a new study of it where it is none yet; answers the address at which it stands. */
  open(asked: unknown, upload: Upload | undefined): Promise<{ readonly address: string }>;
}
