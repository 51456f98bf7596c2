/** Places on a square of `side` by `side`, rook neighbours both ways; on a torus the edges of the square meet. */
export function grid(side: number, { torus }: { readonly torus: boolean }) {
  const place = Array.from({ length: side * side }, (_, at) => `p${String(at).padStart(4, "0")}`);
  const links = place.flatMap((_, at) => {
    const [row, column] = [Math.floor(at / side), at % side];
    const steps = [
      [row - 1, column],
      [row + 1, column],
      [row, column - 1],
      [row, column + 1],
    ] as const;
    return steps
      .filter(([r, c]) => torus || (r >= 0 && r < side && c >= 0 && c < side))
      .map(([r, c]) => [at, ((r + side) % side) * side + ((c + side) % side)] as const);
  });
  return {
    place,
    links,
    weights: { from: links.map(([from]) => place[from]!), to: links.map(([, to]) => place[to]!) },
  };
}
