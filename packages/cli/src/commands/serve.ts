import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { readStudyFile } from "../study/study-file.ts";
import { shownPath } from "../study/summary.ts";
import { threadCount } from "../thread-count.ts";

const serve: Command = async (given, terminal) => {
  const named = given.words[0] as string;
  if (named === "-") throw new UsageError(say("serve-no-file"));
  const port = portAsked(textOption(given, "port"));
  const threads = threadCount(textOption(given, "threads"));
  const file = await readStudyFile(named);
  const [{ listen, openBundle }, { openWorkplace, outBeside }] = await Promise.all([
    import("@conurb/server"),
    import("../serve/workplace.ts"),
  ]);
  const out = resolve(textOption(given, "out") ?? outBeside(file));
  const bundle = await openBundle(bundleFolder()).catch(() => {
    throw new UsageError(say("serve-not-built"), say("serve-not-built-hint"));
  });
  const workplace = openWorkplace({ file, out, threads }, terminal);
  const report = (error: unknown) =>
    terminal.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const listening = await listen({ port, workplace, bundle, report }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    throw new UsageError(say("serve-port-taken", { port: String(port) }), say("serve-port-hint"));
  });
  const { address } = listening;
  if (given.options.json === true) terminal.json({ address, port: listening.port, study: shownPath(file.path) });
  else {
    terminal.print(terminal.text(say("serve-address", { file: shownPath(file.path) })));
    terminal.print(address);
    terminal.tell(terminal.text(say("serve-private")));
  }
  if (given.options["no-open"] !== true) openInBrowser(address);
  await asked("SIGINT", "SIGTERM");
  await listening.close();
  return exit.done;
};
export default serve;

function portAsked(value: string | undefined): number {
  if (value === undefined) return 0;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new UsageError(say("serve-port", { value }));
}

/** Where the pages lie: in the package that was installed beside this one. */
function bundleFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve("@conurb/web/package.json"))), "dist");
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

function asked(...signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((done) => {
    for (const signal of signals) process.once(signal, () => done());
  });
}
