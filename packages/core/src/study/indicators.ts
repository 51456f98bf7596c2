import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { evaluate, type FrameColumn, type RowProblem } from "../expression/evaluate.ts";
import { columnName, type Expression, variablesOf } from "../expression/expression.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { widen } from "../tables/widen.ts";
import { Lacking, pointColumns, pointRoles, type StudyData } from "./data.ts";
import type { Selection } from "./groups.ts";
import type { Gazetteer } from "./ports.ts";
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
  return [...new Set(names)].filter((name) => name in study.datasets);
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
  gazetteer: Gazetteer,
  data: StudyData,
): Promise<IndicatorTable> {
  const problems: Problem[] = [];
  const leaves = leavesOf(set.aspects).flatMap((each) => {
    const refused = collect(problems, ["indicators", name, ...each.path, "expr"]);
    const expression = refused(() => parseExpression(each.leaf.expr));
    return expression === undefined ? [] : [{ ...each, expression }];
  });
  const tables = await loadAll(
    leaves.flatMap(({ expression }) => datasetsOf(expression, study)),
    data,
  );
  const grid = gridOf(set, selection, [...tables.values()].filter((each) => !(each instanceof Lacking)) as Table[]);
  const columns = new Map<string, FrameColumn>();
  for (const [dataset, table] of tables) {
    if (table instanceof Lacking) continue;
    for (const column of table.columns) {
      if (column.kind === "number") columns.set(columnName(column.name, dataset), spread(column, table, grid));
    }
  }
  const times = Math.max(1, grid.years.length);
  const rows = grid.places.length * times;
  const place = Array.from({ length: rows }, (_, row) => grid.places[Math.floor(row / times)] as string);
  const year = Float64Array.from({ length: rows }, (_, row) => grid.years[row % times] ?? Number.NaN);
  const frame = { rows, place, columns, ...(grid.years.length === 0 ? {} : { year }) };

  const wanted = new Set(set.years ?? (set.year === undefined ? grid.years.slice(-1) : [set.year]));
  const kept = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => grid.years.length === 0 || wanted.has(year[row] as number),
  );
  const indicators: Indicator[] = [];
  const made: NumberColumn[] = [];
  for (const { id, leaf, aspect, path: below, expression } of leaves) {
    const title = leaf.title ?? same(id);
    const lacking = datasetsOf(expression, study)
      .map((dataset) => tables.get(dataset))
      .find((table) => table instanceof Lacking) as Lacking | undefined;
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
    made.push(numbers(id, result.unit, pick(result.values, kept), { title }));
    indicators.push({ id, leaf, aspect, expression, problems: keptProblems(result.problems, kept) });
  }
  if (problems.length > 0) throw new InputError(problems);
  if (made.every(({ values }) => values.every(Number.isNaN))) throw new Lacking(nothingThere(name, indicators));

  const panel = set.years !== undefined;
  const at = Array.from(kept, (row) => place[row] as string);
  const table = makeTable(
    name,
    panel ? ["place", "year"] : ["place"],
    [
      labels("place", at, { en: "place", zh: "地区" }),
      ...(panel ? [numbers("year", "year", pick(year, kept), { title: { en: "year", zh: "年份" } })] : []),
      labels(
        "cluster",
        at.map((code) => selection.groupOf.get(code) ?? ""),
        { en: "cluster", zh: "城市群" },
      ),
      labels(
        "parent",
        at.map((code) => gazetteer.places.get(code)?.parent ?? code),
        { en: "province", zh: "省级单位" },
      ),
      ...pointColumns(at, gazetteer),
      ...made,
    ],
    {
      title: set.title ?? same(name),
      roles: {
        place: "place",
        group: "cluster",
        ...pointRoles,
        ...(panel ? { year: "year" } : {}),
        indicators: made.map((column) => column.name),
      },
    },
  );
  return { table, indicators };
}

function nothingThere(name: string, indicators: readonly Indicator[]): Text {
  const reasons = [
    ...new Map(indicators.flatMap(({ lacking }) => (lacking ? [[lacking.text.en, lacking.text]] : []))).values(),
  ];
  const joined = (language: "en" | "zh") => reasons.map((text) => text[language]).join(language === "zh" ? "；" : "; ");
  return {
    en: message("indicators-empty", { name, reasons: joined("en") || "-" }).en,
    zh: message("indicators-empty", { name, reasons: joined("zh") || "-" }).zh,
  };
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

async function loadAll(names: readonly string[], data: StudyData): Promise<Map<string, Table | Lacking>> {
  const tables = new Map<string, Table | Lacking>();
  for (const name of new Set(names)) {
    try {
      tables.set(name, wideByIndustry(await data.dataset(name)));
    } catch (error) {
      if (!(error instanceof Lacking)) throw error;
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
  const places = new Set<string>(selection.only ? selection.groupOf.keys() : []);
  for (const table of tables) {
    const year = roleColumn(table, "year");
    if (year?.kind === "number") for (const each of year.values) years.add(each);
    if (selection.only) continue;
    const place = roleColumn(table, "place");
    if (place?.kind === "label") for (const each of place.values) if (each !== null) places.add(each);
  }
  return { places: [...places].sort(), years: [...years].sort((a, b) => a - b) };
}

export function roleColumn(table: Table, role: string) {
  const name = table.roles?.[role];
  return typeof name === "string" ? findColumn(table, name) : undefined;
}

/** A dataset's column laid out over the grid; a dataset without years holds in all of them. */
function spread(column: NumberColumn, table: Table, grid: Grid): FrameColumn {
  const times = Math.max(1, grid.years.length);
  const placeAt = new Map(grid.places.map((place, at) => [place, at]));
  const yearAt = new Map(grid.years.map((year, at) => [year, at]));
  const places = roleColumn(table, "place")?.values as readonly (string | null)[] | undefined;
  const years = roleColumn(table, "year")?.values as Float64Array | undefined;
  const values = new Float64Array(grid.places.length * times).fill(Number.NaN);
  for (let row = 0; row < table.rows; row += 1) {
    const at = placeAt.get(places?.[row] ?? "");
    if (at === undefined) continue;
    const value = column.values[row] as number;
    if (years === undefined) values.fill(value, at * times, (at + 1) * times);
    else values[at * times + (yearAt.get(years[row] as number) as number)] = value;
  }
  return { values, unit: column.unit };
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
