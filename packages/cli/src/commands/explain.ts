import { join, resolve } from "node:path";
import { message } from "@conurb/core/language";
import {
  type AnalysisPlan,
  type Gazetteer,
  type Passport,
  type Plan,
  passportOf,
  runPlan,
  suggestion,
  type Trace,
} from "@conurb/core/study";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { roleNames } from "../role-names.ts";
import { say } from "../say.ts";
import { keptResults } from "../study/kept-results.ts";
import { nodePorts } from "../study/node-ports.ts";
import { requireSound } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { isDust, shownNumber, shownUnit } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const explain: Command = async (given, terminal) => {
  const [study, analysis, ...keys] = given.words as [string, string, ...string[]];
  const { passport, places } = await interruptible(async (signal) => {
    const file = await readStudyFile(study);
    const results = keptResults(resolve(textOption(given, "out") ?? join(file.folder, "out")));
    const threads = threadCount(textOption(given, "threads"));
    const ports = nodePorts({ folder: file.folder, results, threads, signal });
    try {
      const { plan, groups, data } = await requireSound(file, ports);
      const run = await runPlan(upTo(plan, analysis), groups, ports, data);
      const [table, column] = [textOption(given, "table"), textOption(given, "column")];
      const asked = { keys, ...(table === undefined ? {} : { table }), ...(column === undefined ? {} : { column }) };
      return { passport: await passportOf(run, analysis, asked), places: run.gazetteer.places };
    } finally {
      await ports.close();
    }
  });
  if (given.options.json) terminal.json(passport);
  else printPassport(passport, places, terminal);
  return exit.done;
};
export default explain;

/** The analysis and those it rests on: nothing else need be computed. */
function upTo(plan: Plan, name: string): Plan {
  const byName = new Map(plan.analyses.map((analysis) => [analysis.name, analysis]));
  if (!byName.has(name)) {
    const names = [...byName.keys()];
    const told = message("study-name-unknown", { at: "explain", name, names: names.join(", ") });
    throw new UsageError(told, suggestion(name, names));
  }
  const needed = new Set<string>();
  const visit = (analysis: AnalysisPlan | undefined): void => {
    if (analysis === undefined || needed.has(analysis.name)) return;
    needed.add(analysis.name);
    for (const reference of Object.values(analysis.inputs)) {
      if (reference.kind === "analysis") visit(byName.get(reference.name));
    }
  };
  visit(byName.get(name));
  return { ...plan, analyses: plan.analyses.filter((analysis) => needed.has(analysis.name)) };
}

function printPassport(passport: Passport, places: Gazetteer["places"], terminal: Terminal): void {
  const { text, style } = terminal;
  terminal.print(`${style.bold(passport.analysis)} · ${text(passport.title)}`);
  terminal.print(`${passport.method} v${passport.version} · n = ${passport.n} · seed ${passport.seed}`);
  terminal.print(text(passport.question));
  terminal.print(`  ${passport.formula}`);
  if (passport.where !== undefined) terminal.print(`  ${text(passport.where)}`);
  for (const { title, choice, text: told } of passport.conventions) {
    terminal.print(`  ${text(title)}: ${choice} (${text(told)})`);
  }
  const options = Object.entries(passport.options).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  if (options.length > 0) terminal.print(`  ${options.join(", ")}`);
  for (const { input, row, reason } of passport.dropped) {
    terminal.print(`  ${text(say("dropped"))} ${input} ${row}: ${text(reason)}`);
  }
  for (const { text: told } of passport.warnings) terminal.print(`  ${text(say("warning"))} ${text(told)}`);
  terminal.print(`  sha256 ${passport.sha256}`);
  if (passport.cell === undefined) {
    for (const [name, value] of Object.entries(passport.scalars)) terminal.print(`  ${name} = ${shownNumber(value)}`);
    return;
  }
  terminal.print();
  const named = (trace: Trace) =>
    Object.entries(trace.key)
      .map(([part, code]) => withName(part, String(code), places, terminal))
      .join(" ");
  printTrace(passport.cell, "", "", named, terminal);
}

/** A code with the name of its place, where the column holds places and the name is known. */
function withName(part: string, code: string, places: Gazetteer["places"], { text }: Terminal): string {
  const holdsPlaces = ["place", "from", "to"].some((role) => roleNames[role as "place"].test(part));
  const known = holdsPlaces ? places.get(code) : undefined;
  return known === undefined || text(known.name) === code ? code : `${code} ${text(known.name)}`;
}

/** One figure a line, what it rests on indented under it. */
function printTrace(
  trace: Trace,
  lead: string,
  under: string,
  named: (trace: Trace) => string,
  terminal: Terminal,
): void {
  const { style } = terminal;
  const inFull = typeof trace.value === "number" && !isDust(trace.value);
  const value = inFull ? String(trace.value) : shownNumber(trace.value);
  const unit = shownUnit(trace.unit);
  const parts = [
    `${style.dim(trace.of)} ${named(trace)} ${trace.column} = ${style.bold(value)}${unit === "" ? "" : ` ${unit}`}`,
    ...(trace.expr === undefined ? [] : [`= ${trace.expr}`]),
    ...(trace.method === undefined ? [] : [`(${trace.method})`]),
    ...(trace.flag === undefined ? [] : [style.yellow(`[${trace.flag}]`)]),
    ...(trace.file === undefined
      ? []
      : [style.cyan(trace.row === undefined ? trace.file : `${trace.file}:${trace.row}`)]),
  ];
  terminal.print(`${lead}${parts.join("  ")}`);
  const rests = trace.from.length + (trace.more === undefined ? 0 : 1);
  trace.from.forEach((each, at) => {
    const last = at === rests - 1;
    printTrace(each, `${under}${last ? "└─ " : "├─ "}`, `${under}${last ? "   " : "│  "}`, named, terminal);
  });
  if (trace.more !== undefined) terminal.print(`${under}└─ ${terminal.text(say("trace-more", { more: trace.more }))}`);
}
