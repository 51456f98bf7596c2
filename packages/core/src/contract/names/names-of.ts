import { same, type Text } from "../../language/text.ts";
import type { Convention } from "../method.ts";
import { choiceNames } from "./choice-names.ts";
import { inputNames } from "./input-names.ts";
import { at, nameIn } from "./names.ts";
import { optionNames } from "./option-names.ts";
import { roleNames } from "./role-names.ts";

/** What a method's options with their answers, its inputs and their roles are called; by its id what nobody named. */
export interface MethodNames {
  readonly options: Readonly<Record<string, Text>>;
  /** By option, where it is a choice. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly inputs: Readonly<Record<string, Text>>;
  /** By input. */
  readonly roles: Readonly<Record<string, Readonly<Record<string, Text>>>>;
}

interface Named {
  readonly id: string;
  readonly conventions: Readonly<Record<string, Convention>>;
  readonly inputs: Readonly<Record<string, { readonly roles?: Readonly<Record<string, unknown>> }>>;
  /** As JSON Schema. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export function namesOf({ id, conventions, inputs, options }: Named): MethodNames {
  const choices = Object.entries(options).flatMap(([option, schema]) => {
    const named = choicesIn(schema).map((choice) => [choice, choiceName(option, choice, conventions)] as const);
    return named.length === 0 ? [] : [[option, Object.fromEntries(named)] as const];
  });
  return {
    options: mapped(options, (option) => at(conventions, option)?.title ?? nameIn(optionNames, option, id)),
    choices: Object.fromEntries(choices),
    inputs: mapped(inputs, (input) => nameIn(inputNames, input, id)),
    roles: Object.fromEntries(
      Object.entries(inputs).map(([input, { roles = {} }]) => [
        input,
        mapped(roles, (role) => roleName(id, input, role)),
      ]),
    ),
  };
}

/** What a role is called in an input of a method, also one that the method itself does not ask for. */
export function roleName(method: string, input: string, role: string): Text {
  return nameIn(roleNames, role, method, input) ?? same(role);
}

function mapped(
  named: Readonly<Record<string, unknown>>,
  name: (id: string) => Text | undefined,
): Record<string, Text> {
  return Object.fromEntries(Object.keys(named).map((id) => [id, name(id) ?? same(id)]));
}

function choiceName(option: string, choice: string, conventions: Named["conventions"]): Text {
  return at(at(conventions, option)?.choices, choice) ?? at(at(choiceNames, option), choice) ?? same(choice);
}

/** The words that an option takes: of one, of each in a list, or beside a number. */
function choicesIn(schema: Readonly<Record<string, unknown>>): string[] {
  const {
    anyOf = [],
    items,
    enum: choices = [],
    const: only,
  } = schema as {
    anyOf?: readonly Readonly<Record<string, unknown>>[];
    items?: Readonly<Record<string, unknown>>;
    enum?: readonly unknown[];
    const?: unknown;
  };
  const own = [...choices, ...(only === undefined ? [] : [only])].filter((each) => typeof each === "string");
  return [...own, ...[...anyOf, ...(items === undefined ? [] : [items])].flatMap(choicesIn)];
}
