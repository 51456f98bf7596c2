import type { OpenTotals, PageRemarks, PageTotal } from "../contract/page-remarks.ts";
import { isRegion } from "../places/aggregate.ts";
import { cellAddress, columnLetters } from "./address.ts";
import type { Gathered } from "./gathered.ts";
import type { Sheet } from "./sheet.ts";
import { type PageFigure, readings } from "./total-parts.ts";
import { type Slice, slicesOf } from "./total-slices.ts";

/** Of the figures of a total, how many must be the sum of a set of rows before the others are odd. */
const mostHeld = 0.5;
/** Of fewer figures than these none needs to be the sum: a set is meant that comes this near in all of them. */
const fewest = 4;
const near = 0.5;
/** A sum of doubles may be off in its last digits. */
const inexact = 1e-9;

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
      if (!total.isTotal || Number.isNaN(total.value)) continue;
      const { group = "", province = "" } = total.heads;
      const key = [total.label, group, province].join("\u0001");
      const known = byTotal.get(key);
      if (known === undefined) byTotal.set(key, [{ slice, total }]);
      else known.push({ slice, total });
    }
  }
  let [compared, held] = [0, 0];
  const off: PageTotal[] = [];
  const open: Compared[] = [];
  for (const figures of byTotal.values()) {
    const best = bestReading(figures);
    const [{ total }] = figures as [{ slice: Slice; total: PageFigure }];
    // the places of 苏南 need not be on the page
    if (isRegion(total.label) && best !== undefined && (best.held === 0 || best.isOther)) continue;
    open.push(...(best === undefined ? unreadable(figures) : best.isOther ? [] : best.open));
    if (best === undefined) continue;
    compared += best.complete.length;
    held += best.held;
    const told = best.isOther ? best.off.slice(0, 1) : best.off;
    for (const each of told) off.push(describe(sheet.sheet, each, best.isOther ? best.complete.length : undefined));
  }
  off.sort((a, b) => a.row - b.row);
  return { compared, held, off, ...(open.length === 0 ? {} : { open: openTotals(open) }) };
}

const mostQuoted = 3;

function openTotals(open: readonly Compared[]): OpenTotals {
  const inOrder = [...open].sort((a, b) => a.total.row - b.total.row || a.total.column - b.total.column);
  const first = inOrder.slice(0, mostQuoted).map(({ total, parts }) => ({
    total: cellAddress(total.row, total.column),
    label: total.label,
    parts: parts
      .filter(({ value }) => Number.isNaN(value))
      .slice(0, mostQuoted)
      .map(({ row, column }) => cellAddress(row, column)),
  }));
  return { count: open.length, first };
}

/** The figures of a total of which every one lacks parts, by the likeliest reading that gives it any. */
function unreadable(figures: readonly { slice: Slice; total: PageFigure }[]): readonly Compared[] {
  for (const partsOf of readings) {
    const all = comparedBy(partsOf, figures);
    if (all.length > 0) return all.every(({ missing }) => missing > 0) ? all : [];
  }
  return [];
}

interface Reading {
  readonly complete: readonly Compared[];
  readonly off: readonly Compared[];
  /** Those that lack parts, and are no smaller than what is there. */
  readonly open: readonly Compared[];
  readonly held: number;
  /** Nothing on the page adds up to this total. */
  readonly isOther: boolean;
}

/** The reading under which most figures of a total are sums; nothing where none comes near. */
function bestReading(figures: readonly { slice: Slice; total: PageFigure }[]): Reading | undefined {
  let best: (Reading & { readonly distance: number }) | undefined;
  for (const partsOf of readings) {
    const all = comparedBy(partsOf, figures);
    const complete = all.filter(({ missing }) => missing === 0);
    const wrong = complete.filter(isOff);
    const over = all.filter(
      (each) =>
        each.missing > 0 && each.parts.every(({ value, isRefused }) => !isRefused && !(value < 0)) && isOver(each),
    );
    if (complete.length === 0 && over.length === 0) continue;
    const held = complete.length - wrong.length;
    const relative = complete.map(({ total, sum }) => Math.abs(sum - total.value) / Math.abs(total.value || 1));
    const distance = relative.length === 0 ? 0 : Math.max(...relative);
    const mostHold = held > 0 && held >= mostHeld * complete.length;
    const isMeant = mostHold || (complete.length < fewest && distance < near);
    if (!isMeant && !(distance < near)) continue;
    const open = all.filter((each) => each.missing > 0 && !over.includes(each));
    const reading = { complete, open, off: isMeant ? [...wrong, ...over] : wrong, held, isOther: !isMeant, distance };
    if (best === undefined || held > best.held || (held === best.held && distance < best.distance)) best = reading;
  }
  return best;
}

function comparedBy(
  partsOf: (typeof readings)[number],
  figures: readonly { slice: Slice; total: PageFigure }[],
): readonly Compared[] {
  return figures.flatMap(({ slice, total }) => {
    const parts = partsOf(total, slice.figures);
    return parts.length < 2 ? [] : [compare(slice, total, parts)];
  });
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
