import { expect, it } from "vitest";
import { eachSample } from "../../test/atlas-panels.ts";
import { type GiniRow, gini } from "./gini.ts";

const relative = 1e-12; // ranks here, all pairs in R; the oracle has 15 digits

interface Expected {
  readonly gini: number;
  readonly corrected: number | null;
}

it("is what all pairs give in R for China, Britain and Japan (oracles/inequality-gini.R)", () => {
  eachSample<Expected, GiniRow>(
    "inequality-gini",
    (figures) => gini(figures).indices,
    (row, expected, where) => expect(Math.abs(row.gini - expected.gini), where).toBeLessThan(relative),
  );
  eachSample<Expected, GiniRow>(
    "inequality-gini",
    (figures) => gini(figures, { correction: "small-sample" }).indices,
    (row, { corrected }, where) => {
      if (corrected === null) expect(row.gini, where).toBeNaN();
      else expect(Math.abs(row.gini - corrected), where).toBeLessThan(relative);
    },
  );
});
