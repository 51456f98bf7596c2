import { catalogue } from "@conurb/core/catalogue";
import {
  type AnyMethod,
  addTo,
  describeMethod,
  type MethodInfo,
  methodFamilies,
  optionMeaning,
  type Role,
  roleMeaning,
  type Table,
} from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import { requireMethod } from "../require-method.ts";
import { say } from "../say.ts";
import { shownNumber } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { unitTold } from "../terminal/unit-told.ts";

const methods: Command = async ({ words: [id], options }, terminal) => {
  const found =
    id === undefined
      ? await Promise.all(Object.values(catalogue).map(async (load) => (await load()).default as AnyMethod))
      : [await requireMethod(id)];
  if (options.json) terminal.json(found.map(describeMethod));
  else if (id === undefined) printList(found, terminal);
  else printPage(found[0] as AnyMethod, terminal);
  return exit.done;
};
export default methods;

function printList(all: readonly AnyMethod[], terminal: Terminal): void {
  const families = groupByFamily(all);
  for (const [family, members] of families) {
    const title = methodFamilies[family];
    terminal.print(terminal.style.bold(title === undefined ? family : `${family} · ${terminal.text(title)}`));
    const rows = members.map(({ id, title, question }) => [`  ${id}`, terminal.text(title), terminal.text(question)]);
    for (const line of textTable(rows)) terminal.print(line);
  }
  terminal.print(terminal.text(say("methods-more")));
}

const familyOf = ({ id }: AnyMethod): string => id.split("/")[0] as string;

function groupByFamily(all: readonly AnyMethod[]): Map<string, AnyMethod[]> {
  const families = new Map<string, AnyMethod[]>();
  for (const method of all) addTo(families, familyOf(method), method);
  return families;
}

function printPage(method: AnyMethod, terminal: Terminal): void {
  const info = describeMethod(method);
  const { style, text } = terminal;
  const heading = (title: Text) => terminal.print(`\n${style.bold(text(title))}`);
  terminal.print(`${style.bold(info.id)} · ${text(info.title)} · v${info.version}`);
  terminal.print(text(info.question));
  heading(say("page-formula"));
  terminal.print(`  ${info.formula}`);
  if (info.where !== undefined) terminal.print(`  ${text(info.where)}`);
  printConventions(info, terminal, heading);
  if (info.pitfalls !== undefined) {
    heading(say("page-pitfalls"));
    for (const told of info.pitfalls) terminal.print(`  ${text(told)}`);
  }
  heading(say("page-inputs"));
  for (const [name, { shape, optional, roles = {} }] of Object.entries(info.inputs)) {
    const may = optional ? text(say("page-optional")) : "";
    const title = text(info.names.inputs[name] as Text);
    terminal.print(`  --${name} ${text(say("input-told", { title, shape: say(`input-${shape}`) }))}${may}`);
    const rows = Object.entries(roles).map(([role, takes]) => {
      const [arity, kind] = takes.split(" ") as [Role["arity"], Role["kind"]];
      const meaning = roleMeaning(info, role);
      return [
        `    ${role}`,
        text(info.names.roles[name]?.[role] as Text),
        text(say(`role-${arity}-${kind}`)),
        meaning === undefined ? "" : text(meaning),
      ];
    });
    for (const line of textTable(rows)) terminal.print(line);
  }
  heading(say("page-options"));
  const rows = Object.entries(info.options).map(([name, { default: value, ...schema }]) => [
    `  --${name}`,
    shownSchema(schema, terminal),
    value === undefined ? "" : `= ${JSON.stringify(value)}`,
    optionTold(name, info, terminal),
  ]);
  for (const line of rows.length === 0 ? [`  ${text(say("page-none"))}`] : textTable(rows)) terminal.print(line);
  heading(say("page-results"));
  if (Object.keys(method.scalars).length === 0) terminal.print(`  ${text(say("page-none"))}`);
  for (const [name, { title, unit }] of Object.entries(method.scalars)) {
    const shown = unitTold(unit);
    const told = say(shown.en === "" ? "page-scalar" : "page-scalar-unit", { name, title, unit: shown });
    terminal.print(`  ${text(told)}`);
  }
  printWorked(method, terminal, heading);
  heading(say("page-cite"));
  for (const { text: cite, doi, checked } of info.cites) {
    const doubt =
      checked === "opened" ? "" : ` [${text(say(checked === "secondary" ? "cite-secondary" : "cite-unverified"))}]`;
    terminal.print(`  ${cite}${doi === undefined ? "" : ` https://doi.org/${doi}`}${doubt}`);
  }
}

function optionTold(name: string, info: MethodInfo, { text }: Terminal): string {
  const title = info.names.options[name] as Text;
  const meaning = optionMeaning(info, name);
  return text(meaning === undefined ? title : say("page-scalar", { name: text(title), title: meaning }));
}

type Heading = (title: Text) => void;

function printConventions({ conventions }: MethodInfo, terminal: Terminal, heading: Heading): void {
  if (Object.keys(conventions).length === 0) return;
  heading(say("page-conventions"));
  for (const [name, { title, choices }] of Object.entries(conventions)) {
    terminal.print(`  ${terminal.text(say("page-scalar", { name, title }))}`);
    for (const line of textTable(
      Object.entries(choices).map(([choice, told]) => [`    ${choice}`, terminal.text(told)]),
    )) {
      terminal.print(line);
    }
  }
}

const valueTypes = ["number", "integer", "string", "boolean", "object"] as const;

function shownSchema(schema: Readonly<Record<string, unknown>>, terminal: Terminal): string {
  const {
    enum: choices,
    anyOf,
    type,
    items,
  } = schema as {
    enum?: unknown[];
    anyOf?: Record<string, unknown>[];
    type?: string;
    items?: Record<string, unknown>;
  };
  if (choices !== undefined) return choices.join(" | ");
  if (anyOf !== undefined) return anyOf.map((each) => shownSchema(each, terminal)).join(" | ");
  if (type === "array") return `${items === undefined ? "" : shownSchema(items, terminal)},...`;
  if ("const" in schema) return String(schema.const);
  const known = valueTypes.find((each) => each === type);
  return known === undefined ? (type ?? "") : terminal.text(say(`value-${known}`));
}

function printWorked({ worked }: AnyMethod, terminal: Terminal, heading: Heading): void {
  heading(say("page-worked"));
  terminal.print(`  ${terminal.text(worked.source)}`);
  for (const [input, given] of Object.entries(worked.inputs)) {
    if (isTable(given) && given.rows <= 12) {
      const names = given.columns.map(({ name }) => name);
      const rows = Array.from({ length: given.rows }, (_, row) =>
        given.columns.map(({ values }) => shownNumber(values[row])),
      );
      const numeric = given.columns.map(({ kind }) => kind === "number");
      terminal.print(`  ${input}`);
      for (const line of textTable([names, ...rows], numeric)) terminal.print(`    ${line}`);
    }
  }
  if (worked.options !== undefined) terminal.print(`  ${JSON.stringify(worked.options)}`);
  for (const [name, value] of Object.entries(worked.gives)) terminal.print(`  ${name} = ${shownNumber(value)}`);
}

function isTable(given: unknown): given is Table {
  return typeof given === "object" && given !== null && "columns" in given && "rows" in given;
}
