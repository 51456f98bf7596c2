import type { PageRemarks, PageTotal } from "../contract/page-remarks.ts";
import { stepOf } from "../tables/digits.ts";
import { cellAddress, columnLetters } from "./address.ts";
import type { Gathered, GatheredVariable } from "./gathered.ts";
import { isAdditive } from "./is-additive.ts";
import type { Sheet } from "./sheet.ts";
import { type PageFigure, readings } from "./total-parts.ts";

/** Of the figures of a total, how many must be the sum of a set of rows before the others are odd. */
const mostHeld = 0.5;
/** Of fewer figures than these none needs to be the sum: a set is meant that comes this near in all of them. */
const fewest = 4;
const near = 0.5;
/** A sum of doubles may be off in its last digits. */
const inexact = 1e-9;

/** Heads that may be called 合计, in the order in which they are looked at. */
const carriers = ["place", "industry"];

interface Compared {
  readonly total: PageFigure;
  readonly parts: readonly PageFigure[];
  readonly variable: string;
  readonly year: number | undefined;
  readonly unit: string | undefined;
  readonly sum: number;
  readonly missing: number;
  readonly rounding: number;
}

/** Figures of one variable and year, in one setting: an industry, say, of all places. */
interface Slice {
  readonly variable: string;
  readonly year: number | undefined;
  readonly unit: string | undefined;
  readonly step: number;
  readonly figures: PageFigure[];
}

/**
 * Compares each total of a page with the sums that it may be, and names those figures that are not. Missing parts leave nothing to
 * compare, but that what is there may not be more than the whole. Rates, shares and means are no sums.
 */
export function compareTotals(
  sheet: Sheet,
  plain: Gathered | undefined,
  totals: Gathered,
  words: ReadonlySet<string>,
): Omit<PageRemarks, "notes"> {
  const slices = slicesOf(sheet, [...(plain === undefined ? [] : [plain]), totals], words);
  const byTotal = new Map<string, { slice: Slice; total: PageFigure }[]>();
  for (const slice of slices) {
    for (const total of slice.figures) {
      if (!total.isTotal || Number.isNaN(total.value) || /平均|average|mean/i.test(total.label)) continue;
      const { group = "", province = "" } = total.heads;
      const key = [total.label, group, province].join("\u0001");
      const known = byTotal.get(key);
      if (known === undefined) byTotal.set(key, [{ slice, total }]);
      else known.push({ slice, total });
    }
  }
  let [compared, held] = [0, 0];
  const off: PageTotal[] = [];
  for (const figures of byTotal.values()) {
    const best = bestReading(figures);
    if (best === undefined) continue;
    compared += best.complete.length;
    held += best.held;
    const told = best.isOther ? best.off.slice(0, 1) : best.off;
    for (const each of told) off.push(describe(sheet.sheet, each, best.isOther ? best.complete.length : undefined));
  }
  off.sort((a, b) => a.row - b.row);
  return { compared, held, off };
}

function slicesOf(sheet: Sheet, gathered: readonly Gathered[], words: ReadonlySet<string>): Slice[] {
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
      for (const [at, row] of variable.rows.entries()) {
        const heads = labels[row] as Readonly<Record<string, string>>;
        const year = years[row];
        const carried = carriers.filter((head) => heads[head] !== undefined);
        const carrier = carried.find((head) => words.has(heads[head] as string));
        // a row of 北京 is a part of 合计 by its place, and of the total of its industries by its industry
        for (const head of carrier === undefined ? carried : [carrier]) {
          const others = carried.filter((each) => each !== head).map((each) => heads[each]);
          const key = [head, variable.name, year ?? "", variable.units[at] ?? "", ...others].join("\u0001");
          let slice = slices.get(key);
          if (slice === undefined) {
            const step = steps.get(variable.name) as number;
            slice = { variable: variable.name, year, unit: variable.units[at], step, figures: [] };
            slices.set(key, slice);
          }
          slice.figures.push(figureAt(variable, at, heads, head, carrier !== undefined));
        }
      }
    }
  }
  const inOrder = (one: PageFigure, other: PageFigure) => one.row - other.row || one.column - other.column;
  const found = [...slices.values()].filter(({ figures }) => figures.some(({ isTotal }) => isTotal));
  for (const { figures } of found) figures.sort(inOrder);
  return found;
}

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

function figureAt(
  variable: GatheredVariable,
  at: number,
  heads: Readonly<Record<string, string>>,
  head: string,
  isTotal: boolean,
): PageFigure {
  return {
    heads,
    label: heads[head] as string,
    isTotal,
    row: variable.sheetRows[at] as number,
    column: variable.sheetColumns[at] as number,
    value: variable.values[at] as number,
  };
}

interface Reading {
  readonly complete: readonly Compared[];
  readonly off: readonly Compared[];
  readonly held: number;
  /** Nothing on the page adds up to this total. */
  readonly isOther: boolean;
}

/** The reading under which most figures of a total are sums; nothing where none comes near. */
function bestReading(figures: readonly { slice: Slice; total: PageFigure }[]): Reading | undefined {
  let best: (Reading & { readonly distance: number }) | undefined;
  for (const partsOf of readings) {
    const all = figures.flatMap(({ slice, total }) => {
      const parts = partsOf(total, slice.figures);
      return parts.length < 2 ? [] : [compare(slice, total, parts)];
    });
    const complete = all.filter(({ missing }) => missing === 0);
    const wrong = complete.filter(isOff);
    const over = all.filter(
      (each) => each.missing > 0 && each.parts.every(({ value }) => !(value < 0)) && isOver(each),
    );
    if (complete.length === 0 && over.length === 0) continue;
    const held = complete.length - wrong.length;
    const relative = complete.map(({ total, sum }) => Math.abs(sum - total.value) / Math.abs(total.value || 1));
    const distance = relative.length === 0 ? 0 : Math.max(...relative);
    const mostHold = held > 0 && held >= mostHeld * complete.length;
    const isMeant = mostHold || (complete.length < fewest && distance < near);
    if (!isMeant && !(distance < near)) continue;
    const reading = { complete, off: isMeant ? [...wrong, ...over] : wrong, held, isOther: !isMeant, distance };
    if (best === undefined || held > best.held || (held === best.held && distance < best.distance)) best = reading;
  }
  return best;
}

function compare({ variable, year, unit, step }: Slice, total: PageFigure, parts: readonly PageFigure[]): Compared {
  const there = parts.filter(({ value }) => !Number.isNaN(value));
  return {
    total,
    parts,
    variable,
    year,
    unit,
    sum: there.reduce((sum, { value }) => sum + value, 0),
    missing: parts.length - there.length,
    rounding: (step * (parts.length + 1)) / 2,
  };
}

const slack = ({ rounding, total }: Compared): number => rounding + inexact * Math.abs(total.value);
const isOff = (each: Compared): boolean => Math.abs(each.sum - each.total.value) > slack(each);
const isOver = (each: Compared): boolean => each.sum - each.total.value > slack(each);

function describe(
  sheet: string,
  { total, parts, variable, year, unit, sum, missing, rounding }: Compared,
  isOther: number | undefined,
): PageTotal {
  const [first, last] = [parts[0] as PageFigure, parts.at(-1) as PageFigure];
  return {
    sheet,
    row: total.row + 1,
    column: columnLetters(total.column),
    label: total.label,
    variable,
    ...(year === undefined ? {} : { year }),
    ...(unit === undefined ? {} : { unit }),
    found: total.value,
    expected: Number(sum.toPrecision(12)),
    parts: parts.length,
    from: cellAddress(first.row, first.column),
    to: cellAddress(last.row, last.column),
    missing,
    rounding: Number(rounding.toPrecision(6)),
    ...(isOther === undefined ? {} : { isOther }),
  };
}
