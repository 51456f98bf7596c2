import type { View } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { AnalysisOutcome, AnalysisPlan } from "@conurb/core/study";
import { viewName } from "./exhibit-figures.ts";

/** What a section may show of an analysis: `ANALYSIS.PART`. */
export interface Part {
  readonly part: string;
  /** The kind of picture, or `table`. */
  readonly kind: View["kind"] | "table";
  readonly title?: Text;
}

/** The views of an analysis, and then its tables, by the names that sections use. */
export function partsOf({ method }: AnalysisPlan, outcome: AnalysisOutcome | undefined): Part[] {
  const own = method.views as readonly View[];
  const tables = outcome !== undefined && "result" in outcome ? outcome.result.tables : [];
  return [
    ...own.map((view) => ({ part: viewName(view, own), kind: view.kind, ...titled(view) })),
    ...tables.map((table) => ({ part: table.name, kind: "table" as const, ...titled(table) })),
  ];
}

const titled = ({ title }: { readonly title?: Text }) => (title === undefined ? {} : { title });
