type Schema = Readonly<Record<string, unknown>>;

/**
 * The text of a flag as the value that its option's JSON Schema asks for. A text that does not fit is handed on as it
 * is, so that the option's own check can say what it expected.
 */
export function optionValue(text: string, schema: Schema): unknown {
  const {
    enum: choices,
    anyOf,
    type,
    items,
    additionalProperties,
  } = schema as {
    enum?: readonly unknown[];
    anyOf?: readonly Schema[];
    type?: string;
    items?: Schema;
    additionalProperties?: Schema | boolean;
  };
  if ("const" in schema) return String(schema.const) === text ? schema.const : text;
  if (choices !== undefined) return choices.find((choice) => String(choice) === text) ?? text;
  if (anyOf !== undefined) return firstFit(text, anyOf);
  switch (type) {
    case "number":
    case "integer":
      return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "null":
      return text === "null" ? null : text;
    case "array":
      return text.trimStart().startsWith("[") ? json(text) : parts(text).map((part) => optionValue(part, items ?? {}));
    case "string":
      return text;
    case "object":
      if (/^\s*\{/.test(text)) return json(text);
      return pairs(text, typeof additionalProperties === "object" ? additionalProperties : {}) ?? text;
    default:
      return /^\s*[[{]/.test(text) ? json(text) : text;
  }
}

/** Whether the text, read as the schema asks, is of the schema's kind. */
export function fits(text: string, schema: Schema): boolean {
  const {
    enum: choices,
    anyOf,
    type,
  } = schema as { enum?: readonly unknown[]; anyOf?: readonly Schema[]; type?: string };
  const value = optionValue(text, schema);
  if ("const" in schema) return value === schema.const;
  if (choices !== undefined) return choices.includes(value);
  if (anyOf !== undefined) return anyOf.some((each) => fits(text, each));
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  return type === undefined || typeof value === type;
}

/** The values that a schema lists one by one. */
export function choicesOf(schema: Schema): string[] {
  const { enum: choices, anyOf } = schema as { enum?: readonly unknown[]; anyOf?: readonly Schema[] };
  if ("const" in schema) return [String(schema.const)];
  return choices?.map(String) ?? anyOf?.flatMap(choicesOf) ?? [];
}

/** Text fits a plain string always, so the other kinds are tried first. */
function firstFit(text: string, schemas: readonly Schema[]): unknown {
  const ordered = [...schemas].sort((a, b) => Number(isPlainString(a)) - Number(isPlainString(b)));
  const fitting = ordered.find((schema) => fits(text, schema));
  return fitting === undefined ? text : optionValue(text, fitting);
}

const isPlainString = (schema: Schema): boolean => schema.type === "string" && schema.enum === undefined;

const parts = (text: string): string[] => (text === "" ? [] : text.split(",").map((part) => part.trim()));

/** `economy=0.6,society=0.4` as names with their values; text that is not so is none. */
function pairs(text: string, schema: Schema): Record<string, unknown> | undefined {
  const found = parts(text).map((part): [string, unknown] | undefined => {
    const at = part.lastIndexOf("=");
    return at < 1 ? undefined : [part.slice(0, at).trim(), optionValue(part.slice(at + 1).trim(), schema)];
  });
  const known = found.filter((each) => each !== undefined);
  return known.length === 0 || known.length < found.length ? undefined : Object.fromEntries(known);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
