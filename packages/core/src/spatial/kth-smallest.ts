/** The k-th smallest of the first `count` values, k from 1; reorders them (Hoare's selection). */
export function kthSmallest(values: Float64Array, count: number, k: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let [up, down] = [low, high];
    while (up <= down) {
      while ((values[up] as number) < pivot) up += 1;
      while ((values[down] as number) > pivot) down -= 1;
      if (up > down) break;
      const moved = values[up] as number;
      values[up] = values[down] as number;
      values[down] = moved;
      up += 1;
      down -= 1;
    }
    if (k - 1 <= down) high = down;
    else if (k - 1 >= up) low = up;
    else break;
  }
  return values[k - 1] as number;
}
