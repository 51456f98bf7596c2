import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";

/** The error at position `at` (from 0) of an expression, which readers count as a column from 1. */
export function expressionError(code: string, at: number, text: Text, hint?: Text): InputError {
  const column = at + 1;
  return new InputError({
    code,
    text: { en: `expr: column ${column}: ${text.en}`, zh: `expr：第 ${column} 列：${text.zh}` },
    ...(hint === undefined ? {} : { hint }),
    place: { column },
  });
}
