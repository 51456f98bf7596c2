import { type Expression, partsOf } from "../../expression/expression.ts";
import { parseExpression } from "../../expression/parse-expression.ts";

/**
 * Which parts of a study say a year, so that a new year can be told from another definition: conditions whose values are
 * all years, the year of `at(x, 2020)` in an expression, and options that are called after years.
 */
const [firstYear, lastYear] = [1800, 2199];

export function isYear(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= firstYear && value <= lastYear;
}

type Conditions<W> = Readonly<Record<string, W>> | undefined;

/** Conditions with those on years taken from another edition: what is asked stays, for which year follows. */
export function withYearsOf<W>(own: Conditions<W>, years: Conditions<W>): Record<string, W> | undefined {
  const kept = Object.entries(own ?? {}).filter(([, wanted]) => !saysYears(wanted));
  const taken = Object.entries(years ?? {}).filter(([, wanted]) => saysYears(wanted));
  const all = [...kept, ...taken];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

function saysYears(wanted: unknown): boolean {
  if (isYear(wanted)) return true;
  if (typeof wanted !== "object" || wanted === null) return false;
  const values = Object.values(wanted);
  return values.length > 0 && values.every(isYear);
}

/** An expression without its years: two that differ in nothing else are one definition at two dates. */
export function yearless(text: string): string {
  try {
    return JSON.stringify(plain(parseExpression(text)));
  } catch {
    return text;
  }
}

function plain(part: Expression): unknown {
  const { at: _, ...rest } = part;
  if (part.kind === "number" || part.kind === "name") return rest;
  const parts = partsOf(part).map((each, place) =>
    part.kind === "call" && part.name === "at" && place === 1 ? "year" : plain(each),
  );
  return { kind: part.kind, name: "name" in part ? part.name : "operator" in part ? part.operator : "-", parts };
}

const yearOption = /^(from|to|base|start|end)$|year|period/i;

/** Options with their years taken from another edition, at any depth. */
export function optionsWithYearsOf(
  own: Readonly<Record<string, unknown>>,
  years: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => {
      const other = years[name];
      if (yearOption.test(name) && saysYears(value) && saysYears(other)) return [name, other];
      return [name, isRecord(value) && isRecord(other) ? optionsWithYearsOf(value, other) : value];
    }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
