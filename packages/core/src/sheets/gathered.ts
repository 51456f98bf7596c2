import type { RowHeads } from "./row-heads.ts";

export interface Refused {
  readonly row: number;
  readonly sheetRow: number;
  readonly sheetColumn: number;
  readonly unit: string | undefined;
}

/** The figures of one variable, in the order they were read. */
export interface GatheredVariable {
  readonly name: string;
  readonly path: readonly string[];
  readonly english: readonly string[];
  /** Position of the cell in the lists below by wide row; -1 for none. */
  readonly at: number[];
  readonly rows: number[];
  /** `NaN` where missing or refused. */
  readonly values: number[];
  readonly units: (string | undefined)[];
  readonly sheetRows: number[];
  readonly sheetColumns: number[];
  readonly flags: Map<number, string>;
  /** Cells of it that were refused, by wide row. */
  readonly refused: Refused[];
}

/** The rows and figures of tables with the same heads. */
export class Gathered {
  readonly variables = new Map<string, GatheredVariable>();
  /** Labels, year and first row of the sheet of each wide row. */
  readonly labels: Readonly<Record<string, string>>[] = [];
  readonly years: (number | undefined)[] = [];
  readonly lines: number[] = [];
  /** Names of labels that some row has. */
  readonly heads = new Set<string>();
  readonly isTotal: boolean;
  /** Rows are records of their own, which no key tells apart. */
  readonly isRecords: boolean;
  /** By the heads' key: the years that it has, which are few, and the row of each. */
  readonly #rowsOf = new Map<string, { labels: RowHeads["labels"]; years: (number | undefined)[]; rows: number[] }>();

  constructor(isTotal: boolean, isRecords: boolean) {
    this.isTotal = isTotal;
    this.isRecords = isRecords;
  }

  /** The wide row of a key and year. Rows of one key share their labels, unless they carry others beside the key. */
  row(key: string, labels: RowHeads["labels"], year: number | undefined, line: number, hasOthers: boolean): number {
    let known = this.#rowsOf.get(key);
    if (known === undefined) {
      known = { labels, years: [], rows: [] };
      this.#rowsOf.set(key, known);
      for (const head in labels) this.heads.add(head);
    } else if (hasOthers) for (const head in labels) this.heads.add(head);
    const before = known.years.indexOf(year);
    if (before >= 0) return known.rows[before] as number;
    const row = this.labels.length;
    known.years.push(year);
    known.rows.push(row);
    this.labels.push(hasOthers ? labels : known.labels);
    this.years.push(year);
    this.lines.push(line);
    return row;
  }

  variable(name: string, path: readonly string[], english: readonly string[]): GatheredVariable {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    const made: GatheredVariable = {
      name,
      path,
      english,
      at: [],
      rows: [],
      values: [],
      units: [],
      sheetRows: [],
      sheetColumns: [],
      flags: new Map(),
      refused: [],
    };
    this.variables.set(name, made);
    return made;
  }
}
