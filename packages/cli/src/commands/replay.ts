import { hashText } from "@conurb/core/contract";
import { type Lock, lockOf, neededFor, runPlan } from "@conurb/core/study";
import type { Command } from "../command.ts";
import { textOption } from "../command.ts";
import { exit } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { openReplay } from "../pack/open-replay.ts";
import { compareLocks, type Difference, isComputed, type Verdict } from "../replay/compare-locks.ts";
import { say } from "../say.ts";
import { nodePorts, nowhere } from "../study/node-ports.ts";
import { lockedStudy, requireSound } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { runProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";
import { program } from "../version.ts";

const replay: Command = async (given, terminal) => {
  const threads = threadCount(textOption(given, "threads"));
  const { lock, folder, studyPath, atlas, close } = await openReplay(given.words[0] as string);
  const verdict = await interruptible(async (signal) => {
    const file = await readStudyFile(studyPath);
    const ports = nodePorts({ folder: file.folder, atlas, results: nowhere, threads, signal });
    const { plan: whole, groups, data } = await requireSound(file, ports);
    // of a part, such as conurb effect writes, nothing more is asked; of another study everything
    const isSame = hashText(file.text) === lock.study.sha256;
    const plan = isSame ? neededFor(whole, Object.keys(lock.analyses)) : whole;
    const progress = runProgress(terminal, plan.analyses.length);
    try {
      const run = await runPlan(plan, groups, { ...ports, notify: progress.notify }, data);
      const again = await lockOf(run, lockedStudy(file, folder), program);
      return await compareLocks(lock, again, run, folder);
    } finally {
      progress.stop();
      await ports.close();
    }
  }).finally(close);
  if (given.options.json) terminal.json({ lock: given.words[0], ...verdict });
  else printVerdict(lock, verdict, terminal);
  return verdict.same ? exit.done : exit.failed;
};
export default replay;

/** In full: what differs may be the last digit. */
const shownCell = (cell: number | string | null): string => (cell === null ? "–" : String(cell));

function printVerdict(lock: Lock, { same, exact, near, differences }: Verdict, terminal: Terminal): void {
  const { style, text } = terminal;
  const shown = (each: Difference) => `${style.bold(`${each.part} ${each.name}`.trim())}: ${text(each.text)}`;
  for (const each of near) terminal.print(`${style.yellow("≈")} ${shown(each)}`);
  for (const each of differences) {
    terminal.print(`${style.red("≠")} ${shown(each)}`);
    for (const { table, key, column, before, after } of each.cells ?? []) {
      const where = [table, key, column].filter((part) => part !== undefined).join(" ");
      terminal.print(`    ${where}: ${shownCell(before)} → ${shownCell(after)}`);
    }
    if (each.more !== undefined) terminal.print(style.dim(`    ${text(say("trace-more", { more: each.more }))}`));
  }
  if (lock.runtime !== program.runtime || lock.conurb !== program.conurb) {
    const [before, after] = [lock, program].map(({ conurb, runtime }) => `conurb ${conurb}, ${runtime}`);
    terminal.print(text(say("replay-runtime", { before: before as string, after: after as string })));
  }
  const results = Object.values(lock.analyses).filter(isComputed).length;
  if (!same) terminal.print(style.red(text(say("replay-differs", { differences: differences.length }))));
  else terminal.print(text(say(exact ? "replay-same" : "replay-near", { results })));
}
