import { type Shares, sharesWhere } from "./shares.ts";

/** A block of like places, by one of the industries in which it lies furthest above the reference. */
export interface Block {
  readonly block: number;
  readonly places: number;
  /** 1 for the industry furthest above. */
  readonly rank: number;
  readonly industry: string;
  /** Mean over the block's places of the industry's share there. */
  readonly meanShare: number;
  readonly referenceShare: number;
  readonly lead: number;
}

/** The first industry of every block, and up to `leading` of those in which it lies above the reference. */
export function blocksOf(slice: Shares, block: readonly number[], base: Float64Array, leading: number): Block[] {
  const reference = sharesWhere(base);
  const width = slice.industries.length;
  return [...new Set(block)]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const members = block.flatMap((each, at) => (each === number ? [at] : []));
      return slice.industries
        .map((industry, column) => {
          const shares = members.flatMap((at) => {
            const share = slice.shares[at * width + column] as number;
            return Number.isNaN(share) ? [] : [share];
          });
          const meanShare = shares.reduce((sum, share) => sum + share, 0) / shares.length;
          const referenceShare = reference[column] as number;
          return { industry, meanShare, referenceShare, lead: meanShare - referenceShare };
        })
        .filter(({ lead }) => !Number.isNaN(lead))
        .sort((a, b) => b.lead - a.lead)
        .filter(({ lead }, at) => at === 0 || (at < leading && lead > 0))
        .map((row, at) => ({ block: number, places: members.length, rank: at + 1, ...row }));
    });
}
