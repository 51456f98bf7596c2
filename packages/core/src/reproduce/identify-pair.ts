/**
 * Which two formulas of the coupling degree were printed side by side, where the levels behind them were not?
 *
 * Two systems with levels u >= v: the ratio r = v / u and the larger level u are unknown, both in [0, 1]. Each printed C
 * says in which interval r lies under a formula (C rises with r, and does not rise with u), so a pair of formulas admits
 * a cell where the two intervals meet. A formula that sees absolute gaps then also says where u lies. Both are found by
 * bisection on the method's own function; ends of intervals are at corners of the rounding box, since C is monotone in
 * both. A pair that refuses a single cell did not make the table, up to a misprint.
 */
import {
  type CouplingVariant,
  couplingChoices,
  couplingDegree,
  couplingVariants,
} from "../composite/coupling-coordination-degree.ts";
import type { Finding } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { pairFindings } from "./pair-findings.ts";
import type { PrintedColumn } from "./printed.ts";

export type Interval = readonly [low: number, high: number];

export interface Formula {
  readonly variant: CouplingVariant;
  /** K of `adjusted`. */
  readonly power?: number;
  readonly text: Text;
}

/** What one row of the table says under a pair of formulas. */
export interface PairedCell {
  readonly row: string;
  readonly printed: readonly [number, number];
  readonly admitted: boolean;
  /** Smaller over larger level; where it is not admitted, the gap between what the two figures say. */
  readonly ratio: Interval;
  readonly larger?: Interval;
  readonly smaller?: Interval;
  readonly line?: number;
}

export interface FormulaPair {
  readonly formulas: readonly [Formula, Formula];
  readonly admitted: number;
  /** Whether the pair says where the levels lie, and not only their ratio. */
  readonly determines: boolean;
  /** Had the second figures nothing to do with the first, the share of them that would be admitted. */
  readonly byChance: number;
  readonly cells: readonly PairedCell[];
}

export interface PairIdentification {
  readonly kind: "pair";
  readonly verdict: "reproduced" | "none";
  readonly cells: number;
  readonly tried: number;
  readonly columns: readonly [string, string];
  readonly pairs: readonly FormulaPair[];
  readonly findings: readonly Finding[];
}

export interface PairColumns {
  readonly rows: readonly string[];
  readonly lines?: ArrayLike<number>;
  readonly columns: readonly [PrintedColumn, PrintedColumn];
}

const usualPowers = [1, 2, 3, 4, 5];

/** Every ordered pair of different formulas, each held to every row. */
export function identifyPair(
  { rows, lines, columns }: PairColumns,
  powers: readonly number[] = usualPowers,
): PairIdentification {
  const formulas = formulasOf(powers);
  const [first, second] = columns;
  const kept = [...rows.keys()].filter((row) => !Number.isNaN(first.values[row]) && !Number.isNaN(second.values[row]));
  const ranges = formulas.map((formula) =>
    columns.map((column) => kept.map((row) => ratioOf(formula, intervalOf(column, row)))),
  );
  const pairs = formulas.flatMap((one, i) =>
    formulas.flatMap((other, j): FormulaPair[] => {
      if (i === j) return [];
      const cells = kept.map((row, at): PairedCell => {
        const [a, b] = [ranges[i]?.[0]?.[at], ranges[j]?.[1]?.[at]];
        const line = lines?.[row];
        return {
          row: rows[row] as string,
          printed: [first.values[row] as number, second.values[row] as number],
          ...levelsOf([one, other], [intervalOf(first, row), intervalOf(second, row)], a, b),
          ...(line === undefined ? {} : { line }),
        };
      });
      const admitted = cells.filter((cell) => cell.admitted).length;
      const widths = kept.map((_, at) => widthOf(other, ranges[i]?.[0]?.[at]));
      return [
        {
          formulas: [one, other],
          admitted,
          determines: seesGaps(one) || seesGaps(other),
          byChance: widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length),
          cells,
        },
      ];
    }),
  );
  pairs.sort((a, b) => b.admitted - a.admitted);
  const names = [first.name, second.name] as const;
  return {
    kind: "pair",
    verdict: pairs[0]?.admitted === kept.length ? "reproduced" : "none",
    cells: kept.length,
    tried: pairs.length,
    columns: names,
    pairs,
    findings: pairFindings(pairs, names, kept.length),
  };
}

function formulasOf(powers: readonly number[]): Formula[] {
  return couplingVariants.flatMap((variant): Formula[] => {
    if (variant !== "adjusted") return [{ variant, text: couplingChoices[variant] }];
    return powers.map((power) => ({
      variant,
      power,
      text: { en: `adjusted, K = ${power}`, zh: `含调节系数的公式，K = ${power}` },
    }));
  });
}

const least = 1e-9; // a level so low that absolute gaps have no weight

const degree = ({ variant, power }: Formula, ratio: number, larger: number): number =>
  couplingDegree([larger, larger * ratio], variant, power);

const seesGaps = (formula: Formula): boolean => Math.abs(degree(formula, 0.5, 1) - degree(formula, 0.5, least)) > 1e-6;

function intervalOf({ values, half }: PrintedColumn, row: number): Interval {
  const value = values[row] as number;
  return [Math.max(0, value - half), Math.min(1, value + half)];
}

/** Where the ratio may lie, whatever the larger level, for the formula to print so; nothing where it never does. */
function ratioOf(formula: Formula, [low, high]: Interval): Interval | undefined {
  const ends = [1, least].map((larger) => {
    const of = (ratio: number) => degree(formula, ratio, larger);
    return low > of(1) ? undefined : ([inverse(of, low), inverse(of, high)] as const);
  });
  const there = ends.flatMap((end) => (end === undefined ? [] : [end]));
  if (there.length === 0) return undefined;
  return [Math.min(...there.map(([from]) => from)), Math.max(...there.map(([, to]) => to))];
}

/** Where a rising function of [0, 1] takes a value; an end where it never does. */
function inverse(of: (x: number) => number, value: number): number {
  if (value <= of(0)) return 0;
  if (value >= of(1)) return 1;
  let [from, to] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (of(middle) < value) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

function levelsOf(
  formulas: readonly [Formula, Formula],
  printed: readonly [Interval, Interval],
  a: Interval | undefined,
  b: Interval | undefined,
): Pick<PairedCell, "admitted" | "ratio" | "larger" | "smaller"> {
  if (a === undefined || b === undefined) return { admitted: false, ratio: [Number.NaN, Number.NaN] };
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (from > to) return { admitted: false, ratio: [to, from] };
  const at = formulas.findIndex(seesGaps);
  if (at < 0) return { admitted: true, ratio: [from, to] };
  const [low, high] = printed[at] as Interval;
  const formula = formulas[at] as Formula;
  const larger: Interval = [largerOf(formula, from, high), largerOf(formula, to, low)];
  return { admitted: true, ratio: [from, to], larger, smaller: [larger[0] * from, larger[1] * to] };
}

/** The larger level at which the formula gives `value`: it falls as the level rises. */
const largerOf = (formula: Formula, ratio: number, value: number): number =>
  inverse((larger) => -degree(formula, ratio, Math.max(least, larger)), -value);

/** Which part of [0, 1] a formula may print, the ratio being known. */
function widthOf(formula: Formula, ratio: Interval | undefined): number {
  if (ratio === undefined) return 0;
  return Math.max(0, degree(formula, ratio[1], least) - degree(formula, ratio[0], 1));
}
