import { settleBet } from "./bet.ts";
import type { EnterpriseStream } from "./enterprise-stream.ts";
import { apportioned, type Fen, inYuan, shareIn, weightsOf } from "./money.ts";
import { parksOf } from "./parks.ts";
import { coversMove } from "./qualify.ts";
import { byParty } from "./roles.ts";
import { isSharing, type Rule, type SharingRule } from "./rule.ts";
import type { Deal, Flow } from "./schema.ts";
import { isUnder, type Sums, shareStream } from "./share-stream.ts";
import type { Streams } from "./streams.ts";
import { taxNames } from "./taxes.ts";

/**
 * Cash by party and year under uncertainty: what is drawn is shared by the same code that settles real payments, and what the deal
 * brings or costs beside tax is added. Draws are made once and every draft is run on them, so that drafts differ by clauses alone.
 */

/** What the clauses of a rule come to for one enterprise, over all draws. */
export interface Applied {
  readonly rule: string;
  readonly enterprise: string;
  /** Share of draws in which it paid too little before to be under the rule. */
  readonly below: number;
  /** Of the others, the share in which the cap is reached; nothing of a rule without one, or where no draw is under it. */
  readonly reached: number | undefined;
  /** Of a rule with interest for delay: whether a transfer is planned so late, and what that costs, mean over draws, not discounted. */
  readonly delay: { readonly isPlanned: boolean; readonly interest: number } | undefined;
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
  /** Grants from outside by enterprise: present value, mean over draws. */
  readonly granted: readonly number[];
  /** What each party lays out, as the draft has it borne: present value, mean over draws. */
  readonly outlays: readonly number[];
  /** What all parties have in all draws, to the fen, beside their flows. */
  readonly total: Fen;
  /** Local tax in all draws. */
  readonly collected: Fen;
  /** Every rule with every enterprise that it covers. */
  readonly applied: readonly Applied[];
}

export function simulate(deal: Deal, draftRules: readonly Rule[], streams: Streams, most = streams.draws): Simulated {
  const { parties, years } = streams;
  const draws = Math.min(most, streams.draws);
  const shared = new Float64Array(parties.length * draws * years);
  const discount = discounts(deal, years);
  const sums: Sums = { total: 0n, collected: 0n, under: 0, reached: 0, capped: 0, interest: 0n };
  const applied: Applied[] = [];
  let outside = 0n;
  const granted = streams.enterprises.map((enterprise) => {
    const own = draftRules.filter((each): each is SharingRule => isSharing(each) && coversMove(each, enterprise.move));
    let worth = 0;
    const books = {
      give: (party: number, draw: number, year: number, fen: Fen) => {
        shared[(party * draws + draw) * years + year] += inYuan(fen);
      },
      grant: (year: number, fen: Fen) => {
        outside -= fen;
        worth += (inYuan(fen) * discount[year]) / draws;
      },
    };
    // each rule shares its own taxes, no tax is under two; what is under none stays with the host
    for (const rule of own) {
      const before = { ...sums };
      const { isLate } = shareStream(rule, rule.taxes, enterprise, streams, draws, sums, books);
      const capped = sums.capped - before.capped;
      applied.push({
        rule: rule.name,
        enterprise: enterprise.name,
        below: (draws - (sums.under - before.under)) / draws,
        reached: capped === 0 ? undefined : (sums.reached - before.reached) / capped,
        delay:
          rule.late === undefined
            ? undefined
            : { isPlanned: isLate, interest: inYuan(sums.interest - before.interest) / draws },
      });
    }
    const rest = taxNames.filter((tax) => !own.some(({ taxes }) => taxes.includes(tax)));
    if (rest.length > 0) shareStream(undefined, rest, enterprise, streams, draws, sums, books);
    return worth;
  });
  bookBets(draftRules, streams, draws, shared);
  const cash = shared.slice();
  const outlays = bookFlows(draftRules, streams, draws, cash, discount);
  const { total, collected, reached, capped } = sums;
  return {
    parties,
    years,
    draws,
    cash,
    shared,
    present: presentOf(cash, discount),
    outside,
    granted,
    outlays,
    total,
    collected,
    reached: capped === 0 ? undefined : reached / capped,
    applied,
  };
}

/** What bets pay, into the books of both sides. */
function bookBets(
  rules: readonly Rule[],
  { parties, indices, years }: Streams,
  draws: number,
  shared: Float64Array,
): void {
  for (const rule of rules) {
    const index = indices.get(rule.name);
    if (rule.kind !== "bet" || index === undefined) continue;
    for (const party of [rule.upstream, rule.downstream]) {
      const start = parties.indexOf(party) * draws * years;
      for (let at = 0; at < draws * years; at += 1) shared[start + at] += inYuan(settleBet(rule, index[at])[party]);
    }
  }
}

/** What the deal brings and costs beside tax; answers what each party lays out. */
function bookFlows(
  rules: readonly Rule[],
  streams: Streams,
  draws: number,
  cash: Float64Array,
  discount: Float64Array,
): number[] {
  const { parties, years } = streams;
  const outlays = parties.map(() => 0);
  for (const { flow, party, amount, follows } of streams.flows) {
    const bearers = bearersOf(flow, rules, streams);
    const isOutlay = flow.sign === "cost" && !flow.forgone;
    for (let draw = 0; draw < draws; draw += 1) {
      const divided = bearers.find(({ holds }) => holds(draw));
      const borne = divided === undefined ? [amount[draw]] : apportioned(amount[draw], divided.weights);
      borne.forEach((fen, taker) => {
        const who = divided === undefined ? party : divided.parties[taker];
        for (let year = flow.years[0] - 1; year < flow.years[1]; year += 1) {
          const own = inYuan(fen) * (follows === undefined ? 1 : follows.level[draw * years + year]);
          cash[(who * draws + draw) * years + year] += own;
          if (isOutlay) outlays[who] += (Math.max(0, -own) * discount[year]) / draws;
        }
      });
    }
  }
  return outlays;
}

/** Present value of each row of years. */
function presentOf(cash: Float64Array, discount: Float64Array): Float64Array {
  const years = discount.length;
  return Float64Array.from({ length: cash.length / years }, (_, row) => {
    let value = 0;
    for (let year = 0; year < years; year += 1) value += cash[row * years + year] * discount[year];
    return value;
  });
}

/** Who bears a flow that a rule of the draft divides, by park, and in which draws it does. */
function bearersOf(flow: Flow, rules: readonly Rule[], { parties, enterprises }: Streams) {
  const byName = new Map(enterprises.map((enterprise): [string, EnterpriseStream] => [enterprise.name, enterprise]));
  return parksOf(flow, rules, enterprises).map(({ rule, inputs, name, move }) => {
    const shares = [...byParty(inputs, move)];
    const enterprise = byName.get(name) as EnterpriseStream;
    return {
      parties: shares.map(([party]) => parties.indexOf(party)),
      weights: weightsOf(shares.map(([, share]) => share)),
      holds: (draw: number) => isUnder(rule, enterprise, draw),
    };
  });
}

/** What a yuan at the end of each year is worth at the beginning. */
export function discounts({ discount }: Deal, years: number): Float64Array {
  const rate = shareIn(discount);
  return Float64Array.from({ length: years }, (_, year) => (1 + rate) ** -(year + 1));
}
