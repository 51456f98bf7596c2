import { join, resolve } from "node:path";
import { InputError } from "@conurb/core/contract";
import { type AnalysisPlan, neededFor, type Plan, verdictsOf } from "@conurb/core/study";
import { type Command, textOption } from "../command.ts";
import { effectReport } from "../effect/effect-report.ts";
import { printVerdict } from "../effect/print-verdict.ts";
import { resultOf, type ToldVerdict, toldVerdict } from "../effect/told-verdict.ts";
import { type ExitCode, exit } from "../exit.ts";
import { askedOf } from "../export/asked.ts";
import { browserFor, renderReports } from "../export/render-report.ts";
import { say } from "../say.ts";
import { runStudy, type Session } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { shownPath, type Told, tellOutcomes, toldOf } from "../study/summary.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

/** Runs what ends in a verdict and what that needs, and says the verdicts; their tables, lock and report stand in `out/effect`. */
const effect: Command = async (given, terminal) => {
  const asked = askedOf(given);
  const lang = textOption(given, "lang")?.split(",");
  const threads = threadCount(textOption(given, "threads"));
  const browser = await browserFor(asked.formats);
  const file = await readStudyFile(given.words[0] as string);
  const out = resolve(textOption(given, "out") ?? join(file.folder, "out"));
  const part = { folder: "effect", of: (plan: Plan) => verdictPart(plan, file.file) };
  const cache = given.options["no-cache"] !== true;
  return runStudy({ file, out, threads, cache, prune: false, part }, terminal, async (session) => {
    const report = effectReport(session.run.plan);
    const reports = await renderReports(session, { asked, lang, browser, threads, report }, terminal);
    return await tell(session, toldOf(session, reports), terminal, given.options);
  });
};
export default effect;

function verdictPart(plan: Plan, study: string): Plan {
  const verdicts = verdictsOf(plan).map(({ name }) => name);
  if (verdicts.length > 0) return neededFor(plan, verdicts);
  throw new InputError({
    code: "effect-no-verdict",
    text: say("effect-no-verdict", { study }),
    hint: say("effect-no-verdict-hint"),
  });
}

/** Says the verdicts, and what of them could not be computed: that alone is a failure. */
async function tell(
  session: Session,
  told: Told,
  terminal: Terminal,
  { json, all }: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const asked = verdictsOf(session.run.plan);
  const worded = await wordedBy(session);
  const verdicts = asked.flatMap((analysis: AnalysisPlan): ToldVerdict[] => {
    const result = resultOf(session.run, analysis.name);
    return result === undefined ? [] : [toldVerdict(analysis, result, worded)];
  });
  if (json === true) {
    const reports = told.reports === undefined ? {} : { reports: told.reports.map(shownPath) };
    terminal.json({ ...told, study: shownPath(told.study), out: shownPath(told.out), ...reports, verdicts });
  } else {
    for (const each of verdicts) await printVerdict(each, terminal, all === true);
    tellOutcomes(told, terminal);
    const count = (...answers: readonly string[]) => verdicts.filter(({ answer }) => answers.includes(answer)).length;
    const counts = {
      told: verdicts.length,
      shown: count("rise", "fall"),
      none: count("none-as-large"),
      untold: count("cannot-tell"),
    };
    terminal.print(terminal.text(say("effect-summary", counts)));
    terminal.print(terminal.text(say("effect-of", { out: shownPath(told.out) })));
    for (const each of told.reports ?? [])
      terminal.print(terminal.text(say("report-written", { file: shownPath(each) })));
  }
  return verdicts.length < asked.length ? exit.failed : exit.done;
}

/** Sentences as the report has them: places by their names, numbers with their units. */
async function wordedBy(session: Session) {
  const [{ namesOf, sentence }, { reportModel }] = await Promise.all([
    import("@conurb/figures"),
    import("../study/report-model.ts"),
  ]);
  const model = await reportModel(session);
  const names = { en: namesOf(model, "en"), zh: namesOf(model, "zh") };
  return (finding: Parameters<typeof sentence>[0], language: "en" | "zh") =>
    sentence(finding, names[language], language);
}
