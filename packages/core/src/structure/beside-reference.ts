import type { Dropped, Warning } from "../contract/method.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { baseOf, comparable, type Reference, type Self } from "./reference.ts";
import { sharesOf, sharesWhere } from "./shares.ts";

export interface ComposedInput {
  readonly slices: readonly CompositionSlice[];
  readonly reference?: Reference | undefined;
}

/** One industry of a place beside the same industry of what the place is compared with. */
export interface BesideRow {
  readonly place: string;
  readonly industry: string;
  readonly year: number | undefined;
  readonly value: number;
  readonly share: number;
  /** The reference's own figure, which its share is made of. */
  readonly base: number;
  readonly referenceShare: number;
}

export interface Beside {
  /** One list of industries a place and year. */
  readonly places: readonly (readonly BesideRow[])[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
}

/**
 * Every place beside its reference, as shares of the same industries: those that the place has figures for. A gap is no 0,
 * so the reference leaves the industry out too; otherwise a place that is just like its reference would seem specialised in
 * all that it has figures for. Where an industry is a gap, both shares are.
 */
export function besideReference(method: string, { slices: given, reference }: ComposedInput, self: Self): Beside {
  const compared = comparable(method, given, reference);
  const { slices, dropped, warnings } = sharesOf(method, compared.slices);
  const places = slices.flatMap((slice) => {
    const { industries, year, values, shares } = slice;
    const baseAt = baseOf(method, slice, reference, self);
    return slice.places.map((place, at) => {
      const first = at * industries.length;
      const base = baseAt(at);
      const baseShares = sharesWhere(base, (column) => !Number.isNaN(values[first + column]));
      return industries.map(
        (industry, column): BesideRow => ({
          place,
          industry,
          year,
          value: values[first + column] as number,
          share: shares[first + column] as number,
          base: base[column] as number,
          referenceShare: baseShares[column] as number,
        }),
      );
    });
  });
  return { places, dropped: [...compared.dropped, ...dropped], warnings };
}
