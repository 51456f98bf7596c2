/** Places by industries: what there is of each industry beside what the place's size lets expect, and the size. */
export interface Setting {
  readonly places: number;
  readonly industries: number;
  /** Location quotients, row-major, without gaps. */
  readonly quotient: Float64Array;
  readonly size: Float64Array;
  /** Number of the band of each ordered pair of places; -1 for a pair that is in none. */
  readonly band: Int16Array;
  readonly bands: number;
}

/** Sum over the pairs of places of each band of size times size. */
export function pairWeights({ places, size, band, bands }: Setting): Float64Array {
  const weight = new Float64Array(bands);
  for (let c = 0; c < places; c += 1) {
    for (let d = 0; d < places; d += 1) {
      const at = band[c * places + d] as number;
      if (at >= 0) weight[at] = (weight[at] as number) + (size[c] as number) * (size[d] as number);
    }
  }
  return weight;
}

/**
 * Co-location of every ordered pair of industries in every band, one matrix a band: the mean over its pairs of places, weighed
 * by their sizes, of the one's quotient here times the other's there. 1 where both spread as all jobs do; `NaN` in an empty band.
 */
export function coLocation(setting: Setting): Float64Array[] {
  const { places, industries: k, quotient, size, band, bands } = setting;
  const weight = pairWeights(setting);
  const jobs = quotient.map((each, cell) => each * (size[Math.floor(cell / k)] as number));
  return Array.from({ length: bands }, (_, at) => {
    const matrix = new Float64Array(k * k);
    const around = new Float64Array(k);
    for (let c = 0; c < places; c += 1) {
      around.fill(0);
      let isAlone = true;
      for (let d = 0; d < places; d += 1) {
        if (band[c * places + d] !== at) continue;
        isAlone = false;
        for (let j = 0; j < k; j += 1) around[j] = (around[j] as number) + (jobs[d * k + j] as number);
      }
      if (isAlone) continue;
      for (let i = 0; i < k; i += 1) {
        const here = jobs[c * k + i] as number;
        if (here === 0) continue;
        for (let j = 0; j < k; j += 1) {
          matrix[i * k + j] = (matrix[i * k + j] as number) + here * (around[j] as number);
        }
      }
    }
    return matrix.map((sum) => sum / (weight[at] as number));
  });
}

/** What each ordered pair of places gives, supplier's place by user's: sum over industries of linkage x quotient x quotient. */
export function placeFits({ places, industries: k, quotient }: Setting, linkage: Float64Array): Float64Array {
  const used = new Float64Array(places * k);
  for (let c = 0; c < places; c += 1) {
    for (let i = 0; i < k; i += 1) {
      const here = quotient[c * k + i] as number;
      for (let j = 0; j < k; j += 1) {
        used[c * k + j] = (used[c * k + j] as number) + here * (linkage[i * k + j] as number);
      }
    }
  }
  const fit = new Float64Array(places * places);
  for (let c = 0; c < places; c += 1) {
    for (let d = 0; d < places; d += 1) {
      let sum = 0;
      for (let j = 0; j < k; j += 1) sum += (used[c * k + j] as number) * (quotient[d * k + j] as number);
      fit[c * places + d] = sum;
    }
  }
  return fit;
}

/** Mean of the pairs of industries in each band, weighed by their linkage, the industries of the linkages placed in `order`. */
export function bandFits(together: readonly Float64Array[], linkage: Float64Array, order: Uint32Array): Float64Array {
  const k = order.length;
  return Float64Array.from(together, (matrix) => {
    let sum = 0;
    for (let i = 0; i < k; i += 1) {
      const row = (order[i] as number) * k;
      for (let j = 0; j < k; j += 1)
        sum += (linkage[row + (order[j] as number)] as number) * (matrix[i * k + j] as number);
    }
    return sum;
  });
}

/** The same mean over pairs of places, with the places at the positions that `order` gives them. */
export function bandFitsOfPlaces(
  { places, size, band, bands }: Setting,
  fit: Float64Array,
  order: Uint32Array,
): Float64Array {
  const [sum, weight] = [new Float64Array(bands), new Float64Array(bands)];
  for (let c = 0; c < places; c += 1) {
    for (let d = 0; d < places; d += 1) {
      const at = band[(order[c] as number) * places + (order[d] as number)] as number;
      if (at < 0) continue;
      const pair = (size[c] as number) * (size[d] as number);
      sum[at] = (sum[at] as number) + pair * (fit[c * places + d] as number);
      weight[at] = (weight[at] as number) + pair;
    }
  }
  return sum.map((each, at) => each / (weight[at] as number));
}
