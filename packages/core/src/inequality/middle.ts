import type { Sample } from "./samples.ts";

/** The weighted median and the Lorenz curve at one half. */
export function middleOf({ level, share, mean }: Sample): { median: number; poorerHalf: number } {
  const rounding = 1e-12; // shares that should add up to one half do so but for this
  const order = Array.from(level, (_, at) => at).sort((a, b) => (level[a] as number) - (level[b] as number));
  let [people, income] = [0, 0];
  for (const [rank, at] of order.entries()) {
    const [own, height] = [share[at] as number, level[at] as number];
    if (Math.abs(people + own - 0.5) <= rounding) {
      const next = level[order[rank + 1] as number] as number;
      return { median: (height + next) / 2, poorerHalf: (income + own * height) / mean };
    }
    if (people + own > 0.5) return { median: height, poorerHalf: (income + (0.5 - people) * height) / mean };
    people += own;
    income += own * height;
  }
  throw new Error("polarisation: shares add up to less than one half");
}
