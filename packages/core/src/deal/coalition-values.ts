import type { EnterpriseStream } from "./enterprise-stream.ts";
import { inYuan } from "./money.ts";
import type { Deal } from "./schema.ts";
import { discounts } from "./simulate.ts";
import type { Streams } from "./streams.ts";
import { taxNames } from "./taxes.ts";

/**
 * What every group of parties can expect without the others: the mean present value of what comes about when only they agree to the
 * draft. In v(S) of a group S are
 *
 *   - the local tax of each enterprise whose move S can bring about, whoever has it: both ends have to agree to a move that
 *     governments lead, and of one that the enterprise makes by its own choice the host has the tax by itself;
 *   - the grants that a draft has from outside for it, which its origin is paid: the centre is no party, and pays whoever agrees;
 *   - each flow whose party, whose needs and who brings about the enterprise it follows are in S (all enterprises, if it follows none);
 *   - where none of these is, or they are worth less, what its parties have outside.
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
  streams.enterprises.forEach((enterprise, which) => {
    const { from, to, local, segments } = enterprise;
    let value = 0;
    for (const tax of taxNames)
      local[tax].forEach((fen, at) => {
        if (fen !== 0n) value += (inYuan(fen) * discount[segments[at % segments.length].year]) / draws;
      });
    pieces.push({ needs: bits(bringers(enterprise)), value });
    if (granted[which] !== 0) pieces.push({ needs: bits([from, to]), value: granted[which] });
  });
  for (const { flow, amount, follows } of streams.flows) {
    const [first, last] = flow.years;
    let value = 0;
    for (let draw = 0; draw < draws; draw += 1)
      for (let year = first - 1; year < last; year += 1) {
        const level = follows === undefined ? 1 : follows.level[draw * years + year];
        value += (inYuan(amount[draw]) * level * discount[year]) / draws;
      }
    const moved = (follows === undefined ? streams.enterprises : [follows]).flatMap(bringers);
    pieces.push({ needs: bits([flow.party, ...(flow.needs ?? []), ...moved]), value });
  }
  const alone = outside.map((own) => own.reduce((sum, each) => sum + each, 0) / own.length);
  const values = new Float64Array(2 ** parties.length);
  const all = values.length - 1;
  for (let mask = 1; mask < values.length; mask += 1) {
    const own = pieces.filter(({ needs }) => (needs & mask) === needs);
    const together = own.reduce((sum, { value }) => sum + value, 0);
    const apart = alone.reduce((sum, each, at) => sum + ((mask >> at) & 1 ? each : 0), 0);
    if (mask === all) {
      values[mask] = own.length === 0 ? apart : together;
      continue;
    }
    // where nothing comes about, or nothing worth it, each has what it has outside
    values[mask] = own.length === 0 ? apart : Math.max(together, apart);
    for (let part = (mask - 1) & mask; part > (mask ^ part); part = (part - 1) & mask)
      values[mask] = Math.max(values[mask], values[part] + values[mask ^ part]);
  }
  return values;
}

/** Without whom an enterprise does not come: nobody can keep one that moves by its own choice. */
function bringers({ from, to, move }: EnterpriseStream): string[] {
  return move.led === "market" ? [to] : [from, to];
}
