import type { CompressedRows } from "../numeric/compressed-rows.ts";

/** How many parts a network has between which no link runs, whatever the direction of links. */
export function countParts({ n, starts, indices }: CompressedRows): number {
  const head = Uint32Array.from({ length: n }, (_, at) => at);
  const headOf = (at: number): number => {
    let top = at;
    while (head[top] !== top) top = head[top] as number;
    head[at] = top;
    return top;
  };
  let parts = n;
  for (let from = 0; from < n; from += 1) {
    for (const to of indices.subarray(starts[from], starts[from + 1])) {
      const [a, b] = [headOf(from), headOf(to)];
      if (a === b) continue;
      head[a] = b;
      parts -= 1;
    }
  }
  return parts;
}
