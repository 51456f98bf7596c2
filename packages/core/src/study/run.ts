import { hashText } from "../contract/canonical.ts";
import { InputError, NumericalError, type Problem } from "../contract/errors.ts";
import { growthProblems } from "../contract/growth.ts";
import type { AskedRoles, MethodResult } from "../contract/invoke.ts";
import type { Dropped, RawInputs } from "../contract/method.ts";
import type { PriceBasis, Roles, Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { hashTable } from "../tables/hash-table.ts";
import { absentPlaces } from "./absent-places.ts";
import { Lacking, type StudyData, shapeTable, studyData } from "./data.ts";
import type { Group } from "./groups.ts";
import type { AnalysisPlan, Plan } from "./plan.ts";
import type { Gazetteer, StudyPorts } from "./ports.ts";
import { type AnalysisReference, type Reference, tableMeant } from "./reference.ts";
import { decodeResult, encodeResult, resultKey } from "./result-file.ts";
import type { Study } from "./schema.ts";
import { type StackPiece, stackTables } from "./stack-tables.ts";
import { unmatchedValues } from "./where.ts";

export type AnalysisOutcome =
  | {
      readonly kind: "computed" | "cached";
      readonly key: string;
      readonly sha256: string;
      readonly result: MethodResult;
      /** Places of the clusters of which its figures have no row: no part of the result, which does not know them. */
      readonly absent?: readonly Dropped[];
    }
  /** Figures that the analysis needs are not there. */
  | { readonly kind: "lacking"; readonly reason: Text }
  /** The method refused the data, or they have no answer. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

export interface StudyRun {
  readonly plan: Plan;
  readonly groups: readonly Group[];
  readonly gazetteer: Gazetteer;
  readonly data: StudyData;
  readonly outcomes: ReadonlyMap<string, AnalysisOutcome>;
}

/** Runs every analysis of a plan; what nothing has changed for comes from the store of results. */
export async function runPlan(
  plan: Plan,
  groups: readonly Group[],
  ports: StudyPorts,
  loaded?: StudyData,
): Promise<StudyRun> {
  const data = loaded ?? studyData(plan.study, groups, await ports.gazetteer(), ports);
  const running = new Map<string, Promise<AnalysisOutcome>>();
  const total = plan.analyses.length;
  plan.analyses.forEach((analysis, index) => {
    running.set(
      analysis.name,
      compute(analysis, plan.study, data, running, ports, index, total).then(async (computed) => {
        const outcome = await withAbsent(computed, () => absentPlaces(analysis, plan.study, groups, data));
        ports.notify({ kind: "finished", analysis: analysis.name, outcome: outcome.kind });
        return outcome;
      }),
    );
  });
  const settled = await Promise.allSettled(running.values());
  for (const each of settled) if (each.status === "rejected") throw each.reason;
  const outcomes = new Map<string, AnalysisOutcome>();
  for (const { name } of plan.analyses) outcomes.set(name, (await running.get(name)) as AnalysisOutcome);
  return { plan, groups, gazetteer: await data.gazetteer(), data, outcomes };
}

async function withAbsent(outcome: AnalysisOutcome, find: () => Promise<readonly Dropped[]>): Promise<AnalysisOutcome> {
  if (outcome.kind === "lacking" || outcome.kind === "refused") return outcome;
  const absent = await find();
  return absent.length === 0 ? outcome : { ...outcome, absent };
}

/** All that an analysis left out: rows that its method dropped, and places that its figures do not have. */
export function leftOut(outcome: AnalysisOutcome): readonly Dropped[] {
  if (outcome.kind === "lacking" || outcome.kind === "refused") return [];
  return [...outcome.result.dropped, ...(outcome.absent ?? [])];
}

async function compute(
  analysis: AnalysisPlan,
  { seed, prices }: Study,
  data: StudyData,
  running: ReadonlyMap<string, Promise<AnalysisOutcome>>,
  ports: StudyPorts,
  index: number,
  total: number,
): Promise<AnalysisOutcome> {
  try {
    const standing = await ports.standing?.(analysis);
    if (standing !== undefined) return standing;
    const { inputs, roles, keys } = await gather(analysis, data, running);
    ports.signal.throwIfAborted();
    const { id } = analysis.method;
    const { options } = analysis;
    const inflated = prices?.growth === "refuse" ? growthProblems(analysis.method, options, inputs, roles) : [];
    if (inflated.length > 0) throw new InputError(inflated);
    const key = keyOf(analysis, seed, ports.build, keys);
    const kept = await ports.results.read(key, analysis.name);
    if (kept !== undefined) return { kind: "cached", key, sha256: hashText(kept), result: decodeResult(kept) };
    ports.notify({ kind: "started", analysis: analysis.name, index, total });
    const result = await ports.execute(
      { method: id, inputs, roles, options, seed },
      {
        signal: ports.signal,
        progress: (done, of) => ports.notify({ kind: "progress", analysis: analysis.name, done, total: of }),
      },
    );
    const text = encodeResult(result);
    await keep(ports, key, text);
    return { kind: "computed", key, sha256: hashText(text), result: decodeResult(text) };
  } catch (error) {
    if (error instanceof WriteFailure) throw error.cause;
    if (error instanceof Lacking) return { kind: "lacking", reason: error.text };
    if (error instanceof InputError) {
      const [first] = error.problems;
      const nothing = first !== undefined && error.problems.every(({ code }) => code === "no-rows");
      if (!nothing) return { kind: "refused", problems: error.problems };
      return { kind: "lacking", reason: (await absentBehind(analysis, data)) ?? first.text };
    }
    if (error instanceof NumericalError) return { kind: "refused", problems: [{ code: error.code, text: error.text }] };
    throw error;
  }
}

/** The key under which an analysis's result stands, of what `gather` tells of its inputs. */
export function keyOf(
  { method: { id, version, random }, options }: AnalysisPlan,
  seed: number,
  build: string | undefined,
  inputs: Gathered["keys"],
): string {
  return resultKey({ id, version, build, options, seed: random === true ? seed : undefined, inputs });
}

interface Gathered {
  readonly inputs: RawInputs;
  readonly roles: AskedRoles;
  readonly keys: Readonly<Record<string, unknown>>;
}

/** The tables and records that an analysis asks for, and what of them goes into its key. */
export async function gather(
  analysis: AnalysisPlan,
  data: StudyData,
  running: ReadonlyMap<string, Promise<AnalysisOutcome>>,
): Promise<Gathered> {
  const inputs: Record<string, unknown> = {};
  const roles: Record<string, Roles> = {};
  const keys: Record<string, unknown> = {};
  for (const [input, reference] of Object.entries(analysis.inputs)) {
    if (reference.kind === "record") {
      inputs[input] = reference.value;
      keys[input] = reference.value;
      continue;
    }
    const path = ["analyses", analysis.name, "on", input];
    const shaped =
      reference.kind === "stack"
        ? await stacked(reference.parts, input, path, running)
        : await shapedTable(reference, path, data, running);
    const table = data.placed(shaped);
    const asked = reference.kind === "stack" ? undefined : reference.roles;
    inputs[input] = table;
    if (asked !== undefined) roles[input] = asked;
    // what the method receives, and nothing else: places, clusters and titles that come from elsewhere are in it
    const prices = pricesOf(table);
    keys[input] = {
      table: contentHash(table),
      titles: titlesOf(table),
      roles: table.roles,
      asked,
      ...(Object.keys(prices).length === 0 ? {} : { prices }),
    };
  }
  return { inputs, roles, keys };
}

async function shapedTable(
  reference: Exclude<Reference, { kind: "record" | "stack" }>,
  path: readonly string[],
  data: StudyData,
  running: ReadonlyMap<string, Promise<AnalysisOutcome>>,
): Promise<Table> {
  const { name } = reference;
  if (reference.kind !== "analysis") {
    const table = reference.kind === "dataset" ? await data.dataset(name) : (await data.indicators(name)).table;
    return shapeTable(table, reference);
  }
  const given = resultTable(reference, await running.get(name));
  // of datasets and indicators the check has told
  const unmatched = unmatchedValues(given, reference.where, [...path, "where"]);
  if (unmatched.length > 0) throw new InputError(unmatched);
  return shapeTable(given, reference);
}

function resultTable(reference: AnalysisReference, outcome: AnalysisOutcome | undefined): Table {
  const { name, table: asked, meant } = reference;
  if (outcome === undefined || outcome.kind === "lacking" || outcome.kind === "refused") {
    throw new Lacking(rootReason(name, outcome));
  }
  const { tables } = outcome.result;
  const table = tableMeant(tables, reference);
  if (table !== undefined) return table;
  const names = tables.map((each) => each.name).join(", ");
  const values = { at: name, name, table: asked ?? meant ?? "", tables: names };
  throw new InputError({ code: "study-table-unknown", text: message("study-table-unknown", values) });
}

/** Tables of several analyses in one. An analysis that has no answer is a row without numbers, unless none has one. */
async function stacked(
  parts: readonly AnalysisReference[],
  input: string,
  path: readonly string[],
  running: ReadonlyMap<string, Promise<AnalysisOutcome>>,
): Promise<Table> {
  let lack: Lacking | undefined;
  const pieces: StackPiece[] = [];
  for (const part of parts) {
    const { name, title } = part;
    const known = { name, ...(title === undefined ? {} : { title }) };
    try {
      const given = resultTable(part, await running.get(name));
      const unmatched = unmatchedValues(given, part.where, [...path, "where"]);
      if (unmatched.length > 0) throw new InputError(unmatched);
      pieces.push({ ...known, table: shapeTable(given, part) });
    } catch (error) {
      if (!(error instanceof Lacking)) throw error;
      lack ??= error;
      pieces.push(known);
    }
  }
  if (lack !== undefined && pieces.every(({ table }) => table === undefined)) throw lack;
  return stackTables(input, pieces);
}

/** Why an indicator that an analysis asks for by name has no figure: its dataset is absent. */
async function absentBehind(analysis: AnalysisPlan, data: StudyData): Promise<Text | undefined> {
  for (const reference of Object.values(analysis.inputs)) {
    if (reference.kind !== "indicators") continue;
    const asked = new Set(Object.values(reference.roles ?? {}).flat());
    const { indicators } = await data.indicators(reference.name);
    const lacking = indicators.find((each) => asked.has(each.id) && each.lacking !== undefined)?.lacking;
    if (lacking !== undefined) return lacking.text;
  }
  return undefined;
}

/** A result that could not be kept: the disk's fault, which ends the run, and no refusal of the method. */
class WriteFailure extends Error {}

async function keep(ports: StudyPorts, key: string, text: string): Promise<void> {
  try {
    await ports.results.write(key, text);
  } catch (cause) {
    throw new WriteFailure("a result could not be kept", { cause });
  }
}

/** Why an analysis that another needs is not there: the first cause, not the last link. */
function rootReason(name: string, outcome: AnalysisOutcome | undefined): Text {
  if (outcome?.kind === "lacking") return outcome.reason;
  const why = outcome?.kind === "refused" ? outcome.problems[0]?.text : undefined;
  return {
    en: message("needs-lacking", { name, why: why?.en ?? "-" }).en,
    zh: message("needs-lacking", { name, why: why?.zh ?? "-" }).zh,
  };
}

const hashes = new WeakMap<Table, string>();

/** A table's content hash, taken once a table. */
export function contentHash(table: Table): string {
  const known = hashes.get(table) ?? hashTable(table);
  hashes.set(table, known);
  return known;
}

function titlesOf(table: Table): Record<string, Text> {
  return Object.fromEntries(table.columns.flatMap(({ name, title }) => (title === undefined ? [] : [[name, title]])));
}

/** In whose prices columns are: figures alone do not tell, and results may say so. */
function pricesOf(table: Table): Record<string, PriceBasis> {
  return Object.fromEntries(
    table.columns.flatMap((column) =>
      column.kind === "number" && column.prices !== undefined ? [[column.name, column.prices]] : [],
    ),
  );
}
