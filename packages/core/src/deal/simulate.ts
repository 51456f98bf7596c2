import { random } from "../contract/random.ts";
import type { Frame } from "../expression/frame.ts";
import { settleBet } from "./bet.ts";
import { approximate, type Fen, inYuan, nearestFen, portion, ratioOf } from "./money.ts";
import { quantityIn } from "./quantities.ts";
import type { Rule, SharingRule } from "./rule.ts";
import type { Deal, Flow } from "./schema.ts";
import { clockOf, partyOf, termsOf } from "./settle.ts";
import { shareYears, type Terms } from "./share-years.ts";
import { localShares, type TaxName, taxNames } from "./taxes.ts";

/**
 * Cash by party and year under uncertainty. Year 1 of the deal begins with the first clock. A moved enterprise grows in a straight
 * line to what it pays once grown, over the drawn ramp, and closes in a drawn year, if it does; tax is rounded to the fen, its local
 * part taken by the date, and shared by the same code that settles real payments. What the deal brings or costs beside tax is
 * added. Draws are made once and every draft is run on them, so that drafts differ by their clauses alone.
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

interface EnterpriseStream {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Deal year, from 0, in which its first year of sharing lies. */
  readonly begins: number;
  /** Local part a year of each tax, by draw and year: `draw * years + year`, year from the clock. */
  readonly local: Readonly<Record<TaxName, BigInt64Array>>;
  /** Local part of one year before the move, of each tax and draw. */
  readonly before: Readonly<Record<TaxName, BigInt64Array>>;
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
  const [shape] = [...rules.values()].filter(
    (rule): rule is SharingRule => rule.kind === "sharing" || rule.kind === "enclave",
  );
  const clocks = Object.entries(deal.enterprises).flatMap(([name, { moves, expected }]) => {
    const clock = expected === undefined || shape === undefined ? undefined : clockOf(shape, moves[0]);
    return clock === undefined ? [] : [[name, clock] as const];
  });
  const first = Math.min(...clocks.map(([, clock]) => clock));
  const enterprises = clocks.map(([name, clock]) =>
    enterpriseStream(deal, name, clock, Math.floor((clock - first) / 12), frame),
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

function enterpriseStream(deal: Deal, name: string, clock: number, begins: number, frame: Frame): EnterpriseStream {
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
    const chance = Math.min(1, Math.max(0, chances[draw]));
    // the year in which a yearly chance strikes first
    closes[draw] =
      chance === 0 ? years : chance === 1 ? 0 : Math.min(years, Math.floor(Math.log(1 - u) / Math.log(1 - chance)));
    for (let year = 0; year < closes[draw]; year += 1) level[draw * years + year] = grown(year, ramps[draw]);
  }
  const local = {} as Record<TaxName, BigInt64Array>;
  const was = {} as Record<TaxName, BigInt64Array>;
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
    const registered = clock - 12;
    const shareBefore = localOf(tax, registered, registered + 11);
    was[tax] = BigInt64Array.from(quantityIn(frame, before[tax] ?? 0, deal.currency), (amount) =>
      amount === 0 ? 0n : shareBefore(nearestFen(amount)),
    );
  }
  const [move] = moves;
  return { name, from: move.from, to: move.to, begins, local, before: was, closes, level, move };
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

/** What a draft gives every party in every year of every draw. */
export interface Simulated {
  readonly parties: readonly string[];
  readonly years: number;
  readonly draws: number;
  /** Yuan, by party, draw and year: `(party * draws + draw) * years + year`; the forgone is taken off. */
  readonly cash: Float64Array;
  /** The same from shared tax alone. */
  readonly shared: Float64Array;
  /** Present value by party and draw: `party * draws + draw`. */
  readonly present: Float64Array;
  /** Share of draws in which the cap was reached, over all enterprises under a rule with one. */
  readonly reached: number | undefined;
  /** What left the parties in all draws, such as a grant of the centre with a minus: conservation is checked against it. */
  readonly outside: Fen;
  /** What all parties have in all draws, to the fen, beside their flows. */
  readonly total: Fen;
  /** Local tax in all draws. */
  readonly collected: Fen;
}

export function simulate(deal: Deal, draftRules: readonly Rule[], streams: Streams, most = streams.draws): Simulated {
  const { parties, years } = streams;
  const draws = Math.min(most, streams.draws);
  const shared = new Float64Array(parties.length * draws * years);
  const at = (party: number, draw: number, year: number) => (party * draws + draw) * years + year;
  const sum = { outside: 0n, total: 0n, collected: 0n, reached: 0, capped: 0 };
  for (const enterprise of streams.enterprises) {
    const rule = draftRules.find(
      (each): each is SharingRule => (each.kind === "sharing" || each.kind === "enclave") && covers(each, enterprise),
    );
    shareEnterprise(rule, enterprise, draws, years, parties, sum, (party, draw, year, fen) => {
      shared[at(party, draw, year)] += inYuan(fen);
    });
  }
  for (const rule of draftRules) {
    const indices = streams.indices.get(rule.name);
    if (rule.kind !== "bet" || indices === undefined) continue;
    const [up, down] = [parties.indexOf(rule.upstream), parties.indexOf(rule.downstream)];
    for (let draw = 0; draw < draws; draw += 1)
      for (let year = 0; year < years; year += 1) {
        const paid = settleBet(rule, indices[draw * years + year]);
        shared[at(up, draw, year)] += inYuan(paid[rule.upstream]);
        shared[at(down, draw, year)] += inYuan(paid[rule.downstream]);
      }
  }
  const cash = shared.slice();
  for (const { flow, party, amount, follows } of streams.flows) {
    const [first, last] = flow.years;
    for (let draw = 0; draw < draws; draw += 1) {
      const whole = inYuan(amount[draw]);
      for (let year = first - 1; year < last; year += 1) {
        const own = follows === undefined ? 1 : levelAt(follows, draw, year, years);
        cash[at(party, draw, year)] += flow.forgone ? -Math.abs(whole) * own : whole * own;
      }
    }
  }
  const present = new Float64Array(parties.length * draws);
  const discount = discounts(deal, years);
  for (let row = 0; row < present.length; row += 1) {
    let value = 0;
    for (let year = 0; year < years; year += 1) value += cash[row * years + year] * discount[year];
    present[row] = value;
  }
  const { outside, total, collected, reached, capped } = sum;
  return {
    parties,
    years,
    draws,
    cash,
    shared,
    present,
    outside,
    total,
    collected,
    reached: capped === 0 ? undefined : reached / capped,
  };
}

/** What a yuan at the end of each year is worth at the beginning. */
export function discounts({ discount }: Deal, years: number): Float64Array {
  const rate = approximate(ratioOf(discount) as NonNullable<ReturnType<typeof ratioOf>>);
  return Float64Array.from({ length: years }, (_, year) => (1 + rate) ** -(year + 1));
}

export function levelAt({ begins, level }: EnterpriseStream, draw: number, year: number, years: number): number {
  return year < begins ? 0 : level[draw * years + year - begins];
}

function covers({ qualifies }: SharingRule, { move }: EnterpriseStream): boolean {
  return (["led", "fits", "listed"] as const).every(
    (test) => qualifies[test] === undefined || qualifies[test] === move[test],
  );
}

function shareEnterprise(
  rule: SharingRule | undefined,
  enterprise: EnterpriseStream,
  draws: number,
  years: number,
  parties: readonly string[],
  sum: { outside: Fen; total: Fen; collected: Fen; reached: number; capped: number },
  give: (party: number, draw: number, year: number, fen: Fen) => void,
): void {
  const { from, to, begins, local, before, closes } = enterprise;
  const host = parties.indexOf(to);
  const origin = parties.indexOf(from);
  const taxes = rule?.taxes ?? [];
  const others = taxNames.filter((tax) => !taxes.includes(tax));
  const payer = rule === undefined ? host : parties.indexOf(partyOf(rule.payer, { from, to }));
  const span = years - begins;
  const fixed = rule === undefined ? undefined : termsOf(rule, { from, to }, parties, undefined);
  for (let draw = 0; draw < draws; draw += 1) {
    let base = 0n;
    for (const tax of taxes) base += before[tax][draw];
    base *= BigInt(rule?.base ?? 0);
    const pools: Fen[] = [];
    for (let year = 0; year < span; year += 1) {
      let [pool, rest] = [0n, 0n];
      for (const tax of taxes) pool += local[tax][draw * years + year];
      for (const tax of others) rest += local[tax][draw * years + year];
      pools.push(pool);
      sum.collected += pool + rest;
      if (rest !== 0n) {
        give(host, draw, year + begins, rest);
        sum.total += rest;
      }
    }
    const least = rule?.qualifies.least;
    if (rule === undefined || fixed === undefined || (least !== undefined && base < least * BigInt(rule.base))) {
      pools.forEach((pool, year) => {
        give(host, draw, year + begins, pool);
        sum.total += pool;
      });
      continue;
    }
    const { cap: limit } = rule;
    const cap = limit === undefined ? undefined : limit.of === "amount" ? limit.amount : portion(base, limit.times);
    const { parts, received, reached } = shareYears({ ...fixed, cap } satisfies Terms, pools);
    parts.forEach((own, year) => {
      for (let party = 0; party < own.length; party += 1) {
        if (own[party] === 0n) continue;
        give(party, draw, year + begins, own[party]);
        sum.total += own[party];
      }
    });
    if (cap !== undefined) {
      sum.capped += 1;
      if (reached !== undefined) sum.reached += 1;
    }
    const last = rule.years + (cap === undefined ? 0 : rule.extension);
    if (rule.grant !== undefined && cap !== undefined && received < cap && last <= span && closes[draw] >= last) {
      give(origin, draw, begins + last - 1, rule.grant.amount);
      const by = parties.indexOf(rule.grant.payer);
      if (by >= 0) give(by, draw, begins + last - 1, -rule.grant.amount);
      else sum.outside -= rule.grant.amount;
      sum.total += by >= 0 ? 0n : rule.grant.amount;
    }
    const gone = closes[draw];
    if (rule.exit !== undefined && gone < Math.min(rule.exit.within, span) && received > 0n) {
      const repaid = portion(received, rule.exit.repays);
      give(origin, draw, begins + gone, -repaid);
      give(payer, draw, begins + gone, repaid);
    }
  }
}
