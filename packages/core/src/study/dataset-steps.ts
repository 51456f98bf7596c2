import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import { same, type Text } from "../language/text.ts";
import { codesOf, roleColumn } from "./places.ts";
import type { DatasetDeclaration, Study } from "./schema.ts";

/** A cell that a figure was worked out from: of the same dataset before the step, or of another dataset. */
export interface CellBehind {
  readonly of: string;
  readonly table: Table;
  readonly row: number;
  readonly column: string;
}

/** How a figure was worked out, and from which cells. */
export interface Behind {
  readonly expr: string;
  readonly cells: readonly CellBehind[];
  /** Why, where the figure's own place or code gave the reason. */
  readonly why?: readonly Text[];
}

/** One thing that was done to a dataset's figures before any analysis, told whole, and undone cell by cell for a passport. */
export interface DatasetStep {
  readonly kind: "correct" | "edition" | "interpolate" | "sections" | "deflate" | "relative" | "currency";
  readonly after: Table;
  /** What was done and what was left undone: the first says what the step is. */
  readonly told: readonly Problem[];
  /** Nothing where the step left the cell as it was. */
  readonly behind: (row: number, column: string) => Behind | undefined;
}

/** A dataset under way: its name and declaration, and its figures so far. */
export interface UnderWay {
  readonly name: string;
  readonly declaration: DatasetDeclaration;
  readonly table: Table;
}

/** Takes a step whose refusals belong to a key of the study; those that name a row of a file keep it. */
export function refusedAt<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map((each) => ({ ...each, place: { ...each.place, path } })));
  }
}

/** A column that a key of the study names. */
export function namedColumn(table: Table, name: string, path: string, others: readonly string[] = []): void {
  if (findColumn(table, name) !== undefined) return;
  const names = [...table.columns.map((column) => column.name), ...others];
  const hint = suggestion(name, names);
  throw new InputError({
    code: "column-unknown",
    text: message("column-unknown", { at: path, column: name, columns: names.join(", ") }),
    ...(hint === undefined ? {} : { hint }),
    place: { path },
  });
}

/** A column of figures that a key of the study names. */
export function namedFigures(table: Table, name: string, path: string): NumberColumn {
  namedColumn(table, name, path);
  const column = findColumn(table, name);
  if (column?.kind === "number") return column;
  const figures = table.columns.flatMap((each) => (each.kind === "number" ? [each.name] : [])).join(", ");
  throw new InputError({
    code: "column-no-figures",
    text: {
      en: `${path}: column ${name} holds labels, expected one of figures: ${figures}`,
      zh: `${path}：列 ${name} 为文字，应为数值列：${figures}`,
    },
    place: { path },
  });
}

/** The dataset that a key of another one names. */
export function namedDataset(study: Study, name: string, path: string): void {
  if (Object.hasOwn(study.datasets, name)) return;
  const names = Object.keys(study.datasets);
  const hint = suggestion(name, names);
  throw new InputError({
    code: "dataset-unknown",
    text: message("dataset-unknown", { at: path, name, names: names.join(", ") }),
    ...(hint === undefined ? {} : { hint }),
    place: { path },
  });
}

/** The column of figures by year that is meant where none is named: the role value, else the only one there is. */
export function figuresMeant(table: Table, asked: string | undefined, path: string): string {
  if (asked !== undefined) {
    namedColumn(table, asked, path);
    return asked;
  }
  const { value, values } = table.roles ?? {};
  if (typeof value === "string") return value;
  const parts = new Set(["year", "lon", "lat"].flatMap((role) => roleColumn(table, role)?.name ?? []));
  const loose = table.columns.filter(
    ({ kind, name }) => kind === "number" && !parts.has(name) && !table.key.includes(name),
  );
  const only = [values ?? loose.map(({ name }) => name)].flat();
  if (only.length === 1) return only[0] as string;
  throw new InputError({
    code: "column-needed",
    text: message("column-needed", { at: path, name: table.name, columns: only.join(", ") || "-" }),
    place: { path },
  });
}

/** Years are needed to know of which year a figure is. */
export function requireYears({ name, table }: Pick<UnderWay, "name" | "table">, path: string): void {
  if (roleColumn(table, "year") !== undefined) return;
  const columns = table.columns.map((column) => column.name).join(", ");
  throw new InputError({
    code: "years-needed",
    text: message("years-needed", { at: path, name, columns }),
    hint: message("years-needed-hint"),
    place: { path },
  });
}

/** The rows of a place and year; without places, those of the year. */
export function rowsByYear(table: Table): (place: string, year: number) => number | undefined {
  const places = codesOf(table, "place");
  const years = roleColumn(table, "year")?.values ?? [];
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows; row += 1) rows.set(`${places?.[row] ?? ""}|${Number(years[row])}`, row);
  return (place, year) => rows.get(`${places === undefined ? "" : place}|${year}`);
}

/** What a dataset is called where others rest on it: its title, else whom the study cites for it, else its name. */
export function calledBy({ title }: Table, name: string, declared: DatasetDeclaration | undefined): Text {
  return declared?.title ?? title ?? same(declared?.source ?? name);
}
