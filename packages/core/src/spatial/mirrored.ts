import { InputError } from "../contract/errors.ts";
import type { Pairs } from "./neighbours.ts";

/** The pairs and their reverses, each once; a pair given both ways must carry one value. */
export function mirrored(pairs: Pairs & { value: number[] }): Pairs & { value: number[] } {
  const given = new Map(pairs.from.map((from, at) => [`${from} ${pairs.to[at]}`, pairs.value[at] as number]));
  const all = {
    from: [...pairs.from],
    to: [...pairs.to],
    distanceKm: [...pairs.distanceKm],
    value: [...pairs.value],
  };
  pairs.from.forEach((from, at) => {
    const to = pairs.to[at] as number;
    const reverse = given.get(`${to} ${from}`);
    if (reverse === pairs.value[at]) return;
    if (reverse !== undefined) {
      throw new InputError({
        code: "not-symmetric",
        text: {
          en: `weights: borders give one pair ${pairs.value[at]} one way and ${reverse} the other, expected one value when symmetric is true`,
          zh: `weights：borders 中同一对地区两个方向的取值分别为 ${pairs.value[at]} 与 ${reverse}，symmetric 为 true 时应相同`,
        },
        hint: { en: "set symmetric to false to keep both", zh: "将 symmetric 设为 false 可保留两者" },
      });
    }
    all.from.push(to);
    all.to.push(from);
    all.distanceKm.push(pairs.distanceKm[at] as number);
    all.value.push(pairs.value[at] as number);
  });
  return all;
}
