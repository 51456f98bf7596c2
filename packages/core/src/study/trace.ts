import { canonicalJson } from "../contract/canonical.ts";
import type { AskedRoles } from "../contract/invoke.ts";
import { readInputs } from "../contract/invoke.ts";
import type { Cell, Origin, RawInputs } from "../contract/method.ts";
import type { Input, RecordInput } from "../contract/readings.ts";
import { findColumn, type Table } from "../contract/table.ts";
import type { Expression } from "../expression/expression.ts";
import type { Text } from "../language/text.ts";
import { datasetTracer } from "./dataset-trace.ts";
import { describe } from "./describe-cell.ts";
import { readsOf } from "./expression-reads.ts";
import { inputCells, ownCells } from "./origin-cells.ts";
import { roleColumn } from "./places.ts";
import type { AnalysisPlan } from "./plan.ts";
import { type AnalysisReference, type Reference, tableMeant } from "./reference.ts";
import { rowIndex } from "./row-index.ts";
import { gather, type StudyRun } from "./run.ts";

/** One number and what it rests on, down to the file, row and column where its figures were read. */
export interface Trace {
  /** Where the number stands: an analysis and table, a set of indicators, or a dataset. */
  readonly of: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly column: string;
  readonly value: number | string | null;
  readonly unit?: string;
  readonly flag?: string;
  readonly file?: string;
  readonly row?: number;
  /** Where the file was read by a layout: sheet and address such as C7, and what the cell holds. */
  readonly cell?: { readonly sheet: string; readonly address: string; readonly raw?: string };
  readonly expr?: string;
  readonly method?: string;
  /** What was done to the place or figure, and why: merged in 2011, on an old boundary. */
  readonly why?: readonly Text[];
  readonly from: readonly Trace[];
  /** How many more cells it rests on than are listed. */
  readonly more?: number;
  /** It rests on the same cells as this number, under which they are listed. */
  readonly sameAs?: string;
}

export interface Tracer {
  /** A cell of an analysis's result. */
  cell(analysis: AnalysisPlan, cell: Cell): Promise<Trace>;
  /** Every cell of one input of an analysis. */
  input(analysis: AnalysisPlan, input: string): Promise<readonly Trace[]>;
  /** A cell of a dataset or of a set of indicators. */
  figure(
    of: { readonly kind: "dataset" | "indicators"; readonly name: string },
    table: Table,
    row: number,
    column: string,
  ): Promise<Trace>;
  /** The inputs as the analysis received them. */
  inputs(analysis: AnalysisPlan): Promise<RawInputs>;
}

interface Received {
  readonly inputs: RawInputs;
  readonly roles: AskedRoles;
  readonly readings: Readonly<Record<string, unknown>>;
}

type TableReference = Exclude<Reference, { kind: "record" }>;

/**
 * Walks numbers of a run back to the figures they rest on. Numbers that rest on the same cells share one list of them, so
 * that a walk is as long as there are different cells and not as there are ways to them.
 */
export function tracer(run: StudyRun): Tracer {
  const known = new Map([...run.outcomes].map(([name, each]) => [name, Promise.resolve(each)]));
  const received = keyed((analysis: AnalysisPlan) => analysis.name, receive);
  const origins = keyed(
    (analysis: AnalysisPlan, each: readonly Origin[]) => `${analysis.name} ${canonicalJson(each)}`,
    async (analysis, each) => {
      const seen = new Set<string>(); // a row's own cells may come first, and then all of their columns
      return (await Promise.all(each.map((origin) => underOrigin(analysis, origin, seen)))).flat();
    },
  );
  const rows = rowIndex();
  const datasetCell = datasetTracer(run.data);

  async function receive(analysis: AnalysisPlan): Promise<Received> {
    const { inputs, roles } = await gather(analysis, run.data, known);
    return { inputs, roles, readings: readInputs(analysis.method, inputs, roles).readings };
  }

  function tablesOf(analysis: AnalysisPlan): readonly Table[] {
    const outcome = run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) throw new Error(`${analysis.name} has no result`);
    return outcome.result.tables;
  }

  async function cellOf(analysis: AnalysisPlan, cell: Cell): Promise<Trace> {
    const tables = tablesOf(analysis);
    const table = tables.find(({ name }) => name === cell.table) as Table;
    const { inputs, readings } = await received(analysis);
    const named: readonly Origin[] =
      analysis.method.trace?.(cell, tables, readings) ?? Object.keys(inputs).map((input) => ({ input }));
    return {
      ...describe(table, cell.row, cell.column),
      of: `${analysis.name}.${table.name}`,
      method: analysis.method.id,
      from: await origins(analysis, named),
    };
  }

  async function underOrigin(analysis: AnalysisPlan, origin: Origin, seen: Set<string>): Promise<readonly Trace[]> {
    if ("table" in origin) {
      const own = tablesOf(analysis).find(({ name }) => name === origin.table);
      if (own === undefined) return [];
      const of = `${analysis.name}.${own.name}`;
      return ownCells(own, origin).map(({ row, column }) => ({ ...describe(own, row, column), of, from: [] }));
    }
    const reference = analysis.inputs[origin.input];
    if (reference === undefined || reference.kind === "record") return [];
    const { inputs, roles } = await received(analysis);
    const table = inputs[origin.input] as Table;
    const spec = (analysis.method.inputs as Readonly<Record<string, Input>>)[origin.input];
    const asked = roles[origin.input] ?? {};
    const cells = inputCells(origin.input, spec as Exclude<Input, RecordInput>, table, asked, origin);
    const fresh = cells.filter(({ row, column }) => {
      const name = `${origin.input} ${row} ${column}`;
      return !seen.has(name) && seen.add(name);
    });
    return Promise.all(fresh.map(({ row, column }) => inputCell(reference, table, row, column)));
  }

  async function inputCell(reference: TableReference, table: Table, row: number, column: string): Promise<Trace> {
    const own = describe(table, row, column);
    if (reference.kind === "stack") {
      const whose = findColumn(table, "analysis")?.values[row];
      const part = reference.parts.find(({ name }) => name === whose);
      const of = String(whose);
      return part === undefined ? { ...own, of, from: [] } : resultCell(part, own, table, row, column);
    }
    if (reference.kind === "analysis") return resultCell(reference, own, table, row, column);
    if (reference.kind === "dataset") {
      const [long, at, named] = await longCell(reference, table, row, column);
      return datasetCell(reference.name, long, at, named);
    }
    const { indicators } = await run.data.indicators(reference.name);
    const indicator = indicators.find(({ id }) => id === column);
    if (indicator === undefined) return { ...own, of: reference.name, from: [] };
    const { expr } = indicator.leaf;
    if (indicator.lacking !== undefined) return { ...own, of: reference.name, expr, from: [] };
    const setYear = run.plan.study.indicators[reference.name]?.year;
    const from = await expressionCells(indicator.expression, own.key, setYear);
    return { ...own, of: reference.name, expr, from };
  }

  /** A cell of another analysis's result, under what it is called here where it is none of its own. */
  async function resultCell(
    reference: AnalysisReference,
    own: ReturnType<typeof describe>,
    table: Table,
    row: number,
    column: string,
  ): Promise<Trace> {
    const upstream = run.plan.analyses.find(({ name }) => name === reference.name) as AnalysisPlan;
    const outcome = run.outcomes.get(reference.name);
    const cell =
      outcome !== undefined && "result" in outcome
        ? sourceCell(outcome.result.tables, reference, table, row, column)
        : undefined;
    return cell === undefined ? { ...own, of: reference.name, from: [] } : cellOf(upstream, cell);
  }

  /** The cell of a dataset that one of its shape made wide was taken from. */
  async function longCell(
    { name, wide }: Exclude<TableReference, { kind: "analysis" | "stack" }>,
    shaped: Table,
    row: number,
    column: string,
  ): Promise<readonly [Table, number, string]> {
    if (wide === undefined || run.data.steps(name).length === 0) return [shaped, row, column];
    const table = await run.data.dataset(name);
    const keys = shaped.key.filter((key) => findColumn(table, key) !== undefined);
    const wanted = [...keys.map((key) => findColumn(shaped, key)?.values[row]), column];
    const [at] = rows(table, [...keys, wide.variable], wanted);
    return at === undefined ? [shaped, row, column] : [table, at, wide.value];
  }

  /** The cell of the upstream result that a cell of its shaped (filtered, widened) table was taken from. */
  function sourceCell(
    tables: readonly Table[],
    reference: AnalysisReference,
    shaped: Table,
    row: number,
    column: string,
  ): Cell | undefined {
    const { wide } = reference;
    const table = tableMeant(tables, reference);
    if (table === undefined) return undefined;
    const keys = shaped.key.filter((key) => key === wide?.variable || findColumn(table, key) !== undefined);
    const wanted = new Map(keys.map((key) => [key, findColumn(shaped, key)?.values[row]]));
    if (wide === undefined && findColumn(table, column) === undefined) return undefined;
    if (wide !== undefined) wanted.set(wide.variable, column);
    const [at] = rows(table, [...wanted.keys()], [...wanted.values()]);
    return at === undefined ? undefined : { table: table.name, row: at, column: wide?.value ?? column };
  }

  /** The figures that an expression read for one row of its set: the row's own year, or the year that `at` names. */
  async function expressionCells(
    expression: Expression,
    key: Readonly<Record<string, string | number>>,
    setYear: number | undefined,
  ): Promise<Trace[]> {
    const own = key.year === undefined ? setYear : Number(key.year);
    const traces: Trace[] = [];
    for (const { dataset, variable, year } of readsOf(expression, own)) {
      if (!(dataset in run.plan.study.datasets)) continue;
      const table = await run.data.dataset(dataset);
      const isIndustry = findColumn(table, variable) === undefined;
      const column = isIndustry ? String(table.roles?.value) : variable;
      const [place, years, industry] = ["place", "year", "industry"].map((role) => roleColumn(table, role));
      // figures without places, such as a total of the country, hold at each of them
      for (const row of place === undefined ? rows(table, [], []) : rows(table, [place.name], [key.place])) {
        if (isIndustry && industry?.values[row] !== variable) continue;
        if (years !== undefined && year !== undefined && Number(years.values[row]) !== year) continue;
        traces.push(datasetCell(dataset, table, row, column));
      }
    }
    return traces;
  }

  return {
    cell: cellOf,
    input: (analysis, input) => origins(analysis, [{ input }]),
    figure: inputCell,
    inputs: async (analysis) => (await received(analysis)).inputs,
  };
}

/** What `make` gives for its arguments, made once a key. */
function keyed<A extends readonly unknown[], T>(key: (...given: A) => string, make: (...given: A) => Promise<T>) {
  const made = new Map<string, Promise<T>>();
  return (...given: A): Promise<T> => {
    const found = made.get(key(...given)) ?? make(...given);
    made.set(key(...given), found);
    return found;
  };
}
