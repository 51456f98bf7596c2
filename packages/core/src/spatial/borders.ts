import { repeated } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";

/**
 * The listed pairs as positions among the places; pairs that name others, or one place twice, are left out by name. A pair
 * that stands twice is refused.
 */
export function borderPairs(
  place: readonly string[],
  { from, to, value }: { from: readonly string[]; to: readonly string[]; value?: ArrayLike<number> | undefined },
  dropped: Dropped[],
): { from: number[]; to: number[]; value: number[] } {
  const position = new Map(place.map((name, at) => [name, at]));
  const pairs = { from: [] as number[], to: [] as number[], value: [] as number[] };
  const seen = new Set<number>();
  from.forEach((name, at) => {
    const other = to[at] as string;
    const [a, b] = [position.get(name), position.get(other)];
    const weight = value === undefined ? 1 : (value[at] as number);
    const unknown = a === undefined ? name : other;
    if (a === undefined || b === undefined) {
      const reason = { en: `${unknown} is not among the places`, zh: `${unknown} 不在地区之列` };
      dropped.push({ input: "borders", row: `${name} ${other}`, reason });
    } else if (a === b) {
      const reason = { en: "a place is not its own neighbour", zh: "地区不能与自身相邻" };
      dropped.push({ input: "borders", row: `${name} ${other}`, reason });
    } else if (weight > 0) {
      if (seen.has(a * place.length + b)) throw repeated("weights", `${name} ${other}`);
      seen.add(a * place.length + b);
      pairs.from.push(a);
      pairs.to.push(b);
      pairs.value.push(weight);
    } else {
      throw new InputError({
        code: "weight-not-positive",
        text: {
          en: `weights: value of ${name} and ${other} is ${weight}, expected more than 0`,
          zh: `weights：${name} 与 ${other} 的取值为 ${weight}，应大于 0`,
        },
      });
    }
  });
  return pairs;
}
