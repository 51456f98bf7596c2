import {
  type AnyMethod,
  answerOf,
  type Column,
  type Convention,
  type MethodResult,
  sentence,
  spelledOut,
  type Table,
} from "@conurb/core/contract";
import { closeHan, same, type Text } from "@conurb/core/language";
import { say } from "../say.ts";
import { rowNamed } from "../terminal/dropped-told.ts";
import { shownNumber } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { unitTold } from "../terminal/unit-told.ts";

const firstRows = 20;
const firstDropped = 10;

/** A result as `calc --json` answers it: tables by name, their rows as records, gaps as null. */
export function resultJson(result: MethodResult): object {
  const { method, version, convention, options, n, dropped, warnings } = result;
  return {
    method,
    version,
    convention,
    options,
    n,
    dropped,
    warnings: warnings.map(spelledOut),
    scalars: Object.fromEntries(Object.entries(result.scalars).map(([name, value]) => [name, cell(value)])),
    tables: Object.fromEntries(result.tables.map((table) => [table.name, tableJson(table)])),
  };
}

function tableJson({ columns, rows }: Table): unknown {
  return {
    columns: columns.map((column) => ({
      name: column.name,
      unit: unitOf(column),
      title: column.title ?? same(column.name),
    })),
    rows: Array.from({ length: rows }, (_, row) =>
      Object.fromEntries(columns.map(({ name, values }) => [name, cell(values[row])])),
    ),
  };
}

const unitOf = (column: Column): string | null => (column.kind === "number" ? column.unit : null);

const cell = (value: number | string | null | undefined): number | string | null =>
  value === undefined || (typeof value === "number" && Number.isNaN(value)) ? null : value;

/** A result for a person: headline numbers, tables, then what must be known of them. */
export function printResult(
  method: AnyMethod,
  result: MethodResult,
  terminal: Terminal,
  all: boolean,
  names: PlaceNames = new Map(),
): void {
  const { text, style, language } = terminal;
  terminal.print(`${style.bold(text(method.title))} · ${method.id} v${method.version} · n = ${result.n}`);
  const scalars = Object.entries(result.scalars).map(([name, value]) => {
    const info = method.scalars[name];
    return [`  ${info === undefined ? name : text(info.title)}`, shownNumber(value), text(unitTold(info?.unit))];
  });
  for (const line of textTable(scalars, [false, true, false])) terminal.print(line);
  const shown = result.tables.filter(({ rows }) => rows > 0);
  for (const table of shown) printTable(table, terminal, all, names);
  for (const [name, choice] of Object.entries(result.convention)) {
    const told: Convention | undefined = method.conventions[name];
    const words = told === undefined ? choice : text(answerOf(told, choice));
    const title = told === undefined ? name : text(told.title);
    const taken = say(words === choice ? "answer-told" : "answer-taken", { title, choice, words });
    terminal.print(style.dim(text(taken)));
  }
  const named = (code: string) => {
    const known = names.get(code);
    return known === undefined ? code : `${code} ${text(known.name)}`;
  };
  const dropped = all ? result.dropped : result.dropped.slice(0, firstDropped);
  for (const { input, row, reason } of dropped) {
    const told = say("dropped-row", {
      input,
      row: rowNamed(row, named),
      reason: { en: reason.en, zh: closeHan(reason.zh) },
    });
    terminal.print(`${style.yellow(text(say("dropped")))}${text(told)}`);
  }
  const more = result.dropped.length - dropped.length;
  if (more > 0) terminal.print(style.dim(text(say("dropped-more", { more }))));
  for (const warning of result.warnings) {
    terminal.print(`${style.yellow(text(say("warning")))}${sentence(warning, language)}`);
  }
}

/** What codes of places are called. */
export type PlaceNames = ReadonlyMap<string, { readonly name: Text }>;

/** The columns of a result that hold places. */
export const holdsPlaces = ({ kind, name }: Column): boolean =>
  kind === "label" && ["place", "from", "to"].includes(name);

/** A column of words that says nothing in any row, as the group where nothing is grouped. */
const isBlank = ({ kind, values }: Column): boolean =>
  kind === "label" && Array.from(values).every((value) => value === null || value === "");

function printTable(table: Table, terminal: Terminal, all: boolean, names: PlaceNames): void {
  const { text, style, language } = terminal;
  const other = language === "en" ? "_zh" : "_en";
  const columns = table.columns.filter((column) => !column.name.endsWith(other) && !isBlank(column));
  const heads = columns.map((column) => {
    const unit = column.kind === "number" ? text(unitTold(column.unit)) : "";
    return `${column.title === undefined ? column.name : text(column.title)}${unit === "" ? "" : ` (${unit})`}`;
  });
  const count = all ? table.rows : Math.min(table.rows, firstRows);
  const shown = (column: Column, row: number): string => {
    const value = column.values[row];
    const name = holdsPlaces(column) ? names.get(String(value))?.name[language] : undefined;
    return name === undefined || name === value ? shownNumber(value) : `${value} ${name}`;
  };
  const rows = Array.from({ length: count }, (_, row) => columns.map((column) => shown(column, row)));
  const title = table.title === undefined ? table.name : `${text(table.title)} (${table.name})`;
  terminal.print(`\n${style.bold(title)}`);
  const numeric = columns.map(({ kind }) => kind === "number");
  for (const line of textTable([heads, ...rows], numeric)) terminal.print(`  ${line}`);
  if (count < table.rows) terminal.print(style.dim(`  ${text(say("rows-more", { rows: table.rows - count }))}`));
}
