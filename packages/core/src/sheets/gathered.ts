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
  /** By the heads' key, then by year. */
  readonly #rowOf = new Map<string, { labels: RowHeads["labels"]; years: Map<number | undefined, number> }>();

  constructor(isTotal: boolean, isRecords: boolean) {
    this.isTotal = isTotal;
    this.isRecords = isRecords;
  }

  /** The wide row of a key and year. Rows of one key share their labels, unless they carry others beside the key. */
  row(key: string, labels: RowHeads["labels"], year: number | undefined, line: number, hasOthers: boolean): number {
    let known = this.#rowOf.get(key);
    if (known === undefined) {
      known = { labels, years: new Map() };
      this.#rowOf.set(key, known);
      for (const head in labels) this.heads.add(head);
    } else if (hasOthers) for (const head in labels) this.heads.add(head);
    const before = known.years.get(year);
    if (before !== undefined) return before;
    const row = this.labels.length;
    known.years.set(year, row);
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
