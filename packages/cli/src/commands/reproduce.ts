import { setImmediate } from "node:timers/promises";
import { sentence } from "@conurb/core/contract";
import { runTable } from "@conurb/core/reproduce";
import type { Command } from "../command.ts";
import { CheckFailed, exit } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { printReproduction } from "../reproduce/print-reproduction.ts";
import { readTableFile } from "../reproduce/read-table-file.ts";
import { methodProgress } from "../terminal/progress.ts";

const reproduce: Command = async ({ words: [named], options }, terminal) => {
  const { parsed, cellsOf } = await readTableFile(named as string);
  const { table, locate, problems } = parsed;
  if (table === undefined) throw new CheckFailed(problems);
  const progress = methodProgress(terminal);
  const found = await interruptible((signal) =>
    runTable(table, locate, cellsOf, { signal, progress: progress.report, pause: () => setImmediate() }),
  ).finally(progress.stop);
  if (options.json) {
    const { title, source, note } = table;
    const findings = found.findings.map((each) => ({
      ...each,
      said: { en: sentence(each, "en"), zh: sentence(each, "zh") },
    }));
    terminal.json({ title, source, ...(note === undefined ? {} : { note }), ...found, findings });
  } else printReproduction(table, found, terminal, options.all === true);
  return found.verdict === "reproduced" ? exit.done : exit.checkFailed;
};
export default reproduce;
