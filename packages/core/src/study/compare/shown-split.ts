import { cut, decimalText, type Exact, exactOf, scaled, unitsOf } from "./exact-number.ts";

/** A split as it is printed: earlier + change = later, and the parts add up to the change, digit for digit. */
export interface ShownSplit {
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly parts: readonly string[];
}

const [digits, ofChange, mostDecimals] = [6, 3, 15];

export function shownSplit(before: number, after: number, parts: readonly Exact[], asked?: number): ShownSplit {
  const decimals = asked ?? decimalsFor(before, after);
  const [from, to] = [scaled(exactOf(before), decimals), scaled(exactOf(after), decimals)];
  const whole = roundedTo(to - from, parts, decimals);
  const text = (each: bigint) => decimalText(each, decimals);
  return { before: text(from), after: text(to), change: text(to - from), parts: whole.map(text) };
}

/** Six digits of the greater number, and three of the change where that is small. */
function decimalsFor(before: number, after: number): number {
  const size = Math.max(Math.abs(before), Math.abs(after));
  const change = Math.abs(after - before);
  const upTo = (value: number, count: number) => (value > 0 ? count - 1 - Math.floor(Math.log10(value)) : 0);
  const most = upTo(size, mostDecimals);
  return Math.max(0, Math.min(most, Math.max(upTo(size, digits), upTo(change, ofChange))));
}

/** Whole numbers as near to the parts as can be that add up to `total`: what is left over goes to the largest remainders. */
function roundedTo(total: bigint, parts: readonly Exact[], decimals: number): bigint[] {
  const cuts = parts.map((part) => cut(part, decimals));
  const result = cuts.map(({ whole }) => whole);
  // remainders over different denominators are compared crosswise
  const byRest = cuts
    .map((_, at) => at)
    .filter((at) => parts[at]?.units !== 0n)
    .sort((a, b) => compare(cuts[b] as Cut, cuts[a] as Cut) || a - b);
  const order = byRest.length === 0 ? cuts.map((_, at) => at) : byRest;
  let left = total - result.reduce((sum, each) => sum + each, 0n);
  for (let step = 0; left !== 0n && order.length > 0; step += 1) {
    const up = left > 0n;
    const at = order[up ? step % order.length : order.length - 1 - (step % order.length)] as number;
    result[at] = (result[at] as bigint) + (up ? 1n : -1n);
    left += up ? -1n : 1n;
  }
  return result;
}

type Cut = ReturnType<typeof cut>;
function compare(a: Cut, b: Cut): number {
  const difference = a.rest * b.below - b.rest * a.below;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Whether the parts add up to the change: exactly, not nearly. */
export function addsUp(before: number, after: number, parts: readonly Exact[]): boolean {
  const over = parts.reduce((product, part) => product * part.over, 1n);
  const sum = parts.reduce((total, part) => total + part.units * (over / part.over), 0n);
  return sum === (unitsOf(after) - unitsOf(before)) * over;
}
