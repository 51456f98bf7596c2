import type { Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Lock, StudyRun } from "@conurb/core/study";

/** What a report says of one dataset beside its figures. */
export interface DatasetNotes {
  readonly title: Text;
  readonly credit: string;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly licences: readonly { readonly title: string; readonly path?: string }[];
  readonly caveats: readonly Text[];
  readonly lacks: readonly Text[];
  readonly flags: readonly { readonly name: string; readonly text: Text; readonly severity: string }[];
}

/** Everything that a report is made of. It is computed before; rendering only lays it out. */
export interface ReportModel {
  readonly run: StudyRun;
  readonly lock: Lock;
  /** sha256 of the lock file, by which a reader can tell which run this is. */
  readonly lockHash: string;
  readonly notes: Readonly<Record<string, DatasetNotes>>;
  /** Tables of the datasets that the report prints, by name. */
  readonly datasets: Readonly<Record<string, Table>>;
}
