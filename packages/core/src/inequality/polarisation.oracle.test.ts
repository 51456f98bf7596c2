import { expect, it } from "vitest";
import { eachSample } from "../../test/atlas-panels.ts";
import { type PolarisationRow, polarisation } from "./polarisation.ts";

const absolute = 1e-11; // 4 m/md times a difference of three areas, by trapezoids in R and by ranks here

interface Expected {
  readonly wolfson: number;
  readonly one: number;
  readonly most: number;
}

it.each([
  [1, "one"],
  [1.6, "most"],
] as const)(
  "with alpha %d is what base R gives for China, Britain and Japan (oracles/inequality-polarisation.R)",
  (alpha, name) => {
    eachSample<Expected, PolarisationRow>(
      "inequality-polarisation",
      (figures) => polarisation(figures, { alpha }).indices,
      (row, expected, where) => {
        expect(Math.abs(row.wolfson - expected.wolfson), where).toBeLessThan(absolute);
        expect(Math.abs((row.estebanRay as number) - expected[name]), where).toBeLessThan(absolute);
      },
    );
  },
);
