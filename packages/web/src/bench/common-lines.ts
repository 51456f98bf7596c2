import { diffIndices } from "node-diff3";

/** Where a line stands in the one text, and where in the other. */
export type Pair = readonly [inOne: number, inOther: number];

/** Lines that two texts have in common, in order. */
export function commonLines(one: readonly string[], other: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [a, b] = [0, 0];
  const untilIn = (end: number) => {
    while (a < end) pairs.push([a++, b++]);
  };
  for (const hunk of diffIndices([...one], [...other])) {
    untilIn(hunk.buffer1[0]);
    [a, b] = [a + hunk.buffer1[1], b + hunk.buffer2[1]];
  }
  untilIn(one.length);
  return pairs;
}
