import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, describeMethod, type MethodInfo, roleName } from "@conurb/core/contract";
import { suggestion, type Text } from "@conurb/core/language";
import { Command, CommanderError, Option } from "commander";
import { declare, furnish, optionOf, optionsOf } from "../build-command.ts";
import type { CommandDeclaration, Given } from "../command.ts";
import { commands, commonOptions } from "../command-table.ts";
import { UsageError } from "../exit.ts";
import { requireMethod } from "../require-method.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Flag, flagsOf, type Target } from "./flags.ts";

const calc = commands.find(({ name }) => name === "calc") as CommandDeclaration;
const own = [...calc.options, ...commonOptions];
const reserved: ReadonlySet<string> = new Set([...own.map(({ name }) => name), "help"]);

/** A flag that was given, with what it may stand for; a switch has "true" or "false". */
export interface Asked {
  readonly flag: string;
  readonly targets: readonly Target[];
  readonly value: string;
}
export interface CalcArguments {
  readonly method: AnyMethod;
  readonly info: MethodInfo;
  readonly file: string | undefined;
  readonly asked: readonly Asked[];
  readonly options: Given["options"];
}

/** Reads `calc METHOD FILE ...`: the flags are those of the method's descriptor. */
export async function readArguments(args: readonly string[], terminal: Terminal): Promise<CalcArguments> {
  const id = methodIn(args);
  if (id === undefined) {
    declare(new Command("conurb calc"), calc, terminal)
      .addHelpText("after", `\n${terminal.text(say("calc-more"))}`)
      .parse([...args], { from: "user" });
    throw new Error("a command without its first word was taken");
  }
  const method = await requireMethod(id);
  const info = describeMethod(method);
  const command = furnish(new Command(`conurb calc ${id}`), terminal)
    .usage(`FILE [${terminal.text(say("help-flags"))}]`)
    .description(`${terminal.text(info.title)}: ${terminal.text(info.question)}`)
    .argument("[FILE]", terminal.text(say("argument-file")));
  const asked: Asked[] = [];
  for (const flag of flagsOf(info, reserved)) addFlag(command, flag, info, asked, terminal);
  for (const option of own) command.addOption(optionOf(option, terminal));
  const rest = [...args];
  rest.splice(rest.indexOf(id), 1);
  parseOr(command, rest);
  const all = optionsOf(command);
  const options = Object.fromEntries(own.map(({ name }) => [name, all[name]]));
  return { method, info, file: command.args[0], asked, options };
}

/** Commander looks among the flags that its help shows; here a flag with a dot, which is hidden there, is suggested too. */
function parseOr(command: Command, args: readonly string[]): void {
  try {
    command.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.code !== "commander.unknownOption") throw error;
    const name = /'([^']*)'/.exec(error.message)?.[1] ?? "";
    const known = command.options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
    throw new UsageError(say("usage-option-unknown", { name }), suggestion(name, known) ?? say("usage-hint"));
  }
}

/** The first word that names a method; else the first word, so that its misspelling can be told. */
function methodIn(args: readonly string[]): string | undefined {
  return args.find((arg) => Object.hasOwn(catalogue, arg)) ?? (args[0]?.startsWith("-") ? undefined : args[0]);
}

function addFlag(
  command: Command,
  { name, targets, isSwitch, isHidden }: Flag,
  info: MethodInfo,
  asked: Asked[],
  terminal: Terminal,
): void {
  const about = targets.map((target) => terminal.text(aboutTarget(target, info))).join(" | ");
  const shapes = isSwitch ? [`--${name}`, `--no-${name}`] : [`--${name} <${valueName(targets)}>`];
  for (const shape of shapes) {
    const option = new Option(shape, about);
    if (isHidden || option.negate) option.hideHelp();
    command.addOption(option);
    command.on(`option:${option.name()}`, (value: string | null) =>
      asked.push({ flag: name, targets, value: value ?? String(!option.negate) }),
    );
  }
}

function valueName(targets: readonly Target[]): string {
  const names = { input: "FILE", role: "COLUMN", option: "VALUE" } as const;
  return [...new Set(targets.map(({ kind }) => names[kind]))].join("|");
}

function aboutTarget(target: Target, { id, names }: MethodInfo) {
  if (target.kind === "input") return say("flag-input", { title: names.inputs[target.input] as Text });
  if (target.kind === "role") {
    const title = roleName(id, target.input, target.role);
    return say("flag-role", { input: names.inputs[target.input] as Text, title });
  }
  const title = names.options[target.option] as Text;
  const { enum: choices, default: value } = target.schema;
  const shown = Array.isArray(choices)
    ? choices.join(" | ")
    : kindShown(target.schema.type, target.schema.additionalProperties);
  return value === undefined
    ? say("flag-option", { title, shown })
    : say("flag-option-default", { title, shown, value: JSON.stringify(value) });
}

/** What is to be written: values by names are pairs. */
const kindShown = (type: unknown, byName: unknown): string =>
  type === "object" && typeof byName === "object" ? "NAME=VALUE,..." : String(type ?? "");
