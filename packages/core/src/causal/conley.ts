import { greatCircleKm } from "../spatial/great-circle.ts";
import type { PanelFit } from "./panel-regression.ts";
import { rowsBy } from "./rows-by.ts";
import { around, type Covariance } from "./sandwich.ts";

/** Rows whose errors may move together: of one year and near, or of one place and close in time. */
export interface NearbyRows {
  readonly place: readonly string[];
  readonly year: ArrayLike<number>;
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  /** Places as near as this err together in a year. */
  readonly cutoff: number;
  /** Years as close as this hang together in a place, less the further apart they are. */
  readonly lags: number;
}

/**
 * Errors that reach over space and time (Conley 1999): pairs of one year within the cutoff count in full, pairs of one place
 * within the lags by 1 - distance / (lags + 1). Without a correction for small samples, as is usual.
 */
export function conley(fit: PanelFit, rows: NearbyRows): Covariance {
  const { left, residuals } = fit;
  const k = fit.coefficients.length;
  const meat = new Float64Array(k * k);
  for (let row = 0; row < residuals.length; row += 1) addPair(row, row, 0.5);
  nearbyPairs(rows, addPair);
  function addPair(i: number, j: number, weight: number): void {
    const both = weight * residuals[i] * residuals[j];
    for (let a = 0; a < k; a += 1) {
      for (let b = 0; b < k; b += 1) {
        meat[a * k + b] += both * (left[a][i] * left[b][j] + left[a][j] * left[b][i]);
      }
    }
  }
  return { values: around(fit, meat), freedom: fit.rows - fit.parameters };
}

/** Every pair of different rows that err together, once, with its weight. */
export function nearbyPairs(rows: NearbyRows, visit: (i: number, j: number, weight: number) => void): void {
  const { place, year, lags, lon, lat, cutoff } = rows;
  for (const own of rowsBy(place).values()) {
    own.forEach((i, at) => {
      for (const j of own.slice(at + 1)) {
        const weight = 1 - Math.abs(year[i] - year[j]) / (lags + 1);
        if (weight > 0) visit(i, j, weight);
      }
    });
  }
  for (const own of rowsBy(Array.from(year)).values()) {
    withinReach(own, lon, lat, cutoff, (i, j) => {
      if (place[i] !== place[j] && greatCircleKm(lon[i], lat[i], lon[j], lat[j]) <= cutoff) visit(i, j, 1);
    });
  }
}

const earthRadiusKm = 6371.0088;
const degree = Math.PI / 180;
const slack = 1e-9; // degrees: distances round

interface Band {
  readonly rows: readonly number[];
  readonly lons: readonly number[];
  /** The latitude furthest from the equator. */
  readonly furthest: number;
}

/**
 * All pairs that may lie within the cutoff, and few others: bands of latitude as high as the cutoff, each sorted by longitude, so
 * that a row looks only along its own and the next one, as far as the cutoff reaches at their latitude.
 */
function withinReach(
  rows: readonly number[],
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  cutoff: number,
  visit: (i: number, j: number) => void,
): void {
  const radians = cutoff / earthRadiusKm;
  const height = Math.min(180, Math.max(radians / degree, 1e-6)) + slack;
  const wrapped = (row: number) => ((((lon[row] + 180) % 360) + 360) % 360) - 180;
  const bands = rowsBy(
    rows.map((row) => Math.floor((lat[row] + 90) / height)),
    rows,
  );
  const sorted = new Map(
    [...bands].map(([at, own]): [number, Band] => {
      const ordered = own.toSorted((a, b) => wrapped(a) - wrapped(b) || a - b);
      const furthest = own.reduce((most, row) => Math.max(most, Math.abs(lat[row])), 0);
      return [at, { rows: ordered, lons: ordered.map(wrapped), furthest }];
    }),
  );
  for (const [at, band] of sorted) {
    for (const other of [band, sorted.get(at + 1)]) {
      if (other === undefined) continue;
      // of two places within the cutoff sin(half their difference in longitude) is at most this
      const widest =
        Math.sin(Math.min(radians, Math.PI) / 2) / Math.cos(Math.max(band.furthest, other.furthest) * degree);
      const reach = widest >= 1 || !(widest >= 0) ? 360 : (2 * Math.asin(widest)) / degree + slack;
      band.rows.forEach((i, position) => {
        const isOwn = other === band;
        for (const turn of reach >= 180 ? [0] : [-360, 0, 360]) {
          const from = reach >= 180 ? 0 : lowerBound(other.lons, (band.lons[position] as number) + turn - reach);
          const last = reach >= 180 ? Number.POSITIVE_INFINITY : (band.lons[position] as number) + turn + reach;
          for (let each = from; each < other.rows.length && (other.lons[each] as number) <= last; each += 1) {
            if (!isOwn || each > position) visit(i, other.rows[each] as number);
          }
        }
      });
    }
  }
}

/** The first position whose value is at least this. */
function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
