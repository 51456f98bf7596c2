import { isMoney } from "../units/money.ts";
import type { Problem } from "./errors.ts";
import type { AskedRoles } from "./invoke.ts";
import type { AnyMethod, RawInputs } from "./method.ts";
import { inflated, pricesOption } from "./prices.ts";
import type { Input } from "./readings.ts";
import { findColumn, type NumberColumn, type Roles, type Table } from "./table.ts";

/** Roles of numbers that are no amounts to be compared. */
const besides = new Set(["year", "weight", "lon", "lat"]);

/**
 * Money at current or unknown prices that a method would set beside that of other years: nothing where the method, under
 * these options, compares none, or where there is one year.
 */
export function growthProblems(
  method: AnyMethod,
  options: Readonly<Record<string, unknown>>,
  inputs: RawInputs,
  roles: AskedRoles = {},
): Problem[] {
  if (method.comparesYears?.(options, inputs) !== true) return [];
  return inflated(moneyIn(method, inputs, roles).flatMap(({ column, years }) => (years < 2 ? [] : [column])));
}

/** The options with the prices that the column itself says, where a method asks for them and the study does not say. */
export function withColumnPrices(
  method: AnyMethod,
  options: Readonly<Record<string, unknown>>,
  inputs: RawInputs,
  roles: AskedRoles = {},
): Readonly<Record<string, unknown>> {
  if (options["prices"] !== "as-given" || !Object.hasOwn(method.conventions, "prices")) return options;
  const told = moneyIn(method, inputs, roles).find(({ column }) => column.prices !== undefined);
  return told === undefined ? options : { ...options, prices: pricesOption(told.column) };
}

interface Money {
  readonly column: NumberColumn;
  /** How many years its table has. */
  readonly years: number;
}

function moneyIn({ inputs: specs }: AnyMethod, inputs: RawInputs, roles: AskedRoles): Money[] {
  return Object.entries(specs as Readonly<Record<string, Input>>).flatMap(([input, spec]) => {
    const table = inputs[input] as Table | undefined;
    if (spec.shape === "record" || table === undefined) return [];
    const asked = roles[input] ?? {};
    const [year] = columnsOf(table, asked, "year");
    const years = new Set<unknown>(Array.from((findColumn(table, year ?? "")?.values ?? []) as ArrayLike<unknown>))
      .size;
    const numbers = spec.shape === "table" ? rolesOf(spec.roles) : ["value", "values", "indicators"];
    const named = numbers.flatMap((role) => columnsOf(table, asked, role));
    const meant = named.length > 0 ? named : table.columns.map(({ name }) => name);
    return meant.flatMap((name): Money[] => {
      const column = findColumn(table, name);
      return column?.kind === "number" && isMoney(column.unit) ? [{ column, years }] : [];
    });
  });
}

const rolesOf = (roles: Readonly<Record<string, { readonly kind: string }>>): string[] =>
  Object.entries(roles).flatMap(([role, { kind }]) => (kind === "number" && !besides.has(role) ? [role] : []));

function columnsOf(table: Table, asked: Roles, role: string): readonly string[] {
  const own = findColumn(table, role) === undefined ? [] : role;
  return [asked[role] ?? table.roles?.[role] ?? own].flat();
}
