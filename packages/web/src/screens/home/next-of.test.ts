import { expect, it } from "vitest";
import { nextOf } from "./next-of.ts";

type Given = Parameters<typeof nextOf>[0];
const given = (datasets: number, indicators: number, ...methods: string[]): Given =>
  ({
    datasets: Array(datasets).fill({}),
    indicators: Array(indicators).fill({}),
    analyses: methods.map((method) => ({ method })),
  }) as unknown as Given;

it.each([
  ["figures", given(0, 0)],
  ["indicators", given(1, 0, "inequality/theil")], // as an import begins it
  ["ranks", given(1, 1)],
  ["ranks", given(1, 1, "inequality/theil")],
  [undefined, given(1, 1, "composite/rank-uncertainty")],
  [undefined, given(3, 0, "policy/instrument-mix", "policy/timeline")], // it goes its own way
] as const)("leads on to %s", (next, outline) => {
  expect(nextOf(outline)).toBe(next);
});
