import { convert } from "../units/convert.ts";
import type { Ledger } from "./account.ts";
import { cellAddress } from "./address.ts";
import { CellUnits } from "./cell-unit.ts";
import type { ColumnHead } from "./column-heads.ts";
import type { ExplainedSigns } from "./explained-signs.ts";
import type { Gathered, GatheredVariable } from "./gathered.ts";
import type { Layout, LayoutBlock } from "./layout.ts";
import type { PageLog } from "./page-log.ts";
import { readValue, type ValueCell, type ValueSigns } from "./read-value.ts";
import { noteRepeats, refuseDate, refuseRepeated, refuseValue } from "./refusals.ts";
import type { RowHeads } from "./row-heads.ts";
import { cellKey, type Sheet } from "./sheet.ts";

/** A column of figures with what the layout adds to its head. */
export interface Figures extends ColumnHead {
  readonly declaredUnit: string | undefined;
  /** The unit by head, layout and corner. */
  readonly ownUnit: string | undefined;
  /** The path in one. */
  readonly label: string;
  readonly markFlags: readonly string[];
}

/** Where a figure belongs: its variable, the wide row of its table, and the flags that its row gives. */
export interface FigureTarget {
  readonly table: Gathered;
  readonly variable: GatheredVariable;
  readonly at: number;
  readonly rowFlags: readonly string[];
}

export interface FigureParts {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly block: LayoutBlock;
  readonly ledger: Ledger;
  readonly log: PageLog;
  readonly signs: ExplainedSigns;
}

const none: readonly string[] = [];
/** Stands for every cell that is nothing but a number, which nearly all are: that is then read from the cell itself. */
const bare: ValueCell = { kind: "number", value: Number.NaN, percent: false, marks: none };

type FigureInUnit = readonly [value: number, unit: string | undefined];

const inUnit = (value: number, unit: string | undefined): string =>
  unit === undefined ? `${value}` : `${value} ${unit}`;

/** Relative: a conversion multiplies and divides by exact factors, each rounded once. */
const rounding = 1e-14;

function trianglesOf({ triangles, marks }: Layout): Pick<ValueSigns, "triangles"> {
  if (triangles !== undefined) return { triangles };
  return "△" in marks || "▲" in marks ? { triangles: "mark" } : {};
}

/** Reads one figure after the other into its variable: value, unit and flags, each with its entry in the account. */
export class FigureReader {
  readonly #parts: FigureParts;
  readonly #signs: ValueSigns;
  readonly #units = new CellUnits();

  constructor(parts: FigureParts) {
    const { layout } = parts;
    this.#parts = parts;
    this.#signs = {
      zero: new Set(layout.zero),
      missing: new Set([...layout.missing, ...parts.signs.words]),
      marks: Object.keys(layout.marks).filter((mark) => /^\p{L}{1,3}$/u.test(mark)),
      ...(layout.brackets === undefined ? {} : { brackets: layout.brackets }),
      ...trianglesOf(layout),
    };
  }

  read(row: number, figures: Figures, heads: RowHeads, { table, variable, at, rowFlags }: FigureTarget): void {
    const { sheet, ledger, log } = this.#parts;
    const { column } = figures;
    const held = sheet.rows[row]?.[column] ?? null;
    const mark = sheet.marks.size === 0 ? undefined : sheet.marks.get(cellKey(row, column));
    const isBare = typeof held === "number" && Number.isFinite(held) && mark?.percent !== true;
    const cell = isBare ? bare : readValue(held, mark, this.#signs);
    let unit =
      heads.unit === undefined && heads.sectionUnit === undefined
        ? figures.ownUnit
        : this.#units.nearest({
            row: heads.unit,
            section: heads.sectionUnit,
            column: figures.declaredUnit ?? figures.unit,
            table: this.#parts.block.unit,
          });
    if (cell.kind === "refused") {
      this.#refuse(row, column, variable, at, unit);
      if (cell.why === "date") refuseDate(held, row, column, variable.name, log);
      else refuseValue(held, cell.why, row, column, variable.name, log);
      return;
    }
    const before = variable.at[at] ?? -1;
    if (before >= 0 && cell.kind === "missing") {
      ledger.set(row, column, "missing");
      return;
    }
    let value = isBare ? held : cell.kind === "number" ? cell.value : cell.kind === "zero" ? 0 : Number.NaN;
    if (cell.kind === "number" && cell.percent) {
      if (unit === undefined) unit = "percent";
      else if (this.#units.isDimensionless(unit)) value = convert(value, "percent", unit);
      else {
        this.#refuse(row, column, variable, at, unit);
        refuseValue(held, "percent", row, column, variable.name, log, unit);
        return;
      }
    }
    if (before >= 0 && !Number.isNaN(variable.values[before] as number)) {
      this.#repeated(row, column, variable, before, value, unit);
      return;
    }
    const sign = (cell.kind === "zero" ? undefined : this.#parts.signs.flagOf(held, row, column)) ?? "";
    const isMissing = cell.kind === "missing";
    const own = isMissing ? "" : this.#flags(cell, figures, heads, table, rowFlags);
    const flag = own === "" || sign === "" ? own + sign : `${own};${sign}`;
    if (isMissing) ledger.set(row, column, sign === "" ? "missing" : "explained");
    else ledger.set(row, column, flag === "" ? "read" : "flagged");
    const position = variable.values.length;
    while (variable.at.length <= at) variable.at.push(-1);
    variable.at[at] = position;
    variable.rows.push(at);
    variable.values.push(value);
    variable.units.push(unit);
    variable.sheetRows.push(row);
    variable.sheetColumns.push(column);
    if (flag !== "") variable.flags.set(position, flag);
  }

  #flags(cell: ValueCell, figures: Figures, heads: RowHeads, table: Gathered, rowFlags: readonly string[]): string {
    const marks = cell.kind === "number" ? cell.marks : none;
    const isPlain = cell.kind === "number" && marks.length === 0 && heads.flag === undefined && !table.isTotal;
    if (isPlain && rowFlags.length === 0 && figures.markFlags.length === 0) return "";
    const flags = [
      ...(table.isTotal ? ["total"] : []),
      ...(cell.kind === "zero" ? ["inferred-zero"] : []),
      ...(heads.flag === undefined ? [] : [heads.flag]),
      ...marks.map((mark) => this.#parts.layout.marks[mark] ?? "note"),
      ...rowFlags,
      ...figures.markFlags,
    ];
    return [...new Set(flags)].join(";");
  }

  /** A figure that is given twice: the same figure is taken once, another one is refused. */
  #repeated(
    row: number,
    column: number,
    variable: GatheredVariable,
    before: number,
    value: number,
    unit: string | undefined,
  ): void {
    const { ledger, log } = this.#parts;
    const isSame = this.#isSame([variable.values[before] as number, variable.units[before]], [value, unit]);
    ledger.set(row, column, isSame ? "left" : "refused");
    const first = cellAddress(variable.sheetRows[before] as number, variable.sheetColumns[before] as number);
    if (isSame) noteRepeats(row, column, first, log);
    else {
      const figures = [inUnit(variable.values[before] as number, variable.units[before]), inUnit(value, unit)] as const;
      refuseRepeated(row, column, figures, first, variable.name, log);
    }
  }

  /** 3 亿元 and 30000 万元 are the same; 100 亿元 and 100 万元 are not. A figure without a unit is taken to be in that of the other. */
  #isSame([one, oneUnit]: FigureInUnit, [other, otherUnit]: FigureInUnit): boolean {
    if (oneUnit === undefined || otherUnit === undefined || oneUnit === otherUnit) return one === other;
    const converted = this.#units.converted(other, otherUnit, oneUnit);
    return converted !== undefined && Math.abs(converted - one) <= rounding * Math.abs(one);
  }

  /** A cell that is there and is no figure: whatever it is a part of cannot be added up. */
  #refuse(row: number, column: number, variable: GatheredVariable, at: number, unit: string | undefined): void {
    this.#parts.ledger.set(row, column, "refused");
    variable.refused.push({ row: at, sheetRow: row, sheetColumn: column, unit });
  }
}
