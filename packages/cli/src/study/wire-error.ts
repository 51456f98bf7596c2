import { InputError, type NumericalCode, NumericalError, type Problem } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";

/** An answer as it crosses between threads, where an error would lose everything but its message. */
export type Answer =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "input"; readonly problems: readonly Problem[] }
  | { readonly kind: "numerical"; readonly code: NumericalCode; readonly text: Text };

/** Does `work` on this side; the user's errors become data, a bug stays an error. */
export async function answerOf(work: () => unknown): Promise<Answer> {
  try {
    return { kind: "value", value: await work() };
  } catch (error) {
    if (error instanceof InputError) return { kind: "input", problems: error.problems };
    if (error instanceof NumericalError) return { kind: "numerical", code: error.code, text: error.text };
    throw error;
  }
}

/** The value on the other side, or the error made whole again. */
export function unwrapped(answer: Answer): unknown {
  if (answer.kind === "input") throw new InputError(answer.problems);
  if (answer.kind === "numerical") throw new NumericalError(answer.code, answer.text);
  return answer.value;
}
