import type { z } from "zod";
import { type MessageCode, message } from "./message.ts";
import { messages } from "./messages.ts";
import { keysAt } from "./schema-keys.ts";
import { suggestion } from "./suggestion.ts";
import { same, type Text } from "./text.ts";

/** One thing that is wrong with a value by its schema, in the words of the house. */
export interface Fault {
  /** Where it stands below the value; a key that the schema does not know is the last of it. */
  readonly path: readonly PropertyKey[];
  /** The keys there are, where it is a key that is wrong. */
  readonly keys?: readonly string[];
  /** What is: `is missing`, `is "abc"`. */
  readonly found: Text;
  /** What was expected: `a number`. */
  readonly expected: Text;
  readonly hint?: Text;
}

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { code: Code }>;

/** A value as its schema reads it, or everything that is wrong with it. */
export function readBySchema<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { readonly value: z.output<S>; readonly faults?: never } | { readonly value?: never; readonly faults: Fault[] } {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, [], schema)) };
}

/** A fault as a sentence about what stands at `at`: `report.lang is "fr", expected zh or en`. */
export function faultText({ keys, found, expected }: Fault, at: string | Text): Text {
  if (keys !== undefined) return message("key-unknown", { at, keys: keys.join(", ") || "-" });
  return message("value-wrong", { at, found, expected });
}

function faultsOf(issue: Issue, above: readonly PropertyKey[], schema: z.ZodType): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const keys = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      keys,
      found: same(key),
      expected: same(keys.join(", ")),
      ...hinted(suggestion(key, keys)),
    }));
  }
  if (issue.code === "invalid_union") {
    const [fitting] = issue.errors.filter(isOfThisKind).sort((a, b) => a.length - b.length);
    if (fitting !== undefined) return fitting.flatMap((each) => faultsOf(each, path, schema));
  }
  const value = issue.input;
  return [{ path, found: foundText(value), expected: expectedOf(issue), ...hinted(nearChoice(issue, value)) }];
}

const hinted = (hint: Text | undefined): { hint?: Text } => (hint === undefined ? {} : { hint });

/** Whether what one way of a union refuses stands inside the value, so that the value itself is of that kind. */
const isOfThisKind = (issues: readonly Issue[]): boolean =>
  issues.length > 0 && issues.every(({ code, path }) => path.length > 0 || code === "unrecognized_keys");

function nearChoice(issue: Issue, value: unknown): Text | undefined {
  if (typeof value !== "string") return undefined;
  if (issue.code === "invalid_value") return suggestion(value, issue.values.map(String));
  // of a union, the way that lists words
  const ways = issue.code === "invalid_union" ? issue.errors.flat() : [];
  const words = ways.flatMap((each) => (each.code === "invalid_value" && each.path.length === 0 ? each.values : []));
  return words.length === 0 ? undefined : suggestion(value, words.map(String));
}

const longest = 60;

function foundText(value: unknown): Text {
  if (value === undefined) return message("found-missing");
  if (value === null) return message("found-null");
  if (Array.isArray(value)) return message("found-list", { n: value.length });
  if (typeof value === "object") return message("found-map");
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return message("found-value", { value: text.length > longest ? `${text.slice(0, longest)}…` : text });
}

/** What each kind of issue says was expected. */
const expectations: { readonly [Code in Issue["code"]]: (issue: IssueOf<Code>) => Text } = {
  invalid_type: ({ expected: kind }) => message(kinds[kind] ?? "expected-kind", { kind }),
  invalid_value: ({ values }) => oneOf(values.map(String)),
  too_small: ({ origin, minimum, inclusive, exact }) => limit(origin, exact ? "exact" : "least", minimum, inclusive),
  too_big: ({ origin, maximum, inclusive, exact }) => limit(origin, exact ? "exact" : "most", maximum, inclusive),
  not_multiple_of: ({ divisor }) => message("expected-multiple", { divisor: String(divisor) }),
  invalid_format: (issue) => {
    const { prefix, suffix, includes, pattern } = issue as IssueOf<"invalid_format"> &
      Readonly<Partial<Record<"prefix" | "suffix" | "includes", string>>>;
    if (prefix !== undefined) return message("expected-beginning", { text: prefix });
    if (suffix !== undefined) return message("expected-end", { text: suffix });
    if (includes !== undefined) return message("expected-within", { text: includes });
    return message("expected-form", { form: (issue.format === "regex" ? pattern : undefined) ?? issue.format });
  },
  unrecognized_keys: () => message("expected-known-keys"),
  invalid_key: ({ issues }) => alternatives(issues.map(expectedOf)),
  invalid_element: ({ issues }) => alternatives(issues.map(expectedOf)),
  invalid_union: (issue) => {
    if ("options" in issue && issue.options !== undefined) return oneOf(issue.options.map(String));
    const ways = issue.errors.flatMap(([first]) => (first === undefined ? [] : [expectedOf(first)]));
    return ways.length === 0 ? message("expected-one-way") : alternatives(ways);
  },
  custom: ({ message: condition }) =>
    condition.startsWith("Invalid") ? message("expected-else") : message("expected-condition", { condition }),
};

/** A schema may say it in its own words, as a code of the catalogue: `z.string().regex(/^[a-z]+$/, { error: "expected-name" })`. */
function expectedOf<Code extends Issue["code"]>(issue: IssueOf<Code>): Text {
  if (Object.hasOwn(messages, issue.message)) return message(issue.message as MessageCode);
  return (expectations[issue.code as Code] as (issue: IssueOf<Code>) => Text)(issue);
}

const oneOf = (values: readonly string[]): Text =>
  values.length === 1
    ? message("expected-value", { value: values[0] as string })
    : message("expected-one-of", { values: values.join(", ") });

function alternatives(ways: readonly Text[]): Text {
  const distinct = ways.filter(({ en }, at) => ways.findIndex((other) => other.en === en) === at);
  return { en: distinct.map(({ en }) => en).join(" or "), zh: distinct.map(({ zh }) => zh).join("，或") };
}

const counted: Readonly<Record<string, string>> = { string: "characters", array: "entries", set: "entries" };

function limit(origin: string, side: "least" | "most" | "exact", bound: number | bigint, inclusive = true): Text {
  const unit = counted[origin];
  const strict = inclusive ? "no" : "yes";
  if (unit === undefined) return message("expected-bound", { side, strict, bound: String(bound) });
  return message("expected-length", { side, bound: Number(bound), unit });
}

const kinds: Readonly<Record<string, MessageCode>> = {
  string: "expected-text",
  number: "expected-number",
  int: "expected-whole-number",
  bigint: "expected-whole-number",
  boolean: "expected-switch",
  array: "expected-list",
  tuple: "expected-list",
  set: "expected-list",
  object: "expected-map",
  record: "expected-map",
  map: "expected-map",
  date: "expected-date",
  null: "expected-nothing",
  undefined: "expected-nothing",
  void: "expected-nothing",
  never: "expected-nothing",
  nonoptional: "expected-something",
};
