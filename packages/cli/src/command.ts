import type { ExitCode } from "./exit.ts";
import type { CliCode } from "./say.ts";
import type { Terminal } from "./terminal/terminal.ts";

export interface OptionDeclaration {
  /** Without the dashes. */
  readonly name: string;
  /** What its value is called in the help; left out, it is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly many?: true;
  readonly about: CliCode;
}
export interface ArgumentDeclaration {
  readonly name: string;
  readonly arity?: "optional" | "many";
  readonly about: CliCode;
}

/** A text, a switch, or the texts of an option that may be given several times. */
export type OptionValue = string | boolean | readonly string[] | undefined;

/** What was given: the words, and the options by name. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
}
export type Command = (given: Given, terminal: Terminal) => Promise<ExitCode>;

/** One command as data: help, parsing and shell completion are made from it. */
export interface CommandDeclaration {
  readonly name: string;
  readonly about: CliCode;
  readonly arguments: readonly ArgumentDeclaration[];
  readonly options: readonly OptionDeclaration[];
  /** The command's flags depend on its first word, so it reads its own arguments. */
  readonly readsOwnArguments?: true;
  readonly load: () => Promise<{ readonly default: Command }>;
}

export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function textsOption(options: Given["options"], name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}
