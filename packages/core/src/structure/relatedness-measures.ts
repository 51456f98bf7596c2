import type { Presence } from "./presence.ts";

/** How two industries are held to be near, from the places that have both, s_ij, and those that have each. */
export type Nearness = "min-conditional" | "association" | "steijn" | "cosine" | "jaccard";

/** Places that have both of each pair of industries, row-major; on the diagonal those that have the one. */
export function togetherOf({ places, industries, present }: Presence): Float64Array {
  const width = industries.length;
  const both = new Float64Array(width * width);
  for (let row = 0; row < places.length; row += 1) {
    const own: number[] = [];
    for (let column = 0; column < width; column += 1) if (present[row * width + column] === 1) own.push(column);
    for (const a of own) for (const b of own) both[a * width + b] = (both[a * width + b] as number) + 1;
  }
  return both;
}

/**
 * Nearness of every pair, 0 on the diagonal. The measures other than the conditional probability take from the counts of pairs how
 * often each industry meets others at all, as EconGeo does.
 */
export function nearnessOf(together: Float64Array, width: number, measure: Nearness): Float64Array {
  const at = (a: number, b: number) => together[a * width + b] as number;
  const all = Array.from({ length: width }, (_, k) => k);
  const meetings = all.map((a) => all.reduce((sum, b) => sum + (a === b ? 0 : at(a, b)), 0));
  const total = meetings.reduce((a, b) => a + b, 0);
  const near = new Float64Array(width * width);
  for (const a of all) {
    for (const b of all) {
      const both = at(a, b);
      if (a === b || both === 0) continue;
      const [s, t] = [meetings[a] as number, meetings[b] as number];
      near[a * width + b] = {
        "min-conditional": () => both / Math.max(at(a, a), at(b, b)),
        association: () => (both * total) / (s * t),
        steijn: () => both / (((s / total) * (t / (total - s)) + (t / total) * (s / (total - t))) * (total / 2)),
        cosine: () => both / Math.sqrt(s * t),
        jaccard: () => both / (s + t - both),
      }[measure]();
    }
  }
  return near;
}

/**
 * Share of an industry's nearness to the industries that the place has: row-major like the presence, `NaN` where the
 * industry is near to none. With the industry itself counted (nearness 1), what a place has stands higher.
 */
export function densityOf(
  { places, industries, present }: Presence,
  near: Float64Array,
  own: "out" | "in",
): Float64Array {
  const width = industries.length;
  const itself = own === "in" ? 1 : 0;
  const whole = industries.map((_, a) => near.subarray(a * width, (a + 1) * width).reduce((x, y) => x + y, itself));
  const density = new Float64Array(places.length * width);
  for (let row = 0; row < places.length; row += 1) {
    for (let a = 0; a < width; a += 1) {
      let sum = itself * (present[row * width + a] as number);
      for (let b = 0; b < width; b += 1) sum += (present[row * width + b] as number) * (near[a * width + b] as number);
      density[row * width + a] = (whole[a] as number) > 0 ? sum / (whole[a] as number) : Number.NaN;
    }
  }
  return density;
}
