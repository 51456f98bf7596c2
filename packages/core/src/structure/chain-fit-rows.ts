import type { ChainDraws } from "./chain-draws.ts";
import type { ChainBand, ChainIndustries, ChainPartner, ChainPlaces } from "./chain-fit.ts";
import type { ChainYear } from "./chain-settings.ts";
import type { Band } from "./distance-bands.ts";

/** One year, measured. */
export interface MeasuredYear extends ChainYear {
  /** Co-location of every pair of industries, one matrix a band. */
  readonly together: readonly Float64Array[];
  /** By band. */
  readonly fits: Float64Array;
  /** By pair of places. */
  readonly fit: Float64Array;
  readonly tested: ChainDraws;
}

export function bandRows(
  { year, setting, distance, fits, tested }: MeasuredYear,
  bands: readonly Band[],
): Omit<ChainBand, "q">[] {
  const { places: n, size } = setting;
  const weight = (cell: number) => (size[Math.floor(cell / n)] as number) * (size[cell % n] as number);
  return bands.map((band, at) => {
    const inside = Array.from(setting.band).flatMap((each, cell) => (each === at ? [cell] : []));
    const all = inside.reduce((sum, cell) => sum + weight(cell), 0);
    const far = inside.reduce((sum, cell) => sum + weight(cell) * (distance[cell] as number), 0);
    return { band, year, pairs: inside.length, distance: far / all, fit: fits[at] as number, ...tested.at(at) };
  });
}

/** What a matrix of pairs still shows, of some four thousand cells. */
export const mostListed = 60;
const mostPartners = 5;

/** Every ordered pair of places, by supplier. */
export function placeRows(
  { year, places, setting, distance, fit }: MeasuredYear,
  bands: readonly Band[],
): ChainPlaces[][] {
  return places.map((place, c) =>
    places.flatMap((other, d): ChainPlaces[] => {
      const cell = c * places.length + d;
      const band = bands[setting.band[cell] as number];
      return c === d
        ? []
        : [{ place, other, year, distance: distance[cell] as number, band, fit: fit[cell] as number }];
    }),
  );
}

export const isReadable = (suppliers: readonly unknown[]): boolean => suppliers.length <= mostListed;

export function partnersOf(suppliers: readonly (readonly ChainPlaces[])[]): ChainPartner[] {
  return suppliers.flatMap((users) =>
    [...users]
      .sort((a, b) => b.fit - a.fit || (a.other < b.other ? -1 : 1))
      .slice(0, mostPartners)
      .map((pair, at) => ({ ...pair, rank: at + 1 })),
  );
}

export function industryRows(
  { year, industries, linkage, together }: MeasuredYear,
  bands: readonly Band[],
  own: "out" | "in",
): ChainIndustries[] {
  return bands.flatMap((band, at) =>
    industries.flatMap((supplier, i) =>
      industries.flatMap((user, j): ChainIndustries[] => {
        const cell = i * industries.length + j;
        const each = { linkage: linkage[cell] as number, together: together[at]?.[cell] as number };
        return i === j && own === "out" ? [] : [{ supplier, user, band, year, ...each }];
      }),
    ),
  );
}
