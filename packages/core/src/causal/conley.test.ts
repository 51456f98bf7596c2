import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { greatCircleKm } from "../spatial/great-circle.ts";
import { type NearbyRows, nearbyPairs } from "./conley.ts";

/** Places drawn from a window of the globe, in each of three years. */
function rowsIn(places: number, window: { lon: [number, number]; lat: [number, number] }, cutoff: number): NearbyRows {
  const draw = random(places, "conley/test");
  const between = ([from, to]: [number, number]) => from + (to - from) * draw.uniform();
  const points = Array.from({ length: places }, () => ({ lon: between(window.lon), lat: between(window.lat) }));
  const cells = points.flatMap((point, at) => [2001, 2002, 2004].map((year) => ({ ...point, place: `p${at}`, year })));
  return {
    place: cells.map(({ place }) => place),
    year: cells.map(({ year }) => year),
    lon: cells.map(({ lon }) => (lon > 180 ? lon - 360 : lon)),
    lat: cells.map(({ lat }) => lat),
    cutoff,
    lags: 2,
  };
}

/** Every pair looked at. */
function plainly({ place, year, lon, lat, cutoff, lags }: NearbyRows): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i < place.length; i += 1) {
    for (let j = i + 1; j < place.length; j += 1) {
      const apart = Math.abs((year[i] as number) - (year[j] as number));
      const km = greatCircleKm(lon[i] as number, lat[i] as number, lon[j] as number, lat[j] as number);
      const weight = place[i] === place[j] ? 1 - apart / (lags + 1) : apart === 0 && km <= cutoff ? 1 : 0;
      if (weight > 0) pairs.set(`${i} ${j}`, weight);
    }
  }
  return pairs;
}

function found(rows: NearbyRows): Map<string, number> {
  const pairs = new Map<string, number>();
  nearbyPairs(rows, (i, j, weight) => {
    const key = `${Math.min(i, j)} ${Math.max(i, j)}`;
    expect(pairs.has(key), key).toBe(false);
    pairs.set(key, weight);
  });
  return pairs;
}

describe("nearbyPairs", () => {
  it.each([
    ["a country", { lon: [100, 120], lat: [25, 40] }, 300],
    ["over the antimeridian", { lon: [170, 190], lat: [-20, -5] }, 400],
    ["round the pole", { lon: [-180, 180], lat: [80, 90] }, 500],
    ["the globe", { lon: [-180, 180], lat: [-90, 90] }, 2500],
    ["a cutoff that reaches everywhere", { lon: [-180, 180], lat: [-90, 90] }, 30_000],
    ["a cutoff of nothing", { lon: [100, 101], lat: [30, 31] }, 0],
  ] as const)("%s: each pair within reach once, and no other", (_, window, cutoff) => {
    const rows = rowsIn(60, window as never, cutoff);
    expect([...found(rows)].sort()).toEqual([...plainly(rows)].sort());
  });
});
