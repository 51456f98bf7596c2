/** Quantile by linear interpolation between order statistics (type 7 of R), of sorted values. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position + 4 * Number.EPSILON * position);
  const rest = Math.max(0, position - below);
  const low = sorted[below] as number;
  return rest === 0 ? low : low + rest * ((sorted[below + 1] as number) - low);
}
