export { documentOf, type ReportDocument } from "../report/document.ts";
export { namesOf } from "../report/names.ts";
export { figureFiles } from "../report/report.ts";
export { bibtex } from "./bibtex.ts";
export { gbt7714 } from "./gbt7714.ts";
export type { Reference } from "./reference.ts";
export { referencesOf } from "./references.ts";
export { ris } from "./ris.ts";
export { type PublishedTable, publishedTables, tableWriters, withNames } from "./tables.ts";
