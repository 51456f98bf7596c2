import { inYuan } from "./money.ts";
import type { Deal } from "./schema.ts";
import { discounts } from "./simulate.ts";
import type { Streams } from "./streams.ts";
import { taxNames } from "./taxes.ts";

/**
 * What every group of parties can expect without the others: the mean present value of what comes about when only they agree to the
 * draft. In v(S) of a group S are
 *
 *   - the local tax of each enterprise both of whose ends are in S, whoever of the two has it;
 *   - the grants that a draft has from outside for it, which its origin is paid: the centre is no party, and pays whoever agrees;
 *   - each flow whose party, whose needs and the ends of the enterprise it follows are in S (of all enterprises, if it follows none);
 *   - where none of these is, what its parties have outside.
 *
 * What one member pays another drops out: bets, shares, repayments and grants of a party. A group has at least what its parts have
 * apart, since who adds nothing to it need not give up the outside. All parties together have the draft, and no more: v(N) is the sum of
 * what it gives them, grants included, so that splits divide what there is; what its parts would have apart shows in an empty core.
 */
export function coalitionValues(
  deal: Deal,
  streams: Streams,
  outside: readonly Float64Array[],
  granted: readonly number[],
): Float64Array {
  const { parties, draws, years } = streams;
  const discount = discounts(deal, years);
  const bits = (names: readonly string[]) => names.reduce((mask, name) => mask | (1 << parties.indexOf(name)), 0);
  const pieces: { readonly needs: number; readonly value: number }[] = [];
  streams.enterprises.forEach(({ from, to, local, segments }, which) => {
    let value = granted[which];
    for (const tax of taxNames)
      local[tax].forEach((fen, at) => {
        if (fen !== 0n) value += (inYuan(fen) * discount[segments[at % segments.length].year]) / draws;
      });
    pieces.push({ needs: bits([from, to]), value });
  });
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
