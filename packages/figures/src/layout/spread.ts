/** Moves positions apart to at least `gap`, keeping their order and staying between `low` and `high` if there is room. */
export function spread(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] as number) - (positions[b] as number) || a - b);
  const step = Math.min(gap, order.length > 1 ? (high - low) / (order.length - 1) : gap);
  const blocks: { sum: number; members: number[] }[] = [];
  const start = (block: { sum: number; members: number[] }): number =>
    Math.min(
      Math.max(block.sum / block.members.length - ((block.members.length - 1) * step) / 2, low),
      Math.max(low, high - (block.members.length - 1) * step),
    );
  for (const i of order) {
    let block = { sum: positions[i] as number, members: [i] };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (start(last) + last.members.length * step <= start(block) + 1e-9) break;
      blocks.pop();
      block = { sum: last.sum + block.sum, members: [...last.members, ...block.members] };
    }
    blocks.push(block);
  }
  const moved = [...positions];
  for (const block of blocks) {
    block.members.forEach((i, k) => {
      moved[i] = start(block) + k * step;
    });
  }
  return moved;
}
