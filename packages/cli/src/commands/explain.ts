import { join, resolve } from "node:path";
import { spelledOut } from "@conurb/core/contract";
import { message, suggestion } from "@conurb/core/language";
import { figuresPassportOf, neededFor, type Plan, passportOf, runPlan } from "@conurb/core/study";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { type Credit, printFigures } from "../explain/print-figures.ts";
import { printPassport } from "../explain/print-passport.ts";
import { interruptible } from "../interrupt.ts";
import { keptResults } from "../study/kept-results.ts";
import { type NodePorts, nodePorts } from "../study/node-ports.ts";
import { requireSound } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { threadCount } from "../thread-count.ts";

const explain: Command = async (given, terminal) => {
  const [study, asked, ...keys] = given.words as [string, string, ...string[]];
  return interruptible(async (signal) => {
    const file = await readStudyFile(study);
    const kept = await keptResults(resolve(textOption(given, "out") ?? join(file.folder, "out")), terminal);
    const results = { read: kept.read, write: async () => {} }; // looking at a study changes no file
    const threads = threadCount(textOption(given, "threads"));
    const ports = nodePorts({ folder: file.folder, results, threads, signal });
    try {
      const { plan, groups, data } = await requireSound(file, ports);
      const { kind, name, part } = subjectOf(plan, asked);
      const run = await runPlan(neededFor(plan, kind === "analysis" ? [name] : []), groups, ports, data);
      const whole = { keys, all: given.options.all === true || given.options.json === true };
      const places = keys.length === 0 ? {} : { places: (await ports.namedPlaces?.()) ?? [] };
      const column = textOption(given, "column") ?? (kind === "analysis" ? undefined : part);
      const table = textOption(given, "table") ?? (kind === "analysis" ? part : undefined);
      const which = { ...(table === undefined ? {} : { table }), ...(column === undefined ? {} : { column }) };
      if (kind === "analysis") {
        const passport = await passportOf(run, name, { ...whole, ...places, ...which });
        if (given.options.json) terminal.json({ ...passport, warnings: passport.warnings.map(spelledOut) });
        else printPassport(passport, run.gazetteer.places, terminal);
        return exit.done;
      }
      const passport = await figuresPassportOf(run, name, { ...whole, ...places, ...which });
      const credit = await creditOf(plan, kind, name, ports);
      if (given.options.json) terminal.json({ ...passport, ...credit });
      else printFigures({ ...passport, ...credit }, run.gazetteer.places, terminal);
      return exit.done;
    } finally {
      await ports.close();
    }
  });
};
export default explain;

interface Subject {
  readonly kind: "analysis" | "dataset" | "indicators";
  readonly name: string;
  /** The table or the column that is named behind a dot. */
  readonly part?: string;
}

/** What is asked for: an analysis, a set of indicators or a dataset of the study, or a part of one. */
function subjectOf({ analyses, study }: Plan, asked: string): Subject {
  const known = {
    analysis: analyses.map((analysis) => analysis.name),
    indicators: Object.keys(study.indicators),
    dataset: Object.keys(study.datasets),
  };
  const kinds = ["analysis", "indicators", "dataset"] as const;
  const dot = asked.indexOf(".");
  for (const [name, part] of [[asked], [asked.slice(0, dot), asked.slice(dot + 1)]] as const) {
    const kind = kinds.find((each) => known[each].includes(name));
    if (kind !== undefined) return { kind, name, ...(part === undefined ? {} : { part }) };
  }
  const names = Object.values(known).flat();
  const told = message("study-name-unknown", { at: "explain", name: asked, names: names.join(", ") });
  throw new UsageError(told, suggestion(asked, names));
}

/** Whom to credit for a shipped table, as its data package says. */
async function creditOf({ study }: Plan, kind: Subject["kind"], name: string, { atlas }: NodePorts): Promise<Credit> {
  const id = kind === "dataset" ? study.datasets[name]?.atlas : undefined;
  if (id === undefined) return {};
  const { title, credit, licenses } = await atlas.notes(id);
  return { title, credit, licences: licenses.map((each) => ({ en: each.title, zh: each.title_zh ?? each.title })) };
}
