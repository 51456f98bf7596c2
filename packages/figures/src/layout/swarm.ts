/**
 * Offsets from a common line for dots at `positions`, so that none overlap: each dot in order of position takes the
 * nearest free place to the line, above and below in turn.
 */
export function swarm(positions: readonly number[], radius: number, gap = 1): number[] {
  const reach = 2 * radius + gap;
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] as number) - (positions[b] as number) || a - b);
  const offsets = new Array<number>(positions.length).fill(0);
  const placed: number[] = [];
  for (const i of order) {
    const near = placed.filter((j) => (positions[i] as number) - (positions[j] as number) < reach);
    const choices = [0];
    for (const j of near) {
      const dx = (positions[i] as number) - (positions[j] as number);
      const rise = Math.sqrt(reach * reach - dx * dx) + 1e-6;
      choices.push((offsets[j] as number) - rise, (offsets[j] as number) + rise);
    }
    choices.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    offsets[i] =
      choices.find((offset) =>
        near.every((j) => {
          const dx = (positions[i] as number) - (positions[j] as number);
          const dy = offset - (offsets[j] as number);
          return dx * dx + dy * dy >= reach * reach - 1e-6;
        }),
      ) ?? 0;
    placed.push(i);
  }
  return offsets;
}
