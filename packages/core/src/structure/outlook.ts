import type { Presence } from "./presence.ts";

/** Whether a gain counts that the industry itself stops being an opportunity. */
export type Gain = "net" | "gross";

export interface Outlook {
  /** One figure a place: complexity of what it lacks, each by how near it is. */
  readonly index: Float64Array;
  /** What each industry that a place lacks would open up, row-major; `NaN` for what it has. */
  readonly gain: Float64Array;
}

/**
 * Complexity outlook, and the gain from each industry that is not there:
 *
 *   COI_c = sum_p (1 - M_cp) density_cp PCI_p
 *   gain_cp = sum_q (1 - M_cq) phi_pq / sum_r phi_rq PCI_q  -  density_cp PCI_p
 *
 * over the industries with a PCI and a density, q not p. The gain is what COI would change by if the place had the industry as well;
 * `gross` leaves the second term out, as py-ecomplexity does.
 */
export function outlookOf(
  { places, industries, present }: Presence,
  near: Float64Array,
  density: Float64Array,
  pci: Float64Array,
  { own: self, gain }: { readonly own: "out" | "in"; readonly gain: Gain },
): Outlook {
  const width = industries.length;
  const itself = self === "in" ? 1 : 0;
  const whole = industries.map((_, q) => near.subarray(q * width, (q + 1) * width).reduce((a, b) => a + b, itself));
  const worth = Float64Array.from(pci, (each, q) =>
    (whole[q] as number) > 0 ? each / (whole[q] as number) : Number.NaN,
  );
  const index = new Float64Array(places.length);
  const gains = new Float64Array(places.length * width).fill(Number.NaN);
  const left = new Float64Array(width); // what each lacking industry is worth, 0 for those that are there
  for (let row = 0; row < places.length; row += 1) {
    const own = (p: number) => (density[row * width + p] as number) * (pci[p] as number);
    const isLacking = (q: number) =>
      present[row * width + q] === 0 && !Number.isNaN(worth[q]) && !Number.isNaN(density[row * width + q]);
    let sum = 0;
    for (let q = 0; q < width; q += 1) {
      const lacks = isLacking(q);
      left[q] = lacks ? (worth[q] as number) : 0;
      if (lacks) sum += own(q);
    }
    index[row] = sum;
    for (let p = 0; p < width; p += 1) {
      if (!isLacking(p)) continue;
      let opened = 0;
      for (let q = 0; q < width; q += 1) opened += (near[p * width + q] as number) * (left[q] as number);
      gains[row * width + p] = gain === "net" ? opened - own(p) : opened;
    }
  }
  return { index, gain: gains };
}
