import { inYuan } from "./money.ts";
import type { Deal } from "./schema.ts";
import { discounts } from "./simulate.ts";
import type { Streams } from "./streams.ts";
import { taxNames } from "./taxes.ts";

/**
 * What every group of parties can expect without the others: the mean present value of tax and flows that come about when only
 * they agree. An enterprise moves where both its ends are in; a flow comes about where its party, the parties it needs and the
 * ends of the enterprise it follows are in. A party alone has at least its outside option, and a group at least what its parts have apart:
 * who adds nothing to it need not give up the outside. Transfers within a group drop out.
 */
export function coalitionValues(deal: Deal, streams: Streams, outside: readonly Float64Array[]): Float64Array {
  const { parties, draws, years } = streams;
  const discount = discounts(deal, years);
  const bits = (names: readonly string[]) => names.reduce((mask, name) => mask | (1 << parties.indexOf(name)), 0);
  const pieces: { readonly needs: number; readonly value: number }[] = [];
  for (const { from, to, local, segments } of streams.enterprises) {
    let value = 0;
    for (const tax of taxNames)
      local[tax].forEach((fen, at) => {
        if (fen !== 0n) value += (inYuan(fen) * discount[segments[at % segments.length].year]) / draws;
      });
    pieces.push({ needs: bits([from, to]), value });
  }
  for (const { flow, amount, follows } of streams.flows) {
    const [first, last] = flow.years;
    let value = 0;
    for (let draw = 0; draw < draws; draw += 1)
      for (let year = first - 1; year < last; year += 1) {
        const level = follows === undefined ? 1 : follows.level[draw * years + year];
        const yuan = inYuan(amount[draw]) * level * discount[year];
        value += (flow.forgone ? -Math.abs(yuan) : yuan) / draws;
      }
    const ends = follows === undefined ? endsOf(streams) : [follows.from, follows.to];
    pieces.push({ needs: bits([...new Set([flow.party, ...(flow.needs ?? []), ...ends])]), value });
  }
  const alone = outside.map((own) => own.reduce((sum, each) => sum + each, 0) / own.length);
  const values = new Float64Array(2 ** parties.length);
  const all = values.length - 1;
  for (let mask = 1; mask < values.length; mask += 1) {
    const own = pieces.filter(({ needs }) => (needs & mask) === needs);
    const together = own.reduce((sum, { value }) => sum + value, 0);
    const apart = alone.reduce((sum, each, at) => sum + ((mask >> at) & 1 ? each : 0), 0);
    // where nothing comes about, each has what it has outside
    values[mask] = own.length === 0 ? apart : together;
    if (mask === all) continue;
    for (let part = (mask - 1) & mask; part > (mask ^ part); part = (part - 1) & mask)
      values[mask] = Math.max(values[mask], values[part] + values[mask ^ part]);
  }
  return values;
}

/** Without a move there is no deal for a flow to come of. */
function endsOf({ enterprises }: Streams): string[] {
  return enterprises.flatMap(({ from, to }) => [from, to]);
}
