import type { Shares } from "./shares.ts";

/** How alike two structures are, by three indices, over the industries that both have figures for. */
export interface PairSimilarity {
  readonly cosine: number;
  readonly krugman: number;
  readonly quotientCorrelation: number;
  /** Industries that both places have figures for. */
  readonly industries: number;
}

/**
 * Reference-weighted distance from the reference (chi-square distance) below which a structure is the reference's but for
 * rounding, and has no direction of its own: shares carry errors of about 1e-16 a place.
 */
const sameStructure = 1e-10;

/**
 * With s, t the shares of two places and r those of the reference over their common industries:
 *
 *   cosine               = sum s t / sqrt(sum s^2 sum t^2)
 *   krugman              = 1 - (1/2) sum |s - t| = sum min(s, t)
 *   quotientCorrelation  = sum (s - r)(t - r) / r / sqrt(sum (s - r)^2 / r  sum (t - r)^2 / r)
 *
 * The third is the Pearson correlation of the two places' location quotients, each industry weighed by its share in the
 * reference: the weighted mean of s/r is 1, so r (s/r - 1)(t/r - 1) = (s - r)(t - r) / r. Industries that the reference has
 * nothing of weigh nothing (and where a place has one, the weighted mean is no longer 1). An index without an answer is `NaN`.
 */
export function pairSimilarity(slice: Shares, a: number, b: number, base: Float64Array): PairSimilarity {
  const width = slice.industries.length;
  const { values } = slice;
  let [totalA, totalB, totalBase, industries] = [0, 0, 0, 0];
  for (let column = 0; column < width; column += 1) {
    const [inA, inB] = [values[a * width + column] as number, values[b * width + column] as number];
    if (Number.isNaN(inA) || Number.isNaN(inB)) continue;
    industries += 1;
    totalA += inA;
    totalB += inB;
    totalBase += base[column] as number;
  }
  let [st, ss, tt, overlap, across, fromA, fromB] = [0, 0, 0, 0, 0, 0, 0];
  for (let column = 0; column < width; column += 1) {
    const [inA, inB] = [values[a * width + column] as number, values[b * width + column] as number];
    if (Number.isNaN(inA) || Number.isNaN(inB)) continue;
    const [s, t, r] = [inA / totalA, inB / totalB, (base[column] as number) / totalBase];
    st += s * t;
    ss += s * s;
    tt += t * t;
    overlap += Math.min(s, t);
    if (base[column] === 0) continue;
    across += ((s - r) * (t - r)) / r;
    fromA += (s - r) ** 2 / r;
    fromB += (t - r) ** 2 / r;
  }
  if (industries === 0) return { cosine: Number.NaN, krugman: Number.NaN, quotientCorrelation: Number.NaN, industries };
  return indices({ st, ss, tt, overlap, across, fromA, fromB, industries });
}

interface Sums {
  readonly st: number;
  readonly ss: number;
  readonly tt: number;
  readonly overlap: number;
  readonly across: number;
  readonly fromA: number;
  readonly fromB: number;
  readonly industries: number;
}

function indices({ st, ss, tt, overlap, across, fromA, fromB, industries }: Sums): PairSimilarity {
  const flat = Math.min(fromA, fromB) < sameStructure ** 2;
  return {
    cosine: Math.min(1, st / Math.sqrt(ss * tt)),
    krugman: Math.min(1, overlap),
    quotientCorrelation: flat ? Number.NaN : Math.max(-1, Math.min(1, across / Math.sqrt(fromA * fromB))),
    industries,
  };
}

/** The same of any two places of a slice; what is known of places without gaps is worked out once, not pair by pair. */
export function similarityAmong(slice: Shares, base: Float64Array): (a: number, b: number) => PairSimilarity {
  const reference = shareOf(base);
  const width = slice.industries.length;
  const profiles = slice.places.map((_, at) => {
    const row = slice.values.subarray(at * width, (at + 1) * width);
    return row.some(Number.isNaN) ? undefined : profileOf(shareOf(row), reference);
  });
  return (a, b) => {
    const [one, other] = [profiles[a], profiles[b]];
    if (one === undefined || other === undefined || width === 0) return pairSimilarity(slice, a, b, base);
    const [sharesA, sharesB, leadA, leadB] = [one.share, other.share, one.lead, other.lead];
    let st = 0;
    let overlap = 0;
    let across = 0;
    for (let column = 0; column < width; column += 1) {
      const s = sharesA[column] as number;
      const t = sharesB[column] as number;
      const r = reference[column] as number;
      st += s * t;
      overlap += s < t ? s : t;
      if (r !== 0) across += ((leadA[column] as number) * (leadB[column] as number)) / r;
    }
    return indices({
      st,
      ss: one.square,
      tt: other.square,
      overlap,
      across,
      fromA: one.fromReference,
      fromB: other.fromReference,
      industries: width,
    });
  };
}

interface Profile {
  readonly share: Float64Array;
  /** Share above that of the reference. */
  readonly lead: Float64Array;
  readonly square: number;
  readonly fromReference: number;
}

function profileOf(share: Float64Array, reference: Float64Array): Profile {
  const lead = share.map((each, column) => each - (reference[column] as number));
  const square = share.reduce((sum, each) => sum + each * each, 0);
  const fromReference = lead.reduce((sum, each, column) => {
    return reference[column] === 0 ? sum : sum + each ** 2 / (reference[column] as number);
  }, 0);
  return { share, lead, square, fromReference };
}

function shareOf(values: Float64Array): Float64Array {
  const total = values.reduce((sum, each) => sum + each, 0);
  return values.map((each) => each / total);
}
