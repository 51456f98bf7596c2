import { expect, it } from "vitest";
import { oracle } from "../../test/atlas-panels.ts";
import { britishPolicy } from "../../test/british-output.ts";
import { fixedEffects } from "./fixed-effects.ts";

const errors = 3.5; // Monte Carlo errors of the draws: the oracle takes every combination of signs
const draws = 1499;

const expected = oracle<{ readonly wild: Readonly<Record<"twelve" | "five", { readonly p: number }>> }>(
  "causal-british-policy",
).wild;

it.each([
  { which: "twelve", cluster: "larger", over: "signs" },
  { which: "five", cluster: "part", over: "six points" },
] as const)(
  "the wild bootstrap by $which clusters is near that over every combination of $over (oracles/causal-british-policy.R)",
  ({ which, cluster }) => {
    const { place, year, outcome, treated, covariates, ...more } = britishPolicy();
    const regressors = [{ name: "treated", unit: "1", values: treated }, ...covariates];
    const [found] = fixedEffects({ place, year, outcome, regressors, cluster: more[cluster] }, { draws }).coefficients;
    const { p } = expected[which];
    expect(Math.abs((found?.pWild as number) - p)).toBeLessThan(errors * Math.sqrt((p * (1 - p)) / draws));
  },
);
