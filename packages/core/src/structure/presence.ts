import type { Convention, Dropped, Warning } from "../contract/method.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { baseOf, comparable } from "./reference.ts";
import { sharesOf, sharesWhere } from "./shares.ts";

/** Which industries are present in which places: those in which a place is specialised. */
export interface Presence {
  readonly year: number | undefined;
  readonly places: readonly string[];
  readonly industries: readonly string[];
  /** Location quotients, row-major; `NaN` where there is no figure. */
  readonly quotient: Float64Array;
  /** 1 where present, else 0; a missing figure is not present. */
  readonly present: Uint8Array;
}

export type Threshold = "above" | "at-least";

/** How far from 1 a quotient may be by rounding alone: a ratio of two shares, each a sum of up to some thousand terms. */
const rounding = 1e-12;

/** The location quotients of every place and year, and where they say that an industry is present. */
export function presenceOf(
  method: string,
  { slices: given, reference }: ComposedInput,
  threshold: Threshold,
): {
  readonly years: readonly Presence[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
} {
  const compared = comparable(method, given, reference);
  const { slices, dropped, warnings } = sharesOf(method, compared.slices);
  const years = slices
    .filter(({ places }) => places.length > 0)
    .map((slice): Presence => {
      const { places, industries, year, values, shares } = slice;
      const width = industries.length;
      const quotient = new Float64Array(values.length);
      const baseAt = baseOf(method, slice as CompositionSlice, reference, "include");
      places.forEach((_, at) => {
        const first = at * width;
        const base = sharesWhere(baseAt(at), (column) => !Number.isNaN(values[first + column]));
        for (let column = 0; column < width; column += 1) {
          const [own, theirs] = [shares[first + column] as number, base[column] as number];
          quotient[first + column] =
            theirs > 0 ? own / theirs : own === 0 ? 0 : own > 0 ? Number.POSITIVE_INFINITY : Number.NaN;
        }
      });
      const bar = threshold === "above" ? 1 + rounding : 1 - rounding;
      const present = Uint8Array.from(quotient, (each) => Number(threshold === "above" ? each > bar : each >= bar));
      return {
        year,
        places,
        industries,
        quotient: quotient.map((each) => (each < Number.POSITIVE_INFINITY ? each : Number.NaN)),
        present,
      };
    });
  return { years, dropped: [...compared.dropped, ...dropped], warnings };
}

export const presenceConvention: Convention = {
  title: { en: "An industry is present", zh: "产业“存在”的判定" },
  choices: {
    "at-least": { en: "LQ >= 1 (Atlas of Economic Complexity)", zh: "区位商 ≥ 1（经济复杂度图谱）" },
    above: { en: "LQ > 1 (EconGeo)", zh: "区位商 > 1（EconGeo）" },
  },
};
