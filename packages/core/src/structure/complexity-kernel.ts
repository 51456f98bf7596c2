import { symmetricEigen } from "../numeric/symmetric-eigen.ts";
import type { Presence } from "./presence.ts";

/** A part of the two-way network of places and industries in which each can be reached from each. */
export interface Part {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Connected parts with at least one place and one industry, the largest (by links) first. */
export function connectedParts({ places, industries, present }: Presence): Part[] {
  const width = industries.length;
  const partOf = new Int32Array(places.length).fill(-1);
  const columnPart = new Int32Array(width).fill(-1);
  const parts: { rows: number[]; columns: number[]; links: number }[] = [];
  for (let start = 0; start < places.length; start += 1) {
    if (partOf[start] !== -1 || !present.subarray(start * width, (start + 1) * width).includes(1)) continue;
    const own = { rows: [start], columns: [] as number[], links: 0 };
    partOf[start] = parts.length;
    for (let next = 0; next < own.rows.length; next += 1) {
      const row = own.rows[next] as number;
      for (let column = 0; column < width; column += 1) {
        if (present[row * width + column] !== 1) continue;
        own.links += 1;
        if (columnPart[column] !== -1) continue;
        columnPart[column] = parts.length;
        own.columns.push(column);
        for (let other = 0; other < places.length; other += 1) {
          if (partOf[other] !== -1 || present[other * width + column] !== 1) continue;
          partOf[other] = parts.length;
          own.rows.push(other);
        }
      }
    }
    parts.push(own);
  }
  const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
  return parts
    .sort((a, b) => b.links - a.links || (a.rows[0] as number) - (b.rows[0] as number))
    .map(({ rows, columns }) => ({ rows: sorted(rows), columns: sorted(columns) }));
}

export interface Complexity {
  /** Raw: entries of the second vector of the averaging matrices, of any scale. */
  readonly ofPlaces: Float64Array;
  readonly ofIndustries: Float64Array;
  /** The second eigenvalue, and the one after it. */
  readonly second: number;
  readonly third: number;
}

/**
 * Second eigenvector of D^-1 M U^-1 M', through the symmetric D^-1/2 M U^-1 M' D^-1/2 (or its twin over industries where these
 * are fewer), and for the other side the mean over its neighbours divided by the root of the eigenvalue.
 */
export function complexityOf({ industries, present }: Presence, { rows, columns }: Part): Complexity | undefined {
  const width = industries.length;
  const isWide = rows.length <= columns.length;
  const [short, long] = isWide ? [rows, columns] : [columns, rows];
  const at = (s: number, l: number) =>
    isWide
      ? present[(rows[s] as number) * width + (columns[l] as number)]
      : present[(rows[l] as number) * width + (columns[s] as number)];
  const n = short.length;
  if (n < 2) return undefined;
  const links = short.map((_, s) => long.flatMap((__, l) => (at(s, l) === 1 ? [l] : [])));
  const degree = links.map((own) => own.length);
  const others = new Float64Array(long.length);
  for (const own of links) for (const l of own) others[l] = (others[l] as number) + 1;
  const back: number[][] = long.map(() => []);
  links.forEach((own, s) => {
    for (const l of own) (back[l] as number[]).push(s);
  });
  const matrix = new Float64Array(n * n);
  links.forEach((own, s) => {
    for (const l of own) {
      const share = 1 / (others[l] as number);
      for (const other of back[l] as number[]) matrix[s * n + other] = (matrix[s * n + other] as number) + share;
    }
  });
  for (let s = 0; s < n; s += 1) {
    for (let other = 0; other < n; other += 1) {
      matrix[s * n + other] =
        (matrix[s * n + other] as number) / Math.sqrt((degree[s] as number) * (degree[other] as number));
    }
  }
  const { values, vectors } = symmetricEigen(matrix, n);
  const second = values[1] as number;
  const own = Float64Array.from(vectors[1] as Float64Array, (each, s) => each / Math.sqrt(degree[s] as number));
  const theirs = Float64Array.from(back, (list) => list.reduce((sum, s) => sum + (own[s] as number), 0) / list.length);
  const scaled = second > 0 ? theirs.map((each) => each / Math.sqrt(second)) : theirs;
  const [ofPlaces, ofIndustries] = isWide ? [own, scaled] : [scaled, own];
  return { ofPlaces, ofIndustries, second, third: n > 2 ? (values[2] as number) : 0 };
}
