import { stepOf } from "../tables/digits.ts";
import type { Gathered, GatheredVariable } from "./gathered.ts";
import { isAdditive } from "./is-additive.ts";
import type { Sheet } from "./sheet.ts";
import type { PageFigure } from "./total-parts.ts";

/** Heads that may be called 合计, in the order in which they are looked at. */
const carriers = ["place", "industry"];

/** Figures of one variable and year, in one setting: an industry, say, of all places. */
export interface Slice {
  readonly variable: string;
  readonly year: number | undefined;
  readonly unit: string | undefined;
  readonly step: number;
  readonly figures: PageFigure[];
}

/** The figures of a page that may be added, slice by slice: those among which a total stands. */
export function slicesOf(sheet: Sheet, gathered: readonly Gathered[], words: ReadonlySet<string>): Slice[] {
  const slices = new Map<string, Slice>();
  const steps = printedSteps(sheet, gathered);
  for (const { variables, labels, years } of gathered) {
    for (const variable of variables.values()) {
      if (
        !isAdditive(
          variable.path.join("/"),
          variable.units.find((unit) => unit !== undefined),
        )
      )
        continue;
      for (const { at, unit, ...cell } of cellsOf(variable)) {
        const heads = labels[at] as Readonly<Record<string, string>>;
        const year = years[at];
        const carried = carriers.filter((head) => heads[head] !== undefined);
        const carrier = carried.find((head) => words.has(heads[head] as string));
        // a row of 北京 is a part of 合计 by its place, and of the total of its industries by its industry
        for (const head of carrier === undefined ? carried : [carrier]) {
          const others = carried.filter((each) => each !== head).map((each) => heads[each]);
          const key = [head, variable.name, year ?? "", unit ?? "", ...others].join("\u0001");
          let slice = slices.get(key);
          if (slice === undefined) {
            const step = steps.get(variable.name) as number;
            slice = { variable: variable.name, year, unit, step, figures: [] };
            slices.set(key, slice);
          }
          if (carrier !== undefined && isMean(heads[head] as string)) continue;
          slice.figures.push({ ...cell, heads, label: heads[head] as string, isTotal: carrier !== undefined });
        }
      }
    }
  }
  const inOrder = (one: PageFigure, other: PageFigure) => one.row - other.row || one.column - other.column;
  const found = [...slices.values()].filter(({ figures }) => figures.some(({ isTotal }) => isTotal));
  for (const { figures } of found) figures.sort(inOrder);
  return found;
}

/** A mean over places is neither a sum of them nor a part of one. */
const isMean = (label: string): boolean => /平均|均值|average|mean/i.test(label);

/** How finely each variable is printed: to the decimals that a text shows, 33.0 to one, or else to those of its numbers. */
function printedSteps({ rows }: Sheet, gathered: readonly Gathered[]): ReadonlyMap<string, number> {
  const finest = new Map<string, Float64Array[]>();
  for (const { variables } of gathered) {
    for (const { name, values, sheetRows, sheetColumns } of variables.values()) {
      const printed = values.map((value, at) => {
        const held = rows[sheetRows[at] as number]?.[sheetColumns[at] as number];
        const shown = typeof held === "string" ? /[.．]([0-9０-９]+)/.exec(held)?.[1]?.length : undefined;
        // a figure that ends in the digit that is printed last
        return Number.isNaN(value) || shown === undefined ? value : 10 ** -shown;
      });
      finest.set(name, [...(finest.get(name) ?? []), Float64Array.from(printed)]);
    }
  }
  return new Map(
    [...finest].map(([name, lists]) => [name, stepOf(Float64Array.from(lists.flatMap((each) => [...each])))]),
  );
}

/** What of a variable was read, and what was refused: a part that cannot be added up. `at` is the wide row. */
function* cellsOf({ rows, units, values, sheetRows, sheetColumns, refused }: GatheredVariable) {
  for (const [each, at] of rows.entries()) {
    const [row, column] = [sheetRows[each] as number, sheetColumns[each] as number];
    yield { at, unit: units[each], row, column, value: values[each] as number, isRefused: false };
  }
  for (const { row: at, unit, sheetRow, sheetColumn } of refused) {
    yield { at, unit, row: sheetRow, column: sheetColumn, value: Number.NaN, isRefused: true };
  }
}
