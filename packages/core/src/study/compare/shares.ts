import { type Exact, unitsOf } from "./exact-number.ts";
import { type Factor, factors } from "./factors.ts";

/** What a number is when these factors are those of the later edition, and the others those of the earlier one. */
export type ValueAt = (swapped: ReadonlySet<Factor>) => number | undefined;

/** One factor, or several that could not be swapped alone, and what they made of the change. */
export interface Part {
  readonly factors: readonly Factor[];
  readonly exact: Exact;
}

/**
 * Splits the change of one number into parts that add up to it exactly: the mean, over every order in which the factors can
 * be swapped, of what each swap changes (Shapley value), which no order favours. A factor without which the number cannot be
 * computed is joined with another; of the partitions into parts that can be swapped the finest is taken.
 */
export function shapleyParts(changed: readonly Factor[], valueAt: ValueAt): Part[] {
  const blocks = finestPartition(changed, valueAt);
  const n = blocks.length;
  const value = (mask: number) => unitsOf(valueAt(unionOf(blocks, mask)) as number);
  const values = Array.from({ length: 2 ** n }, (_, mask) => value(mask));
  return blocks.map((block, at) => {
    let units = 0n;
    for (let mask = 0; mask < values.length; mask += 1) {
      if (mask & (1 << at)) continue;
      const before = sizeOf(mask);
      const orders = factorial(before) * factorial(n - before - 1);
      units += orders * ((values[mask | (1 << at)] as bigint) - (values[mask] as bigint));
    }
    return { factors: block, exact: { units, over: factorial(n) } };
  });
}

/** The same in one order only, the declared one: what each part changes when those before it are swapped already. */
export function partsInOrder(blocks: readonly (readonly Factor[])[], valueAt: ValueAt): Part[] {
  return blocks.map((block, at) => {
    const units = (upTo: number) => unitsOf(valueAt(new Set(blocks.slice(0, upTo).flat())) as number);
    return { factors: block, exact: { units: units(at + 1) - units(at), over: 1n } };
  });
}

function finestPartition(changed: readonly Factor[], valueAt: ValueAt): Factor[][] {
  const isWhole = (blocks: Factor[][]) =>
    Array.from({ length: 2 ** blocks.length }, (_, mask) => mask).every(
      (mask) => valueAt(unionOf(blocks, mask)) !== undefined,
    );
  const all = partitions(factors.filter((factor) => changed.includes(factor)));
  return all.sort((a, b) => b.length - a.length).find(isWhole) as Factor[][];
}

/** Every way of dividing a list, each block in the list's order. */
function partitions(list: readonly Factor[]): Factor[][][] {
  const [first, ...rest] = list;
  if (first === undefined) return [[]];
  return partitions(rest).flatMap((blocks) => [
    [[first], ...blocks],
    ...blocks.map((block, at) => [[first, ...block], ...blocks.filter((_, other) => other !== at)]),
  ]);
}

const unionOf = (blocks: readonly (readonly Factor[])[], mask: number): Set<Factor> =>
  new Set(blocks.filter((_, at) => mask & (1 << at)).flat());

const sizeOf = (mask: number): number => mask.toString(2).replaceAll("0", "").length;

function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}
