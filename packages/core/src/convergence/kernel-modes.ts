/** The shape of one year's distribution. */
export interface Distribution {
  readonly year: number | undefined;
  readonly places: number;
  readonly bandwidth: number;
  readonly mean: number;
  readonly deviation: number;
  readonly modes: number;
  readonly peak: number;
  readonly height: number;
}

export interface Mode {
  readonly year: number | undefined;
  /** From 1, the leftmost. */
  readonly mode: number;
  readonly at: number;
  readonly density: number;
}

const slight = 0.01; // of the highest: below, a lone far place would count as a peak

/** Points of the grid that are above their neighbours; of a plateau the first. */
export function modesOf(year: number | undefined, grid: Float64Array, density: Float64Array): Mode[] {
  const most = density.reduce((a, b) => Math.max(a, b), 0);
  const found: Mode[] = [];
  density.forEach((height, at) => {
    const before = at === 0 ? Number.NEGATIVE_INFINITY : (density[at - 1] as number);
    let next = at + 1;
    while (next < density.length && density[next] === height) next += 1;
    const after = next === density.length ? Number.NEGATIVE_INFINITY : (density[next] as number);
    if (!(height > before && height > after) || height < slight * most) return;
    found.push({ year, mode: found.length + 1, at: grid[at] as number, density: height });
  });
  return found;
}
