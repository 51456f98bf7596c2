import type { Problem } from "../contract/errors.ts";
import { labels, type NumberColumn } from "../contract/table.ts";
import { CellProblems } from "./cell-problems.ts";
import type { Cells } from "./cells.ts";
import { type ColumnKind, declaredKind, kindByCells, wordsLookedAt } from "./column-kind.ts";
import { ColumnTally, type Kept } from "./column-tally.ts";
import { type Heading, readHeader } from "./header.ts";
import { numberColumn } from "./number-column.ts";
import { addRagged, checkSheet } from "./sheet-checks.ts";
import { noteMostlyNumbers } from "./sheet-column.ts";
import { type Account, carriesFlags, type TableSchema } from "./type-table.ts";
import { noteUnits } from "./unit-notes.ts";
import { Vintages } from "./vintages.ts";

export interface SurveyedColumn {
  readonly name: string;
  readonly kind: "number" | "label";
  /** Of a column of numbers. */
  readonly unit?: string;
}

/** What `typeTable` says of a sheet, without the table. */
export interface Surveyed {
  readonly rows: number;
  readonly columns: readonly SurveyedColumn[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly notes: readonly Problem[];
  readonly account: Account;
  readonly missingAs: Readonly<Record<string, number>>;
}

/** As many as problems are listed. */
const mostRagged = 1000;

/**
 * Goes over the rows of a sheet one by one, holding none, and comes to the columns, problems, notes and account that `typeTable` comes
 * to on the whole of it. Rows without any cell are not to be told. `row` is the file row, counted from 0.
 */
export class TableSurvey {
  readonly #cells: Cells;
  readonly #header: readonly string[];
  readonly #schema: TableSchema;
  readonly #headings: readonly Heading[];
  /** By position; columns without a name have none. */
  readonly tallies: readonly (ColumnTally | undefined)[];
  /** Where a row says what is to be known of its figures; -1 if nowhere. */
  readonly flagPosition: number;
  /** Where years stand, whose own words may say what is to be known of their rows' figures. */
  readonly yearPositions: readonly number[];
  readonly #vintages = new Vintages();
  readonly #ragged: { row: number; found: number }[] = [];
  readonly #unnamed = new Set<number>();
  #raggedCount = 0;
  #extra = 0;
  #rows = 0;

  constructor(
    source: Pick<Cells, "file" | "sheet">,
    header: readonly string[],
    headerRow: number,
    schema: TableSchema,
  ) {
    this.#cells = { ...source, rows: [header], lines: lineNumbers(headerRow) };
    this.#header = header;
    this.#schema = schema;
    this.#headings = readHeader(this.#cells, new CellProblems(this.#cells, schema.name));
    const { fields, roles, missingValues } = schema;
    const marks = missingValues === undefined ? undefined : new Set(missingValues);
    const tallies: (ColumnTally | undefined)[] = header.map(() => undefined);
    for (const heading of this.#headings) {
      const field = fields?.find(({ name }) => name === heading.name);
      const declared = declaredKind(heading.name, field, roles);
      const isFlag = roles?.["flag"] === heading.name;
      tallies[heading.position] = new ColumnTally({ heading, field, isFlag, missingValues: marks, declared });
    }
    this.tallies = tallies;
    this.flagPosition = this.#headings.find(({ name }) => name === roles?.["flag"])?.position ?? -1;
    this.yearPositions = tallies.flatMap((tally, at) => (tally?.column.declared === "year" ? [at] : []));
  }

  get width(): number {
    return this.#header.length;
  }

  /** A row with so many cells, of which so many beyond the header hold something; its cells are told by column. */
  addRow(row: number, found: number, beyond: number): void {
    this.#rows += 1;
    this.#extra += beyond;
    if (found >= this.width && beyond === 0) return;
    this.#raggedCount += 1;
    if (this.#ragged.length < mostRagged) this.#ragged.push({ row, found });
  }

  /** Whether a year says itself that the figures of its row are not the last word, such as `2018(快报)`. */
  isOfVintage(row: number, position: number, text: string): boolean {
    return this.#vintages.add(text, row, position) !== undefined;
  }

  /** A cell under a head without a name. */
  addUnnamed(position: number): void {
    this.#unnamed.add(position);
  }

  finish(): Surveyed {
    const schema = this.#schema;
    const under = this.#header.map((_, position) => (this.#unnamed.has(position) ? "x" : ""));
    const cells: Cells = { ...this.#cells, rows: [this.#header, under] };
    const problems = new CellProblems(cells, schema.name);
    const notes = new CellProblems(cells, schema.name);
    readHeader(cells, problems);
    checkSheet(this.#headings, this.#rows, { ...cells, rows: [this.#header] }, schema, problems);
    for (const { row, found } of this.#ragged) addRagged(problems, row, row + 1, found, this.width);
    problems.count += this.#raggedCount - this.#ragged.length;
    const count = { cells: this.#extra, read: 0, flagged: 0, missing: 0, refused: this.#extra };
    const said = new Map<string, number>();
    this.#vintages.tell(this.#headings, notes);
    const columns = this.#headings.map(({ position }) => {
      const tally = this.tallies[position] as ColumnTally;
      const { column, missing, refused, flagged } = this.#settle(tally, problems, notes);
      if (column.kind === "number")
        for (const [mark, times] of tally.marks) said.set(mark, (said.get(mark) ?? 0) + times);
      count.cells += this.#rows;
      count.missing += missing;
      count.refused += refused;
      count.flagged += flagged;
      count.read += this.#rows - missing - refused - flagged;
      return column;
    });
    noteUnits(
      columns.map((column) => (column.kind === "number" ? emptyNumbers(column) : labels(column.name, []))),
      this.#headings,
      schema,
      notes,
    );
    const { list, count: problemCount } = problems;
    const missingAs = Object.fromEntries(said);
    return { rows: this.#rows, columns, problems: list, problemCount, notes: notes.list, account: count, missingAs };
  }

  #settle(tally: ColumnTally, problems: CellProblems, notes: CellProblems) {
    const { heading, field, isFlag, missingValues, declared } = tally.column;
    const { name } = heading;
    const kind = declared ?? guessed(tally, notes);
    if (kind === "label") {
      const empty = tally.blank + (missingValues === undefined ? 0 : tally.marked);
      const column: SurveyedColumn = { name, kind };
      return { column, missing: isFlag ? 0 : empty, refused: tally.short, flagged: 0 };
    }
    const told = inOrder(tally);
    const before = problems.count;
    const sheet = {
      heading,
      field,
      isFlag,
      rows: told.map(({ row }) => row),
      texts: told.map(({ text }) => text),
      ...(missingValues === undefined ? {} : { missingValues }),
      isGuessed: declared === undefined,
    };
    const { column: read, refused: listed } = numberColumn(sheet, kind, undefined, this.#schema, problems);
    const refusedSigns = (["percent", "per mille"] as const).filter((unit) =>
      told.some((cell, at) => cell.unit === unit && Number.isNaN(read.values[at])),
    );
    const signs = refusedSigns.reduce((sum, unit) => sum + tally.signed[unit], 0);
    const refusedCells = tally.words + signs;
    problems.count = Math.max(problems.count, before) + refusedCells - listed;
    const { plain, ...bySign } = tally.flagged;
    const usable = (["percent", "per mille"] as const).filter((unit) => !refusedSigns.includes(unit));
    const flagged = plain + usable.reduce((sum, unit) => sum + bySign[unit], 0);
    return {
      column: { name, kind: "number", unit: read.unit } satisfies SurveyedColumn as SurveyedColumn,
      missing: tally.blank + tally.marked,
      refused: refusedCells + tally.short,
      flagged: carriesFlags(name, kind, this.#schema) ? flagged : 0,
    };
  }
}

/** Rows are told by their place in the file, so that only the header has to be looked up. */
const lineNumbers = (headerRow: number): ArrayLike<number> => ({ length: 1, 0: headerRow + 1 });

function guessed(tally: ColumnTally, notes: CellProblems): ColumnKind {
  const { plain, signed, words, keptWords, isPadded, column } = tally;
  const numbers = plain + signed.percent + signed["per mille"];
  if (isPadded) return "label";
  const { name } = column.heading;
  const told = keptWords.slice(0, wordsLookedAt).map(({ text }) => text);
  const kind = kindByCells(column.heading, numbers, words, told);
  const [first] = keptWords;
  if (kind === "label" && first !== undefined) noteMostlyNumbers(notes, { name, numbers, words, ...first });
  return kind;
}

/** The cells that decide the unit and the problems, in the order of the file. */
function inOrder({ keptWords, keptSigned, firstPlain }: ColumnTally): readonly Kept[] {
  const told = [...keptWords, ...keptSigned, ...(firstPlain === undefined ? [] : [firstPlain])];
  return told.sort((a, b) => a.row - b.row);
}

const emptyNumbers = ({ name, unit = "1" }: SurveyedColumn): NumberColumn => ({
  kind: "number",
  name,
  unit,
  values: new Float64Array(),
});
