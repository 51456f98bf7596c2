import { languages } from "@conurb/core/language";
import { Command, CommanderError } from "commander";
import { declare, furnish, optionOf, optionsOf } from "./build-command.ts";
import type { CommandDeclaration, Given, OptionValue } from "./command.ts";
import { commands, commonOptions } from "./command-table.ts";
import { type ExitCode, exit, UsageError } from "./exit.ts";
import { tellFailure } from "./failure.ts";
import { spokenLanguage } from "./language.ts";
import { say } from "./say.ts";
import { openTerminal, type Terminal } from "./terminal/terminal.ts";
import { usageError } from "./usage.ts";
import { program as version } from "./version.ts";

/** Runs one command line and answers its exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal(spokenLanguage(args, process.env), process.stdout, process.stderr);
  process.stdout.on("error", endQuietly);
  const json = args.includes("--json");
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (!(error instanceof CommanderError)) return tellFailure(error, terminal, json);
    if (error.exitCode === 0) return exit.done;
    return tellFailure(usageError(error), terminal, json);
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const own = commands.find(({ name, readsOwnArguments }) => readsOwnArguments && name === args[0]);
  if (own !== undefined) return perform(own, { words: args.slice(1), options: {} }, terminal);
  let code: ExitCode = exit.usage;
  const program = furnish(new Command("conurb"), terminal)
    .description(terminal.text(say("about-conurb")))
    .version(version.conurb, "-V, --version", terminal.text(say("option-version")))
    .helpCommand("help [COMMAND]", terminal.text(say("option-help")))
    .addHelpText("after", `\n${terminal.text(say("help-exit-codes"))}`);
  for (const option of commonOptions) program.addOption(optionOf(option, terminal));
  for (const declaration of commands) {
    const command = declare(program.command(declaration.name), declaration, terminal);
    command.action(async () => {
      const options = { ...optionsOf(program), ...given(optionsOf(command)) };
      code = await perform(declaration, { words: command.args, options }, terminal);
    });
  }
  if (args.length === 0) {
    terminal.tell(program.helpInformation().trimEnd());
    return exit.usage;
  }
  await program.parseAsync([...args], { from: "user" });
  return code;
}

const given = (options: Given["options"]) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

async function perform(declaration: CommandDeclaration, asked: Given, terminal: Terminal): Promise<ExitCode> {
  refuseLanguage(asked.options.lang);
  const { default: command } = await declaration.load();
  return command(asked, terminal);
}

/** Every command speaks one language; a report may be asked for in several. */
function refuseLanguage(asked: OptionValue): void {
  if (typeof asked !== "string") return;
  const unknown = asked.split(",").find((each) => !languages.some((language) => language === each));
  if (unknown !== undefined) throw new UsageError(say("usage-language", { value: unknown }));
}

/** A reader that has seen enough (`| head`) is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(exit.done);
}
