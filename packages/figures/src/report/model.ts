import type { Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { PlaceShapes } from "@conurb/core/places";
import type { Lock, StudyRun } from "@conurb/core/study";

/** Whom to credit for figures, and for which yearbook, table or census. */
export interface Credit {
  readonly publisher: Text;
  readonly work?: Text;
  /** In full, as the data package has it, and where it is on the web. */
  readonly title?: string;
  readonly path?: string;
  /** The columns that come from it; all of them if left out. */
  readonly columns?: readonly string[];
}

/** What a report says of one dataset beside its figures. */
export interface DatasetNotes {
  readonly title: Text;
  readonly credit: string;
  /** In short, for the line under a figure. */
  readonly sources: readonly Credit[];
  readonly licenses: readonly { readonly title: string; readonly title_zh?: string; readonly path?: string }[];
  /** What the study did to the figures before any analysis, and in whose prices they are. */
  readonly prepared?: readonly Text[];
  readonly caveats: readonly Text[];
  readonly lacks: readonly Text[];
  readonly flags: readonly (Text & { readonly name: string })[];
}

/** Everything that a report is made of. It is computed before; rendering only lays it out. */
export interface ReportModel {
  readonly run: StudyRun;
  readonly lock: Lock;
  /** sha256 of the lock file, by which a reader can tell which run this is. */
  readonly lockHash: string;
  /** By dataset. */
  readonly notes: ReadonlyMap<string, DatasetNotes>;
  /** Short forms of long titles, by the English title: for heads of columns. */
  readonly shortTitles: ReadonlyMap<string, Text>;
  /** The datasets that the report prints, by name. */
  readonly datasets: ReadonlyMap<string, Table>;
  /** Outlines that the study brings along. */
  readonly shapes?: PlaceShapes;
}
