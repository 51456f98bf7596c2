import type { Problem } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";

/** What a process says when it ends. An interrupted run has failed: it did not do what was asked. */
export const exit = { done: 0, failed: 1, usage: 2, checkFailed: 3 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** A command line that asks for something there is not. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly problems: readonly Problem[];
  constructor(told: Text | readonly Problem[], hint?: Text) {
    const problems = "en" in told ? [{ code: "usage", text: told, ...(hint === undefined ? {} : { hint }) }] : told;
    super(problems.map(({ text }) => text.en).join("; "));
    this.problems = problems;
  }
}

/** A study that does not pass its check, with everything that is wrong. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ text }) => text.en).join("; "));
    this.problems = problems;
  }
}

/** Ctrl-C, or a polite request to end. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
