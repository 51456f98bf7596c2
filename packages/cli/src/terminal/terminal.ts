import type { Language, Text } from "@conurb/core/language";
import picocolors from "picocolors";
import { asTyped } from "./as-typed.ts";

/** Rises when a reader of older answers would misread newer ones; keys may be added without. */
const [answerFormatKey, answerFormat] = ["conurb-json", 1];

/** Where a command speaks: data to standard output, everything else to standard error. */
export interface Terminal {
  readonly language: Language;
  readonly style: ReturnType<typeof picocolors.createColors>;
  readonly errorStyle: ReturnType<typeof picocolors.createColors>;
  /** Whether a person watches standard error, so that a bar may move there. */
  readonly watched: boolean;
  /** A text in the language of this terminal. */
  text(text: Text): string;
  print(line?: string): void;
  /** The answer of a command as JSON; an object begins with the number of the format. */
  json(answer: object): void;
  tell(line: string): void;
}

export function openTerminal(language: Language, output: NodeJS.WriteStream, errors: NodeJS.WriteStream): Terminal {
  const coloured = (stream: NodeJS.WriteStream) =>
    picocolors.createColors(stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb");
  return {
    language,
    style: coloured(output),
    errorStyle: coloured(errors),
    watched: errors.isTTY === true && process.env.TERM !== "dumb",
    text: (text) => asTyped(text[language], process.env),
    print: (line = "") => output.write(`${line}\n`),
    json: (answer) => {
      const numbered = Array.isArray(answer) ? answer : { [answerFormatKey]: answerFormat, ...answer };
      output.write(`${JSON.stringify(numbered, null, 2)}\n`);
    },
    tell: (line) => errors.write(`${line}\n`),
  };
}
