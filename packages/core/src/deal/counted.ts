import type { Frame } from "../expression/frame.ts";
import { approximate } from "./money.ts";
import { coversMove } from "./qualify.ts";
import { quantityIn } from "./quantities.ts";
import { byParty } from "./roles.ts";
import { isSharing, type Rule, type Shares, type Statistic, statistics } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { isUnder } from "./share-stream.ts";
import type { Streams } from "./streams.ts";

/** What statistics or a quota count of an enterprise, party by party: means over draws. */
export interface Counted {
  readonly enterprise: string;
  readonly statistic: Statistic;
  readonly unit: string;
  /** The rule that says where it counts; without one it counts where the enterprise is. */
  readonly rule: string | undefined;
  readonly parties: readonly {
    readonly party: string;
    readonly byYear: readonly number[];
    /** Over all years, of what adds up over them: a stock, such as land, does not. */
    readonly sum: number | undefined;
  }[];
}

/** Output, energy and emissions flow year by year; land lies there, the same land each year. */
export const addsUp: Readonly<Record<Statistic, boolean>> = {
  output: true,
  energy: true,
  emissions: true,
  land: false,
};

/** Where a draft counts what is expected of each enterprise. Land counts while the enterprise is there, whole from its first year on. */
export function countedIn(deal: Deal, draft: readonly Rule[], streams: Streams, frame: Frame): Counted[] {
  const { draws, years } = streams;
  return streams.enterprises.flatMap((enterprise) => {
    const { name, to, from, level, closes, clock } = enterprise;
    const counts = deal.enterprises[name].expected?.counts ?? {};
    return statistics.flatMap((statistic): Counted[] => {
      const written = counts[statistic];
      if (written === undefined) return [];
      const { amount, unit } = written;
      const amounts = quantityIn(frame, amount, unit, ["enterprises", name, "expected", "counts", statistic, "amount"]);
      const rule = draft
        .filter(isSharing)
        .find((each) => coversMove(each, enterprise.move) && each.counted[statistic] !== undefined);
      const shares = rule === undefined ? undefined : byParty(rule.counted[statistic] as Shares, { from, to });
      const parties = [...new Set([...(shares?.keys() ?? []), to])];
      const byYear = new Map(parties.map((party) => [party, new Array<number>(years).fill(0)]));
      for (let draw = 0; draw < draws; draw += 1) {
        const holds = rule !== undefined && isUnder(rule, enterprise, draw);
        for (let year = 0; year < years; year += 1) {
          const last = streams.first + 12 * year + 11;
          const isThere = last >= clock && last < closes[draw];
          const own = amounts[draw] * (addsUp[statistic] ? level[draw * years + year] : isThere ? 1 : 0);
          for (const party of parties) {
            const share = holds ? (shares?.get(party) ?? { n: 0n, d: 1n }) : { n: party === to ? 1n : 0n, d: 1n };
            (byYear.get(party) as number[])[year] += own * approximate(share);
          }
        }
      }
      const told = parties.map((party) => {
        const own = (byYear.get(party) as number[]).map((total) => total / draws);
        return { party, byYear: own, sum: addsUp[statistic] ? own.reduce((sum, each) => sum + each, 0) : undefined };
      });
      return [{ enterprise: name, statistic, unit, rule: rule?.name, parties: told }];
    });
  });
}
