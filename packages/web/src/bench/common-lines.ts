/** Where a line stands in the one text, and where in the other. */
export type Pair = readonly [inOne: number, inOther: number];
type Range = readonly [from: number, to: number];

/** Lines that two texts have in common, in order: alike at both ends, between them anchored where a line stands once in both. */
export function commonLines(one: readonly string[], other: readonly string[]): readonly Pair[] {
  return between([0, one.length], [0, other.length]);

  function between([a, aEnd]: Range, [b, bEnd]: Range): readonly Pair[] {
    let [head, tail] = [0, 0];
    const most = Math.min(aEnd - a, bEnd - b);
    while (head < most && one[a + head] === other[b + head]) head += 1;
    while (tail < most - head && one[aEnd - 1 - tail] === other[bEnd - 1 - tail]) tail += 1;
    const run = (from: number, to: number, n: number) => Array.from({ length: n }, (_, i): Pair => [from + i, to + i]);
    const inner = [
      [a + head, aEnd - tail],
      [b + head, bEnd - tail],
    ] as const;
    const anchors = inOrder(once(one, inner[0]), once(other, inner[1]));
    let [from, to] = [a + head, b + head];
    const middle = anchors.flatMap(([x, y], n) => {
      const found = [...between([from, x], [to, y]), [x, y] as const];
      [from, to] = [x + 1, y + 1];
      return n < anchors.length - 1 ? found : [...found, ...between([from, inner[0][1]], [to, inner[1][1]])];
    });
    return [...run(a, b, head), ...middle, ...run(aEnd - tail, bEnd - tail, tail)];
  }
}

/** Lines that stand in a range once, with their places. */
function once(lines: readonly string[], [from, to]: Range): ReadonlyMap<string, number> {
  const found = new Map<string, number | undefined>();
  for (let at = from; at < to; at += 1) {
    const line = lines[at] as string;
    found.set(line, found.has(line) ? undefined : at);
  }
  return new Map([...found].flatMap(([line, at]) => (at === undefined ? [] : [[line, at]])));
}

/** The longest row of pairs that goes forward in both. */
function inOrder(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): readonly Pair[] {
  const pairs = [...one].flatMap(([line, at]) => (other.has(line) ? [[at, other.get(line) as number] as const] : []));
  interface Step {
    readonly pair: Pair;
    readonly before: Step | undefined;
  }
  const ends: Step[] = []; // of the rows of each length, that which ends soonest
  for (const pair of pairs) {
    const found = ends.findIndex((end) => end.pair[1] > pair[1]);
    const length = found < 0 ? ends.length : found;
    ends[length] = { pair, before: ends[length - 1] };
  }
  const row: Pair[] = [];
  for (let step = ends.at(-1); step !== undefined; step = step.before) row.unshift(step.pair);
  return row;
}
