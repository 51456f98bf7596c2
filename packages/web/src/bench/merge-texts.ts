import { commonLines } from "./common-lines.ts";

/** A stretch of a text of which there are two later versions. */
export interface Stretch {
  readonly kind: "alike" | "mine" | "theirs" | "both";
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Lines before it, in either version. */
  readonly before: { readonly mine: number; readonly theirs: number };
}

/**
 * Two versions of one text side by side: stretches that only one of them changed, and those that both did, each in its own way. Stretches
 * part where a line stands unchanged in both.
 */
export function stretchesOf(base: string, mine: string, theirs: string): readonly Stretch[] {
  const [was, own, other] = [base, mine, theirs].map((text) => text.split("\n")) as [string[], string[], string[]];
  const inMine = new Map(commonLines(was, own));
  const inTheirs = new Map(commonLines(was, other));
  const found: Stretch[] = [];
  let [a, b, c] = [0, 0, 0];
  const take = (toA: number, toB: number, toC: number) => {
    const [before, left, right] = [was.slice(a, toA), own.slice(b, toB), other.slice(c, toC)];
    const start = { mine: b, theirs: c };
    [a, b, c] = [toA, toB, toC];
    if (left.length + right.length === 0) return;
    const kind = isSame(left, right)
      ? "alike"
      : isSame(left, before)
        ? "theirs"
        : isSame(right, before)
          ? "mine"
          : "both";
    const last = found.at(-1);
    if (last?.kind === "alike" && kind === "alike")
      found.splice(-1, 1, { ...last, mine: [...last.mine, ...left], theirs: [...last.theirs, ...right] });
    else found.push({ kind, mine: left, theirs: right, before: start });
  };
  for (const at of was.keys()) {
    const [toB, toC] = [inMine.get(at), inTheirs.get(at)];
    if (toB === undefined || toC === undefined) continue;
    take(at, toB, toC);
    take(at + 1, toB + 1, toC + 1);
  }
  take(was.length, own.length, other.length);
  return found;
}

/** One text of both: of what both changed, at each stretch the one that is picked, or mine. */
export function mergedOf(
  stretches: readonly Stretch[],
  picked: ReadonlyMap<number, "mine" | "theirs"> = new Map(),
): string {
  return stretches
    .flatMap((stretch, at) => {
      const whose =
        stretch.kind === "both" ? (picked.get(at) ?? "mine") : stretch.kind === "theirs" ? "theirs" : "mine";
      return stretch[whose];
    })
    .join("\n");
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);
