/** The base of Shannon's logarithm: natural units or binary digits. */
export type LogarithmBase = "nats" | "bits";

export interface DiversityMeasures {
  /** Herfindahl-Hirschman index, sum of squared shares. */
  readonly hhi: number;
  readonly entropy: number;
  /** How many industries of one size would be as diverse, by the index and by the entropy. */
  readonly effectiveByHhi: number;
  readonly effectiveByEntropy: number;
  /** Entropy as a share of the largest that so many industries can have; `NaN` for one industry. */
  readonly evenness: number;
  /** Industries with a figure. */
  readonly industries: number;
  readonly largest: number;
  /** Position of the largest industry, the first of several. */
  readonly largestAt: number;
}

/** Of shares that add up to 1; `NaN` is no figure, 0 ln 0 = 0. */
export function diversityOf(shares: Float64Array, base: LogarithmBase): DiversityMeasures {
  let [hhi, nats, industries, largest, largestAt] = [0, 0, 0, Number.NEGATIVE_INFINITY, -1];
  shares.forEach((share, at) => {
    if (Number.isNaN(share)) return;
    industries += 1;
    hhi += share * share;
    if (share > 0) nats -= share * Math.log(share);
    if (share > largest) [largest, largestAt] = [share, at];
  });
  const entropy = Math.max(0, nats);
  return {
    hhi,
    entropy: base === "bits" ? entropy / Math.LN2 : entropy,
    effectiveByHhi: 1 / hhi,
    effectiveByEntropy: Math.exp(entropy),
    evenness: industries > 1 ? entropy / Math.log(industries) : Number.NaN,
    industries,
    largest,
    largestAt,
  };
}

/** 1 / sum s^2 / r: 1 where the structure is the reference's, 0 where a share stands on an industry that it lacks. */
export function hachmanOf(shares: Float64Array, reference: Float64Array): number {
  let sum = 0;
  shares.forEach((share, at) => {
    if (!Number.isNaN(share) && share > 0) sum += (share * share) / (reference[at] as number);
  });
  return 1 / sum;
}
