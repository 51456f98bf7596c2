import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Text } from "@conurb/core/language";
import type { Listening } from "@conurb/server";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { bundleFolder } from "../serve/bundle-folder.ts";
import { type TeamAsked, teamAsked } from "../serve/team-asked.ts";
import { readStudyFile, type StudyFile } from "../study/study-file.ts";
import { shownPath } from "../study/summary.ts";
import { threadCount } from "../thread-count.ts";

const serve: Command = async (given, terminal) => {
  const named = given.words[0] ?? ".";
  if (named === "-") throw new UsageError(say("serve-no-file"));
  const port = portAsked(textOption(given, "port"));
  const threads = threadCount(textOption(given, "threads"));
  const asked = await teamAsked(given, terminal);
  const bare = await folderWithoutStudy(named);
  const file = bare ?? (await readStudyFile(named));
  const [{ listen, openBundle }, { openWorkplace, outBeside }, { openShelf }, { noteRecent }] = await Promise.all([
    import("@conurb/server"),
    import("../serve/workplace.ts"),
    import("../serve/shelf.ts"),
    import("../serve/recent-studies.ts"),
  ]);
  const out = resolve(textOption(given, "out") ?? outBeside(file));
  const bundle = await openBundle(await bundleFolder());
  const report = (error: unknown) =>
    terminal.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const shelfFolder = bare === undefined ? dirname(file.folder) : file.folder;
  const benches = new Map<string, Promise<Listening>>();
  /** A workbench a study: opened again, it is the one that stands already. */
  const open = (study: StudyFile, more: { port?: number; out: string }): Promise<Listening> => {
    const workplace = openWorkplace({ file: study, out: more.out, threads }, terminal);
    // a team was let in to one study
    const others = asked === undefined ? { shelf: openShelf({ folder: shelfFolder, openStudy }) } : asked;
    const opened = listen({ port: more.port ?? 0, workplace, ...others, bundle, report });
    benches.set(study.path, opened);
    opened.catch(() => benches.delete(study.path));
    return opened;
  };
  const openStudy = async (path: string): Promise<string> => {
    await noteRecent(path, new Date().toISOString());
    const study = await readStudyFile(path);
    return (await (benches.get(path) ?? open(study, { out: outBeside(study) }))).address;
  };
  const listening = await open(file, { port, out }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    throw new UsageError(say("serve-port-taken", { port: String(port) }), say("serve-port-hint"));
  });
  if (bare === undefined) await noteRecent(file.path, new Date().toISOString());
  const { address } = listening;
  if (given.options.json === true) terminal.json({ address, port: listening.port, study: shownPath(file.path) });
  else {
    const told =
      bare === undefined
        ? say("serve-address", { file: shownPath(file.path) })
        : say("serve-no-study-yet", { folder: shownPath(file.folder) });
    terminal.print(terminal.text(told));
    terminal.print(address);
    terminal.tell(terminal.text(asked === undefined ? say("serve-private") : openTo(asked, listening.port)));
  }
  if (given.options["no-open"] !== true) openInBrowser(address);
  await signalled("SIGINT", "SIGTERM");
  await Promise.all([...benches.values()].map(async (each) => (await each).close()));
  return exit.done;
};
export default serve;

function openTo({ at, team }: TeamAsked, port: number): Text {
  const where = { at, port: String(port) };
  if ("password" in team) return say("serve-team-password", where);
  return say("serve-team-proxy", { ...where, header: team.proxyHeader });
}

/** A folder that holds no study yet, as the place where one may be begun. */
async function folderWithoutStudy(named: string): Promise<StudyFile | undefined> {
  const [folder, study] = [resolve(named), join(resolve(named), "study.yaml")];
  const [isFolder, hasStudy] = await Promise.all([
    stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    ),
    stat(study).then(
      () => true,
      () => false,
    ),
  ]);
  return isFolder && !hasStudy ? { file: join(named, "study.yaml"), path: study, folder, text: "" } : undefined;
}

function portAsked(value: string | undefined): number {
  if (value === undefined) return 0;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new UsageError(say("serve-port", { value }));
}

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Asks the system to show the address; where it cannot, the address stands above. */
function openInBrowser(address: string): void {
  const [program, ...before] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...before, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

function signalled(...signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((done) => {
    for (const signal of signals) process.once(signal, () => done());
  });
}
