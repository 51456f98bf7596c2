import { expect, it } from "vitest";
import { eachSample } from "../../test/atlas-panels.ts";
import { dagumGini } from "./dagum-gini.ts";

const absolute = 1e-12; // sums of at most 60 x 60 pairs in another order; the oracle has 15 digits

interface Expected {
  readonly within: number;
  readonly net: number;
  readonly overlap: number;
  readonly gini: number;
}

it("splits as all pairs of places do in R, for China, Britain and Japan (oracles/inequality-dagum-gini.R)", () => {
  eachSample<Expected, ReturnType<typeof dagumGini>["indices"][number] & { group: string }>(
    "inequality-dagum-gini",
    (figures) => dagumGini(figures).indices.map((row) => ({ ...row, group: "all" })),
    (row, expected, where) => {
      const found = { within: row.within, net: row.netBetween, overlap: row.transvariation, gini: row.gini };
      for (const [part, value] of Object.entries(found)) {
        expect(Math.abs(value - expected[part as keyof Expected]), `${where} ${part}`).toBeLessThan(absolute);
      }
    },
  );
});
