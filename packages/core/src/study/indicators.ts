import { InputError, type Problem } from "../contract/errors.ts";
import { labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { evaluate, type FrameColumn, type RowProblem } from "../expression/evaluate.ts";
import { columnName, type Expression, variablesOf } from "../expression/expression.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { type PricedColumn, pricesThrough } from "../expression/prices-through.ts";
import { message } from "../language/message.ts";
import { same } from "../language/text.ts";
import { widen } from "../tables/widen.ts";
import { Lacking, type StudyData, Withheld } from "./data.ts";
import type { Selection } from "./groups.ts";
import { nothingThere } from "./nothing-there.ts";
import { codesOf, placeAttributes, roleColumn } from "./places.ts";
import type { IndicatorLeaf, IndicatorSet, Study } from "./schema.ts";

/** One indicator: its declaration, its expression, and what went wrong with it. */
export interface Indicator {
  readonly id: string;
  readonly leaf: IndicatorLeaf;
  readonly aspect: string;
  readonly expression: Expression;
  /** Warnings of the evaluation: rows without an answer, and why. */
  readonly problems: readonly RowProblem[];
  /** Why there is no figure at all, where a dataset is absent. */
  readonly lacking?: Lacking;
}

export interface IndicatorTable {
  readonly table: Table;
  readonly indicators: readonly Indicator[];
}

interface Leaf {
  readonly id: string;
  readonly leaf: IndicatorLeaf;
  readonly aspect: string;
  /** Where it stands below its set in the study file. */
  readonly path: readonly string[];
}

/** The leaves of a tree of indicators, in order, each with the aspect it hangs under. */
export function leavesOf(aspects: IndicatorSet["aspects"], above: readonly string[] = []): Leaf[] {
  return Object.entries(aspects).flatMap(([aspect, { indicators = {}, aspects: inner = {} }]) => {
    const at = [...above, "aspects", aspect];
    const own = Object.entries(indicators).map(([id, leaf]) => ({ id, leaf, aspect, path: [...at, "indicators", id] }));
    return [...own, ...leavesOf(inner, at)];
  });
}

/** The datasets that an expression reads. */
export function datasetsOf(expression: Expression, study: Study): string[] {
  const names = variablesOf(expression).map((variable) => /^\w+/.exec(variable)?.[0] ?? variable);
  return [...new Set(names)].filter((name) => Object.hasOwn(study.datasets, name));
}

interface Grid {
  readonly places: readonly string[];
  /** Empty where no dataset knows years. */
  readonly years: readonly number[];
}

/** Evaluates a set of indicators over its places and years: one number column an indicator, gaps where there is no figure. */
export async function evaluateSet(
  name: string,
  set: IndicatorSet,
  study: Study,
  selection: Selection,
  data: StudyData,
): Promise<IndicatorTable> {
  const problems: Problem[] = [];
  const leaves = leavesOf(set.aspects).flatMap((each) => {
    const refused = collect(problems, ["indicators", name, ...each.path, "expr"]);
    const expression = refused(() => parseExpression(each.leaf.expr));
    return expression === undefined ? [] : [{ ...each, expression }];
  });
  problems.push(...idProblems(name, leaves));
  const tables = await loadAll(
    leaves.flatMap(({ expression }) => datasetsOf(expression, study)),
    data,
  );
  const elsewhere = [...tables.values()].find((table) => table instanceof Withheld);
  if (elsewhere !== undefined) throw elsewhere;
  const grid = gridOf(set, selection, [...tables.values()].filter(isTable));
  const columns = new Map<string, FrameColumn>();
  const priced = new Map<string, PricedColumn>();
  for (const [dataset, table] of tables) {
    if (!isTable(table)) continue;
    const spread = spreadAll(table, grid);
    if (spread instanceof InputError) {
      tables.set(dataset, spread);
      problems.push(
        ...spread.problems.map((each) => ({ ...each, place: { ...each.place, path: `datasets.${dataset}` } })),
      );
    } else for (const { name: column, column: values } of spread) columns.set(columnName(column, dataset), values);
    for (const column of table.columns) {
      if (column.kind === "number") priced.set(columnName(column.name, dataset), column);
    }
  }
  const times = Math.max(1, grid.years.length);
  const rows = grid.places.length * times;
  const place = Array.from({ length: rows }, (_, row) => grid.places[Math.floor(row / times)] as string);
  const year = Float64Array.from({ length: rows }, (_, row) => grid.years[row % times] ?? Number.NaN);
  const frame = { rows, place, columns, ...(grid.years.length === 0 ? {} : { year }) };

  if (grid.years.length > 0 && set.years === undefined && set.year === undefined) {
    problems.push({
      code: "indicators-need-year",
      text: message("indicators-need-year", { name, years: `${grid.years[0]}–${grid.years.at(-1)}` }),
      place: { path: ["indicators", name].join(".") },
    });
  }
  const wanted = new Set(set.years ?? [set.year]);
  const kept = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => grid.years.length === 0 || wanted.has(year[row] as number),
  );
  const indicators: Indicator[] = [];
  const made: NumberColumn[] = [];
  for (const { id, leaf, aspect, path: below, expression } of leaves) {
    const title = leaf.title ?? same(id);
    const read = datasetsOf(expression, study).map((dataset) => tables.get(dataset));
    if (read.some((table) => table instanceof InputError)) continue;
    const lacking = read.find((table) => table instanceof Lacking);
    if (lacking !== undefined) {
      made.push(numbers(id, leaf.unit ?? "1", new Float64Array(kept.length).fill(Number.NaN), { title }));
      indicators.push({ id, leaf, aspect, expression, problems: [], lacking });
      continue;
    }
    const refused = collect(problems, ["indicators", name, ...below, "expr"]);
    const result = refused(() =>
      evaluate(expression, frame, { only: kept, ...(leaf.unit === undefined ? {} : { unit: leaf.unit }) }),
    );
    if (result === undefined) continue;
    const { prices, notes } = pricesThrough(expression, (column) => priced.get(column));
    made.push(
      numbers(id, result.unit, pick(result.values, kept), { title, ...(prices === undefined ? {} : { prices }) }),
    );
    indicators.push({ id, leaf, aspect, expression, problems: [...keptProblems(result.problems, kept), ...notes] });
  }
  if (problems.length > 0) throw new InputError(problems);
  for (const table of tables.values()) if (table instanceof InputError) throw table;
  if (made.every(({ values }) => values.every(Number.isNaN))) {
    const read = [...tables].filter((entry): entry is [string, Table] => isTable(entry[1]));
    throw nothingThere(name, set, indicators, (expression) => {
      const names = datasetsOf(expression, study);
      return read.filter(([dataset]) => names.includes(dataset));
    });
  }

  const panel = set.years !== undefined;
  const table = makeTable(
    name,
    panel ? ["place", "year"] : ["place"],
    [
      labels(
        "place",
        Array.from(kept, (row) => place[row] as string),
        { en: "place", zh: "地区" },
      ),
      ...(panel ? [numbers("year", "year", pick(year, kept), { title: { en: "year", zh: "年份" } })] : []),
      ...made,
    ],
    {
      title: set.title ?? same(name),
      roles: { place: "place", ...(panel ? { year: "year" } : {}), indicators: made.map((column) => column.name) },
    },
  );
  return { table, indicators };
}

/** Runs a step whose refusals are kept, with the place in the study where they belong. */
function collect(problems: Problem[], path: readonly string[]) {
  return <T>(step: () => T): T | undefined => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems.map((each) => ({ ...each, place: { ...each.place, path: path.join(".") } })));
      return undefined;
    }
  };
}

/** A dataset, or why there is none. */
type Loaded = Table | Lacking | InputError;

const isTable = (loaded: Loaded): loaded is Table => !(loaded instanceof Error);

async function loadAll(names: readonly string[], data: StudyData): Promise<Map<string, Loaded>> {
  const tables = new Map<string, Loaded>();
  for (const name of new Set(names)) {
    try {
      tables.set(name, wideByIndustry(await data.dataset(name)));
    } catch (error) {
      if (!(error instanceof Lacking || error instanceof InputError)) throw error;
      tables.set(name, error);
    }
  }
  return tables;
}

/** A composition has one column an industry in expressions, so that `jobs.G` is the jobs in section G. */
function wideByIndustry(table: Table): Table {
  const { industry, value } = table.roles ?? {};
  if (typeof industry !== "string" || typeof value !== "string") return table;
  const { table: wide } = widen(table, { variable: industry, value });
  const { place, year } = table.roles ?? {};
  return { ...wide, roles: { ...(place ? { place } : {}), ...(year ? { year } : {}) } };
}

function gridOf(set: IndicatorSet, selection: Selection, tables: readonly Table[]): Grid {
  const years = new Set(set.years ?? (set.year === undefined ? [] : [set.year]));
  const places = new Set<string>(selection.places);
  for (const table of tables) {
    const year = roleColumn(table, "year");
    if (year?.kind === "number") for (const each of year.values) years.add(each);
    if (selection.places !== undefined) continue;
    for (const each of codesOf(table, "place") ?? []) if (each !== null) places.add(each);
  }
  return { places: [...places].sort(), years: [...years].sort((a, b) => a - b) };
}

/** The cells of the grid that a row of a dataset fills: one without years holds in all of them, one without places at all. */
function cellsIn(table: Table, grid: Grid): (row: number) => readonly number[] {
  const times = Math.max(1, grid.years.length);
  const placeAt = new Map(grid.places.map((place, at) => [place, at]));
  const yearAt = new Map(grid.years.map((year, at) => [year, at]));
  const [places, years] = [codesOf(table, "place"), roleColumn(table, "year")?.values];
  const everywhere = grid.places.map((_, at) => at);
  const always = Array.from({ length: times }, (_, at) => at);
  const within = (at: number | undefined): readonly number[] => (at === undefined ? [] : [at]);
  return (row) => {
    const inPlaces = places === undefined ? everywhere : within(placeAt.get(places[row] ?? ""));
    const inYears = years === undefined ? always : within(yearAt.get(Number(years[row])));
    return inPlaces.flatMap((place) => inYears.map((year) => place * times + year));
  };
}

/** The columns of a dataset laid out over the grid. Two rows for one place and year are refused: which would it be? */
function spreadAll(table: Table, grid: Grid): { name: string; column: FrameColumn }[] | InputError {
  const cellsOf = cellsIn(table, grid);
  const size = grid.places.length * Math.max(1, grid.years.length);
  const rowAt = new Int32Array(size).fill(-1);
  for (let row = 0; row < table.rows; row += 1) {
    const cells = cellsOf(row);
    if (cells.some((cell) => rowAt[cell] !== -1)) return repeated(table, row);
    for (const cell of cells) rowAt[cell] = row;
  }
  return table.columns.flatMap((column) => {
    if (column.kind !== "number") return [];
    const values = Float64Array.from(rowAt, (row) => (row < 0 ? Number.NaN : (column.values[row] as number)));
    return [{ name: column.name, column: { values, unit: column.unit } }];
  });
}

function repeated(table: Table, row: number): InputError {
  const year = roleColumn(table, "year")?.values[row];
  const key = [codesOf(table, "place")?.[row], year].filter((part) => part !== undefined).join(" ");
  const { file } = table.source ?? {};
  return new InputError({
    code: "duplicate-key",
    text: message("duplicate-key", { input: table.source?.dataset ?? table.name, key }),
    hint: message("duplicate-key-hint"),
    place: { ...(file === undefined ? {} : { file }), row: table.lines?.[row] ?? row + 1 },
  });
}

/** Ids that stand twice in a set, or that a table of indicators uses itself. */
function idProblems(name: string, leaves: readonly Leaf[]): Problem[] {
  const seen = new Set<string>(["place", "year", ...placeAttributes]);
  return leaves.flatMap(({ id, path }) => {
    const taken = seen.has(id);
    seen.add(id);
    const place = { path: ["indicators", name, ...path].join(".") };
    return taken ? [{ code: "indicator-id-taken", text: message("indicator-id-taken", { id }), place }] : [];
  });
}

function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row] as number);
}

/** Warnings only of rows that are in the table, numbered as there. */
function keptProblems(problems: readonly RowProblem[], kept: Uint32Array): RowProblem[] {
  const position = new Map(Array.from(kept, (row, at) => [row, at]));
  return problems.flatMap((problem) => {
    const rows = problem.rows.flatMap((row) => position.get(row) ?? []);
    return problem.rows.length > 0 && rows.length === 0 ? [] : [{ ...problem, rows }];
  });
}
