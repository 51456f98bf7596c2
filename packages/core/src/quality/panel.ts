import { findColumn, type LabelColumn, type NumberColumn, type Table } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { stepOf } from "../tables/digits.ts";
import { type Additive, additiveIn } from "./additive.ts";
import { type Steps, stepsOf } from "./steps.ts";
import { keyOf, type TableKey } from "./table-key.ts";

/** One figure over places and years: a column, or a column within one industry or variable. */
export interface Measure {
  readonly column: NumberColumn;
  /** The industry or variable, where rows tell it. */
  readonly category?: string;
  readonly title: Text;
  readonly unit: string;
  /** The step between neighbouring values: 0.01 where they have two decimals. */
  readonly step: number;
  /** By place and year (`place * years + year`): the row of the table, -1 where there is none. */
  readonly rows: Int32Array;
  /** The same, `NaN` where missing. */
  readonly values: Float64Array;
}

/** A table seen as places by years, one grid a measure. Without places, or years, there is one of them without a name. */
export interface Grid {
  readonly table: Table;
  readonly key: TableKey;
  readonly places: readonly string[];
  readonly years: readonly number[];
  readonly measures: readonly Measure[];
}

/** The grid with what the checks ask of it more than once. */
export interface Panel extends Grid {
  /** How each of the measures changes from year to year. */
  readonly steps: readonly Steps[];
  /** Which measures are the sum of others. */
  readonly additive: readonly Additive[];
}

export function panelOf(table: Table): Panel {
  const key = keyOf(table);
  const place = positions(table.rows, key.place?.values ?? pairsOf(table.rows, key));
  const year = positions(table.rows, key.year?.values);
  const years = year.names.map(Number);
  const order = years.map((_, at) => at).sort((a, b) => (years[a] as number) - (years[b] as number));
  const rank = new Int32Array(order.length);
  order.forEach((at, position) => {
    rank[at] = position;
  });
  const yearOf = year.of.map((at) => rank[at] as number);
  const sorted = order.map((at) => years[at] as number);
  const categories = categoriesOf(table, key);
  const size = place.names.length * sorted.length;

  const measures: Measure[] = [];
  for (const column of key.values) {
    for (const [category, rows] of categories.rows) {
      const at = new Int32Array(size).fill(-1);
      const values = new Float64Array(size).fill(Number.NaN);
      for (const row of rows) {
        const cell = (place.of[row] as number) * sorted.length + (yearOf[row] as number);
        if (at[cell] !== -1) continue;
        at[cell] = row;
        values[cell] = column.values[row] as number;
      }
      const unit = key.unit?.values[rows[0] as number] ?? column.unit;
      measures.push({
        column,
        ...(category === "" ? {} : { category }),
        title: titled(
          column.title ?? same(column.name),
          categories.titleOf(category, rows[0] as number),
          key.values.length > 1,
        ),
        unit: String(unit),
        step: stepOf(values),
        rows: at,
        values,
      });
    }
  }
  const grid = { table, key, places: place.names, years: sorted, measures };
  const steps = measures.map((measure) => stepsOf(grid, measure));
  return { ...grid, steps, additive: additiveIn(measures) };
}

/** The two ends of each row, in a table of pairs. */
function pairsOf(rows: number, { ends: [from, to] }: TableKey): string[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  return Array.from({ length: rows }, (_, row) => `${from.values[row]}–${to.values[row]}`);
}

function titled(column: Text, category: Text | undefined, isOneOfMany: boolean): Text {
  if (category === undefined) return column;
  if (!isOneOfMany) return category;
  return { en: `${column.en}, ${category.en}`, zh: `${column.zh}（${category.zh}）` };
}

function positions(rows: number, values: ArrayLike<unknown> | undefined) {
  const of = new Int32Array(rows);
  const seen = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    const name = values === undefined ? "" : String(values[row] ?? "");
    const at = seen.get(name) ?? seen.size;
    seen.set(name, at);
    of[row] = at;
  }
  return { of, names: [...seen.keys()] };
}

function categoriesOf(table: Table, { categories: all, ends }: TableKey) {
  const categories = all.filter((column) => !ends.includes(column));
  const rows = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const name = categories.map(({ values }) => String(values[row] ?? "")).join(" / ");
    const all = rows.get(name) ?? [];
    all.push(row);
    rows.set(name, all);
  }
  const [first] = categories;
  const named = (language: "en" | "zh") =>
    first === undefined ? undefined : (findColumn(table, `${first.name}_${language}`) as LabelColumn | undefined);
  const [en, zh] = [named("en"), named("zh")];
  const titleOf = (category: string, row: number): Text | undefined => {
    if (category === "") return undefined;
    return { en: en?.values[row] ?? category, zh: zh?.values[row] ?? category };
  };
  return { rows, titleOf };
}
