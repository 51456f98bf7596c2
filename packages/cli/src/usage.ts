import { message } from "@conurb/core/language";
import type { CommanderError } from "commander";
import { UsageError } from "./exit.ts";
import { type CliCode, say } from "./say.ts";

const codes: Readonly<Record<string, CliCode>> = {
  "commander.unknownOption": "usage-option-unknown",
  "commander.unknownCommand": "usage-command-unknown",
  "commander.missingArgument": "usage-argument-missing",
  "commander.optionMissingArgument": "usage-value-missing",
  "commander.excessArguments": "usage-too-many",
};

/** What commander found wrong, in the words of the house; its suggestion becomes the hint. */
export function usageError(error: CommanderError): UsageError {
  const code = codes[error.code];
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const suggestion = /\(Did you mean (?:one of )?([^)]*)\?\)/.exec(error.message)?.[1];
  const hint = suggestion === undefined ? say("usage-hint") : message("did-you-mean", { suggestion });
  if (code === undefined) {
    const reason = error.message.replace(/^error: /, "");
    return new UsageError({ en: reason, zh: reason }, hint);
  }
  return new UsageError(say(code, { name: named }), hint);
}
