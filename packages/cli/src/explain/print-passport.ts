import { flagsTold, plainWording, sentence } from "@conurb/core/contract";
import type { Gazetteer, Passport, Trace } from "@conurb/core/study";
import { roleNames } from "../role-names.ts";
import { say } from "../say.ts";
import { droppedTold } from "../terminal/dropped-told.ts";
import { numberInFull, shownNumber } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { unitTold } from "../terminal/unit-told.ts";

/** A passport for a person: what the method does, then the number and all that it rests on. */
export function printPassport(passport: Passport, places: Gazetteer["places"], terminal: Terminal): void {
  const { text, style, language } = terminal;
  const seed = passport.seed === undefined ? "" : ` · seed ${passport.seed}`;
  terminal.print(`${style.bold(passport.analysis)} · ${text(passport.title)}`);
  terminal.print(`${passport.method} v${passport.version} · n = ${passport.n}${seed}`);
  terminal.print(text(passport.question));
  terminal.print(`  ${passport.formula}`);
  if (passport.where !== undefined) terminal.print(`  ${text(passport.where)}`);
  for (const { title, choice, text: told } of passport.conventions) {
    terminal.print(`  ${text(say("answer-taken", { title, choice, words: told }))}`);
  }
  const options = Object.entries(passport.options).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  if (options.length > 0) terminal.print(`  ${options.join(", ")}`);
  const named = (code: string) => withName(code, places, terminal);
  for (const told of droppedTold(passport.dropped, named)) terminal.print(`  ${text(say("dropped"))}${text(told)}`);
  for (const warning of passport.warnings) {
    const told = sentence(warning, language, { ...plainWording, place: named });
    terminal.print(`  ${text(say("warning"))}${told}`);
  }
  terminal.print(`  sha256 ${passport.sha256}`);
  terminal.print();
  const tree = { places, terminal };
  printParts(passport, terminal);
  if (passport.cell !== undefined) printTrace(passport.cell, "", "", tree);
  else printHeadlines(passport, tree);
  printFiles(passport, terminal);
}

interface Tree {
  readonly places: Gazetteer["places"];
  readonly terminal: Terminal;
}

/** The headline numbers, then the inputs that each of them rests on. */
function printHeadlines({ headlines = [], inputs = [] }: Passport, tree: Tree): void {
  const { text, style, print } = tree.terminal;
  for (const { name, title, unit, value } of headlines) {
    const shown = [style.bold(inFull(value)), text(unitTold(unit))].filter((part) => part !== "");
    print(`${name} = ${shown.join(" ")}  ${style.dim(text(title))}`);
  }
  print(text(say("trace-whole")));
  inputs.forEach(({ input, of, columns, rows, cells, sha256, from, more }, at) => {
    const last = at === inputs.length - 1;
    const told =
      columns.length === 0
        ? say("trace-record", { input })
        : say("trace-input", { input, of, rows, cells, columns: columns.join(", ") });
    print(`${last ? "└─ " : "├─ "}${text(told)}  ${style.dim(`sha256 ${sha256}`)}`);
    printUnder({ from, ...(more === undefined ? {} : { more }) }, last ? "   " : "│  ", tree);
  });
}

/** What a score is made of, the largest contribution first. */
function printParts({ parts = [] }: Passport, { text, style, print }: Terminal): void {
  if (parts.length === 0) return;
  print(text(say("explain-parts")));
  const sorted = [...parts].sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0));
  for (const { indicator, title, weight, normalised, contribution } of sorted) {
    const values = {
      weight: shownNumber(weight),
      normalised: shownNumber(normalised),
      contribution: shownNumber(contribution),
    };
    print(`  ${style.bold(indicator)}  ${text(say("explain-part", values))}  ${style.dim(text(title))}`);
  }
  print();
}

export function printFiles({ files }: Pick<Passport, "files">, { text, style, print }: Terminal): void {
  if (files.length > 0) print(text(say("trace-files")));
  for (const { file, sha256, rows, cells } of files) {
    const hash = sha256 === undefined ? "" : `  ${style.dim(`sha256 ${sha256}`)}`;
    print(`  ${text(say("trace-file", { file: style.cyan(file), rows, cells }))}${hash}`);
  }
}

/** A code with the name of its place, where that is known. */
function withName(code: string, places: Gazetteer["places"], { text }: Terminal): string {
  const known = places.get(code);
  return known === undefined || text(known.name) === code ? code : `${code} ${text(known.name)}`;
}

const holdsPlaces = (column: string): boolean =>
  (["place", "from", "to"] as const).some((role) => roleNames[role].test(column));

const inFull = (value: Trace["value"]): string =>
  typeof value === "number" ? numberInFull(value) : shownNumber(value);

/** One figure a line, what it rests on indented under it. */
export function printTrace(trace: Trace, lead: string, under: string, tree: Tree): void {
  const { style, text, print } = tree.terminal;
  const key = Object.entries(trace.key).map(([column, code]) =>
    holdsPlaces(column) ? withName(String(code), tree.places, tree.terminal) : String(code),
  );
  const unit = text(unitTold(trace.unit));
  const value = `${style.bold(inFull(trace.value))}${unit === "" ? "" : ` ${unit}`}`;
  const parts = [
    `${style.dim(trace.of)} ${key.join(" ")} ${trace.column} = ${value}`,
    ...(trace.expr === undefined ? [] : [`= ${trace.expr}`]),
    ...(trace.method === undefined ? [] : [`(${trace.method})`]),
    ...(trace.flag === undefined ? [] : [style.yellow(`[${flagShown(trace.flag, tree.terminal)}]`)]),
    ...(trace.file === undefined ? [] : [style.cyan(whereOf(trace, trace.file))]),
    ...(trace.sameAs === undefined ? [] : [text(say("trace-same", { name: trace.sameAs }))]),
  ];
  print(`${lead}${parts.join("  ")}`);
  for (const why of trace.why ?? []) print(`${under}   ${style.dim(text(why))}`);
  printUnder(trace, under, tree);
}

/** A flag by its id, which a study may name; in Chinese with its words. */
function flagShown(flag: string, { language }: Terminal): string {
  const told = flagsTold(flag).map(({ zh }) => zh);
  return language === "en" || told.join(";") === flag ? flag : `${flag}：${told.join("；")}`;
}

/** `data/jobs.csv:12`, or `data/yearbook.xlsx 2-1!C7 "1,234.5"` with what the cell holds where that is written otherwise. */
function whereOf({ row, cell, value }: Trace, file: string): string {
  if (cell === undefined) return row === undefined ? file : `${file}:${row}`;
  const raw = cell.raw === undefined || cell.raw === String(value) ? "" : ` ${JSON.stringify(cell.raw)}`;
  return `${file} ${cell.sheet}!${cell.address}${raw}`;
}

function printUnder({ from, more }: Pick<Trace, "from" | "more">, under: string, tree: Tree): void {
  const { text, print } = tree.terminal;
  from.forEach((each, at) => {
    const last = more === undefined && at === from.length - 1;
    printTrace(each, `${under}${last ? "└─ " : "├─ "}`, `${under}${last ? "   " : "│  "}`, tree);
  });
  if (more !== undefined) print(`${under}└─ ${text(say("trace-more-all", { more }))}`);
}
