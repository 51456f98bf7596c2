import { expect, it } from "vitest";
import { atlasRows, oracle } from "../../test/atlas-panels.ts";
import { regressionDiscontinuity } from "./regression-discontinuity.ts";

const relative = 1e-9; // normal equations on both sides, of powers over the bandwidth here

interface Jump {
  readonly effect: number;
  readonly corrected: number;
  readonly standard_error: number;
  readonly robust_error: number;
  readonly used: readonly [number, number];
}
const expected = oracle<Readonly<Record<"hc1" | "nearest", Jump>>>("causal-regression-discontinuity");

it.each(["hc1", "nearest"] as const)(
  "the jump of the urban share at a line with a donut is that of base R, errors %s (oracles/causal-regression-discontinuity.R)",
  (errors) => {
    const share = new Map(
      atlasRows("china-clusters/census.csv")
        .filter(({ year, urban_population }) => year === "2020" && urban_population !== "")
        .map((row) => [row.code as string, Number(row.urban_population) / Number(row.population)]),
    );
    const rows = atlasRows("china-clusters/places.csv").filter(({ code }) => share.has(code as string));
    const found = regressionDiscontinuity(
      {
        running: rows.map(({ lon }) => (Number(lon) - 116.5) * 95),
        outcome: rows.map(({ code }) => share.get(code as string) as number),
      },
      { bandwidth: 700, biasBandwidth: 900, donut: 50, errors },
    );
    const wanted = expected[errors];
    const near = (value: number | undefined, other: number, what: string) =>
      expect(Math.abs((value as number) - other), what).toBeLessThanOrEqual(relative * Math.abs(other));
    near(found.effect, wanted.effect, "effect");
    near(found.corrected, wanted.corrected, "corrected");
    near(found.estimates[0]?.standardError, wanted.standard_error, "error");
    near(found.estimates[2]?.standardError, wanted.robust_error, "robust error");
    expect([found.usedLeft, found.usedRight]).toEqual(wanted.used);
  },
);
