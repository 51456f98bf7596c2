import type { DatedPlace } from "./dated-place.ts";
import { bareKey, nameKey } from "./name-forms.ts";

export interface PlaceIndex {
  readonly byCode: ReadonlyMap<string, readonly DatedPlace[]>;
  readonly byName: ReadonlyMap<string, readonly DatedPlace[]>;
  readonly byBareName: ReadonlyMap<string, readonly DatedPlace[]>;
  /** Names of provinces, the longest first, so that 内蒙古自治区 is found before 内蒙古. */
  readonly provinces: readonly (readonly [name: string, place: DatedPlace])[];
  readonly systems: readonly DatedPlace["system"][];
}

export function indexPlaces(places: readonly DatedPlace[]): PlaceIndex {
  return {
    byCode: grouped(places, ({ code }) => [code]),
    byName: grouped(places, ({ names }) => names.map(nameKey)),
    byBareName: grouped(places, ({ names }) => names.map(bareKey)),
    provinces: places
      .filter(({ level }) => level === "province")
      .flatMap((place) => place.names.map((name) => [nameKey(name), place] as const))
      .sort(([a], [b]) => b.length - a.length),
    systems: [...new Set(places.map(({ system }) => system))],
  };
}

function grouped(places: readonly DatedPlace[], keysOf: (place: DatedPlace) => string[]): Map<string, DatedPlace[]> {
  const found = new Map<string, DatedPlace[]>();
  for (const place of places) {
    for (const key of new Set(keysOf(place))) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [place]);
      else list.push(place);
    }
  }
  return found;
}
