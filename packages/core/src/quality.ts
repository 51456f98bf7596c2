export { checkTable, type TableQuality } from "./quality/check-table.ts";
export type { QualityContext } from "./quality/context.ts";
export type { Coverage } from "./quality/coverage.ts";
export type { Fault, FaultKind } from "./quality/fault.ts";
export { totalFaults } from "./quality/page-totals.ts";
