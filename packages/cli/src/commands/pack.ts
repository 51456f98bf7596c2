import { basename, resolve } from "node:path";
import { sha256Bytes, writeAtomic } from "@conurb/store";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { type MadePack, makePack } from "../pack/make-pack.ts";
import { say } from "../say.ts";
import { runStudy } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { shownPath } from "../study/summary.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const pack: Command = async (given, terminal) => {
  const named = given.words[0] as string;
  if (named === "-") throw new UsageError(say("pack-standard-input"));
  const file = await readStudyFile(named);
  const target = resolve(textOption(given, "out") ?? `${basename(file.folder)}.zip`);
  const threads = threadCount(textOption(given, "threads"));
  const withData = given.options["without-data"] !== true;
  const options = { file, out: resolve(file.folder, "out"), threads, cache: true, prune: false };
  const made = await runStudy(options, terminal, (session) => makePack(session, withData));
  await writeAtomic(target, made.bytes);
  const sha256 = sha256Bytes(made.bytes);
  if (given.options.json) {
    const { bytes, ...told } = made;
    terminal.json({ archive: shownPath(target), sha256, bytes: bytes.length, ...told });
  } else print(made, target, sha256, terminal);
  return exit.done;
};
export default pack;

function print(made: MadePack, target: string, sha256: string, { print: line, text, language }: Terminal): void {
  const list = (names: readonly string[]) => names.join(language === "zh" ? "、" : ", ") || "–";
  const { bytes, files, results, covered, uncovered, missing, staleReports } = made;
  const file = shownPath(target);
  line(text(say("pack-written", { file, files, size: Math.ceil(bytes.length / 1000), sha256 })));
  line(text(say("pack-holds", { results, scripts: list(covered) })));
  if (uncovered.length > 0) line(text(say("pack-no-scripts", { analyses: list(uncovered) })));
  for (const report of staleReports) line(text(say("pack-report-stale", { file: shownPath(report) })));
  for (const each of missing) line(text(say("pack-without", { file: each.file, sha256: each.sha256 })));
  line(text(say("pack-next", { file })));
}
