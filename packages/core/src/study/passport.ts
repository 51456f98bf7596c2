import { InputError, type Problem } from "../contract/errors.ts";
import { readInputs } from "../contract/invoke.ts";
import type { Cell, Citation, Convention, Dropped, Origin, Warning } from "../contract/method.ts";
import type { Input, RecordInput } from "../contract/readings.ts";
import { roleColumns } from "../contract/role-columns.ts";
import { type Column, findColumn, type Roles, type Table } from "../contract/table.ts";
import type { Expression } from "../expression/expression.ts";
import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { roleColumn } from "./places.ts";
import type { AnalysisPlan } from "./plan.ts";
import type { Reference } from "./reference.ts";
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
  readonly expr?: string;
  readonly method?: string;
  readonly from: readonly Trace[];
  /** How many more cells it rests on than are listed. */
  readonly more?: number;
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
  readonly seed: number;
  readonly key: string;
  readonly sha256: string;
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
  readonly cites: readonly Citation[];
  readonly scalars: Readonly<Record<string, number | string>>;
  readonly cell?: Trace;
}

const listed = 60; // cells under one number: more are counted, not shown

/** The passport of an analysis, or of one of its numbers. */
export async function passportOf(
  run: StudyRun,
  name: string,
  asked?: { table?: string; column?: string; keys: readonly string[] },
): Promise<Passport> {
  const analysis = run.plan.analyses.find((each) => each.name === name);
  const outcome = run.outcomes.get(name);
  if (analysis === undefined || outcome === undefined) {
    const names = run.plan.analyses.map((each) => each.name).join(", ");
    throw refused("study-name-unknown", message("study-name-unknown", { at: "explain", name, names }));
  }
  if (outcome.kind === "lacking" || outcome.kind === "refused") {
    const problems: readonly Problem[] =
      outcome.kind === "lacking" ? [{ code: "lacking", text: outcome.reason }] : outcome.problems;
    throw new InputError(problems);
  }
  const { method } = analysis;
  const { result, key, sha256 } = outcome;
  const cell = asked === undefined || asked.keys.length === 0 ? undefined : findCell(result.tables, asked);
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
      return [{ name: convention, title: told.title, choice, text: told.choices[choice] ?? same(choice) }];
    }),
    options: result.options,
    seed: run.plan.study.seed,
    key,
    sha256,
    n: result.n,
    dropped: result.dropped,
    warnings: result.warnings,
    cites: method.cites,
    scalars: result.scalars,
    ...(cell === undefined ? {} : { cell: await traceResult(run, analysis, cell) }),
  };
}

function refused(code: string, text: Text): InputError {
  return new InputError({ code, text });
}

function findCell(tables: readonly Table[], asked: { table?: string; column?: string; keys: readonly string[] }): Cell {
  const table = asked.table === undefined ? tables[0] : tables.find(({ name }) => name === asked.table);
  if (table === undefined) {
    const names = tables.map(({ name }) => name).join(", ");
    const values = { at: "explain", name: "", table: asked.table ?? "", tables: names };
    throw refused("study-table-unknown", message("study-table-unknown", values));
  }
  const keys = table.key.map((key) => findColumn(table, key) as Column);
  const row = Array.from({ length: table.rows }, (_, at) => at).find((at) =>
    asked.keys.every((wanted, part) => String(keys[part]?.values[at]) === wanted),
  );
  const column =
    asked.column === undefined
      ? table.columns.find(({ kind, name }) => kind === "number" && !table.key.includes(name))
      : findColumn(table, asked.column);
  if (row === undefined) {
    throw refused(
      "explain-no-row",
      message("explain-no-row", { table: table.name, key: asked.keys.join(" "), columns: table.key.join(", ") }),
    );
  }
  if (column === undefined) {
    const columns = table.columns.map(({ name }) => name).join(", ");
    throw refused("column-unknown", message("column-unknown", { at: table.name, column: asked.column ?? "", columns }));
  }
  return { table: table.name, row, column: column.name };
}

async function traceResult(run: StudyRun, analysis: AnalysisPlan, cell: Cell): Promise<Trace> {
  const outcome = run.outcomes.get(analysis.name);
  if (outcome === undefined || !("result" in outcome)) throw new Error(`${analysis.name} has no result`);
  const { tables } = outcome.result;
  const table = tables.find(({ name }) => name === cell.table) as Table;
  const known = new Map([...run.outcomes].map(([name, each]) => [name, Promise.resolve(each)]));
  const { inputs, roles } = await gather(analysis, run.data, known);
  const { readings } = readInputs(analysis.method, inputs, roles);
  const origins: readonly Origin[] =
    analysis.method.trace?.(cell, tables, readings) ?? Object.keys(inputs).map((input) => ({ input }));
  const from: Trace[] = [];
  let more = 0;
  for (const origin of origins) {
    if ("table" in origin) {
      for (const { row, column } of cellsOfOwn(tables, origin)) {
        const own = tables.find(({ name }) => name === origin.table) as Table;
        from.push({ ...describe(own, row, column), of: `${analysis.name}.${own.name}`, from: [] });
      }
      continue;
    }
    const reference = analysis.inputs[origin.input];
    if (reference === undefined || reference.kind === "record") continue;
    const table = inputs[origin.input] as Table;
    const cells = cellsOf(table, origin, numberRoles(analysis, origin.input, table, roles[origin.input] ?? {}));
    const shown = cells.slice(0, Math.max(0, listed - from.length));
    more += cells.length - shown.length;
    for (const { row, column } of shown) from.push(await traceInput(run, reference, table, row, column));
  }
  return {
    ...describe(table, cell.row, cell.column),
    of: `${analysis.name}.${table.name}`,
    method: analysis.method.id,
    from,
    ...(more === 0 ? {} : { more }),
  };
}

type RoleNames = ReadonlyMap<string, readonly string[]>;

/** The columns behind each role of an input, and which of them are numbers: as the door resolved them. */
function numberRoles(
  analysis: AnalysisPlan,
  input: string,
  table: Table,
  asked: Roles,
): { all: RoleNames; numbers: string[] } {
  const spec = (analysis.method.inputs as Readonly<Record<string, Input>>)[input] as Exclude<Input, RecordInput>;
  const wide = spec.shape === "composition" && table.roles?.industry === undefined && asked.industry === undefined;
  if (wide) return { all: new Map([["place", [asked.place ?? table.roles?.place ?? "place"].flat()]]), numbers: [] };
  const all = roleColumns(input, spec.roles, table, asked).columns;
  const numbers = Object.entries(spec.roles).flatMap(([role, { kind }]) =>
    kind === "number" && role !== "year" ? [...(all.get(role) ?? [])] : [],
  );
  return { all, numbers };
}

/** The cells of another table of the same result. */
function cellsOfOwn(
  tables: readonly Table[],
  origin: Extract<Origin, { table: string }>,
): { row: number; column: string }[] {
  const table = tables.find(({ name }) => name === origin.table);
  if (table === undefined) return [];
  const numbers = table.columns.flatMap(({ kind, name }) =>
    kind === "number" && !table.key.includes(name) ? [name] : [],
  );
  return cellsOf(table, origin, { all: new Map(), numbers });
}

/** The cells of an input table that an origin names: rows by the labels of roles, columns by role or name. */
function cellsOf(
  table: Table,
  origin: Origin,
  roles: { all: RoleNames; numbers: string[] },
): { row: number; column: string }[] {
  const columnsFor = (role: string): readonly string[] => roles.all.get(role) ?? [role];
  const conditions = Object.entries(origin.where ?? {}).flatMap(([role, wanted]) => {
    const column = findColumn(table, columnsFor(role)[0] as string);
    return column === undefined ? [] : [{ values: column.values, wanted: new Set(wanted.map(String)) }];
  });
  const named = origin.columns?.flatMap((name) => columnsFor(name)) ?? roles.numbers;
  const columns = named.filter((name) => findColumn(table, name) !== undefined);
  const cells: { row: number; column: string }[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    if (!conditions.every(({ values, wanted }) => wanted.has(String(values[row])))) continue;
    for (const column of columns) cells.push({ row, column });
  }
  return cells;
}

async function traceInput(
  run: StudyRun,
  reference: Exclude<Reference, { kind: "record" }>,
  table: Table,
  row: number,
  column: string,
): Promise<Trace> {
  const own = describe(table, row, column);
  if (reference.kind === "analysis") {
    const upstream = run.plan.analyses.find(({ name }) => name === reference.name) as AnalysisPlan;
    const cell = sourceCell(run, reference, table, row, column);
    return cell === undefined ? { ...own, of: reference.name, from: [] } : traceResult(run, upstream, cell);
  }
  if (reference.kind === "dataset") return { ...own, of: reference.name, from: [] };
  const { indicators } = await run.data.indicators(reference.name);
  const indicator = indicators.find(({ id }) => id === column);
  if (indicator === undefined) return { ...own, of: reference.name, from: [] };
  const setYear = run.plan.study.indicators[reference.name]?.year;
  if (indicator.lacking !== undefined) return { ...own, of: reference.name, expr: indicator.leaf.expr, from: [] };
  const from = await expressionCells(run, indicator.expression, own.key, setYear);
  return { ...own, of: reference.name, expr: indicator.leaf.expr, from };
}

/** The cell of the upstream result that a cell of its shaped (filtered, widened) table was taken from. */
function sourceCell(
  run: StudyRun,
  reference: Extract<Reference, { kind: "analysis" }>,
  shaped: Table,
  row: number,
  column: string,
): Cell | undefined {
  const outcome = run.outcomes.get(reference.name);
  if (outcome === undefined || !("result" in outcome)) return undefined;
  const { tables } = outcome.result;
  const table = reference.table === undefined ? tables[0] : tables.find(({ name }) => name === reference.table);
  if (table === undefined) return undefined;
  const wanted = new Map<string, string>(shaped.key.map((key) => [key, String(findColumn(shaped, key)?.values[row])]));
  if (reference.wide !== undefined) wanted.set(reference.wide.variable, column);
  const at = Array.from({ length: table.rows }, (_, each) => each).find((each) =>
    [...wanted].every(([key, value]) => String(findColumn(table, key)?.values[each]) === value),
  );
  return at === undefined ? undefined : { table: table.name, row: at, column: reference.wide?.value ?? column };
}

/** The figures that an expression read for one row of its set: the row's own year, or the year that `at` names. */
async function expressionCells(
  run: StudyRun,
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
    const [place, years, industry] = ["place", "year", "industry"].map((role) => roleColumn(table, role)?.values);
    for (let row = 0; row < table.rows; row += 1) {
      if (String(place?.[row]) !== String(key.place)) continue;
      if (isIndustry && industry?.[row] !== variable) continue;
      if (years !== undefined && year !== undefined && Number(years[row]) !== year) continue;
      traces.push({ ...describe(table, row, column), of: dataset, from: [] });
    }
  }
  return traces;
}

interface Read {
  readonly dataset: string;
  readonly variable: string;
  readonly year: number | undefined;
}

function readsOf(expression: Expression, year: number | undefined): Read[] {
  if (expression.kind === "name") {
    return [{ dataset: expression.dataset ?? "", variable: expression.variable, year }];
  }
  if (expression.kind === "negate") return readsOf(expression.of, year);
  if (expression.kind === "binary") return [...readsOf(expression.left, year), ...readsOf(expression.right, year)];
  if (expression.kind === "number") return [];
  const [first, second] = expression.given;
  const shift = second?.kind === "number" ? second.value : Number.NaN;
  if (expression.name === "at" && first !== undefined) return readsOf(first, shift);
  if (expression.name === "lag" && first !== undefined) return readsOf(first, year === undefined ? year : year - shift);
  return expression.given.flatMap((each) => readsOf(each, year));
}

function describe(table: Table, row: number, column: string): Omit<Trace, "of" | "from"> {
  const found = findColumn(table, column);
  const value = found?.values[row];
  const keys =
    table.key.length > 0 ? table.key : ["place", "year", "industry"].flatMap((role) => table.roles?.[role] ?? []);
  const line = (found?.kind === "number" ? found.lines?.[row] : undefined) ?? table.lines?.[row];
  const flag = found?.kind === "number" ? found.flags?.[row] : undefined;
  const key = keys.flatMap((name) => {
    const at = findColumn(table, name)?.values[row];
    return at === undefined || at === null ? [] : [[name, at] as const];
  });
  return {
    key: Object.fromEntries(key),
    column,
    value: typeof value === "number" && Number.isNaN(value) ? null : (value ?? null),
    ...(found?.kind === "number" ? { unit: found.unit } : {}),
    ...(flag === undefined || flag === null ? {} : { flag }),
    ...(table.source?.file === undefined ? {} : { file: table.source.file }),
    ...(line === undefined || line === 0 ? {} : { row: line }),
  };
}
