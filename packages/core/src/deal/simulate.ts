import { settleBet } from "./bet.ts";
import type { EnterpriseStream } from "./enterprise-stream.ts";
import { approximate, divided, type Fen, inYuan, ratioOf } from "./money.ts";
import { isSharing, type Rule, type SharingRule } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { byParty } from "./settle.ts";
import { type Sums, shareStream } from "./share-stream.ts";
import type { Streams } from "./streams.ts";
import { taxNames } from "./taxes.ts";

/**
 * Cash by party and year under uncertainty: what is drawn is shared by the same code that settles real payments, and what the deal
 * brings or costs beside tax is added. Draws are made once and every draft is run on them, so that drafts differ by clauses alone.
 */

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
  const sums: Sums = { outside: 0n, total: 0n, collected: 0n, reached: 0, capped: 0 };
  for (const enterprise of streams.enterprises) {
    const own = draftRules.filter((each): each is SharingRule => isSharing(each) && covers(each, enterprise));
    const give = (party: number, draw: number, year: number, fen: Fen) => {
      shared[at(party, draw, year)] += inYuan(fen);
    };
    // each rule shares its own taxes, no tax is under two; what is under none stays with the host
    for (const rule of own) shareStream(rule, rule.taxes, enterprise, streams, draws, sums, give);
    const rest = taxNames.filter((tax) => !own.some(({ taxes }) => taxes.includes(tax)));
    if (rest.length > 0) shareStream(undefined, rest, enterprise, streams, draws, sums, give);
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
  const inputs = inputsOf(draftRules, streams);
  for (const { flow, party, amount, follows } of streams.flows) {
    const [first, last] = flow.years;
    const bearing = flow.input && inputs !== undefined ? inputs : undefined;
    for (let draw = 0; draw < draws; draw += 1) {
      const borne = bearing === undefined ? [amount[draw]] : divided(amount[draw], bearing.shares);
      borne.forEach((fen, taker) => {
        const whole = inYuan(fen);
        const who = bearing === undefined ? party : bearing.parties[taker];
        for (let year = first - 1; year < last; year += 1) {
          const own = follows === undefined ? 1 : follows.level[draw * years + year];
          cash[at(who, draw, year)] += flow.forgone ? -Math.abs(whole) * own : whole * own;
        }
      });
    }
  }
  const present = new Float64Array(parties.length * draws);
  const discount = discounts(deal, years);
  for (let row = 0; row < present.length; row += 1) {
    let value = 0;
    for (let year = 0; year < years; year += 1) value += cash[row * years + year] * discount[year];
    present[row] = value;
  }
  const { outside, total, collected, reached, capped } = sums;
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

/** Who bears an outlay on a park, where a rule of the draft divides it. */
function inputsOf(rules: readonly Rule[], { parties, enterprises }: Streams) {
  for (const rule of rules) {
    const move = enterprises.find((enterprise) => rule.kind === "enclave" && covers(rule, enterprise))?.move;
    if (rule.kind !== "enclave" || rule.inputs === undefined || move === undefined) continue;
    const shares = [...byParty(rule.inputs, move)];
    return { parties: shares.map(([party]) => parties.indexOf(party)), shares: shares.map(([, share]) => share) };
  }
  return undefined;
}

/** What a yuan at the end of each year is worth at the beginning. */
export function discounts({ discount }: Deal, years: number): Float64Array {
  const rate = approximate(ratioOf(discount) as NonNullable<ReturnType<typeof ratioOf>>);
  return Float64Array.from({ length: years }, (_, year) => (1 + rate) ** -(year + 1));
}

/** Whether the tests on the move hold; what it paid before is drawn. */
export function covers({ qualifies }: SharingRule, { move }: EnterpriseStream): boolean {
  return (["led", "fits", "listed"] as const).every(
    (test) => qualifies[test] === undefined || qualifies[test] === move[test],
  );
}
