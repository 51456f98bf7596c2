import { expect, it } from "vitest";
import type { NumberColumn } from "../contract/table.ts";
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
const row = (clusters: number) => {
  const inputs = { data: { units: { outcome: "1" }, titles: {} } };
  const table = eventEstimate("imputation", { en: "I", zh: "插" }, "normal", { ...effect, clusters }, inputs, 0.95);
  return (name: string) =>
    (table.columns.find((column) => column.name === name) as NumberColumn | undefined)?.values[0];
};

it("hands errors on from five clusters up, and the effect always", () => {
  const [four, five] = [row(4), row(5)];
  expect([five("effect"), five("standard_error"), five("low"), five("high"), five("p")]).toEqual([2, 0.5, 1, 3, 0.001]);
  expect(four("effect")).toBe(2);
  for (const name of ["standard_error", "low", "high", "p"]) expect(four(name) ?? Number.NaN).toBeNaN();
});
