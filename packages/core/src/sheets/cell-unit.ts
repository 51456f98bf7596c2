import { convert } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { isDimensionless, type Unit, unitsAgree } from "../units/unit.ts";

/** What was said of the unit of a figure, from near to far. */
export interface UnitsSaid {
  /** By its row or item. */
  readonly row: string | undefined;
  /** By a row 单位：… above it. */
  readonly section: string | undefined;
  /** By the layout or the head, for the column. */
  readonly column: string | undefined;
  /** In the corner of the table. */
  readonly table: string | undefined;
}

/** Reads each unit of a page once. */
export class CellUnits {
  readonly #known = new Map<string, Unit | undefined>();

  /**
   * The nearest statement; a row 单位：… changes columns that have no unit of their own, or one of the same dimension. 比上年增长(%)
   * beside 亿元 of the row stays in percent.
   */
  nearest({ row, section, column, table }: UnitsSaid): string | undefined {
    const isRatio = (unit: string | undefined) => unit !== undefined && this.isDimensionless(unit);
    if (row !== undefined) return isRatio(column) && !isRatio(row) ? column : row;
    if (section === undefined) return column ?? table;
    if (column === undefined) return section;
    const [a, b] = [this.#read(column), this.#read(section)];
    return a !== undefined && b !== undefined && unitsAgree(a, b) ? section : column;
  }

  /** A figure in another unit of the same kind; nothing where it is of another kind. */
  converted(value: number, from: string, to: string): number | undefined {
    const [a, b] = [this.#read(from), this.#read(to)];
    return a !== undefined && b !== undefined && unitsAgree(a, b) ? convert(value, a, b) : undefined;
  }

  isDimensionless(text: string): boolean {
    const unit = this.#read(text);
    return unit !== undefined && isDimensionless(unit);
  }

  #read(text: string): Unit | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    let unit: Unit | undefined;
    try {
      unit = parseUnit(text);
    } catch {
      unit = undefined;
    }
    this.#known.set(text, unit);
    return unit;
  }
}
