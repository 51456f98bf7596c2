import { expect, it } from "vitest";
import { eventEstimate } from "./event-estimate.ts";

const effect = {
  effect: 2,
  standardError: 0.5,
  low: 1,
  high: 3,
  p: 0.001,
  n: 40,
  treatedPlaces: 4,
  controlPlaces: 6,
  pretestP: 0.4,
};
const row = (errors: Partial<typeof effect> = {}) => {
  const inputs = { data: { units: { outcome: "1" }, titles: {} } };
  const found = { ...effect, ...errors, clusters: 10, effectiveClusters: 6.7 };
  const table = eventEstimate("imputation", { en: "I", zh: "插" }, "normal", found, inputs, 0.95);
  return (name: string) => table.columns.find((column) => column.name === name)?.values[0];
};

it("hands on the effect, with its error where there is one", () => {
  const told = row();
  expect(["effect", "standard_error", "low", "high", "p", "basis"].map(told)).toEqual([2, 0.5, 1, 3, 0.001, "normal"]);
  const withheld = row({ standardError: Number.NaN, low: Number.NaN, high: Number.NaN, p: Number.NaN });
  expect([withheld("effect"), withheld("basis"), withheld("standard_error")]).toEqual([2, "none", undefined]);
});
