import type { Frame } from "../expression/frame.ts";
import { clockOf } from "./clock.ts";
import { drawnInYear } from "./draw-quantities.ts";
import { type EnterpriseStream, enterpriseStream, type Horizon } from "./enterprise-stream.ts";
import { nearestFen } from "./money.ts";
import { monthOf } from "./month.ts";
import { quantityIn } from "./quantities.ts";
import { isSharing, type Rule } from "./rule.ts";
import type { Deal, Flow } from "./schema.ts";

/**
 * What is drawn of a deal, whatever its rules: the local tax of every enterprise by draw and months, the flows beside it, the indices
 * of bets. Year 1 begins with the first enterprise that is registered and produces. It grows in a straight line to what it pays once
 * grown, over the drawn ramp, and closes in a drawn year, if it does; tax is rounded to the fen and its local part taken by the date.
 */
export interface Streams extends Horizon {
  readonly draws: number;
  readonly years: number;
  readonly parties: readonly string[];
  readonly enterprises: readonly EnterpriseStream[];
  readonly flows: readonly FlowStream[];
  /** Index of each bet, by rule: every year of every draw. */
  readonly indices: ReadonlyMap<string, Float64Array>;
}

interface FlowStream {
  readonly flow: Flow;
  readonly party: number;
  /** Fen a year at full level, by draw: what is a cost or forgone below 0. */
  readonly amount: BigInt64Array;
  readonly follows: EnterpriseStream | undefined;
}

/** Everything that does not depend on a draft. */
export function streamsOf(deal: Deal, rules: ReadonlyMap<string, Rule>, frame: Frame): Streams {
  const parties = Object.keys(deal.parties);
  const { rows: draws } = frame;
  const { years } = deal;
  const begun = Object.entries(deal.enterprises).flatMap(([name, { moves, expected }]) => {
    const [{ registered, produces = registered }] = moves;
    const months = [registered, produces].map(monthOf);
    return expected === undefined || months.includes(undefined)
      ? []
      : [{ name, clock: Math.max(...(months as number[])) }];
  });
  const first = begun.length === 0 ? 0 : Math.min(...begun.map(({ clock }) => clock));
  const horizon = { first, end: first + 12 * years };
  const sharing = [...rules.values()].filter(isSharing);
  const base = Math.max(0, ...sharing.map((rule) => rule.base));
  const enterprises = begun.map(({ name, clock }) => {
    const clocks = sharing.flatMap((rule) => clockOf(rule, deal.enterprises[name].moves[0]) ?? []);
    return enterpriseStream(deal, name, { clock, clocks, base }, horizon, frame);
  });
  const byName = new Map(enterprises.map((each) => [each.name, each]));
  const flows = deal.flows.map((flow, at): FlowStream => {
    const path = ["flows", at, "amount"];
    const amounts = quantityIn(frame, flow.amount, deal.currency, path);
    const signed = (yuan: number) => (flow.forgone ? -Math.abs(yuan) : flow.sign === "cost" ? -yuan : yuan);
    return {
      flow,
      party: parties.indexOf(flow.party),
      amount: BigInt64Array.from(amounts, (amount) => nearestFen(signed(amount), path)),
      follows: flow.follows === undefined ? undefined : byName.get(flow.follows),
    };
  });
  const indices = indicesOf(deal, rules, frame);
  return { ...horizon, draws, years, parties, enterprises, flows, indices };
}

/** The index of each bet in every year of every draw: `draw * years + year`. */
function indicesOf(deal: Deal, rules: ReadonlyMap<string, Rule>, frame: Frame): Streams["indices"] {
  const { years } = deal;
  const bets = [...rules.values()].flatMap(({ name, ...rule }) =>
    rule.kind === "bet" && rule.index !== undefined
      ? [{ name, index: rule.index, values: new Float64Array(frame.rows * years) }]
      : [],
  );
  for (let year = 0; bets.length > 0 && year < years; year += 1) {
    const own = drawnInYear(deal, frame, year);
    for (const { name, index, values } of bets) {
      const measured = quantityIn(own, index, "1", ["rules", name, "bet", "index"]);
      for (let draw = 0; draw < frame.rows; draw += 1) values[draw * years + year] = measured[draw];
    }
  }
  return new Map(bets.map(({ name, values }) => [name, values]));
}
