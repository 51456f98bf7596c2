import { expect, it } from "vitest";
import { eachSample } from "../../test/atlas-panels.ts";
import { type AtkinsonRow, atkinson } from "./atkinson.ts";

const absolute = 2e-12; // R takes 1 - EDE / mean of two near numbers; the oracle has 15 digits

interface Expected {
  readonly atkinson: number;
  readonly equal: number;
}

it.each([
  [0.5, "half"],
  [1, "one"],
  [2, "two"],
] as const)(
  "with aversion %d is what base R gives for China, Britain and Japan (oracles/inequality-atkinson.R)",
  (epsilon, name) => {
    eachSample<Record<"half" | "one" | "two", Expected>, AtkinsonRow>(
      "inequality-atkinson",
      (figures) => atkinson(figures, { epsilon }).indices,
      (row, expected, where) => {
        expect(Math.abs(row.atkinson - expected[name].atkinson), where).toBeLessThan(absolute);
        expect(Math.abs(row.equallyDistributed / expected[name].equal - 1), where).toBeLessThan(absolute);
      },
    );
  },
);
