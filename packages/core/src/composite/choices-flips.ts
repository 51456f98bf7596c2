import { addTo } from "../contract/add-to.ts";
import type { Variant } from "./choices-variants.ts";
import { pools, ranksWithin, tieTolerance } from "./ranking.ts";
import type { CompositeData } from "./scale.ts";

/** A row under both choices. */
export interface ComparedRow {
  readonly row: number;
  readonly before: number;
  readonly after: number;
  readonly rankBefore: number;
  readonly rankAfter: number;
  /** Places that it was ahead of and is now behind, or the other way round. */
  readonly swaps: number;
  readonly gradeBefore: number;
  readonly gradeAfter: number;
}

/** A place from its first year to its last. */
export interface ComparedTrend {
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  readonly reversed: boolean;
}

export interface Flips {
  readonly rows: readonly ComparedRow[];
  readonly trends: readonly ComparedTrend[];
  readonly meanShift: number;
  readonly largestShift: number;
  /** Shares: of pairs whose order turns round, of changes over time that turn round, of grades that change. */
  readonly pairs: number;
  readonly signs: number;
  readonly grades: number;
  /** Groups and years, and in how many of them another place leads. */
  readonly contests: number;
  readonly newLeaders: number;
}

export function flipsOf({ before, after, grades }: Variant, data: CompositeData): Flips {
  const there = data.place.map((_, row) => !Number.isNaN(before[row]) && !Number.isNaN(after[row]));
  const only = (values: Float64Array) => values.map((value, row) => (there[row] ? value : Number.NaN));
  const pooled = pools(data.place.length, data);
  const [first, second] = [ranksWithin(pooled, only(before)), ranksWithin(pooled, only(after))];
  const swaps = new Float64Array(data.place.length);
  let [pairs, turned, contests, newLeaders] = [0, 0, 0, 0];
  for (const { rows } of pooled) {
    const counted = rows.filter((row) => there[row]);
    if (counted.length > 1) {
      contests += 1;
      if (!counted.some((row) => first[row] === 1 && second[row] === 1)) newLeaders += 1;
    }
    counted.forEach((row, at) => {
      for (const other of counted.slice(at + 1)) {
        pairs += 1;
        if ((first[row] - first[other]) * (second[row] - second[other]) >= 0) continue;
        turned += 1;
        swaps[row] += 1;
        swaps[other] += 1;
      }
    });
  }
  const rows = [...there.keys()]
    .filter((row) => there[row])
    .map((row) => ({
      row,
      before: before[row],
      after: after[row],
      rankBefore: first[row],
      rankAfter: second[row],
      swaps: swaps[row],
      gradeBefore: grades?.before[row] ?? Number.NaN,
      gradeAfter: grades?.after[row] ?? Number.NaN,
    }));
  const trends = trendsOf(before, after, there, data);
  const shifts = rows.map(({ rankBefore, rankAfter }) => Math.abs(rankAfter - rankBefore));
  const share = (count: number, of: number) => (of === 0 ? Number.NaN : count / of);
  return {
    rows,
    trends,
    meanShift: share(
      shifts.reduce((sum, shift) => sum + shift, 0),
      shifts.length,
    ),
    largestShift: shifts.length === 0 ? Number.NaN : shifts.reduce((most, shift) => Math.max(most, shift), 0),
    pairs: share(turned, pairs),
    signs: share(trends.filter(({ reversed }) => reversed).length, trends.length),
    grades:
      grades === undefined
        ? Number.NaN
        : share(rows.filter(({ gradeBefore, gradeAfter }) => gradeBefore !== gradeAfter).length, rows.length),
    contests,
    newLeaders,
  };
}

function trendsOf(
  before: Float64Array,
  after: Float64Array,
  there: readonly boolean[],
  { place, year }: CompositeData,
): ComparedTrend[] {
  if (year === undefined) return [];
  const histories = new Map<string, number[]>();
  place.forEach((name, row) => {
    if (there[row]) addTo(histories, name, row);
  });
  return [...histories].flatMap(([name, rows]) => {
    const [from, to] = [
      rows.reduce((a, b) => (year[b] < year[a] ? b : a)),
      rows.reduce((a, b) => (year[b] > year[a] ? b : a)),
    ];
    if (year[from] === year[to]) return [];
    const [was, is] = [before[to] - before[from], after[to] - after[from]];
    return [
      { place: name, from: year[from], to: year[to], before: was, after: is, reversed: sign(was) * sign(is) < 0 },
    ];
  });
}

function sign(change: number): number {
  return Math.abs(change) <= tieTolerance ? 0 : Math.sign(change);
}
