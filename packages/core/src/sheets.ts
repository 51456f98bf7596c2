export * from "./sheets/account.ts";
export * from "./sheets/address.ts";
export { comparisonCells } from "./sheets/comparison-cells.ts";
export * from "./sheets/guess-layout.ts";
export { roleOfHead } from "./sheets/known-words.ts";
export {
  type Layout,
  type LayoutBlock,
  layoutSchema,
  type RowHead,
  rowHeads,
  rowList,
  rowsIn,
  type SectionKind,
} from "./sheets/layout.ts";
export * from "./sheets/page.ts";
export * from "./sheets/page-cells.ts";
export * from "./sheets/read-page.ts";
export * from "./sheets/read-sheets.ts";
export * from "./sheets/sheet.ts";
export * from "./sheets/sheet-of-cells.ts";
export { yearInName } from "./sheets/sheet-year.ts";
export { sourcesIn } from "./sheets/source-notes.ts";
