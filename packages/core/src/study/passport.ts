import { hashOf } from "../contract/canonical.ts";
import { answerOf } from "../contract/convention.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import type { MethodResult } from "../contract/invoke.ts";
import type { AnyMethod, Cell, Citation, Convention, Dropped, ScalarInfo, Warning } from "../contract/method.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { absence } from "./data.ts";
import type { AnalysisPlan } from "./plan.ts";
import type { Reference } from "./reference.ts";
import { rowMeant } from "./row-meant.ts";
import { contentHash, leftOut, type StudyRun } from "./run.ts";
import { type Trace, type Tracer, tracer } from "./trace.ts";
import { filesUnder, layout, type TracedFile } from "./trace-layout.ts";

export type { Trace } from "./trace.ts";
export type { TracedFile } from "./trace-layout.ts";

/** A headline number of a result. */
export interface Headline {
  readonly name: string;
  readonly title: Text;
  readonly unit: string;
  readonly value: number | string | null;
}

/** An input that a headline number rests on as a whole. */
export interface WholeInput {
  readonly input: string;
  /** Where its figures stand: an analysis and table, a set of indicators, a dataset, or the study file itself. */
  readonly of: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly cells: number;
  /** Of what the method received, whatever its row order. */
  readonly sha256: string;
  readonly from: readonly Trace[];
  /** How many more cells there are than are listed. */
  readonly more?: number;
}

/** What one indicator adds to a score: weight, normalised value and their product, or what the mean makes of them. */
export interface ScorePart {
  readonly indicator: string;
  readonly title: Text;
  readonly weight: number;
  /** Null where there is no figure. */
  readonly normalised: number | null;
  readonly contribution: number | null;
}

export interface Passport {
  readonly analysis: string;
  readonly title: Text;
  readonly method: string;
  readonly version: number;
  readonly question: Text;
  readonly formula: string;
  readonly where?: Text;
  readonly conventions: readonly { name: string; title: Text; choice: string; text: Text }[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the method draws. */
  readonly seed?: number;
  readonly key: string;
  readonly sha256: string;
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
  readonly cites: readonly Citation[];
  readonly scalars: Readonly<Record<string, number | string>>;
  /** The number asked for by its row. */
  readonly cell?: Trace;
  /** Where that number is a score made of indicators. */
  readonly parts?: readonly ScorePart[];
  /** The headline numbers, or the one asked for, and the inputs that each of them rests on. */
  readonly headlines?: readonly Headline[];
  readonly inputs?: readonly WholeInput[];
  /** Every file at the end of the walk, whether or not all of its cells are listed. */
  readonly files: readonly TracedFile[];
}

/** Which number is asked for: a cell by its row's key, else a headline number by its name as `column`, else all of those. */
export interface Asked {
  readonly table?: string;
  readonly column?: string;
  readonly keys: readonly string[];
  /** List every cell. */
  readonly all?: boolean;
  /** The places that names among the keys may mean, with every name they bear. */
  readonly places?: readonly DatedPlace[];
}

const listedOfCell = 60; // cells under one number: more are counted, not shown
const listedOfInput = 5; // cells of an input that counts as a whole

/** The passport of an analysis's headline numbers, or of one number of its tables. */
export async function passportOf(run: StudyRun, name: string, asked: Asked = { keys: [] }): Promise<Passport> {
  const analysis = run.plan.analyses.find((each) => each.name === name);
  const outcome = run.outcomes.get(name);
  if (analysis === undefined || outcome === undefined) {
    const names = run.plan.analyses.map((each) => each.name);
    const told = message("study-name-unknown", { at: "explain", name, names: names.join(", ") });
    throw refused("study-name-unknown", told, suggestion(name, names));
  }
  if (outcome.kind === "lacking" || outcome.kind === "refused") {
    const problems: readonly Problem[] =
      outcome.kind === "lacking" ? [{ code: "lacking", text: outcome.reason }] : outcome.problems;
    throw new InputError(problems);
  }
  const { method } = analysis;
  const { result, key, sha256 } = outcome;
  const isCell = asked.keys.length > 0 || asked.table !== undefined;
  const walk = tracer(run);
  const number = isCell
    ? await tracedCell(run, walk, analysis, result, asked)
    : await tracedHeadlines(run, walk, analysis, headlinesOf(method, result, asked.column), asked.all === true);
  return {
    analysis: name,
    title: analysis.title,
    method: method.id,
    version: method.version,
    question: method.question,
    formula: method.formula,
    ...(method.where === undefined ? {} : { where: method.where }),
    conventions: Object.entries(result.convention).flatMap(([convention, choice]) => {
      const told: Convention | undefined = method.conventions[convention];
      if (told === undefined) return [];
      return [{ name: convention, title: told.title, choice, text: answerOf(told, choice) }];
    }),
    options: result.options,
    ...(method.random === true ? { seed: run.plan.study.seed } : {}),
    key,
    sha256,
    n: result.n,
    dropped: leftOut(outcome),
    warnings: result.warnings,
    cites: method.cites,
    scalars: result.scalars,
    ...number,
  };
}

async function tracedCell(
  run: StudyRun,
  walk: Tracer,
  analysis: AnalysisPlan,
  { tables }: MethodResult,
  asked: Asked,
): Promise<Pick<Passport, "cell" | "parts" | "files">> {
  const cell = findCell(run, tables, asked);
  const parts = partsOf(tables, cell);
  const traced = await walk.cell(analysis, cell);
  return {
    cell: layout(asked.all === true ? Number.POSITIVE_INFINITY : listedOfCell).one(traced),
    ...(parts.length === 0 ? {} : { parts }),
    files: await files(run, traced.from),
  };
}

/** The rows of a result's table of indicators that belong to a score: those with the same place and year. */
function partsOf(tables: readonly Table[], { table: name, row, column }: Cell): ScorePart[] {
  const [scores, parts] = [name, "indicators"].map((wanted) => tables.find((table) => table.name === wanted));
  if (scores === undefined || parts === undefined || scores === parts || column !== "score") return [];
  const read = (wanted: string) => findColumn(parts, wanted)?.values;
  const [codes, weights, normalised, contributions] = ["indicator", "weight", "normalised", "contribution"].map(read);
  if (codes === undefined || weights === undefined || normalised === undefined || contributions === undefined)
    return [];
  // a score of an aspect is keyed by more than place and year
  if (scores.key.some((key) => !parts.key.includes(key))) return [];
  const same = scores.key.map((key) => [read(key), findColumn(scores, key)?.values[row]] as const);
  const numberAt = (values: ArrayLike<unknown>, at: number) => {
    const value = values[at] as number;
    return Number.isNaN(value) ? null : value;
  };
  return Array.from({ length: parts.rows }, (_, at) => at)
    .filter((at) => same.every(([values, wanted]) => values?.[at] === wanted))
    .map((at) => {
      const code = String(codes[at]);
      const [en, zh] = ["indicator_en", "indicator_zh"].map((title) => String(read(title)?.[at] ?? code));
      return {
        indicator: code,
        title: { en: en as string, zh: zh as string },
        weight: weights[at] as number,
        normalised: numberAt(normalised, at),
        contribution: numberAt(contributions, at),
      };
    });
}

/** A headline number has no row of its own: it rests on its inputs as a whole. */
async function tracedHeadlines(
  run: StudyRun,
  walk: Tracer,
  analysis: AnalysisPlan,
  headlines: readonly Headline[],
  all: boolean,
): Promise<Pick<Passport, "headlines" | "inputs" | "files">> {
  const received = await walk.inputs(analysis);
  const told = layout(all ? Number.POSITIVE_INFINITY : listedOfInput);
  const inputs: WholeInput[] = [];
  const under: Trace[] = [];
  for (const [input, reference] of Object.entries(analysis.inputs)) {
    const of = nameOf(reference);
    if (reference.kind === "record") {
      inputs.push({ input, of, columns: [], rows: 0, cells: 0, sha256: hashOf(reference.value), from: [] });
      continue;
    }
    const table = received[input] as Table;
    const cells = await walk.input(analysis, input);
    under.push(...cells);
    inputs.push({
      input,
      of,
      columns: [...new Set(cells.map(({ column }) => column))],
      rows: table.rows,
      cells: cells.length,
      sha256: contentHash(table),
      ...told.many(cells),
    });
  }
  return { headlines, inputs, files: await files(run, under) };
}

function nameOf(reference: Reference): string {
  if (reference.kind === "record") return "study";
  if (reference.kind === "stack") return reference.parts.map(nameOf).join(", ");
  return reference.kind === "analysis" && reference.table !== undefined
    ? `${reference.name}.${reference.table}`
    : reference.name;
}

/** The files under traces, with the hash that each was read with. */
export async function files(run: StudyRun, traces: readonly Trace[]): Promise<readonly TracedFile[]> {
  const hashes = new Map<string, string>();
  for (const dataset of Object.keys(run.plan.study.datasets)) {
    const { sha256 } = (await run.data.dataset(dataset).catch(absence))?.source ?? {};
    if (sha256 !== undefined) hashes.set(dataset, sha256);
  }
  return filesUnder(traces, ({ of }) => hashes.get(of));
}

function refused(code: string, text: Text, hint?: Text): InputError {
  return new InputError({ code, text, ...(hint === undefined ? {} : { hint }) });
}

/** The headline numbers of a result, or the one of this name. */
function headlinesOf(method: AnyMethod, result: MethodResult, name: string | undefined): Headline[] {
  const headlines = Object.entries(result.scalars).map(([scalar, value]): Headline => {
    const { title, unit } = method.scalars[scalar] as ScalarInfo;
    return { name: scalar, title, unit, value: Number.isNaN(value) ? null : value };
  });
  const found = headlines.filter((each) => name === undefined || each.name === name);
  if (name === undefined || found.length > 0) return found;
  const names = headlines.map((each) => each.name);
  const isColumn = result.tables.some((table) => findColumn(table, name) !== undefined);
  const told = message("explain-no-headline", { name, names: names.join(", ") || "-" });
  throw refused(
    "explain-no-headline",
    told,
    isColumn ? message("explain-row-hint", { name }) : suggestion(name, names),
  );
}

function findCell({ gazetteer, groups }: StudyRun, tables: readonly Table[], asked: Asked): Cell {
  const { table: wanted, column: named, keys, places = [] } = asked;
  const table = wanted === undefined ? tables[0] : tables.find(({ name }) => name === wanted);
  if (table === undefined) {
    const names = tables.map(({ name }) => name);
    const told = message("explain-no-table", { name: wanted ?? "", names: names.join(", ") || "-" });
    throw refused("explain-no-table", told, suggestion(wanted ?? "", names));
  }
  const row = rowMeant(table, keys, { gazetteer, groups, places });
  const column =
    named === undefined
      ? table.columns.find(({ kind, name }) => kind === "number" && !table.key.includes(name))
      : findColumn(table, named);
  if (column === undefined) {
    const columns = table.columns.map(({ name }) => name);
    const told = message("column-unknown", { at: table.name, column: named ?? "", columns: columns.join(", ") });
    throw refused("column-unknown", told, suggestion(named ?? "", columns));
  }
  return { table: table.name, row, column: column.name };
}
