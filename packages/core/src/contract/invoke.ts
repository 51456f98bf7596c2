import type { z } from "zod";
import { message } from "../language/message.ts";
import { faultText, readBySchema } from "../language/schema-faults.ts";
import { suggestion } from "../language/suggestion.ts";
import { bind } from "./bind.ts";
import { InputError, NumericalError, type Problem } from "./errors.ts";
import { growthProblems, withColumnPrices } from "./growth.ts";
import type { AnyMethod, Context, Dropped, Finding, Outcome, RawInputs, Warning } from "./method.ts";
import { readOptions } from "./options.ts";
import type { Input } from "./readings.ts";
import { findColumn, type Roles, type Table } from "./table.ts";

/** What one method gave on one set of inputs, in a shape that is the same for all methods. */
export interface MethodResult {
  readonly method: string;
  readonly version: number;
  readonly convention: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
  readonly scalars: Readonly<Record<string, number | string>>;
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
}

/** Roles asked for by input name. */
export type AskedRoles = Readonly<Record<string, Roles>>;

/** The options with every default filled in; every wrong one named at once. */
export function resolveOptions(
  method: AnyMethod,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return readOptions(method.id, method.options as z.ZodType<Record<string, unknown>>, given, method.conventions);
}

/** Opens the door for every input: tables become readings, records are checked against their schema. */
export function readInputs(
  method: AnyMethod,
  inputs: RawInputs,
  roles: AskedRoles = {},
): { readings: Record<string, unknown>; dropped: Dropped[] } {
  const specs = method.inputs as Readonly<Record<string, Input>>;
  const names = Object.keys(specs).join(", ");
  for (const input of Object.keys(inputs)) {
    if (!Object.hasOwn(specs, input)) {
      const hint = suggestion(input, Object.keys(specs));
      throw new InputError({
        code: "input-unknown",
        text: message("input-unknown", { method: method.id, input, inputs: names }),
        ...(hint === undefined ? {} : { hint }),
      });
    }
  }
  const readings: Record<string, unknown> = {};
  const dropped: Dropped[] = [];
  for (const [input, spec] of Object.entries(specs)) {
    const given = inputs[input];
    if (given === undefined) {
      if (spec.optional) continue;
      throw new InputError({
        code: "input-missing",
        text: message("input-missing", { method: method.id, input, inputs: names }),
      });
    }
    if (spec.shape === "record") {
      readings[input] = readRecord(method, input, spec.schema, given);
      continue;
    }
    const bound = bind(input, spec, given as Table, method.gaps, roles[input]);
    readings[input] = bound.reading;
    for (const each of bound.dropped) dropped.push(each);
  }
  return { readings, dropped };
}

/** A record as its schema reads it; the path of a problem begins with the input's name. */
export function readRecord(method: AnyMethod, input: string, schema: z.ZodType, given: unknown): unknown {
  const { value, faults } = readBySchema(schema, given);
  if (faults === undefined) return value;
  throw new InputError(
    faults.map((fault): Problem => {
      const path = [input, ...fault.path].join(".");
      const text = faultText(fault, message("part-named", { method: method.id, part: path }));
      const { hint } = fault;
      return { code: "record-invalid", text, place: { path }, ...(hint === undefined ? {} : { hint }) };
    }),
  );
}

/** Runs one method from tables to a result: the same way for the command line, a study, a worker and the tests. */
export async function invoke(
  method: AnyMethod,
  call: { inputs: RawInputs; roles?: AskedRoles; options?: Readonly<Record<string, unknown>> },
  context: Context,
): Promise<MethodResult> {
  const stated = resolveOptions(method, call.options);
  const { readings, dropped } = readInputs(method, call.inputs, call.roles);
  const options = withColumnPrices(method, stated, call.inputs, call.roles);
  const result: Outcome & Record<string, unknown> = await method.run(readings, options, context);
  const named = Object.keys(method.scalars).filter((name) => result[name] !== undefined);
  const scalars = Object.fromEntries(named.map((name) => [name, result[name] as number]));
  const tables = method.tables(result, readings, options);
  refuseInfinite(method, scalars, tables);
  return {
    method: method.id,
    version: method.version,
    convention: result.convention,
    options,
    n: result.n,
    dropped: [...dropped, ...(result.dropped ?? [])],
    warnings: [...(result.warnings ?? []), ...inflationWarnings(method, options, call)],
    scalars,
    tables,
    findings: method.findings?.(result, readings, options) ?? [],
  };
}

/** What growth of money at current prices holds; methods that have an option for it tell it themselves. */
function inflationWarnings(
  method: AnyMethod,
  options: Readonly<Record<string, unknown>>,
  { inputs, roles }: { inputs: RawInputs; roles?: AskedRoles },
): Warning[] {
  if (Object.hasOwn(options, "prices")) return [];
  return growthProblems(method, options, inputs, roles).map(({ code, text }) => ({ code, text }));
}

/** A number beyond the largest double is no answer: no file can hold it, and nobody could read it. */
function refuseInfinite(method: AnyMethod, scalars: MethodResult["scalars"], tables: readonly Table[]): void {
  const isInfinite = (value: unknown) => value === Infinity || value === -Infinity;
  for (const [scalar, value] of Object.entries(scalars)) {
    if (isInfinite(value))
      throw new NumericalError("undefined", message("infinite-scalar", { method: method.id, scalar }));
  }
  for (const table of tables) {
    for (const { kind, name: column, values } of table.columns) {
      const at = kind === "number" ? values.findIndex(isInfinite) : -1;
      if (at < 0) continue;
      const row = table.key.map((part) => findColumn(table, part)?.values[at]).join(" ");
      const shown = { method: method.id, table: table.name, column, row: row === "" ? String(at + 1) : row };
      throw new NumericalError("undefined", message("infinite-cell", shown));
    }
  }
}
