import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const built = fileURLToPath(new URL("../../web/dist/index.html", import.meta.url));
const program = fileURLToPath(new URL("../bin/conurb.js", import.meta.url));
const study = `conurb: 1
title: { zh: 例, en: Example }
datasets: { mine: { file: mine.csv } }
analyses: { gap: { use: inequality/gini, on: { data: { from: mine, roles: { value: x } } } } }
`;
const csv = "place,x\na,1\nb,2\nc,3\n";

// a bundle is built by `npm run build:web`; without one the command says so, and that is what is tested
const isBuilt = (() => {
  try {
    return readFileSync(built, "utf8").includes("workbench");
  } catch {
    return false;
  }
})();

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
  child = undefined;
});

/** Starts the workbench and answers where it is. */
function served(folder: string, ...more: string[]): Promise<{ address: string; port: number }> {
  child = spawn(process.execPath, [program, "serve", folder, "--no-open", "--json", ...more], {
    env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", XDG_STATE_HOME: join(folder, "state") },
  });
  let said = "";
  return new Promise((resolve, reject) => {
    child?.stdout?.on("data", (chunk: Uint8Array) => {
      said += String(chunk);
      if (said.trimEnd().endsWith("}")) resolve(JSON.parse(said) as { address: string; port: number });
    });
    child?.on("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
}

it.each([
  [["serve", "-", "--no-open"], "serve edits a study file, expected a folder or a file in place of -"],
  [["serve", ".", "--no-open", "--port", "70000"], "--port is 70000, expected 0 to 65535"],
  [["serve", ".", "--no-open", "--port", "x"], "--port is x, expected 0 to 65535"],
  [
    ["serve", ".", "--listen", "0.0.0.0"],
    "others can reach this address: a password or the header of a proxy is needed",
  ],
  [
    ["serve", ".", "--listen", "0.0.0.0", "--password-file", "short"],
    "the password is too short, expected at least 12",
  ],
  [["serve", ".", "--listen", "0.0.0.0", "--password-file", "none"], "the password file none cannot be read"],
  [["serve", ".", "--listen", "0.0.0.0", "--proxy-header", "X User"], "--proxy-header is X User, expected the name"],
  [
    ["serve", ".", "--listen", "0.0.0.0", "--proxy-header", "User-Agent"],
    "expected the name of a header that the proxy alone sets",
  ],
  [["serve", ".", "--password-file", "short"], "--password-file, --proxy-header and --host are about --listen"],
])("refuses %j in words", async (args, told) => {
  const ran = await conurb(args, { cwd: folderWith({ "study.yaml": study, "mine.csv": csv, short: "secret\n" }) });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(told);
});

it("refuses a study that is not there", async () => {
  const ran = await conurb(["serve", "nowhere", "--no-open"], { cwd: folderWith() });
  expect(ran.code).not.toBe(0);
  expect(ran.err).toContain("nowhere");
});

it.runIf(isBuilt)("prints an address that opens, runs the study on this machine alone, and ends in order", async () => {
  const folder = folderWith({ "study.yaml": study, "mine.csv": csv });
  const { address, port } = await served(folder);
  const origin = `http://127.0.0.1:${port}`;
  expect(address).toMatch(new RegExp(`^${origin}/\\?token=[\\w-]{43}$`));
  expect((await fetch(`${origin}/api/study`)).status).toBe(401);
  const opened = await fetch(address, { redirect: "manual" });
  const cookie = (opened.headers.get("set-cookie") as string).split(";")[0] as string;
  expect([opened.status, opened.headers.get("location")]).toEqual([303, "/"]);

  const headers = { cookie, origin };
  const page = await (await fetch(origin, { headers })).text();
  expect(page).toContain('<div id="workbench">');
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=/);
  await fetch(`${origin}/api/runs`, { method: "POST", headers });
  interface Told {
    last: { outline: { analyses: { name: string; key: string }[] } } | null;
  }
  const told = async () => ((await (await fetch(`${origin}/api/runs/current`, { headers })).json()) as Told).last;
  await expect.poll(told, { timeout: 20_000 }).not.toBeNull();
  const [gap] = (await told())?.outline.analyses ?? [];
  const bytes = await (await fetch(`${origin}/api/results/${gap?.key}`, { headers })).text();
  // the same bytes as on the command line
  expect(bytes).toBe(readFileSync(join(folder, "out", "results", `${gap?.key}.json`), "utf8"));
  const ran = await conurb(["run", folder, "--json"]);
  expect(JSON.parse(ran.out).analyses.gap.key).toBe(gap?.key);

  const outer = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each?.internal === false && each.family === "IPv4");
  for (const each of outer) {
    await expect(fetch(`http://${each?.address}:${port}/`, { signal: AbortSignal.timeout(3000) })).rejects.toThrow();
  }
  const ended = new Promise((resolve) => child?.on("exit", resolve));
  child?.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it.runIf(isBuilt)("says that a port is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  const folder = folderWith({ "study.yaml": study, "mine.csv": csv });
  const ran = await conurb(["serve", folder, "--no-open", "--port", String(port)]);
  other.close();
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(`port ${port} is taken`);
});

/** A session with a workbench that was opened by its address. */
async function enter(address: string): Promise<{ origin: string; headers: Record<string, string> }> {
  const { origin } = new URL(address);
  const opened = await fetch(address, { redirect: "manual" });
  const cookie = (opened.headers.get("set-cookie") as string).split(";")[0] as string;
  return { origin, headers: { cookie, origin } };
}

it.runIf(isBuilt)("killed in the middle of a run, it opens the study that was saved last, and runs it", async () => {
  const folder = folderWith({ "study.yaml": study, "mine.csv": csv });
  const first = await enter((await served(folder)).address);
  const { version } = (await (await fetch(`${first.origin}/api/study`, { headers: first.headers })).json()) as {
    version: string;
  };
  const text = study.replace("Example", "Saved last");
  const saving = { ...first.headers, "content-type": "application/yaml", "if-match": `"${version}"` };
  expect((await fetch(`${first.origin}/api/study`, { method: "PUT", headers: saving, body: text })).status).toBe(200);
  await fetch(`${first.origin}/api/runs`, { method: "POST", headers: first.headers });
  const gone = new Promise((resolve) => child?.on("exit", resolve));
  child?.kill("SIGKILL");
  await gone;

  const { origin, headers } = await enter((await served(folder)).address);
  expect(await (await fetch(`${origin}/api/study`, { headers })).json()).toMatchObject({ text });
  await fetch(`${origin}/api/runs`, { method: "POST", headers });
  const state = async () =>
    ((await (await fetch(`${origin}/api/runs/current`, { headers })).json()) as { current: { state: string } }).current
      .state;
  await expect.poll(state, { timeout: 20_000 }).toBe("done");
  expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe(text);
});

it.runIf(isBuilt)("lets a team in by its password, on every address that it was told to listen at", async () => {
  const password = "twelve letters";
  const folder = folderWith({ "study.yaml": study, "mine.csv": csv, password: `${password}\n` });
  const { port } = await served(folder, "--listen", "0.0.0.0", "--password-file", join(folder, "password"));
  const addresses = Object.values(networkInterfaces())
    .flat()
    .flatMap((each) => (each?.family === "IPv4" ? [each.address] : []));
  for (const address of addresses) {
    const at = `http://${address}:${port}/api/study`;
    expect((await fetch(at)).status, address).toBe(401);
    const authorization = `Basic ${Buffer.from(`anyone:${password}`).toString("base64")}`;
    expect((await fetch(at, { headers: { authorization } })).status, address).toBe(200);
  }
});
