/** One place's share of an industry, and of what it is held against. */
export interface PlaceShares {
  readonly place: string;
  readonly share: number;
  readonly baseShare: number;
}

/** A corner of the Lorenz curve of an industry: both shares added up, from the least specialised place to the most. */
export interface ConcentrationPoint extends PlaceShares {
  readonly cumulative: number;
  readonly baseCumulative: number;
}

export interface Concentration {
  /** Twice the area between the Lorenz curve and the diagonal. */
  readonly gini: number;
  /** Half the sum of |share - base share|. */
  readonly hoover: number;
  readonly points: readonly ConcentrationPoint[];
}

/** Places with nothing on either side say nothing; with nothing of the base alone, they stand last. Of ties the larger is first. */
export function concentrationOf(given: readonly PlaceShares[]): Concentration {
  const ratio = ({ share, baseShare }: PlaceShares) => (baseShare > 0 ? share / baseShare : Number.POSITIVE_INFINITY);
  const rows = given
    .filter(({ share, baseShare }) => share > 0 || baseShare > 0)
    .sort((a, b) =>
      ratio(a) === ratio(b) ? b.baseShare - a.baseShare || (a.place < b.place ? -1 : 1) : ratio(a) - ratio(b),
    );
  let [cumulative, baseCumulative, twiceArea, apart] = [0, 0, 0, 0];
  const points = rows.map((row): ConcentrationPoint => {
    // 0 for shares that are alike, where 1 less the area under the curve would leave a rounding
    twiceArea += baseCumulative * row.share - cumulative * row.baseShare;
    apart += Math.abs(row.share - row.baseShare);
    cumulative += row.share;
    baseCumulative += row.baseShare;
    return { ...row, cumulative, baseCumulative };
  });
  return { gini: Math.max(0, twiceArea), hoover: apart / 2, points };
}
