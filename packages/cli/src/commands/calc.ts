import {
  type AnyMethod,
  InputError,
  invoke,
  localContext,
  type MethodInfo,
  type MethodResult,
  type Roles,
  resolveOptions,
  type Table,
} from "@conurb/core/contract";
import { message } from "@conurb/core/language";
import { type CalcArguments, readArguments } from "../calc/arguments.ts";
import { withPanelHint } from "../calc/panel-hint.ts";
import { holdsPlaces, type PlaceNames, printResult, resultJson } from "../calc/present.ts";
import { type Opened, openRows, readRecord, unitsOf } from "../calc/read-input.ts";
import { rolesByName } from "../calc/roles-by-name.ts";
import { inputsAsked, settle } from "../calc/settle.ts";
import { makeWeights, type WeightsWanted, weightsWanted } from "../calc/weights.ts";
import { keepRows } from "../calc/where.ts";
import { type Command, type OptionValue, textsOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { say } from "../say.ts";
import { methodProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const calc: Command = async ({ words }, terminal) => {
  const given = await readArguments(words, terminal);
  const { method, options } = given;
  const call = await callOf(given, terminal);
  const seed = seedOf(options.seed);
  const progress = methodProgress(terminal);
  const result = await compute(given, call, seed, progress.report)
    .catch((error: unknown) => {
      throw withPanelHint(error, call.inputs);
    })
    .finally(progress.stop);
  if (typeof options.csv === "string") await printCsv(result.tables, options.csv, terminal);
  else if (options.json) terminal.json(resultJson(result));
  else printResult(method, result, terminal, options.all === true, await placeNames(result.tables));
  return exit.done;
};
export default calc;

/** Names of the places in a result, where codes stand in it that the shipped lists may know. */
async function placeNames(tables: readonly Table[]): Promise<PlaceNames> {
  const codes = tables.flatMap((table) => table.columns.filter(holdsPlaces).flatMap(({ values }) => [...values]));
  if (!codes.some((code) => typeof code === "string" && /\d/.test(code))) return new Map();
  const { openAtlas } = await import("@conurb/store");
  return openAtlas().places();
}

/**
 * In this thread, unless more are asked for: most methods are done before a second one has started. Nothing is written
 * here, so Ctrl-C may end the process where it stands; with threads the signal reaches them.
 */
async function compute(
  { method, options }: CalcArguments,
  call: Awaited<ReturnType<typeof callOf>>,
  seed: number,
  progress: (done: number, total: number) => void,
): Promise<MethodResult> {
  if (options.threads === undefined) return invoke(method, call, localContext(method, seed, { progress }));
  const threads = threadCount(String(options.threads));
  const { openExecutor } = await import("../study/execute.ts");
  return interruptible(async (signal) => {
    const executor = openExecutor(threads, signal);
    try {
      return await executor.execute({ method: method.id, ...call, seed }, { signal, progress });
    } finally {
      await executor.close();
    }
  });
}

async function callOf({ method, info, file, asked, options }: CalcArguments, terminal: Terminal) {
  const { files, others } = await inputsAsked(asked);
  const first = Object.keys(info.inputs)[0] as string;
  if (file !== undefined) {
    if (files.has(first)) throw new UsageError(say("input-twice", { input: first }));
    files.set(first, file);
  }
  const inputs: Record<string, unknown> = {};
  const opened = new Map<string, Opened>();
  const wanted = new Map<string, WeightsWanted>();
  const reading = {
    asked: new Set(others.flatMap(({ value }) => value.split(",").map((name) => name.trim()))),
    ...(typeof options.encoding === "string" ? { encoding: options.encoding } : {}),
    ...(typeof options.sheet === "string" ? { sheet: options.sheet } : {}),
  };
  for (const [input, { shape }] of Object.entries(info.inputs)) {
    const path = files.get(input);
    if (path === undefined) continue;
    const weights = shape === "edges" ? weightsWanted(path) : undefined;
    if (weights !== undefined) wanted.set(input, weights);
    else if (shape === "record") inputs[input] = await readRecord(input, path);
    else opened.set(input, await openRows(input, path, reading));
  }
  for (const { notes } of opened.values()) for (const note of notes) terminal.tell(terminal.text(note));
  const settled = settle(others, new Map([...opened].map(([input, { columns }]) => [input, columns])));
  requireOptions(method, settled.options);
  for (const [input, { columns }] of opened) {
    const found = rolesByName(info.inputs[input]?.roles ?? {}, columns, settled.roles[input] ?? {});
    if (Object.keys(found).length === 0) continue;
    settled.roles[input] = { ...found, ...settled.roles[input] };
    const pairs = Object.entries(found).map(([role, column]) => `--${role} ${column}`);
    terminal.tell(terminal.text(say("roles-by-name", { input, pairs: pairs.join(", ") })));
  }
  const asksRole = (input: string, role: string) => info.inputs[input]?.roles?.[role] !== undefined;
  const columns = [...opened.values()].flatMap((rows) => rows.columns);
  const units = unitsOf(typeof options.units === "string" ? options.units : undefined, columns);
  const tables = new Map<string, Table>();
  for (const [input, rows] of opened) {
    const roles = settled.roles[input] ?? {};
    tables.set(input, rows.table({ roles, kinds: { ...kindsOf(info, input), ...pointKinds(roles) }, units }));
  }
  for (const [input, table] of keepRows(tables, textsOption(options, "where"))) inputs[input] = table;
  for (const [input, weights] of wanted) {
    const places = inputs[first] as Table | undefined;
    if (places === undefined) throw new UsageError(say("weights-without-places", { input, first }));
    inputs[input] = await makeWeights(weights, places, settled.roles[first] ?? {});
  }
  const names = Object.keys(info.inputs).join(", ");
  for (const [input, { optional }] of Object.entries(info.inputs)) {
    if (optional || input in inputs) continue;
    throw new UsageError(
      message("input-missing", { method: method.id, input, inputs: names }),
      say("calc-hint", { id: method.id }),
    );
  }
  const roles = Object.entries(settled.roles).map(([input, asked]) => [
    input,
    Object.fromEntries(Object.entries(asked).filter(([role]) => asksRole(input, role))),
  ]);
  return { inputs, roles: Object.fromEntries(roles) as typeof settled.roles, options: settled.options };
}

/** Coordinates that were asked for are numbers, whether the method reads them or weights are made of them. */
function pointKinds(roles: Roles): Record<string, "number"> {
  return Object.fromEntries(["lon", "lat"].flatMap((role) => (roles[role] === undefined ? [] : [[role, "number"]])));
}

/** A wrong option is a mistake of the command line, not of the data. */
function requireOptions(method: AnyMethod, options: Readonly<Record<string, unknown>>): void {
  try {
    resolveOptions(method, options);
  } catch (error) {
    throw error instanceof InputError ? new UsageError(error.problems) : error;
  }
}

function kindsOf({ inputs }: MethodInfo, input: string): Record<string, "label" | "number"> {
  const roles = Object.entries(inputs[input]?.roles ?? {});
  return Object.fromEntries(roles.map(([role, kind]) => [role, kind.endsWith("label") ? "label" : "number"]));
}

function seedOf(asked: OptionValue): number {
  if (typeof asked !== "string") return 1;
  const seed = Number(asked);
  if (Number.isInteger(seed) && seed >= 0 && seed <= 4294967295) return seed;
  throw new UsageError(say("usage-seed", { value: asked }));
}

async function printCsv(tables: readonly Table[], name: string, terminal: Terminal): Promise<void> {
  const table = tables.find((each) => each.name === name);
  if (table === undefined) {
    const names = tables.map((each) => each.name).join(", ");
    throw new UsageError(say("table-unknown", { name, names }));
  }
  const { tableToCsv } = await import("@conurb/core/tables");
  terminal.print(tableToCsv(table).trimEnd());
}
