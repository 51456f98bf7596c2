import { random } from "../contract/random.ts";
import type { Frame } from "../expression/frame.ts";
import { type Fen, nearestFen, portion } from "./money.ts";
import { type Month, monthOf, type Period, yearOf } from "./month.ts";
import { quantityIn } from "./quantities.ts";
import type { Deal, Move } from "./schema.ts";
import { localShares, type TaxName, taxNames } from "./taxes.ts";
import { refuse } from "./tell.ts";

/** Months that lie in one year of the deal and in one year of every rule's clock. */
export interface Segment extends Period {
  /** Year of the deal, from 0. */
  readonly year: number;
}

/** The months that are looked ahead: the last is not in it. */
export interface Horizon {
  readonly first: Month;
  readonly end: Month;
}

export interface EnterpriseStream {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly move: Move;
  /** The month in which it is registered and produces: no tax before. */
  readonly clock: Month;
  readonly segments: readonly Segment[];
  /** Local part of each tax, by draw and segment: `draw * segments.length + segment`. */
  readonly local: Readonly<Record<TaxName, BigInt64Array>>;
  /** Local part of each calendar year before the registration, the nearest first, of each tax and draw. */
  readonly before: Readonly<Record<TaxName, readonly BigInt64Array[]>>;
  /** Month in which it closes, by draw; beyond the horizon where it does not. */
  readonly closes: Int32Array;
  /** Part of what it will grow to, mean over a year of the deal: `draw * years + year`. */
  readonly level: Float64Array;
}

/** Years of the deal and of all clocks that rules may begin with, cut so finely that each segment lies within one year of each. */
export function segmentsOf({ first, end }: Horizon, clock: Month, clocks: readonly Month[]): Segment[] {
  const residues = new Set([first, clock, ...clocks].map((month) => ((month % 12) + 12) % 12));
  const segments: Segment[] = [];
  for (let from = clock; from < end; ) {
    let to = from;
    while (to + 1 < end && !residues.has((to + 1) % 12)) to += 1;
    segments.push({ from, to, year: Math.floor((from - first) / 12) });
    from = to + 1;
  }
  return segments;
}

export function enterpriseStream(
  deal: Deal,
  name: string,
  { clock, clocks, base }: { readonly clock: Month; readonly clocks: readonly Month[]; readonly base: number },
  horizon: Horizon,
  frame: Frame,
): EnterpriseStream {
  const { expected, moves } = deal.enterprises[name];
  const { before, full, ramp, fails } = expected as NonNullable<typeof expected>;
  const path = ["enterprises", name, "expected"];
  const { rows: draws } = frame;
  const { years } = deal;
  const segments = segmentsOf(horizon, clock, clocks);
  const ramps = quantityIn(frame, ramp, "1", [...path, "ramp"]);
  const chances = quantityIn(frame, fails, "1", [...path, "fails"]);
  const { uniform } = random(deal.seed, `deal/closes/${name}`);
  const inYears = new Float64Array(draws * segments.length);
  const level = new Float64Array(draws * years);
  const closes = new Int32Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const u = uniform();
    const chance = within(chances[draw], 1, [...path, "fails"]);
    const grows = within(ramps[draw], Number.POSITIVE_INFINITY, [...path, "ramp"]);
    // the year in which a yearly chance strikes first
    const struck =
      chance === 0 ? years : chance === 1 ? 0 : Math.min(years, Math.floor(Math.log(1 - u) / Math.log(1 - chance)));
    closes[draw] = clock + 12 * struck;
    for (let at = 0; at < segments.length; at += 1) {
      const { from, to, year } = segments[at];
      if (from >= closes[draw]) break;
      const own = grown((from - clock) / 12, (to + 1 - clock) / 12, grows);
      inYears[draw * segments.length + at] = own;
      level[draw * years + year] += own;
    }
  }
  const registered = yearOf(monthOf(moves[0].registered) as number);
  const local = {} as Record<TaxName, BigInt64Array>;
  const was = {} as Record<TaxName, BigInt64Array[]>;
  for (const tax of taxNames) {
    const at = [...path, "full", tax];
    const yearly = quantityIn(frame, full[tax] ?? 0, deal.currency, at);
    local[tax] = new BigInt64Array(inYears.length);
    const parts = segments.map(({ from, to }) => localOf(tax, from, to));
    if (full[tax] !== undefined)
      for (let draw = 0, cell = 0; draw < draws; draw += 1)
        for (let segment = 0; segment < segments.length; segment += 1, cell += 1) {
          const paid = yearly[draw] * inYears[cell];
          if (paid !== 0) local[tax][cell] = parts[segment](nearestFen(paid, at));
        }
    const yearBefore = quantityIn(frame, before[tax] ?? 0, deal.currency, [...path, "before", tax]);
    was[tax] = Array.from({ length: base }, (_, back) => {
      const january = (registered - 1 - back) * 12;
      const share = localOf(tax, january, january + 11);
      return BigInt64Array.from(yearBefore, (amount) =>
        amount === 0 ? 0n : share(nearestFen(amount, [...path, "before", tax])),
      );
    });
  }
  const [move] = moves;
  return { name, from: move.from, to: move.to, move, clock, segments, local, before: was, closes, level };
}

/** A drawn number that has a meaning from 0 to `most` alone. */
function within(value: number, most: number, path: readonly string[]): number {
  if (!(value >= 0 && value <= most))
    refuse(
      path,
      "drawn-outside",
      `is ${value} in a draw, expected ${most === 1 ? "a chance from 0 to 1" : "at least 0 years"}`,
      `在某次模拟中为 ${value}，应为${most === 1 ? " 0 至 1 之间的概率" : "不小于 0 的年数"}`,
    );
  return value;
}

/** What a straight rise from 0 to 1 over `ramp` years comes to from one time to another, both in years: of a whole year its mean level. */
function grown(from: number, to: number, ramp: number): number {
  if (ramp <= from) return to - from;
  if (ramp >= to) return ((to - from) * (to + from)) / 2 / ramp;
  return ((ramp - from) * (from + ramp)) / (2 * ramp) + (to - ramp);
}

/** The local part of tax spread evenly over months, among which the share may change, or the tax end: the check lets through no others. */
function localOf(tax: TaxName, from: Month, to: Month): (amount: Fen) => Fen {
  const { spans } = localShares(tax, { from, to });
  if (spans.length === 1 && spans[0].from === from && spans[0].to === to)
    return (amount) => portion(amount, spans[0].local);
  const months = BigInt(to - from + 1);
  return (amount) =>
    spans.reduce((sum, span) => {
      const { n, d } = span.local;
      return sum + portion(amount, { n: n * BigInt(span.to - span.from + 1), d: d * months });
    }, 0n);
}
