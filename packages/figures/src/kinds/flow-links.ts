/** One link of a flow map, as drawn. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** Two directions are one figure if they differ by no more than the last digits of their arithmetic. */
const sameWithin = 1e-9;
const strongestOfEach = 2;

/** Every pair with a value, weakest first; both directions in one where they never differ. */
export function readLinks(
  from: readonly string[],
  to: readonly string[],
  values: Float64Array,
): { readonly links: readonly Link[]; readonly symmetric: boolean } {
  const found = from
    .map((code, i): Link => ({ from: code, to: to[i] as string, value: values[i] as number }))
    .filter((link) => link.value > 0 && link.from !== link.to);
  const both = new Map(found.map((link) => [`${link.from} ${link.to}`, link.value]));
  const symmetric =
    found.length > 1 &&
    found.every(({ from: a, to: b, value }) => {
      const other = both.get(`${b} ${a}`);
      return other !== undefined && Math.abs(other - value) <= sameWithin * value;
    });
  const links = symmetric ? found.filter((link) => link.from < link.to) : found;
  return { links: [...links].sort((a, b) => a.value - b.value), symmetric };
}

/** All links of up to two pairs a place; of more the strongest `n` for `n` places, and the two strongest of each place. */
export function strongestLinks(links: readonly Link[]): readonly Link[] {
  const places = new Set(links.flatMap(({ from, to }) => [from, to])).size;
  const pairs = new Set(links.map(({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`))).size;
  if (pairs <= 2 * places) return links;
  const left = new Map<string, number>();
  const kept = new Set(links.slice(-places));
  for (const link of [...links].reverse()) {
    for (const code of [link.from, link.to]) {
      const used = left.get(code) ?? 0;
      if (used >= strongestOfEach) continue;
      left.set(code, used + 1);
      kept.add(link);
    }
  }
  return links.filter((link) => kept.has(link));
}
