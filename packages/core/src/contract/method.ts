import type { z } from "zod";
import type { Text } from "../language/text.ts";
import type { Random } from "./random.ts";
import type { Inputs, Readings } from "./readings.ts";
import type { Table } from "./table.ts";
import type { View } from "./view.ts";

/** A row that was left out, and why. */
export interface Dropped {
  readonly input: string;
  readonly row: string;
  readonly reason: Text;
}

/** A row that a sentence names: a place or a pair of them, at a year and of an industry where the data have them. */
export interface NamedRow {
  readonly place: string;
  readonly other?: string;
  readonly year?: number | undefined;
  readonly industry?: string;
}

/** A value in a finding or warning: how it is named or written is left to the reader's language. */
export type FindingValue =
  | string
  | number
  | { readonly place: string }
  | { readonly places: readonly string[] }
  | { readonly rows: readonly NamedRow[] }
  | { readonly industries: readonly string[] }
  | { readonly group: string }
  | { readonly text: Text }
  | { readonly number: number; readonly unit: string; readonly digits?: number };

/** A sentence bound to numbers: an ICU pattern in both languages and its values. Nothing is concluded by hand. */
export interface Finding {
  readonly text: Text;
  readonly values: Readonly<Record<string, FindingValue>>;
}

/**
 * Something a reader must know, as data. `code` is stable, the text may be reworded; with `values` it is a pattern like a
 * finding's. Places are named by values alone: the text holds none of their codes.
 */
export interface Warning {
  readonly code: string;
  readonly text: Text;
  readonly values?: Readonly<Record<string, FindingValue>>;
}

/** What every result says beside its own numbers. */
export interface Outcome {
  /** Observations used. */
  readonly n: number;
  readonly dropped?: readonly Dropped[];
  readonly warnings?: readonly Warning[];
  /** The answers taken where the literature has more than one, by the names in the descriptor's `conventions`. */
  readonly convention: Readonly<Record<string, string>>;
}

/** A linear or mixed-integer programme: optimise `objective . x` with `lower <= rows . x <= upper`. */
export interface Programme {
  readonly sense: "maximise" | "minimise";
  readonly objective: readonly number[];
  readonly rows: readonly {
    readonly coefficients: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
  /** Bounds of the variables: 0 and Infinity unless given. */
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
  readonly integer?: readonly boolean[];
}
export interface Solution {
  readonly status: "optimal" | "infeasible" | "unbounded";
  readonly objective: number;
  readonly values: readonly number[];
}
export type Solve = (programme: Programme) => Promise<Solution>;

/** Structural part of `AbortSignal`, so that core needs no DOM type. */
export interface CancelSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

/** What a method may ask of the world. */
export interface Context {
  random(stream: string): Random;
  readonly signal: CancelSignal;
  progress(done: number, total: number): void;
  readonly solve: Solve;
  /**
   * Runs the method's kernel of this name once a job, on as many workers as there are, and answers in the order of the
   * jobs. Jobs and answers must survive structured cloning, and may not depend on how many workers there are.
   */
  map(kernel: string, jobs: readonly unknown[]): Promise<readonly unknown[]>;
}

/** A self-contained piece of a long computation, run by `ctx.map`: pure, seeded by what the job carries. */
export type Kernel = (job: never) => unknown;

/** `opened`: the source itself was read; `secondary`: taken from a page that quotes it; `unverified`: from memory. */
export interface Citation {
  readonly text: string;
  readonly doi?: string;
  readonly checked: "opened" | "secondary" | "unverified";
}

/** A question with two or more legitimate answers, each named and explained. */
export interface Convention {
  readonly title: Text;
  /** The named answers; none where the value is a list or a number that says itself. */
  readonly choices: Readonly<Record<string, Text>>;
}

export interface ScalarInfo {
  readonly title: Text;
  readonly unit: string;
}

/** A number in a result: a cell of one of its tables. */
export interface Cell {
  readonly table: string;
  readonly row: number;
  readonly column: string;
}
/**
 * What a cell rests on: part of an input, rows by the labels of their roles and columns by name; or part of another table
 * of the same result, such as the goalposts of a score. All rows or columns where none are named.
 */
export type Origin = {
  readonly where?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly columns?: readonly string[];
} & ({ readonly input: string } | { readonly table: string });

/** Inputs as they come before the door: tables and records. */
export type RawInputs = Readonly<Record<string, Table | unknown>>;

export interface Example {
  readonly inputs: RawInputs;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Method<I extends Inputs = Inputs, S extends z.ZodType = z.ZodType, R extends Outcome = Outcome> {
  /** `family/name`: the path of its file under `src`, its name in a study and on the command line. */
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly question: Text;
  /** The formula in signs that both languages read, explained in `where`. */
  readonly formula: string;
  readonly where?: Text;
  /** Where `formula` says several: how the one begins by which a column, or a number under an answer, comes about. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly cites: readonly Citation[];
  readonly conventions: Readonly<Record<string, Convention>>;
  /** What a role or an option is, by its name, where neither the name nor a convention says so. */
  readonly means?: Readonly<Record<string, Text>>;
  /** What users of the method trip over: said on its reference page. */
  readonly pitfalls?: readonly Text[];
  readonly inputs: I;
  readonly options: S;
  /** Rows with a gap in a role that takes exactly one column: left out and counted, refused, or handed on as `NaN`. */
  readonly gaps: "drop" | "refuse" | "pass";
  /**
   * Whether, under these options (and a recipe among the inputs), amounts of different years are set beside each other: growth
   * at current prices is no growth.
   */
  readonly comparesYears?: (options: z.output<S>, inputs: RawInputs) => boolean;
  readonly cost: "live" | "seconds" | "long";
  /** A small data set in the shape of the inputs, for the common laws and for the reference page. */
  readonly example: (seed: number, size: number) => Example;
  /**
   * A case with known answers (scalars by name, cells as `table[row].column`), which the common tests hold. `source` says whose
   * answer it is, or shows the arithmetic.
   */
  readonly worked: Example & { readonly gives: Readonly<Record<string, number>>; readonly source: Text };
  readonly run: (inputs: Readings<I>, options: z.output<S>, context: Context) => R | Promise<R>;
  /** Which properties of the result are its headline numbers. */
  readonly scalars: Readonly<Record<string, ScalarInfo>>;
  readonly tables: (result: R, inputs: Readings<I>, options: z.output<S>) => readonly Table[];
  readonly views: readonly View[];
  /** What the result says, most important first: headlines of reports. */
  readonly findings?: (result: R, inputs: Readings<I>, options: z.output<S>) => readonly Finding[];
  readonly kernels?: Readonly<Record<string, Kernel>>;
  /** Asks `ctx` for random numbers; of a method that does not, the seed is no part of what its results depend on. */
  readonly random?: true;
  /** Which inputs a cell rests on; without it, every row of every input. */
  readonly trace?: (cell: Cell, tables: readonly Table[], inputs: Readings<I>) => readonly Origin[];
  /** What relabelling the places does to the tables: renames the labels only (`permutes`), or may change ties (`ties`). */
  readonly relabelling?: "permutes" | "ties";
}

/** A method of any shape, for code that treats all of them alike. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where inputs, options and result are forgotten together
export type AnyMethod = Method<any, any, any>;

/** Ties the parts of a descriptor together, so that `run`, `tables` and `trace` see the shapes that `inputs` declares. */
export function defineMethod<const I extends Inputs, S extends z.ZodType, R extends Outcome>(
  method: Method<I, S, R>,
): Method<I, S, R> {
  return method;
}
