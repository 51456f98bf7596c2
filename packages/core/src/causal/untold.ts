import { InputError, NumericalError } from "../contract/errors.ts";
import { same, type Text } from "../language/text.ts";

/** What one part of an analysis finds; or why it finds nothing, where the others can do without it. */
export function untold<T>(ask: () => T): { readonly found: T } | { readonly reason: Text } {
  try {
    return { found: ask() };
  } catch (error) {
    if (error instanceof InputError) return { reason: error.problems[0]?.text ?? same(error.message) };
    if (error instanceof NumericalError) return { reason: error.text };
    throw error;
  }
}
