import type { Problem, View, Warning } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Group, Study } from "@conurb/core/study";
import type { Part, StudyNames } from "@conurb/figures";

/** An analysis of the last run: what it is, and where its result lies. */
export interface OutlineAnalysis {
  readonly name: string;
  readonly title: Text;
  readonly method: string;
  readonly version: number;
  readonly views: readonly View[];
  /** What a report can show of it. */
  readonly parts: readonly Part[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, { readonly kind: string; readonly name?: string }>>;
  readonly credit: Text;
  readonly datasets: readonly string[];
  readonly outcome: "computed" | "cached" | "lacking" | "refused";
  readonly key?: string;
  readonly sha256?: string;
  readonly reason?: Text;
  readonly problems?: readonly Problem[];
}

export interface OutlineIndicator {
  readonly id: string;
  readonly aspect: string;
  readonly title?: Text;
  readonly unit?: string;
  readonly direction: "up" | "down";
  readonly weight?: number;
  readonly expr: string;
  readonly note?: Text;
}

export interface OutlineDataset {
  readonly name: string;
  readonly title: Text;
  readonly credit: string;
  readonly caveats: readonly Text[];
  readonly lacks: readonly Text[];
  readonly prepared?: readonly Text[];
  readonly flags: readonly (Text & { readonly name: string })[];
  readonly licenses: readonly { readonly title: string; readonly title_zh?: string; readonly path?: string }[];
  readonly sources: readonly { readonly publisher: Text; readonly work?: Text; readonly path?: string }[];
}

/** What a run tells before any of its results. */
export interface Outline {
  readonly title: Text;
  readonly seed: number;
  /** What the report shows, every analysis where the study does not say. */
  readonly report: Study["report"] & { readonly sections: NonNullable<Study["report"]["sections"]> };
  readonly groups: readonly Group[];
  readonly names: StudyNames;
  readonly analyses: readonly OutlineAnalysis[];
  readonly indicators: readonly {
    readonly name: string;
    readonly title: Text;
    readonly year?: number;
    readonly years?: readonly number[];
    readonly aspects: Readonly<Record<string, Text>>;
    readonly leaves: readonly OutlineIndicator[];
  }[];
  readonly datasets: readonly OutlineDataset[];
  readonly absent: readonly { readonly name: string; readonly absent: Text }[];
  readonly recipes: Readonly<Record<string, { readonly indicators: string; readonly title?: Text }>>;
  readonly lock: string;
  readonly notes: readonly Problem[];
  readonly warnings: readonly { readonly name: string; readonly warnings: readonly Warning[] }[];
}

export interface RunState {
  readonly id: string;
  readonly version: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly finished: number;
  readonly total: number;
  readonly now?: { readonly analysis: string; readonly done?: number; readonly total?: number };
  readonly ended?: string;
  readonly problems?: readonly Problem[];
}

/** The making of the report's files. */
export interface ReportState {
  readonly id: string;
  readonly version: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly finished: number;
  readonly total: number;
  readonly ended?: string;
  readonly problems?: readonly Problem[];
  readonly files?: readonly { readonly name: string; readonly size: number }[];
}
