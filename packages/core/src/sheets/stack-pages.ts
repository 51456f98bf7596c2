import { moveOrigin } from "../contract/cell-origin.ts";
import type { Problem } from "../contract/errors.ts";
import type { PageRemarks } from "../contract/page-remarks.ts";
import {
  type Column,
  findColumn,
  labels,
  makeTable,
  type NumberColumn,
  numbers,
  type Table,
} from "../contract/table.ts";
import { type Fate, fates, type SheetAccount } from "./account.ts";
import type { Page, PageTable } from "./page.ts";
import { PageLog } from "./page-log.ts";
import type { Sheet } from "./sheet.ts";
import { commonUnit, lackOf, refuseRows } from "./stack-units.ts";

/** A page and the sheet that it was read from. */
export interface SheetPage {
  readonly sheet: Sheet;
  readonly page: Page;
}

/** A table of one of the pages. */
interface Part {
  /** Of the page among all. */
  readonly at: number;
  readonly table: Table;
  readonly log: PageLog;
}

/**
 * Pages of one layout as one: tables with the same heads stand one under the other, every figure with its own sheet and cell. Columns
 * are matched by name and brought to one unit; a row that two sheets have is refused.
 */
export function stackPages(pages: readonly SheetPage[]): Page {
  const logs = pages.map(({ sheet }) => new PageLog(sheet));
  const groups = new Map<string, { readonly tables: Part[]; readonly totals: Part[] }>();
  for (const [at, { page }] of pages.entries()) {
    for (const { table, totals } of page.tables) {
      const signature = signatureOf(table, totals);
      const group = groups.get(signature) ?? { tables: [], totals: [] };
      groups.set(signature, group);
      const log = logs[at] as PageLog;
      if (table.rows > 0 || totals === undefined) group.tables.push({ at, table, log });
      if (totals !== undefined) group.totals.push({ at, table: totals, log });
    }
  }
  const sheets = pages.map(({ sheet }) => sheet.sheet);
  const tables = [...groups.values()].map(({ tables, totals }): PageTable => {
    const all = tables.length === 0 ? totals.map((part) => ({ ...part, table: emptied(part.table) })) : tables;
    return {
      table: stacked(all, sheets),
      totals: totals.length === 0 ? undefined : stacked(totals, sheets),
    };
  });
  const read = pages.map(({ page }) => page);
  const problems = [...read, ...logs].flatMap((each) => each.problems);
  return {
    tables,
    problems: problems.slice(0, most),
    problemCount: [...read, ...logs].reduce((sum, { problemCount }) => sum + problemCount, 0),
    notes: distinct([...read, ...logs].flatMap(({ notes }) => notes)).slice(0, most),
    account: sumOf(read.map(({ account }) => account)),
    missingAs: addedUp(read.map(({ missingAs }) => missingAs)),
    cells: function* () {
      for (const page of read) yield* page.cells();
    },
  };
}

const most = 1000;

/** What is said of a sheet's table and of its totals alike is said once. */
function distinct(notes: readonly Problem[]): Problem[] {
  return [...new Map(notes.map((note) => [`${note.code} ${note.text.en}`, note])).values()];
}

/** The heads of rows: tables that have the same are one, whatever their figures are called. */
const signatureOf = (table: Table, totals: Table | undefined): string => {
  const { key, columns } = table.rows === 0 && totals !== undefined ? totals : table;
  return JSON.stringify([[...key].sort(), key.length === 0 ? columns.filter(isLabel).map(({ name }) => name) : []]);
};

const isLabel = ({ kind }: Column): boolean => kind === "label";
const emptied = (table: Table): Table => ({
  ...table,
  rows: 0,
  columns: table.columns.map((column) => ({ ...column, values: column.values.slice(0, 0) }) as Column),
});

function stacked(parts: readonly Part[], sheets: readonly string[]): Table {
  const [first] = parts as [Part];
  refuseRepeatedRows(parts, sheets);
  const heads = new Map(parts.flatMap(({ table }) => table.columns.map((column) => [column.name, column] as const)));
  const isHead = (column: Column) => isLabel(column) || column.name === "year";
  const ordered = [...heads.values()].sort((a, b) => Number(isHead(b)) - Number(isHead(a)));
  const rows = parts.reduce((sum, { table }) => sum + table.rows, 0);
  const columns = ordered.map((column) =>
    column.kind === "label" ? labelsOf(column.name, parts) : figuresOf(column, parts, rows),
  );
  const values = columns.flatMap(({ kind, name }) => (kind === "number" && name !== "year" ? [name] : []));
  const lines = Uint32Array.from(parts.flatMap(({ table }) => [...(table.lines ?? [])]));
  const raw = parts.flatMap(({ at, table }) =>
    Object.entries(table.source?.raw ?? {}).map(([origin, text]) => [String(moveOrigin(Number(origin), at)), text]),
  );
  const page = remarksOf(parts.flatMap(({ table }) => table.source?.page ?? []));
  const { key, name, roles, source = { dataset: name } } = first.table;
  const { raw: _, page: __, ...whence } = source;
  return makeTable(name, key, columns, {
    roles: { ...roles, values },
    source: {
      ...whence,
      sheets,
      ...(raw.length === 0 ? {} : { raw: Object.fromEntries(raw) }),
      ...(page === undefined ? {} : { page }),
    },
    lines,
  });
}

function labelsOf(name: string, parts: readonly Part[]): Column {
  const values = parts.flatMap(({ table }): readonly (string | null)[] => {
    const own = findColumn(table, name);
    return own?.kind === "label" ? own.values : Array.from({ length: table.rows }, () => null);
  });
  return labels(name, values, titleIn(name, parts));
}

function figuresOf({ name }: Column, parts: readonly Part[], rows: number): NumberColumn {
  const own = parts.map((part) => ({ ...part, column: numberIn(part.table, name) }));
  const { unit, converted } = commonUnit(name, own);
  for (const { column, log } of own) if (column === undefined) lackOf(name, log);
  const values = new Float64Array(rows).fill(Number.NaN);
  const [lines, origins] = [new Uint32Array(rows), new Float64Array(rows)];
  const flags: (string | null)[] = new Array(rows).fill(null);
  let from = 0;
  for (const [nth, { at, table, column }] of own.entries()) {
    if (column !== undefined) {
      values.set(converted[nth] as Float64Array, from);
      if (column.lines !== undefined) lines.set(column.lines, from);
      for (let row = 0; row < table.rows; row += 1) {
        const origin = column.origins?.[row] ?? 0;
        origins[from + row] = origin === 0 ? 0 : moveOrigin(origin, at);
        flags[from + row] = column.flags?.[row] ?? null;
      }
    }
    from += table.rows;
  }
  const title = titleIn(name, parts);
  return numbers(name, unit, values, {
    ...(title === undefined ? {} : { title }),
    ...(flags.some((flag) => flag !== null) ? { flags } : {}),
    ...(name === "year" ? {} : { lines, origins }),
  });
}

function numberIn(table: Table, name: string): NumberColumn | undefined {
  const found = findColumn(table, name);
  return found?.kind === "number" ? found : undefined;
}

const titleIn = (name: string, parts: readonly Part[]) =>
  parts.map(({ table }) => findColumn(table, name)?.title).find((title) => title !== undefined);

/** Rows of one key on two sheets: nobody can say which is meant. */
function refuseRepeatedRows(parts: readonly Part[], sheets: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const { at, table, log } of parts) {
    const key = table.key.map((name) => findColumn(table, name)?.values ?? []);
    if (key.length === 0) continue;
    const repeated = new Map<number, string[]>();
    for (let row = 0; row < table.rows; row += 1) {
      const text = key.map((values) => String(values[row] ?? "")).join(", ");
      const before = seen.get(text);
      if (before === undefined) seen.set(text, at);
      else if (before !== at) repeated.set(before, [...(repeated.get(before) ?? []), text]);
    }
    for (const [before, rows] of repeated) refuseRows(rows, sheets[before] as string, log);
  }
}

function sumOf(accounts: readonly SheetAccount[]): SheetAccount {
  const total = (part: Fate | "cells") => accounts.reduce((sum, account) => sum + account[part], 0);
  const named = Object.fromEntries(fates.map((fate) => [fate, total(fate)])) as Record<Fate, number>;
  return { ...named, cells: total("cells") };
}

function addedUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [sign, count] of counts.flatMap((each) => Object.entries(each))) sums[sign] = (sums[sign] ?? 0) + count;
  return sums;
}

function remarksOf(pages: readonly PageRemarks[]): PageRemarks | undefined {
  if (pages.length === 0) return undefined;
  const open = pages.flatMap((page) => page.open ?? []);
  return {
    notes: pages.flatMap(({ notes }) => notes),
    compared: pages.reduce((sum, { compared }) => sum + compared, 0),
    held: pages.reduce((sum, { held }) => sum + held, 0),
    off: pages.flatMap(({ off }) => off),
    ...(open.length === 0
      ? {}
      : {
          open: { count: open.reduce((sum, { count }) => sum + count, 0), first: open.flatMap(({ first }) => first) },
        }),
  };
}
