import { type Command, Option } from "commander";
import type { CommandDeclaration, OptionDeclaration, OptionValue } from "./command.ts";
import { commonOptions } from "./command-table.ts";
import { say } from "./say.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Sets a commander command up as the house wants it: it throws instead of ending the process, and speaks both languages. */
export function furnish(command: Command, terminal: Terminal): Command {
  const titles: Record<string, string> = {
    "Usage:": terminal.text(say("help-usage")),
    "Options:": terminal.text(say("help-options")),
    "Commands:": terminal.text(say("help-commands")),
    "Arguments:": terminal.text(say("help-arguments")),
  };
  return command
    .exitOverride()
    .helpOption("-h, --help", terminal.text(say("option-help")))
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: () => {}, outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => terminal.style.bold(titles[title] ?? title),
      styleUsage: (usage) =>
        usage
          .replace("[options]", `[${terminal.text(say("help-some-options"))}]`)
          .replace("[command]", `[${terminal.text(say("help-some-command"))}]`),
    });
}

/** Fills a commander command with a declaration's words and options. */
export function declare(command: Command, declaration: CommandDeclaration, terminal: Terminal): Command {
  furnish(command, terminal).description(terminal.text(say(declaration.about)));
  for (const { name, arity, about } of declaration.arguments) {
    const word = arity === undefined ? `<${name}>` : arity === "many" ? `[${name}...]` : `[${name}]`;
    command.argument(word, terminal.text(say(about)));
  }
  for (const option of [...declaration.options, ...commonOptions]) command.addOption(optionOf(option, terminal));
  return command;
}

export function optionOf({ name, value, many, about }: OptionDeclaration, terminal: Terminal): Option {
  const option = new Option(`--${name}${value === undefined ? "" : ` <${value}>`}`, terminal.text(say(about)));
  return many ? option.argParser((each: string, before: readonly string[] = []) => [...before, each]) : option;
}

/** The options that commander read, under the names they were declared with. */
export function optionsOf(command: Command): Record<string, OptionValue> {
  const values: Record<string, OptionValue> = command.opts();
  return Object.fromEntries(
    command.options.map((option) => {
      const value = values[option.attributeName()];
      return [option.name(), option.negate ? value === false : value];
    }),
  );
}
