import { expect, it } from "vitest";
import { eachSample } from "../../test/atlas-panels.ts";
import { variation } from "./variation.ts";

const relative = 1e-12; // R and we add the same doubles, in another order; the oracle has 15 digits

interface Expected {
  readonly weighted: number;
  readonly simple: number;
  readonly sample: number | null;
  readonly population: number;
}

it("is what base R gives for China, Britain and Japan, all places and each group (oracles/inequality-variation.R)", () => {
  const near = (found: number, expected: number, where: string) =>
    expect(Math.abs(found - expected), where).toBeLessThanOrEqual(relative * Math.max(1, expected));
  eachSample<Expected, ReturnType<typeof variation>["indices"][number]>(
    "inequality-variation",
    (figures) => variation(figures).indices,
    (row, expected, where, isWeighted) => {
      if (isWeighted) {
        near(row.variation, expected.weighted, where);
        near(row.plain, expected.population, where);
      } else near(row.variation, expected.population, where);
    },
  );
  eachSample<Expected, ReturnType<typeof variation>["indices"][number]>(
    "inequality-variation",
    (figures) => variation(figures, { centre: "simple", divisor: "n-1" }).indices,
    (row, expected, where, isWeighted) => {
      if (isWeighted) near(row.variation, expected.simple, where);
      else if (expected.sample === null) expect(row.variation, where).toBeNaN();
      else near(row.variation, expected.sample, where);
    },
  );
});
