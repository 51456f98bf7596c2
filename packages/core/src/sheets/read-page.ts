import type { PageRemarks } from "../contract/page-remarks.ts";
import type { Table } from "../contract/table.ts";
import { balances, Ledger } from "./account.ts";
import { cellAddress, columnPosition } from "./address.ts";
import { compareTotals } from "./compare-totals.ts";
import { ExplainedSigns } from "./explained-signs.ts";
import { claimWords } from "./figures-in-notes.ts";
import { Gathered, type GatheredVariable } from "./gathered.ts";
import { type Layout, rowsIn } from "./layout.ts";
import { mergedCells } from "./merged.ts";
import { noteSheet } from "./note-sheet.ts";
import { refuseOutside } from "./outside.ts";
import type { LongCell, Page, PageTable } from "./page.ts";
import { PageLog } from "./page-log.ts";
import { pageNotes } from "./page-notes.ts";
import { pageTable } from "./page-table.ts";
import { BlockReader } from "./read-block.ts";
import { cellKey, rawText, type Sheet } from "./sheet.ts";
import { layoutOf } from "./sheet-year.ts";

export interface ReadPageOptions {
  /** Name of the tables; the sheet's unless given. */
  readonly name?: string;
}

/**
 * Reads a sheet by its layout into wide tables. Never throws on what a sheet holds: a cell that cannot be read is refused
 * with its address, and every cell of the used range is in the account exactly once.
 */
export function readPage(sheet: Sheet, given: Layout, { name = sheet.sheet }: ReadPageOptions = {}): Page {
  const log = new PageLog(sheet);
  const layout = layoutOf(sheet, given, log);
  const ledger = new Ledger(sheet);
  const merged = mergedCells(sheet);
  const signs = new ExplainedSigns(layout);
  noteSheet(sheet, log);
  for (const row of rowsIn(layout.titles)) claimWords(sheet, row, "title", ledger, log);
  for (const row of rowsIn(layout.notes)) claimWords(sheet, row, "note", ledger, log);
  const groups = new Map<string, Gathered>();
  const group = (signature: string, isTotal: boolean): Gathered => {
    const key = isTotal ? `${signature}\u0001total` : signature;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const made = new Gathered(isTotal, layout.records);
    groups.set(key, made);
    return made;
  };
  for (const block of layout.tables) {
    for (const column of block.leave.columns) {
      const position = columnPosition(column);
      for (let row = block.rows[0] - 1; row < Math.min(block.rows[1], ledger.rows); row += 1) {
        if (position < ledger.columns && rawText(sheet.rows[row]?.[position]).trim() !== "")
          ledger.set(row, position, "left");
      }
    }
    new BlockReader({ sheet, merged, layout, block, ledger, log, signs, group }).read();
  }
  signs.tell(log);
  refuseOutside(sheet, ledger, log);
  const tables = tablesOf(groups, sheet, layout, name, ledger, log);
  const account = ledger.account();
  if (!balances(account)) throw new Error(`${sheet.sheet}: the account of cells does not balance`);
  return {
    tables,
    problems: log.problems,
    problemCount: log.problemCount,
    notes: log.notes,
    account,
    missingAs: ledger.missingAs(),
    cells: () => longCells(groups.values(), sheet),
  };
}

function tablesOf(
  groups: ReadonlyMap<string, Gathered>,
  sheet: Sheet,
  layout: Layout,
  name: string,
  ledger: Ledger,
  log: PageLog,
): PageTable[] {
  const notes = pageNotes(sheet, layout);
  const words = new Set(layout.totals);
  const refuse = (variable: GatheredVariable) => (at: number) =>
    ledger.set(variable.sheetRows[at] as number, variable.sheetColumns[at] as number, "refused");
  const make = (gathered: Gathered, own: string) => pageTable(gathered, sheet, own, log, refuse);
  const signatures = [...new Set([...groups.keys()].map((key) => key.replace("\u0001total", "")))];
  return signatures.map((signature, at) => {
    const own = at === 0 ? name : `${name} ${at + 1}`;
    const plain = groups.get(signature) ?? new Gathered(false, false);
    const total = groups.get(`${signature}\u0001total`);
    const remarks: PageRemarks = {
      notes,
      ...(total === undefined || layout.records
        ? { compared: 0, held: 0, off: [] }
        : compareTotals(sheet, plain, total, words)),
    };
    return {
      table: withRemarks(make(plain, own), remarks),
      totals: total === undefined ? undefined : make(total, own),
    };
  });
}

function withRemarks(table: Table, page: PageRemarks): Table {
  const hasAny = page.notes.length > 0 || page.compared > 0 || page.off.length > 0 || page.open !== undefined;
  return hasAny && table.source !== undefined ? { ...table, source: { ...table.source, page } } : table;
}

function* longCells(groups: Iterable<Gathered>, sheet: Sheet): Generator<LongCell> {
  for (const { variables, labels, years } of groups) {
    for (const variable of variables.values()) {
      for (const [at, row] of variable.rows.entries()) {
        const [line, column] = [variable.sheetRows[at] as number, variable.sheetColumns[at] as number];
        const value = variable.values[at] as number;
        yield {
          heads: labels[row] as Readonly<Record<string, string>>,
          variable: variable.name,
          path: variable.path,
          year: years[row],
          unit: variable.units[at],
          raw: rawText(sheet.rows[line]?.[column], sheet.marks.get(cellKey(line, column))),
          number: Number.isNaN(value) ? undefined : value,
          flag: variable.flags.get(at),
          sheet: sheet.sheet,
          row: line + 1,
          column: column + 1,
          address: cellAddress(line, column),
        };
      }
    }
  }
}
