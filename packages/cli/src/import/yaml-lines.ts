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
  const entries = entriesOf(value).map(([key, each]) => `${yamlText(key)}: ${yamlFlow(each)}`);
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
  if (!isList(value)) return [head, ...entriesOf(value).flatMap(([key, each]) => yamlEntry(key, each, inner))];
  if (value.every((each) => typeof each !== "object")) return [head, ...filled(value, inner)];
  return [head, ...value.flatMap((each) => item(each, inner))];
}

/** An entry of a list; what does not fit goes on under its first key. */
function item(value: Plain, indent: string): string[] {
  const line = `${indent}- ${yamlFlow(value)}`;
  if (line.length <= widest || typeof value !== "object" || isList(value)) return [line];
  const [first = "", ...rest] = entriesOf(value).flatMap(([key, each]) => yamlEntry(key, each, `${indent}  `));
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** A long list of words, as many on a line as fit. */
function filled(values: readonly Plain[], indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [at, value] of values.entries()) {
    const part = `${yamlFlow(value)}${at === values.length - 1 ? "" : ","}`;
    if (line !== "" && indent.length + line.length + part.length + 3 > widest) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? part : `${line} ${part}`;
  }
  lines.push(line);
  return [`${indent}[`, ...lines.map((each) => `${indent}  ${each}`), `${indent}]`];
}
