/** Which year's figures the rates are applied to. */
export type BaseWeight = "start" | "end" | "mean";

/** What a change is made of; the parts add up to `change`. */
export interface GrowthParts {
  readonly change: number;
  /** What the growth of the whole reference gives. */
  readonly national: number;
  /** What the mix of industries gives beyond that. */
  readonly mix: number;
  /** What is left: the place's own industries against the same ones of the reference. */
  readonly competitive: number;
  /** Esteban: of being specialised where the place has an advantage; 0 where it is not split off. */
  readonly allocation: number;
}

export interface PlaceStep extends GrowthParts {
  /** No rate can be formed: the place, or the reference, has nothing of the industry at the base weight. */
  readonly fromNothing: boolean;
}

export const noGrowth: GrowthParts = { change: 0, national: 0, mix: 0, competitive: 0, allocation: 0 };

export function addParts(a: GrowthParts, b: GrowthParts): GrowthParts {
  return {
    change: a.change + b.change,
    national: a.national + b.national,
    mix: a.mix + b.mix,
    competitive: a.competitive + b.competitive,
    allocation: a.allocation + b.allocation,
  };
}

/** The step of one place from one year to the next, by industry; an industry without figures is `undefined`. */
export function placeStep(
  own: readonly [Float64Array, Float64Array],
  reference: readonly [Float64Array, Float64Array],
  base: BaseWeight,
  form: "classical" | "esteban",
): (PlaceStep | undefined)[] {
  const weigh = { start: (a: number, _: number) => a, end: (_: number, b: number) => b, mean: halfway }[base];
  const total = (values: Float64Array) => values.reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : each), 0);
  const [before, after] = reference;
  const whole = { change: total(after) - total(before), weight: weigh(total(before), total(after)) };
  const rate = whole.change / whole.weight;
  const ownWeight = weigh(total(own[0]), total(own[1]));
  return Array.from(own[0], (start, at) => {
    const end = own[1][at] as number;
    if (Number.isNaN(start)) return undefined;
    const [change, weight] = [end - start, weigh(start, end)];
    const [theirStart, theirEnd] = [before[at] as number, after[at] as number];
    const theirWeight = weigh(theirStart, theirEnd);
    // an industry that the reference has nothing of has no rate of its own: it is held against the reference's
    const industryRate = theirWeight > 0 ? (theirEnd - theirStart) / theirWeight : rate;
    const national = weight * rate;
    const mix = weight * (industryRate - rate);
    const beyond = change - weight * industryRate;
    const isSplit = form === "esteban" && weight > 0;
    const competitive = isSplit
      ? ((ownWeight * theirWeight) / whole.weight) * (change / weight - industryRate)
      : beyond;
    const fromNothing = change !== 0 && !Number.isNaN(rate) && (weight === 0 || theirWeight === 0);
    return { change, national, mix, competitive, allocation: beyond - competitive, fromNothing };
  });
}

function halfway(a: number, b: number): number {
  return (a + b) / 2;
}
