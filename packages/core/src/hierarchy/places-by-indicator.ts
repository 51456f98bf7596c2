import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";

/** Places by indicators in one unit each, `NaN` for a gap; perhaps of some years and in groups. */
export interface IndicatorPlaces {
  readonly place: readonly string[];
  readonly indicators: readonly NamedNumbers[];
  readonly group?: readonly string[] | undefined;
  readonly year?: ArrayLike<number> | undefined;
}

export const titleOf = ({ name, title }: NamedNumbers): Text => title ?? same(name);
