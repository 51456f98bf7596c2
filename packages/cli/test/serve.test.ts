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
    env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8" },
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
])("refuses %j in words", async (args, told) => {
  const ran = await conurb(args, { cwd: folderWith({ "study.yaml": study, "mine.csv": csv }) });
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
