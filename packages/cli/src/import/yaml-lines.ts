/** A plain value as YAML for people: on one line where it fits, else an entry a line. */

export const yamlText = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_./ -]*$/u.test(text) && text.trim() === text && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain | undefined };

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
const entriesOf = (value: Plain): [string, Plain][] =>
  Object.entries(value as object).filter(([, each]) => each !== undefined);

export function yamlFlow(value: Plain): string {
  if (typeof value === "string") return yamlText(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(yamlFlow).join(", ")}]`;
  const entries = entriesOf(value).map(flowEntry);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const widest = 110;

/** `key: value` as lines. */
export function yamlEntry(key: string, value: Plain, indent = ""): string[] {
  return below(`${indent}${yamlText(key)}:`, value, indent);
}

function below(head: string, value: Plain, indent: string): string[] {
  const line = `${head} ${yamlFlow(value)}`;
  if (line.length <= widest || typeof value !== "object") return [line];
  const inner = `${indent}  `;
  if (!isList(value) && isLongMap(value)) return [head, ...filled(entriesOf(value).map(flowEntry), inner, ["{", "}"])];
  if (!isList(value)) return [head, ...entriesOf(value).flatMap(([key, each]) => yamlEntry(key, each, inner))];
  if (value.every((each) => typeof each !== "object")) return [head, ...filled(value.map(yamlFlow), inner, ["[", "]"])];
  return [head, ...value.flatMap((each) => item(each, inner))];
}

/** An entry of a list; what does not fit goes on under its first key. */
function item(value: Plain, indent: string): string[] {
  const line = `${indent}- ${yamlFlow(value)}`;
  if (line.length <= widest || typeof value !== "object" || isList(value)) return [line];
  const [first = "", ...rest] = entriesOf(value).flatMap(([key, each]) => yamlEntry(key, each, `${indent}  `));
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** Of hundreds of columns, as many on a line as fit; of a few, each has its own. */
const mostLines = 30;
const isLongMap = (value: object): boolean =>
  Object.keys(value).length > mostLines && Object.values(value).every((each) => typeof each !== "object");

const flowEntry = ([key, each]: readonly [string, Plain]): string => `${yamlText(key)}: ${yamlFlow(each)}`;

/** A long list of words, or a long map, as many on a line as fit. */
function filled(parts: readonly string[], indent: string, [open, close]: readonly [string, string]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [at, each] of parts.entries()) {
    const part = `${each}${at === parts.length - 1 ? "" : ","}`;
    if (line !== "" && indent.length + line.length + part.length + 3 > widest) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? part : `${line} ${part}`;
  }
  lines.push(line);
  return [`${indent}${open}`, ...lines.map((each) => `${indent}  ${each}`), `${indent}${close}`];
}
