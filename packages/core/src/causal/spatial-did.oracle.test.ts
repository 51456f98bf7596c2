import { expect, it } from "vitest";
import { oracle } from "../../test/atlas-panels.ts";
import { britishOutput } from "../../test/british-output.ts";
import { spatialDid } from "./spatial-did.ts";

const relative = 1e-8; // the oracle inverts cross products of 65 dummies, this solves them by conjugate gradients to 1e-11

interface Estimates {
  readonly effect: readonly number[];
  readonly standard_error: readonly number[];
}
interface One {
  readonly effect: number;
  readonly standard_error: number;
}

const expected = oracle<{
  readonly rows: readonly number[];
  readonly two_way: Estimates;
  readonly imputation: Estimates;
  readonly spillover: One;
  readonly first_ring_third_year: One;
}>("causal-spatial-did");

const panel = britishOutput();
const starts: Readonly<Record<string, number>> = { TLD3: 2011, TLG3: 2017 };
const input = { ...panel, first: panel.place.map((place) => starts[place] ?? 0) };
const near = (found: number | undefined, wanted: number | undefined) =>
  expect(Math.abs((found as number) - (wanted as number))).toBeLessThanOrEqual(relative * Math.abs(wanted as number));

it.each(["two-way", "imputation"] as const)(
  "rings on output of Britain are those of base R, %s (oracles/causal-spatial-did.R)",
  (estimator) => {
    const { rings, spillover, steps } = spatialDid(input, { rings: [60, 120], estimator, draws: 0 });
    const wanted = expected[estimator === "two-way" ? "two_way" : "imputation"];
    expect(rings.map(({ rows }) => rows)).toEqual(expected.rows);
    rings.forEach(({ effect, standardError }, at) => {
      near(effect, wanted.effect[at]);
      // of the two treated one has 11 of the 16 years: fewer than two clusters carry their mean
      if (at === 0 && estimator === "imputation") expect(standardError).toBeNaN();
      else near(standardError, wanted.standard_error[at]);
    });
    if (estimator === "two-way") return;
    near(spillover, expected.spillover.effect);
    const third = steps.find(({ ring, at }) => ring === "0-60" && at === 2);
    near(third?.effect, expected.first_ring_third_year.effect);
    near(third?.standardError, expected.first_ring_third_year.standard_error);
  },
);
