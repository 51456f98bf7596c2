/**
 * What is promised: every method as a function, the study model, and what runs either from tables. Versions follow semantic
 * versioning over these names and over the modules of single methods (`@conurb/core/inequality/theil`); the other entries are
 * the rooms that this program is built of, and change with it.
 */

// methods by id
export { catalogue } from "./catalogue.ts";
export { describeMethod, type InputInfo, type MethodInfo, type OptionInfo } from "./contract/describe.ts";
export { InputError, NumericalError, type Place, type Problem } from "./contract/errors.ts";
export { type AskedRoles, invoke, type MethodResult } from "./contract/invoke.ts";
export { localContext } from "./contract/local-context.ts";
export type {
  AnyMethod,
  CancelSignal,
  Citation,
  Context,
  Convention,
  Dropped,
  Finding,
  FindingValue,
  Method,
  Outcome,
  RawInputs,
  Warning,
} from "./contract/method.ts";
export type { MethodNames } from "./contract/names/names-of.ts";
export { plainWording, sentence, type Wording } from "./contract/sentence.ts";
// tables
export {
  type Column,
  findColumn,
  type LabelColumn,
  labels,
  makeTable,
  type NumberColumn,
  numbers,
  type Roles,
  type Table,
} from "./contract/table.ts";
export type { View } from "./contract/view.ts";
export { type Language, languages, same, type Text } from "./language/text.ts";
export * from "./methods.ts";
// studies
export { type CheckedStudy, checkStudy } from "./study/check.ts";
export { studyData } from "./study/data.ts";
export { type Group, groupsOf } from "./study/groups.ts";
export { studyJsonSchema } from "./study/json-schema.ts";
export { type Lock, lockOf } from "./study/lock.ts";
export { type ParsedStudy, parseStudy } from "./study/parse.ts";
export { type Passport, passportOf } from "./study/passport.ts";
export { type AnalysisPlan, type Plan, planStudy } from "./study/plan.ts";
export type { ClusterInfo, Gazetteer, PlaceInfo, StudyPorts } from "./study/ports.ts";
export { decodeResult, encodeResult } from "./study/result-file.ts";
export { resultJsonSchema } from "./study/result-schema.ts";
export { type AnalysisOutcome, runPlan, type StudyRun } from "./study/run.ts";
export type { Study } from "./study/schema.ts";
export { tableToCsv } from "./tables/export-csv.ts";
export { requireTable, typeTable } from "./tables/type-table.ts";
