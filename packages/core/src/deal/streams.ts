import { random } from "../contract/random.ts";
import type { Frame } from "../expression/frame.ts";
import { type Fen, nearestFen, portion } from "./money.ts";
import { monthOf, yearOf } from "./month.ts";
import { quantityIn } from "./quantities.ts";
import type { Rule } from "./rule.ts";
import type { Deal, Flow } from "./schema.ts";
import { localShares, type TaxName, taxNames } from "./taxes.ts";
import { refuse } from "./tell.ts";

/**
 * What is drawn of a deal, whatever its rules: the local tax of every enterprise by draw and year, the flows beside it, the indices
 * of bets. Year 1 begins with the first enterprise that is registered and produces. It grows in a straight line to what it pays once
 * grown, over the drawn ramp, and closes in a drawn year, if it does; tax is rounded to the fen and its local part taken by the date.
 */
export interface Streams {
  readonly draws: number;
  readonly years: number;
  readonly parties: readonly string[];
  readonly enterprises: readonly EnterpriseStream[];
  readonly flows: readonly FlowStream[];
  /** Index of each bet, by rule: every year of every draw. */
  readonly indices: ReadonlyMap<string, Float64Array>;
}

export interface EnterpriseStream {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Deal year, from 0, in which its first year of sharing lies. */
  readonly begins: number;
  /** The month in which it is registered and produces. */
  readonly clock: number;
  /** Local part a year of each tax, by draw and year: `draw * years + year`, year from the clock. */
  readonly local: Readonly<Record<TaxName, BigInt64Array>>;
  /** Local part of each calendar year before the registration, the nearest first, of each tax and draw. */
  readonly before: Readonly<Record<TaxName, readonly BigInt64Array[]>>;
  /** Year from the clock in which it closes; `years` where it does not. */
  readonly closes: Uint16Array;
  /** Part of what it will grow to, by draw and year. */
  readonly level: Float64Array;
  readonly move: Deal["enterprises"][string]["moves"][number];
}
interface FlowStream {
  readonly flow: Flow;
  readonly party: number;
  /** Fen a year at full level, signed, by draw. */
  readonly amount: BigInt64Array;
  readonly follows: EnterpriseStream | undefined;
}

/** Everything that does not depend on a draft. */
export function streamsOf(deal: Deal, rules: ReadonlyMap<string, Rule>, frame: Frame): Streams {
  const parties = Object.keys(deal.parties);
  const { rows: draws } = frame;
  const { years } = deal;
  const clocks = Object.entries(deal.enterprises).flatMap(([name, { moves, expected }]) => {
    const [{ registered, produces = registered }] = moves;
    const begun = [registered, produces].map(monthOf);
    return expected === undefined || begun.includes(undefined)
      ? []
      : [[name, Math.max(...(begun as number[]))] as const];
  });
  const first = Math.min(...clocks.map(([, clock]) => clock));
  const base = Math.max(0, ...[...rules.values()].map((rule) => ("base" in rule ? rule.base : 0)));
  const enterprises = clocks.map(([name, clock]) =>
    enterpriseStream(deal, name, clock, Math.floor((clock - first) / 12), base, frame),
  );
  const byName = new Map(enterprises.map((each) => [each.name, each]));
  const flows = deal.flows.map((flow): FlowStream => {
    const amounts = quantityIn(frame, flow.amount, deal.currency);
    const sign = flow.sign === "cost" ? -1 : 1;
    return {
      flow,
      party: parties.indexOf(flow.party),
      amount: BigInt64Array.from(amounts, (amount) => nearestFen(sign * amount)),
      follows: flow.follows === undefined ? undefined : byName.get(flow.follows),
    };
  });
  const indices = new Map<string, Float64Array>();
  for (const rule of rules.values()) {
    if (rule.kind !== "bet" || rule.index === undefined) continue;
    indices.set(rule.name, yearlyIndex(deal, rule.index, rule.name, frame));
  }
  return { draws, years, parties, enterprises, flows, indices };
}

function enterpriseStream(
  deal: Deal,
  name: string,
  clock: number,
  begins: number,
  base: number,
  frame: Frame,
): EnterpriseStream {
  const { expected, moves } = deal.enterprises[name];
  const { before, full, ramp, fails } = expected as NonNullable<typeof expected>;
  const { rows: draws } = frame;
  const { years } = deal;
  const ramps = quantityIn(frame, ramp, "1");
  const chances = quantityIn(frame, fails, "1");
  const { uniform } = random(deal.seed, `deal/closes/${name}`);
  const level = new Float64Array(draws * years);
  const closes = new Uint16Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const u = uniform();
    const chance = within(chances[draw], 1, name, "fails");
    // the year in which a yearly chance strikes first
    closes[draw] =
      chance === 0 ? years : chance === 1 ? 0 : Math.min(years, Math.floor(Math.log(1 - u) / Math.log(1 - chance)));
    for (let year = 0; year < closes[draw]; year += 1)
      level[draw * years + year] = grown(year, within(ramps[draw], Number.POSITIVE_INFINITY, name, "ramp"));
  }
  const local = {} as Record<TaxName, BigInt64Array>;
  const was = {} as Record<TaxName, BigInt64Array[]>;
  const [move] = moves;
  const registered = yearOf(monthOf(move.registered) as number);
  for (const tax of taxNames) {
    const yearly = quantityIn(frame, full[tax] ?? 0, deal.currency);
    const amounts = new BigInt64Array(draws * years);
    const parts = Array.from({ length: years }, (_, year) => localOf(tax, clock + 12 * year, clock + 12 * year + 11));
    if (full[tax] !== undefined)
      for (let at = 0; at < amounts.length; at += 1) {
        const share = parts[at % years];
        const paid = yearly[Math.floor(at / years)] * level[at];
        if (paid !== 0) amounts[at] = share(nearestFen(paid));
      }
    local[tax] = amounts;
    const yearBefore = quantityIn(frame, before[tax] ?? 0, deal.currency);
    was[tax] = Array.from({ length: base }, (_, back) => {
      const january = (registered - 1 - back) * 12;
      const share = localOf(tax, january, january + 11);
      return BigInt64Array.from(yearBefore, (amount) => (amount === 0 ? 0n : share(nearestFen(amount))));
    });
  }
  return { name, from: move.from, to: move.to, begins, clock, local, before: was, closes, level, move };
}

/** A drawn number that has a meaning from 0 to `most` alone. */
function within(value: number, most: number, name: string, what: "fails" | "ramp"): number {
  if (!(value >= 0 && value <= most))
    refuse(
      "drawn-outside",
      `${what} of ${name} is ${value} in a draw, expected ${most === 1 ? "a chance from 0 to 1" : "at least 0 years"}`,
      `${name} 的 ${what} 在某次模拟中为 ${value}，应为${most === 1 ? " 0 至 1 之间的概率" : "不小于 0 的年数"}`,
    );
  return value;
}

/** Mean level over a year of a straight rise from 0 that takes `ramp` years. */
function grown(year: number, ramp: number): number {
  if (ramp <= year) return 1;
  if (ramp >= year + 1) return (year + 0.5) / ramp;
  return ((ramp - year) * (year + ramp)) / (2 * ramp) + (year + 1 - ramp);
}

/** The local part of tax spread evenly over months, among which the share may change; of months without the tax there is none. */
function localOf(tax: TaxName, from: number, to: number): (amount: Fen) => Fen {
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

/** A drawn index is drawn anew each year; a number is the same in all. */
function yearlyIndex(deal: Deal, index: string | number, name: string, frame: Frame): Float64Array {
  const once = quantityIn(frame, index, "1");
  const values = new Float64Array(frame.rows * deal.years);
  const { integer } = random(deal.seed, `deal/index/${name}`);
  for (let at = 0; at < values.length; at += 1) values[at] = once[integer(frame.rows)];
  return values;
}

export function levelAt({ begins, level }: EnterpriseStream, draw: number, year: number, years: number): number {
  return year < begins ? 0 : level[draw * years + year - begins];
}
