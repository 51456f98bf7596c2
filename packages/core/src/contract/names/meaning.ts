import type { Text } from "../../language/text.ts";

interface Explained {
  readonly means?: Readonly<Record<string, Text>>;
  readonly conventions: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, { readonly roles?: Readonly<Record<string, unknown>> }>>;
}

/** What a role is where its name alone does not say; words about an option of the same name are not about it. */
export function roleMeaning({ means, conventions, options }: Explained, role: string): Text | undefined {
  const isOfOption = Object.hasOwn(options, role) && !Object.hasOwn(conventions, role);
  return isOfOption ? undefined : means?.[role];
}

/** What an option is where its name alone does not say: where a role is called so too, a convention has said what the option is. */
export function optionMeaning({ means, conventions, inputs }: Explained, option: string): Text | undefined {
  const isRole = Object.values(inputs).some(({ roles = {} }) => Object.hasOwn(roles, option));
  return isRole && Object.hasOwn(conventions, option) ? undefined : means?.[option];
}
