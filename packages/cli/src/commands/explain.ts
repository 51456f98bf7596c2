import { join, resolve } from "node:path";
import { spelledOut } from "@conurb/core/contract";
import { message, suggestion } from "@conurb/core/language";
import { type AnalysisPlan, type Plan, passportOf, runPlan } from "@conurb/core/study";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { printPassport } from "../explain/print-passport.ts";
import { interruptible } from "../interrupt.ts";
import { keptResults } from "../study/kept-results.ts";
import { nodePorts } from "../study/node-ports.ts";
import { requireSound } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { threadCount } from "../thread-count.ts";

const explain: Command = async (given, terminal) => {
  const [study, analysis, ...keys] = given.words as [string, string, ...string[]];
  const { passport, places } = await interruptible(async (signal) => {
    const file = await readStudyFile(study);
    const kept = await keptResults(resolve(textOption(given, "out") ?? join(file.folder, "out")), terminal);
    const results = { read: kept.read, write: async () => {} }; // looking at a study changes no file
    const threads = threadCount(textOption(given, "threads"));
    const ports = nodePorts({ folder: file.folder, results, threads, signal });
    try {
      const { plan, groups, data } = await requireSound(file, ports);
      const run = await runPlan(upTo(plan, analysis), groups, ports, data);
      const [table, column] = [textOption(given, "table"), textOption(given, "column")];
      const all = given.options.all === true || given.options.json === true;
      const asked = {
        keys,
        all,
        ...(table === undefined ? {} : { table }),
        ...(column === undefined ? {} : { column }),
      };
      return { passport: await passportOf(run, analysis, asked), places: run.gazetteer.places };
    } finally {
      await ports.close();
    }
  });
  if (given.options.json) terminal.json({ ...passport, warnings: passport.warnings.map(spelledOut) });
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
