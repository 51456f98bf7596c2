import { stat } from "node:fs/promises";
import type { Place, Problem } from "@conurb/core/contract";
import type { Fault } from "@conurb/core/quality";
import { checkData, type DatasetQuality } from "@conurb/core/study";
import { checkFile } from "../check/check-file.ts";
import { knownCodes } from "../check/known-codes.ts";
import { tellQuality } from "../check/tell-quality.ts";
import { type Command, type Given, textOption } from "../command.ts";
import { type ExitCode, exit } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { problemLines, shownProblem } from "../problems.ts";
import { say } from "../say.ts";
import { checkStudy } from "../study/check-study.ts";
import { nodePorts, nowhere } from "../study/node-ports.ts";
import { readStudyFile } from "../study/study-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const check: Command = async (given, terminal) => {
  const named = given.words[0] as string;
  return (await isData(named)) ? ofFile(named, given, terminal) : ofWholeStudy(named, given, terminal);
};
export default check;

/** A file that is called neither a study nor standard input holds data. */
async function isData(named: string): Promise<boolean> {
  if (named === "-" || /\.ya?ml$/i.test(named)) return false;
  return (await stat(named).catch(() => undefined))?.isFile() === true;
}

async function ofFile(file: string, given: Given, terminal: Terminal): Promise<ExitCode> {
  const quality = await checkFile(file);
  await draw([quality], given, terminal);
  const { faults } = quality;
  const problems = faults.filter(({ severity }) => severity === "problem");
  if (given.options.json) {
    terminal.json({
      problems,
      notes: faults.filter(({ severity }) => severity === "note"),
      data: withoutFaults([quality]),
    });
  } else tellQuality([quality], given.options.all === true, terminal);
  return problems.length === 0 ? exit.done : exit.checkFailed;
}

async function ofWholeStudy(study: string, given: Given, terminal: Terminal): Promise<ExitCode> {
  const { problems, notes, plan, found } = await interruptible(async (signal) => {
    const file = await readStudyFile(study);
    const ports = nodePorts({ folder: file.folder, results: nowhere, threads: threadCount(undefined), signal });
    try {
      const checked = await checkStudy(file.text, file.file, ports);
      const all = await checkData(checked, ports, await knownCodes(ports.atlas));
      const found = all.map((quality) => withoutTold(quality, checked.problems));
      return { ...checked, found };
    } finally {
      await ports.close();
    }
  });
  await draw(found, given, terminal);
  const faults = found.flatMap(({ dataset, faults: all }) => all.map((fault) => ({ ...fault, dataset })));
  const wrong = faults.filter(({ severity }) => severity === "problem");
  if (given.options.json) {
    const odd = faults.filter(({ severity }) => severity === "note");
    terminal.json({ problems: [...problems, ...wrong], notes: [...notes, ...odd], data: withoutFaults(found) });
  } else {
    if (found.length > 0) tellQuality(found, given.options.all === true, terminal);
    const isAll = given.options.all === true;
    printAll(problems, isAll, terminal);
    printAll(notes, isAll, terminal, terminal.text(say("note")));
    const analyses = plan?.analyses.length ?? 0;
    const datasets = Object.keys(plan?.study.datasets ?? {}).length;
    const count = problems.length + wrong.length;
    if (count === 0) terminal.print(terminal.text(say("check-sound", { analyses, datasets })));
    else terminal.print(terminal.style.red(terminal.text(say("check-problems", { problems: count }))));
  }
  return problems.length + wrong.length === 0 ? exit.done : exit.checkFailed;
}

/** A repeated key that a method's door has told of with its row is not told again. */
function withoutTold(quality: DatasetQuality, problems: readonly Problem[]): DatasetQuality {
  const at = ({ file, row }: Place = {}) => `${file} ${row}`;
  const told = new Set(problems.filter(({ code }) => code === "duplicate-key").map(({ place }) => at(place)));
  const isTold = ({ code, cells }: Fault) => code === "duplicate-key" && cells.some((cell) => told.has(at(cell)));
  return { ...quality, faults: quality.faults.filter((fault) => !isTold(fault)) };
}

/** Faults stand among problems and notes; what is left says which figures there are, and what their page says of them. */
const withoutFaults = (found: readonly DatasetQuality[]) =>
  found.map(({ dataset, coverage, pageNotes, regions }) => ({ dataset, coverage, pageNotes, regions }));

async function draw(found: readonly DatasetQuality[], given: Given, terminal: Terminal): Promise<void> {
  const file = textOption(given, "coverage");
  if (file === undefined) return;
  const { drawCoverage } = await import("../check/coverage-figure.ts");
  await drawCoverage(found, file, terminal.language);
  terminal.tell(terminal.text(say("coverage-drawn", { file })));
}

function printAll(problems: readonly Problem[], isAll: boolean, terminal: Terminal, prefix = ""): void {
  const onOutput = { ...terminal, errorStyle: terminal.style };
  const told = isAll
    ? problems.map((problem) => shownProblem(problem, onOutput))
    : problemLines(problems, "--all", onOutput);
  for (const [first, ...rest] of told) {
    terminal.print(`${prefix}${first}`);
    for (const line of rest) terminal.print(line);
  }
}
