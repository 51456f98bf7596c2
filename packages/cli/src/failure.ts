import { InputError, NumericalError, type Problem } from "@conurb/core/contract";
import { CheckFailed, type ExitCode, exit, Interrupted, UsageError } from "./exit.ts";
import { tellProblems } from "./problems.ts";
import { say } from "./say.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Tells what went wrong, and which exit code that is. Only a fault of the program itself shows a stack. */
export function tellFailure(error: unknown, terminal: Terminal, json: boolean): ExitCode {
  const { errorStyle: style } = terminal;
  const report = (problems: readonly Problem[], code: ExitCode): ExitCode => {
    tellProblems(problems, terminal);
    if (json) terminal.json({ problems });
    return code;
  };
  if (error instanceof UsageError) return report(error.problems, exit.usage);
  if (error instanceof CheckFailed) return report(error.problems, exit.checkFailed);
  if (error instanceof InputError) return report(error.problems, exit.failed);
  if (error instanceof NumericalError) return report([{ code: error.code, text: error.text }], exit.failed);
  if (error instanceof Interrupted) return report([{ code: "interrupted", text: say("interrupted") }], exit.failed);
  terminal.tell(style.red(terminal.text(say("bug"))));
  terminal.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exit.failed;
}
