import type { AskedRoles, MethodResult } from "../contract/invoke.ts";
import type { CancelSignal, RawInputs } from "../contract/method.ts";
import type { Table } from "../contract/table.ts";
import type { Classifications } from "../industries/section.ts";
import type { Text } from "../language/text.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import type { PlaceChange } from "../places/place-changes.ts";
import type { MapDeclaration, PlaceShapes } from "../places/place-shapes.ts";
import type { AnalysisPlan } from "./plan.ts";
import type { AnalysisOutcome } from "./run.ts";
import type { DatasetDeclaration } from "./schema.ts";

export interface PlaceInfo {
  readonly code: string;
  readonly name: Text;
  readonly parent?: string;
  readonly parentName?: Text;
  readonly lon?: number;
  readonly lat?: number;
  /** km2 */
  readonly area?: number;
}

export interface ClusterInfo {
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  readonly short: Text;
  readonly members: readonly string[];
}

/** The places and clusters that a study may name. */
export interface Gazetteer {
  readonly places: ReadonlyMap<string, PlaceInfo>;
  readonly clusters: readonly ClusterInfo[];
}

/** One use of a method, ready to be computed anywhere. */
export interface Call {
  readonly method: string;
  readonly inputs: RawInputs;
  readonly roles: AskedRoles;
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
}

export type RunEvent =
  | { readonly kind: "started"; readonly analysis: string; readonly index: number; readonly total: number }
  | { readonly kind: "progress"; readonly analysis: string; readonly done: number; readonly total: number }
  | {
      readonly kind: "finished";
      readonly analysis: string;
      readonly outcome: "computed" | "cached" | "lacking" | "refused";
    };

/** All that running a study asks of the world: the same plan runs over files in Node and over memory in a browser. */
export interface StudyPorts {
  gazetteer(): Promise<Gazetteer>;
  /** The places that names in files may mean, each with the years of its names and codes. */
  namedPlaces?(): Promise<readonly DatedPlace[]>;
  /** What became of places: merged, split, renamed, recoded. */
  placeChanges?(): Promise<readonly PlaceChange[]>;
  /** Sections of classifications, their crossings, and the lists of industries that are made of them. */
  classifications?(): Promise<Classifications>;
  /** The list that a dataset's industries are of, where its figures come with one. */
  industriesOf?(declaration: DatasetDeclaration): Promise<string | undefined>;
  /** Reads a declared dataset into a typed table; throws `InputError` with everything that is wrong with it. */
  load(name: string, declaration: DatasetDeclaration): Promise<Table>;
  /** Outlines of places that a study brings; throws `InputError` as `load` does. */
  shapes?(declared: MapDeclaration): Promise<PlaceShapes>;
  execute(
    call: Call,
    hooks: { signal: CancelSignal; progress: (done: number, total: number) => void },
  ): Promise<MethodResult>;
  /** What stands for an analysis whose figures are kept elsewhere: nothing for one that can be computed here. */
  standing?(analysis: AnalysisPlan): Promise<AnalysisOutcome | undefined>;
  /** A digest of the code that computes, where results outlive the program. */
  readonly build?: string;
  readonly results: {
    /** The text kept under a key; nothing where there is none, or none that can be trusted. `analysis` is who asks. */
    read(key: string, analysis: string): Promise<string | undefined>;
    write(key: string, text: string): Promise<void>;
  };
  notify(event: RunEvent): void;
  readonly signal: CancelSignal;
}
