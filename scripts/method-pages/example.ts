import {
  type AnyMethod,
  describeMethod,
  invoke,
  localContext,
  type MethodInfo,
  type MethodResult,
  type Table,
} from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { createColors } from "picocolors";
import { stringify } from "yaml";
import { commands } from "../../packages/cli/src/command-table.ts";
import type { Terminal } from "../../packages/cli/src/terminal/terminal.ts";

/** The worked case of a method as files, the command that computes it from them, and the call that computes it without. */
export interface PageExample {
  /** By path below `docs/methods`. */
  readonly files: ReadonlyMap<string, string>;
  /** What follows `npx conurb`. */
  readonly words: readonly string[];
  readonly call: string;
  readonly result: MethodResult;
}

const isTable = (input: unknown): input is Table => typeof input === "object" && input !== null && "columns" in input;

export const folder = "docs/methods";

export async function exampleOf(method: AnyMethod): Promise<PageExample> {
  const info = describeMethod(method);
  const { inputs, options = {} } = method.worked;
  const files = new Map<string, string>();
  const flags: string[] = [];
  const units = new Map<string, string>();
  let first = "";
  for (const [input, given] of Object.entries(inputs)) {
    const file = `${method.id}/${input}.${isTable(given) ? "csv" : "yaml"}`;
    files.set(file, isTable(given) ? csvOf(given) : stringify(given));
    if (input === Object.keys(info.inputs)[0]) first = `${folder}/${file}`;
    else flags.push(`--${input}`, `${folder}/${file}`);
    if (!isTable(given)) continue;
    for (const [role, columns] of Object.entries(given.roles ?? {})) {
      flags.push(`--${roleFlag(info, input, role)}`, [columns].flat().join(","));
    }
    for (const column of given.columns) {
      if (column.kind === "number" && column.unit !== "1") units.set(column.name, column.unit);
    }
  }
  for (const [option, value] of Object.entries(options)) flags.push(...optionFlag(info, option, value));
  if (units.size > 0) flags.push("--units", [...units].map(([name, unit]) => `${name}=${unit}`).join(","));
  const result = await invoke(method, { inputs, options }, localContext(method, 1));
  return {
    files,
    words: ["calc", method.id, ...(first === "" ? [] : [first]), ...flags],
    call: callOf(method, result),
    result,
  };
}

function csvOf(table: Table): string {
  const cell = (value: number | string | null | undefined) =>
    value === null || value === undefined || Number.isNaN(value) ? "" : String(value);
  const rows = Array.from({ length: table.rows }, (_, row) => table.columns.map(({ values }) => cell(values[row])));
  return [table.columns.map(({ name }) => name), ...rows].map((row) => `${row.join(",")}\n`).join("");
}

/** The short flag where one input alone has this role and no option is called so. */
function roleFlag(info: MethodInfo, input: string, role: string): string {
  const holders = Object.values(info.inputs).filter(({ roles = {} }) => role in roles);
  return holders.length === 1 && !(role in info.options) && !(role in info.inputs) ? role : `${input}.${role}`;
}

function optionFlag(info: MethodInfo, option: string, value: unknown): string[] {
  const taken = Object.entries(info.inputs).some(([input, { roles = {} }]) => input === option || option in roles);
  const name = taken ? `with.${option}` : option;
  if (typeof value === "boolean" && !taken) return [value ? `--${name}` : `--no-${name}`];
  const plain = Array.isArray(value) && value.every((each) => typeof each !== "object");
  return [`--${name}`, plain ? value.join(",") : typeof value === "object" ? JSON.stringify(value) : String(value)];
}

/** The same case as a module of its own. */
function callOf(method: AnyMethod, result: MethodResult): string {
  const { inputs, options } = method.worked;
  const used = new Set(["invoke", "localContext"]);
  const declared = Object.entries(inputs).map(([name, given]) => {
    if (!isTable(given)) return `const ${name} = ${literal(given)};`;
    used.add("makeTable");
    const columns = given.columns.map((column) => {
      used.add(column.kind === "label" ? "labels" : "numbers");
      const values = [...column.values].map((value) => (Number.isNaN(value) ? "NaN" : JSON.stringify(value)));
      const unit = column.kind === "number" ? ` ${JSON.stringify(column.unit)},` : "";
      return `  ${column.kind === "label" ? "labels" : "numbers"}(${JSON.stringify(column.name)},${unit} [${values.join(", ")}]),`;
    });
    const roles = given.roles === undefined ? "" : `, { roles: ${literal(given.roles)} }`;
    return `const ${name} = makeTable("${name}", ${literal(given.key)}, [\n${columns.join("\n")}\n]${roles});`;
  });
  const names = Object.keys(inputs).join(", ");
  const asked = options === undefined ? "" : `, options: ${literal(options)}`;
  const told = Object.keys(result.scalars).length > 0 ? "scalars" : "tables.length";
  const short = (value: number | string) =>
    typeof value === "number" ? Number(value.toPrecision(shownDigits)) : value;
  const scalars = Object.fromEntries(Object.entries(result.scalars).map(([name, value]) => [name, short(value)]));
  const answer = told === "scalars" ? literal(scalars) : String(result.tables.length);
  return [
    `import { ${[...used].sort().join(", ")} } from "@conurb/core/contract";`,
    `import method from "@conurb/core/${method.id}";`,
    "",
    ...declared,
    `const result = await invoke(method, { inputs: { ${names} }${asked} }, localContext(method, 1));`,
    `console.log(result.${told}); // ${answer}`,
    "",
  ].join("\n");
}

/** Another processor may round the last digits of a logarithm differently. */
export const shownDigits = 6;

/** As JavaScript is written: names without quotes, a space after each comma. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(
    ([name, each]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${literal(each)}`,
  );
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** What a command prints, line by line, run in this process. */
export async function printed(
  words: readonly string[],
  language: Language,
): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const style = createColors(false);
  const terminal: Terminal = {
    language,
    style,
    errorStyle: style,
    watched: false,
    text: (text) => text[language],
    print: (line = "") => lines.push(...line.split("\n").map((each) => each.trimEnd())),
    json: (value) => lines.push(...JSON.stringify(value, null, 2).split("\n")),
    tell: () => {},
  };
  const command = commands.find(({ name }) => name === words[0]);
  if (command === undefined) throw new Error(`no command ${words[0]}`);
  const { default: run } = await command.load();
  return { code: await run({ words: words.slice(1), options: {} }, terminal), lines };
}
