export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/**
 * What is drawn of a network in which almost all is tied to all: the maximum spanning forest, which leaves no node without its
 * strongest way to the others, and ties at least as strong as the forest's median one, no more than there are nodes.
 */
export function backbone(nodes: number, ties: readonly Tie[]): { readonly forest: Tie[]; readonly strong: Tie[] } {
  const sorted = ties.filter(({ value }) => value > 0).sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b);
  const root = Array.from({ length: nodes }, (_, at) => at);
  const rootOf = (at: number): number => {
    let found = at;
    while (root[found] !== found) found = root[found] as number;
    root[at] = found;
    return found;
  };
  const forest: Tie[] = [];
  const rest: Tie[] = [];
  for (const tie of sorted) {
    const [a, b] = [rootOf(tie.a), rootOf(tie.b)];
    if (a === b) rest.push(tie);
    else {
      root[a] = b;
      forest.push(tie);
    }
  }
  const bar = forest[forest.length >> 1]?.value ?? Number.POSITIVE_INFINITY;
  return { forest, strong: rest.filter(({ value }) => value >= bar).slice(0, nodes) };
}
