import type { Frame } from "../expression/frame.ts";
import { quantile } from "../numeric/quantile.ts";
import { quantityIn } from "./quantities.ts";
import type { Deal } from "./schema.ts";
import { discounts, type Simulated } from "./simulate.ts";

/** How a draft is for one party, over all draws. Amounts are present values in the deal's currency. */
export interface PartyOutlook {
  readonly party: string;
  readonly mean: number;
  readonly low: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly high: number;
  /** Share of draws in which it would be better off outside. */
  readonly worse: number;
  /** Mean loss against the outside, where it accepts and would have been better off outside (0 in the other draws). */
  readonly regretAccepting: number;
  /** Mean gain missed, where it refuses and would have been better off inside. */
  readonly regretRefusing: number;
  /** What it has outside, mean. */
  readonly outside: number;
  /** Mean cash of each year, not discounted. */
  readonly byYear: readonly number[];
  /** Mean cash of each year from shared tax alone. */
  readonly sharedByYear: readonly number[];
  /** Present value so far, year by year: quantiles over draws. */
  readonly fan: readonly {
    readonly low: number;
    readonly lower: number;
    readonly median: number;
    readonly upper: number;
    readonly high: number;
  }[];
}

/** Nine in ten draws lie between low and high, half of them between lower and upper. */
const cuts = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

function five(values: Float64Array) {
  const sorted = values.slice().sort();
  const [low, lower, median, upper, high] = cuts.map((cut) => quantile(sorted, cut)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { low, lower, median, upper, high };
}

/** What each party has outside, by draw: stated, or nothing. */
export function outsideOf(deal: Deal, frame: Frame): Float64Array[] {
  return Object.entries(deal.parties).map(([party, { outside }]) =>
    quantityIn(frame, outside ?? 0, deal.currency, ["parties", party, "outside"]),
  );
}

export function assess(deal: Deal, simulated: Simulated, outside: readonly Float64Array[]): PartyOutlook[] {
  const { parties, years, draws, cash, shared, present } = simulated;
  const discount = discounts(deal, years);
  return parties.map((party, who) => {
    const own = present.subarray(who * draws, (who + 1) * draws);
    const without = outside[who];
    let [sum, worse, accepting, refusing, beside] = [0, 0, 0, 0, 0];
    own.forEach((value, draw) => {
      const gain = value - without[draw];
      sum += value;
      beside += without[draw];
      if (gain < 0) {
        worse += 1;
        accepting -= gain;
      } else refusing += gain;
    });
    const byYear = new Array<number>(years).fill(0);
    const sharedByYear = new Array<number>(years).fill(0);
    const soFar = new Float64Array(draws);
    const fan = byYear.map((_, year) => {
      for (let draw = 0; draw < draws; draw += 1) {
        const at = (who * draws + draw) * years + year;
        byYear[year] += cash[at] / draws;
        sharedByYear[year] += shared[at] / draws;
        soFar[draw] += cash[at] * discount[year];
      }
      return five(soFar);
    });
    return {
      party,
      mean: sum / draws,
      ...five(own),
      worse: worse / draws,
      regretAccepting: accepting / draws,
      regretRefusing: refusing / draws,
      outside: beside / draws,
      byYear,
      sharedByYear,
      fan,
    };
  });
}

/** Share of draws in which each party is better off outside: what a search looks at. */
export function worseOff({ parties, draws, present }: Simulated, outside: readonly Float64Array[]): number[] {
  return parties.map((_, who) => {
    let worse = 0;
    for (let draw = 0; draw < draws; draw += 1) if (present[who * draws + draw] < outside[who][draw]) worse += 1;
    return worse / draws;
  });
}
