import { catalogue } from "@conurb/core/catalogue";
import type { Command } from "../command.ts";
import { commands, commonOptions } from "../command-table.ts";
import { exit, UsageError } from "../exit.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";

const completion: Command = async ({ words: [shell] }, terminal) => {
  const script = Object.hasOwn(scripts, shell ?? "") ? scripts[shell as keyof typeof scripts] : undefined;
  if (script === undefined) {
    throw new UsageError(say("shell-unknown", { shell: shell ?? "", shells: Object.keys(scripts).join(", ") }));
  }
  for (const line of script(terminal)) terminal.print(line);
  return exit.done;
};
export default completion;

const names = commands.map(({ name }) => name).join(" ");
const flagsOf = (command: (typeof commands)[number]): string[] =>
  [...command.options, ...commonOptions].map(({ name }) => `--${name}`);
const takesMethod = commands.filter(({ arguments: words }) => words.some(({ about }) => about === "argument-method"));
const ids = Object.keys(catalogue).join(" ");

function bash(): string[] {
  return [
    "_conurb() {",
    `  local word=$2 command="\${COMP_WORDS[1]}"`,
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${names} help" -- "$word")); return`,
    "  fi",
    '  case "$command" in',
    ...commands.map((command) => `    ${command.name}) local flags="${flagsOf(command).join(" ")}" ;;`),
    "  esac",
    '  case "$word" in',
    '    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")); return ;;',
    "  esac",
    '  if [ "$COMP_CWORD" -eq 2 ]; then',
    '    case "$command" in',
    `      ${takesMethod.map(({ name }) => name).join("|")}) COMPREPLY=($(compgen -W "${ids}" -- "$word")); return ;;`,
    '      completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")); return ;;',
    "    esac",
    "  fi",
    '  COMPREPLY=($(compgen -f -- "$word"))',
    "}",
    "complete -o filenames -F _conurb conurb",
  ];
}

function zsh(terminal: Terminal): string[] {
  const quoted = (text: string) => text.replaceAll("'", "'\\''").replaceAll(":", "\\:");
  return [
    "#compdef conurb",
    "_conurb() {",
    "  local -a names flags",
    "  names=(",
    ...commands.map(({ name, about }) => `    '${name}:${quoted(terminal.text(say(about)))}'`),
    "  )",
    "  if (( CURRENT == 2 )); then _describe command names; return; fi",
    "  case $words[2] in",
    ...commands.map((command) => `    ${command.name}) flags=(${flagsOf(command).join(" ")}) ;;`),
    "  esac",
    "  if [[ $words[CURRENT] == -* ]]; then compadd -- $flags; return; fi",
    "  if (( CURRENT == 3 )); then",
    "    case $words[2] in",
    `      ${takesMethod.map(({ name }) => name).join("|")}) compadd -- ${ids}; return ;;`,
    "      completion) compadd -- bash zsh fish; return ;;",
    "    esac",
    "  fi",
    "  _files",
    "}",
    "compdef _conurb conurb",
  ];
}

function fish(terminal: Terminal): string[] {
  const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return commands.flatMap(({ name, about, options }) => [
    `complete -c conurb -n __fish_use_subcommand -a ${name} -d ${quoted(terminal.text(say(about)))}`,
    ...[...options, ...commonOptions].map(
      (option) =>
        `complete -c conurb -n '__fish_seen_subcommand_from ${name}' -l ${option.name}${option.value === undefined ? "" : " -r"} -d ${quoted(terminal.text(say(option.about)))}`,
    ),
    ...(takesMethod.some((each) => each.name === name)
      ? [`complete -c conurb -n '__fish_seen_subcommand_from ${name}' -a '${ids}'`]
      : []),
  ]);
}

const scripts = { bash, zsh, fish };
