import { InputError } from "../contract/errors.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import { same, type Text } from "../language/text.ts";
import { Lacking } from "./data.ts";
import { pricesTold } from "./dataset-prices.ts";
import { leavesOf } from "./indicators.ts";
import { type Asked, files } from "./passport.ts";
import { placeAttributes, roleColumn } from "./places.ts";
import { keyOf, rowMeant } from "./row-meant.ts";
import type { StudyRun } from "./run.ts";
import { type Trace, tracer } from "./trace.ts";
import { layout, type TracedFile } from "./trace-layout.ts";

/** One column of a dataset or one indicator of a set: what it is, how it is made, and how much of it there is. */
export interface FigureColumn {
  readonly name: string;
  readonly title?: Text;
  readonly unit: string;
  readonly expr?: string;
  readonly direction?: "up" | "down";
  readonly note?: Text;
  readonly source?: string;
  /** Rows with a figure. */
  readonly filled: number;
}

/** What is known of figures that no method made: a dataset, or a set of indicators. */
export interface FiguresPassport {
  readonly kind: "dataset" | "indicators";
  readonly name: string;
  readonly title: Text;
  /** The shipped table or the file that it was read from. */
  readonly from?: string;
  readonly source?: string;
  readonly key: readonly string[];
  readonly rows: number;
  readonly places?: number;
  readonly years?: readonly [first: number, last: number];
  /** What was done to the figures before any analysis, and whose prices they are in. */
  readonly prepared: readonly Text[];
  readonly columns: readonly FigureColumn[];
  /** The figure asked for by its row. */
  readonly cell?: Trace;
  readonly files: readonly TracedFile[];
}

const listed = 60; // cells under one figure: more are counted, not shown

/** What a study calls by this name, where that is no analysis. */
export function figuresNamed({ plan }: StudyRun, name: string): "dataset" | "indicators" | undefined {
  if (Object.hasOwn(plan.study.indicators, name)) return "indicators";
  return Object.hasOwn(plan.study.datasets, name) ? "dataset" : undefined;
}

/** What a dataset or a set of indicators holds, by column; with keys, one of its figures down to the cells it rests on. */
export async function figuresPassportOf(run: StudyRun, name: string, asked: Asked): Promise<FiguresPassport> {
  const kind = figuresNamed(run, name);
  if (kind === undefined) throw new Error(`no dataset and no set of indicators is called ${name}`);
  const table = await tableOf(run, kind, name);
  const columns = kind === "dataset" ? columnsOf(table) : indicatorsOf(run, name, table);
  const shown = columns.filter((column) => asked.column === undefined || column.name === asked.column);
  if (shown.length === 0) throw unknownColumn(name, asked.column ?? "", columns);
  const cell = asked.keys.length === 0 ? undefined : await figure(run, kind, name, table, columns, asked);
  const [places, years] = [roleColumn(table, "place"), roleColumn(table, "year")];
  const span = years === undefined ? [] : Array.from<unknown>(years.values).map(Number).filter(Number.isFinite);
  return {
    kind,
    name,
    ...declared(run, kind, name, table),
    key: keyOf(table),
    rows: table.rows,
    ...(places === undefined ? {} : { places: new Set<unknown>(places.values).size }),
    ...(span.length === 0 ? {} : { years: [least(span), greatest(span)] }),
    prepared: kind === "dataset" ? preparedBefore(run, name, table) : [],
    columns: shown,
    ...(cell === undefined ? {} : { cell: layout(asked.all === true ? Number.POSITIVE_INFINITY : listed).one(cell) }),
    files: cell === undefined ? await ownFile(run, kind, name) : await files(run, [cell]),
  };
}

/** The figures; where they are absent, why. */
async function tableOf({ data }: StudyRun, kind: FiguresPassport["kind"], name: string): Promise<Table> {
  try {
    return kind === "dataset" ? await data.dataset(name) : (await data.indicators(name)).table;
  } catch (error) {
    if (!(error instanceof Lacking)) throw error;
    throw new InputError({ code: "lacking", text: error.text });
  }
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const greatest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

function declared({ plan: { study } }: StudyRun, kind: FiguresPassport["kind"], name: string, table: Table) {
  if (kind === "indicators") return { title: study.indicators[name]?.title ?? same(name) };
  const { atlas, file, source, title } = study.datasets[name] ?? {};
  const from = atlas ?? file;
  return {
    title: title ?? table.title ?? same(name),
    ...(from === undefined ? {} : { from }),
    ...(source === undefined ? {} : { source }),
  };
}

function preparedBefore({ data }: StudyRun, name: string, table: Table): readonly Text[] {
  return [...data.steps(name).flatMap(({ told }) => told), ...pricesTold(table)].map(({ text }) => text);
}

const filledIn = ({ values }: NumberColumn): number =>
  Array.from(values).reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);

/** Where a place lies is joined on to every table of places. */
const isPoint = (name: string): boolean => (placeAttributes as readonly string[]).includes(name);

function columnsOf(table: Table): FigureColumn[] {
  const isKey = new Set(["place", "from", "to", "year", "industry"].map((role) => roleColumn(table, role)));
  return table.columns.flatMap((column) => {
    if (column.kind !== "number" || isKey.has(column) || isPoint(column.name)) return [];
    const { name, title, unit } = column;
    return [{ name, ...(title === undefined ? {} : { title }), unit, filled: filledIn(column) }];
  });
}

function indicatorsOf({ plan }: StudyRun, name: string, table: Table): FigureColumn[] {
  return leavesOf(plan.study.indicators[name]?.aspects ?? {}).map(({ id, leaf }) => {
    const { title, expr, direction, note, source } = leaf;
    const column = findColumn(table, id);
    const made = column?.kind === "number" ? column : undefined;
    return {
      name: id,
      ...(title === undefined ? {} : { title }),
      unit: made?.unit ?? leaf.unit ?? "1",
      expr,
      direction,
      ...(note === undefined ? {} : { note }),
      ...(source === undefined ? {} : { source }),
      filled: made === undefined ? 0 : filledIn(made),
    };
  });
}

async function figure(
  run: StudyRun,
  kind: FiguresPassport["kind"],
  name: string,
  table: Table,
  columns: readonly FigureColumn[],
  { keys, column = columns[0]?.name ?? "", places = [] }: Asked,
): Promise<Trace> {
  const row = rowMeant(table, keys, { gazetteer: run.gazetteer, groups: run.groups, places });
  return tracer(run).figure({ kind, name }, table, row, column);
}

/** The file that a dataset was read from; a set of indicators has those under its cells. */
async function ownFile(run: StudyRun, kind: FiguresPassport["kind"], name: string): Promise<readonly TracedFile[]> {
  if (kind === "indicators") return [];
  const table = await run.data.dataset(name);
  const { file, sha256 } = table.source ?? {};
  if (file === undefined) return [];
  const cells = columnsOf(table).reduce((sum, { filled }) => sum + filled, 0);
  return [{ file, ...(sha256 === undefined ? {} : { sha256 }), rows: table.rows, cells }];
}

function unknownColumn(name: string, column: string, columns: readonly FigureColumn[]): InputError {
  const names = columns.map((each) => each.name);
  const hint = suggestion(column, names);
  const text = message("column-unknown", { at: name, column, columns: names.join(", ") || "-" });
  return new InputError({ code: "column-unknown", text, ...(hint === undefined ? {} : { hint }) });
}
