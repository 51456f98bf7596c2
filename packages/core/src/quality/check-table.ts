import type { Table } from "../contract/table.ts";
import { constantColumns } from "./constant-columns.ts";
import type { Check, QualityContext } from "./context.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { digitHeaping } from "./digit-heaping.ts";
import { type Fault, Faults } from "./fault.ts";
import { impossibleValues } from "./impossible-values.ts";
import { duplicateKeys, unknownCodes } from "./keys.ts";
import { levelBreaks } from "./level-breaks.ts";
import { pageTotals } from "./page-totals.ts";
import { panelOf } from "./panel.ts";
import { placeSlips } from "./place-slips.ts";
import { repeatedYears } from "./repeats.ts";
import { oneValue, sameRows } from "./same-rows.ts";
import { sentinels } from "./sentinels.ts";
import { sums } from "./sums.ts";
import { swappedRows } from "./swapped-rows.ts";
import { unitSlips } from "./unit-slips.ts";

export interface TableQuality {
  /** Problems before notes, each kind by kind. */
  readonly faults: readonly Fault[];
  readonly coverage: Coverage;
}

/** In this order: what an earlier one tells of a cell explains what a later one would say of it. */
const checks: readonly Check[] = [
  duplicateKeys,
  unknownCodes,
  sentinels,
  impossibleValues,
  constantColumns,
  swappedRows,
  sameRows,
  repeatedYears,
  unitSlips,
  placeSlips,
  sums,
  pageTotals,
  levelBreaks,
  oneValue,
  digitHeaping,
];

/** Everything that looks wrong with the figures of a table, and which figures there are. Nothing is changed. */
export function checkTable(table: Table, context: QualityContext = {}): TableQuality {
  const panel = panelOf(table);
  const faults = new Faults(table);
  for (const check of checks) check(panel, context, faults);
  const inOrder = (["problem", "note"] as const).flatMap((severity) =>
    faults.list.filter((fault) => fault.severity === severity),
  );
  return { faults: inOrder, coverage: coverageOf(panel, context) };
}
