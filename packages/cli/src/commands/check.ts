import type { Problem } from "@conurb/core/contract";
import type { Command } from "../command.ts";
import { exit } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { shownProblem } from "../problems.ts";
import { say } from "../say.ts";
import { checkStudy } from "../study/check-study.ts";
import { nodePorts, nowhere } from "../study/node-ports.ts";
import { readStudyFile } from "../study/study-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const check: Command = async ({ words: [study], options }, terminal) => {
  const { problems, notes, plan } = await interruptible(async (signal) => {
    const file = await readStudyFile(study as string);
    const ports = nodePorts({ folder: file.folder, results: nowhere, threads: threadCount(undefined), signal });
    return checkStudy(file.text, file.file, ports).finally(ports.close);
  });
  if (options.json) terminal.json({ problems, notes });
  else {
    printAll(problems, terminal);
    printAll(notes, terminal, terminal.text(say("note")));
    const analyses = plan?.analyses.length ?? 0;
    const datasets = Object.keys(plan?.study.datasets ?? {}).length;
    if (problems.length === 0) terminal.print(terminal.text(say("check-sound", { analyses, datasets })));
    else terminal.print(terminal.style.red(terminal.text(say("check-problems", { problems: problems.length }))));
  }
  return problems.length === 0 ? exit.done : exit.checkFailed;
};
export default check;

function printAll(problems: readonly Problem[], terminal: Terminal, prefix?: string): void {
  for (const problem of problems) {
    const [first, ...rest] = shownProblem(problem, { ...terminal, errorStyle: terminal.style });
    terminal.print(prefix === undefined ? first : `${prefix} ${first}`);
    for (const line of rest) terminal.print(line);
  }
}
