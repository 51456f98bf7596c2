import { knownUnit } from "./parse-unit.ts";
import type { Unit } from "./unit.ts";

export const currencies = ["yuan", "USD", "EUR", "GBP", "JPY", "HKD", "MOP"] as const;

/** Whether a unit has a currency in it, as `100 million yuan` and `USD per person` do; `yuan per USD` is a rate, and no money. */
export function isMoney(unit: string): boolean {
  const known = knownUnit(unit);
  return known !== undefined && isMoneyUnit(known);
}

export function isMoneyUnit({ dimensions }: Unit): boolean {
  return currencies.filter((word) => (dimensions[word] ?? 0) !== 0).length === 1;
}
