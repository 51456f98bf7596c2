export type { Axis } from "./reproduce/candidates.ts";
export type { CellStatus, ComparedCell } from "./reproduce/compare.ts";
export { type FormulaPair, identifyPair, type PairedCell, type PairIdentification } from "./reproduce/identify-pair.ts";
export { type ReadCells, readPanel } from "./reproduce/panel.ts";
export { type ParsedTable, parseTable } from "./reproduce/parse-table.ts";
export { type Candidate, type Reproduction, reproduce, type SearchPorts } from "./reproduce/reproduce.ts";
export { runTable } from "./reproduce/run-table.ts";
export { tableJsonSchema } from "./reproduce/table-json-schema.ts";
export { type RowsWritten, type TableFile, tableFileSchema } from "./reproduce/table-schema.ts";
