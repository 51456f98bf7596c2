import { z } from "zod";
import { message } from "../language/message.ts";
import { same } from "../language/text.ts";
import { bind } from "./bind.ts";
import { InputError, NumericalError, type Problem } from "./errors.ts";
import type { AnyMethod, Context, Dropped, Finding, Outcome, RawInputs, Warning } from "./method.ts";
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
  const parsed = (method.options as z.ZodType).safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data as Record<string, unknown>;
  throw new InputError(parsed.error.issues.flatMap((issue) => optionProblems(method, given, issue)));
}

function optionProblems(
  method: AnyMethod,
  given: Readonly<Record<string, unknown>>,
  issue: z.core.$ZodIssue,
): Problem[] {
  const options = Object.keys(((method.options as z.ZodObject).shape as object | undefined) ?? {}).join(", ");
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
    return issue.keys.map((option) => ({
      code: "option-unknown",
      text: message("option-unknown", { method: method.id, option, options: options === "" ? "none" : options }),
      place: { path: option },
    }));
  }
  const option = issue.path.join(".");
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given);
  const reason = zodReason(issue);
  const shown = { method: method.id, option, value: JSON.stringify(value) ?? "nothing" };
  return [
    {
      code: "option-invalid",
      text: {
        en: message("option-invalid", { ...shown, reason: reason.en }).en,
        zh: message("option-invalid", { ...shown, reason: reason.zh }).zh,
      },
      place: { path: option },
    },
  ];
}

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

/** What zod says of an issue, in both languages. */
export function zodReason(issue: z.core.$ZodIssue): { en: string; zh: string } {
  if (issue.code === "custom") return same(issue.message);
  const say = (told: ReturnType<typeof english>) =>
    typeof told === "string" ? told : (told?.message ?? issue.message);
  const raw = issue as unknown as z.core.$ZodRawIssue;
  return { en: say(english(raw)), zh: say(chinese(raw)) };
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
      throw new InputError({
        code: "input-unknown",
        text: message("input-unknown", { method: method.id, input, inputs: names }),
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
    dropped.push(...bound.dropped);
  }
  return { readings, dropped };
}

function readRecord(method: AnyMethod, input: string, schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map((issue) => {
      const path = [input, ...issue.path].join(".");
      const reason = zodReason(issue);
      return {
        code: "record-invalid",
        text: { en: `${method.id}: ${path}: ${reason.en}`, zh: `${method.id}：${path}：${reason.zh}` },
        place: { path },
      };
    }),
  );
}

/** Runs one method from tables to a result: the same way for the command line, a study, a worker and the tests. */
export async function invoke(
  method: AnyMethod,
  call: { inputs: RawInputs; roles?: AskedRoles; options?: Readonly<Record<string, unknown>> },
  context: Context,
): Promise<MethodResult> {
  const options = resolveOptions(method, call.options);
  const { readings, dropped } = readInputs(method, call.inputs, call.roles);
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
    warnings: result.warnings ?? [],
    scalars,
    tables,
    findings: method.findings?.(result, readings, options) ?? [],
  };
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
