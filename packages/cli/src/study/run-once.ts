import { join, resolve } from "node:path";
import { type Given, textOption } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";
import type { Session } from "./session.ts";
import { readStudyFile } from "./study-file.ts";
import { asUnchanged, type Told, tellRun, toldOf } from "./summary.ts";
import { remember, unchanged } from "./unchanged.ts";

/**
 * Runs the study of a command line and says what it did; `render` makes reports of it and answers their files. Where
 * nothing has changed since the last time, nothing is loaded but what it takes to see that.
 */
export async function runOnce(
  command: string,
  given: Given,
  terminal: Terminal,
  render: (session: Session) => Promise<readonly string[]> = async () => [],
): Promise<ExitCode> {
  const threads = threadCount(textOption(given, "threads"));
  const [cache, prune, json] = [
    given.options["no-cache"] !== true,
    given.options.prune === true,
    given.options.json === true,
  ];
  const file = await readStudyFile(given.words[0] as string);
  const out = resolve(textOption(given, "out") ?? join(file.folder, "out"));
  const isFile = given.words[0] !== "-";
  const before = cache && !prune && isFile ? await unchanged(command, out, file.path) : undefined;
  if (before !== undefined) return tellRun(asUnchanged(before), terminal, json);
  const { runStudy } = await import("./session.ts");
  const told = await runStudy({ file, out, threads, cache, prune }, terminal, async (session): Promise<Told> => {
    const made = toldOf(session, await render(session));
    const inputs = isFile ? inputsOf(session) : undefined;
    if (inputs !== undefined) await remember(command, out, inputs, made);
    return made;
  });
  return tellRun(told, terminal, json);
}

/** The study's own files with the sha256 of what was read; nothing where one of them is not known. */
function inputsOf({ file, lock, run }: Session): Record<string, string> | undefined {
  const inputs: Record<string, string> = { [file.path]: lock.study.sha256 };
  for (const [name, declaration] of Object.entries(run.plan.study.datasets)) {
    if (declaration.file === undefined) continue;
    const locked = lock.datasets[name];
    if (locked === undefined || !("sha256" in locked) || locked.sha256 === undefined) return undefined;
    inputs[join(file.folder, declaration.file)] = locked.sha256;
  }
  return inputs;
}
