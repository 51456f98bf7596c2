import { expect, it } from "vitest";
import { oracle } from "../../test/atlas-panels.ts";
import { britishPolicy } from "../../test/british-output.ts";
import { imputation } from "./imputation.ts";

const relative = 1e-7; // effects by conjugate gradients to 1e-11 here, by QR of 65 dummies there

interface One {
  readonly effect: number;
  readonly standard_error: number;
}
interface Estimates {
  readonly overall: One;
  readonly steps: readonly One[];
  readonly cohorts: readonly One[];
  readonly pretest: { readonly f: number; readonly p: number };
}
const expected = oracle<{ readonly imputation: Readonly<Record<"region" | "larger", Estimates>> }>(
  "causal-british-policy",
).imputation;

it.each(["region", "larger"] as const)(
  "effects, errors and the test of the years before, by %s, are those of base R (oracles/causal-british-policy.R)",
  (by) => {
    const { larger, covariates, place, year, outcome, treated } = britishPolicy();
    const cluster = by === "region" ? undefined : larger;
    const found = imputation({ place, year, outcome, treated, covariates, cluster });
    const wanted = expected[by];
    const near = (value: number | undefined, other: number, what: string) =>
      expect(Math.abs((value as number) - other), what).toBeLessThanOrEqual(relative * Math.max(0.01, Math.abs(other)));
    near(found.effect, wanted.overall.effect, "effect");
    near(found.standardError, wanted.overall.standard_error, "error");
    for (const [at, step] of wanted.steps.entries()) {
      near(found.steps[at]?.effect, step.effect, `effect of step ${at}`);
      near(found.steps[at]?.standardError, step.standard_error, `error of step ${at}`);
    }
    for (const [at, cohort] of wanted.cohorts.entries()) {
      near(found.cohorts[at]?.effect, cohort.effect, `effect of cohort ${at}`);
      near(found.cohorts[at]?.standardError, cohort.standard_error, `error of cohort ${at}`);
    }
    near(found.pretest, wanted.pretest.f, "F before");
    near(found.pretestP, wanted.pretest.p, "p before");
  },
);
