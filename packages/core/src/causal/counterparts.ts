import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { absorb, connectedParts, type Factor, levelEffects } from "./absorb.ts";
import { collinear } from "./collinear-column.ts";
import { type EventRows, keepRows } from "./event-steps.ts";
import { factorOf } from "./factors.ts";
import { panelRegression } from "./panel-regression.ts";

/** What untreated rows say of every row. */
export interface Counterparts {
  /** Positions of the rows under treatment. */
  readonly treated: readonly number[];
  /** Outcome less its counterpart: residuals of untreated rows, effects of treated ones. */
  readonly gap: Float64Array;
  /** What is expected of the gap: 0 of untreated rows, of treated ones the mean of their cohort and step. */
  readonly expected: Float64Array;
  readonly factors: readonly Factor[];
  /** Covariates of untreated rows with the effects absorbed, 0 elsewhere; and the inverse of their cross products. */
  readonly left: readonly Float64Array[];
  readonly bread: Float64Array;
}

/** The counterparts of all rows that have one; others are dropped by name. */
export function counterparts(
  method: string,
  all: EventRows,
  covariates: readonly NamedNumbers[],
): { readonly rows: EventRows; readonly found: Counterparts; readonly dropped: readonly Dropped[] } {
  const isTreated = (rows: EventRows, row: number) => rows.year[row] >= rows.first[row];
  const base = [...all.place.keys()].filter((row) => !isTreated(all, row));
  const [places, years] = [new Set(base.map((row) => all.place[row])), new Set(base.map((row) => all.year[row]))];
  const whole = [factorOf(all.place), factorOf(all.year)];
  const [ofBase, yearsOfBase] = whole.map(({ of, levels }) => ({
    of: Uint32Array.from(base, (row) => of[row]),
    levels,
  }));
  const part = connectedParts(ofBase, yearsOfBase);
  // only within a connected part do untreated rows tell the level of a place and of a year from each other
  const untold = new Set(
    [...all.place.keys()].filter((row) => part[whole[0].of[row]] !== part[whole[0].levels + whole[1].of[row]]),
  );
  const rows = keepRows(all, (row) => !untold.has(row));
  const treated = [...rows.place.keys()].filter((row) => isTreated(rows, row));
  if (treated.length === 0) throw nothingToCompare(method);
  const factors = [factorOf(rows.place), factorOf(rows.year)];
  const untreated = [...rows.place.keys()].filter((row) => !isTreated(rows, row));
  const pick = (values: Float64Array) => Float64Array.from(untreated, (row) => values[row]);
  const own = factors.map(({ of, levels }) => ({ of: Uint32Array.from(untreated, (row) => of[row]), levels }));
  const columns = rows.columns.map(pick);
  const fit =
    columns.length === 0 ? undefined : panelRegression({ outcome: pick(rows.outcome), columns, effects: own });
  if (fit !== undefined && "collinear" in fit)
    throw collinear(method, covariates[fit.collinear], { among: untreatedRows });
  const slopes = fit?.coefficients ?? new Float64Array(0);
  const net = rows.outcome.map(
    (each, row) => each - slopes.reduce((sum, slope, at) => sum + slope * rows.columns[at][row], 0),
  );
  const sums = own.map(({ of, levels }) => {
    const total = new Float64Array(levels);
    untreated.forEach((row, at) => {
      total[of[at]] += net[row];
    });
    return total;
  });
  const effects = levelEffects(sums, own);
  const gap = net.map((each, row) => each - factors.reduce((sum, { of }, q) => sum + effects[q][of[row]], 0));
  const left = columns.map((column) => {
    const spread = new Float64Array(rows.place.length);
    absorb([column], own)[0].forEach((each, at) => {
      spread[untreated[at]] = each;
    });
    return spread;
  });
  const means = new Map<string, { sum: number; count: number }>();
  const cellOf = (row: number) => `${rows.first[row]} ${rows.year[row]}`;
  for (const row of treated) {
    const { sum, count } = means.get(cellOf(row)) ?? { sum: 0, count: 0 };
    means.set(cellOf(row), { sum: sum + gap[row], count: count + 1 });
  }
  const expected = new Float64Array(rows.place.length);
  for (const row of treated) {
    const { sum, count } = means.get(cellOf(row)) as { sum: number; count: number };
    expected[row] = sum / count;
  }
  return {
    rows,
    found: { treated, gap, expected, factors, left, bread: fit?.bread ?? new Float64Array(0) },
    dropped: [
      ...all.dropped,
      ...[...untold].map((row) => ({
        input: "data",
        row: `${all.place[row]} ${all.year[row]}`,
        reason: places.has(all.place[row]) && years.has(all.year[row]) ? notConnected : noCounterpart,
      })),
    ],
  };
}

/**
 * The weight of every row's outcome in a mean of effects: that of treated rows as given, and of untreated rows what carries over
 * to their counterparts, -Z0 (Z0'Z0)^-1 Z1'w.
 */
export function weightsOf(
  rows: EventRows,
  { treated, factors, left, bread }: Counterparts,
  given: Float64Array,
): Float64Array {
  const isTreated = new Set(treated);
  const untreated = [...rows.place.keys()].filter((row) => !isTreated.has(row));
  const own = factors.map(({ of, levels }) => ({ of: Uint32Array.from(untreated, (row) => of[row]), levels }));
  const sums = factors.map(({ of, levels }) => {
    const total = new Float64Array(levels);
    for (const row of treated) total[of[row]] += given[row];
    return total;
  });
  const effects = levelEffects(sums, own);
  const fitted = (row: number) => factors.reduce((sum, { of }, q) => sum + effects[q][of[row]], 0);
  const weights = given.slice();
  for (const row of untreated) weights[row] = -fitted(row);
  if (left.length === 0) return weights;
  // what the effects leave to be matched by the covariates
  const open = rows.columns.map(
    (column) =>
      treated.reduce((sum, row) => sum + given[row] * column[row], 0) -
      untreated.reduce((sum, row) => sum + fitted(row) * column[row], 0),
  );
  const slopes = left.map((_, a) => open.reduce((sum, each, b) => sum + bread[a * left.length + b] * each, 0));
  for (const row of untreated) weights[row] -= slopes.reduce((sum, slope, at) => sum + slope * left[at][row], 0);
  return weights;
}

const untreatedRows = { en: "among untreated rows", zh: "在未处理观测中" };

const noCounterpart = {
  en: "no untreated row of its place, or of its year, to take a counterpart from",
  zh: "该地区或该年没有未处理观测，无从插补",
};

const notConnected = {
  en: "untreated rows tie its place and its year together by no chain of places and years",
  zh: "未处理观测无法通过地区与年份的链条将该地区与该年连通，无从插补",
};

function nothingToCompare(method: string): InputError {
  return new InputError({
    code: "no-comparison",
    text: {
      en: `${method}: no treated row has an untreated year of its place and an untreated place of its year, tied together by untreated rows`,
      zh: `${method}：没有任何处理观测同时具备经未处理观测连通的本地未处理年份与同年未处理地区`,
    },
    hint: { en: "bring years before treatment and places without it", zh: "请补充处理前的年份与未处理的地区" },
  });
}
