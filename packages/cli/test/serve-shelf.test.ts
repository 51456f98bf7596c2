import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArchive } from "@conurb/store";
import { afterEach, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const built = existsSync(fileURLToPath(new URL("../../web/dist/index.html", import.meta.url)));
const program = fileURLToPath(new URL("../bin/conurb.js", import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
  child = undefined;
});

/** A page's way to a workbench: the cookie that its address gives, and requests as the pages make them. */
async function enter(address: string) {
  const opened = await fetch(address, { redirect: "manual" });
  const cookie = (opened.headers.get("set-cookie") as string).split(";")[0] as string;
  const { origin } = new URL(address);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { cookie, origin, ...init.headers } });
  const json = async <T>(path: string, init?: RequestInit) => (await (await ask(path, init)).json()) as T;
  const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });
  return { ask, json, post };
}

async function served(folder: string) {
  child = spawn(process.execPath, [program, "serve", folder, "--no-open", "--json"], {
    env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", XDG_STATE_HOME: join(folder, "..", "state") },
  });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    child?.stdout?.on("data", (chunk: Uint8Array) => {
      said += String(chunk);
      const found = /"address": "([^"]+)"/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child?.on("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  return enter(address);
}

interface Shelf {
  readonly canOpen: boolean;
  readonly folder: string;
  readonly templates: readonly { readonly name: string }[];
  readonly recent: readonly { readonly path: string }[];
}
interface Refusal {
  readonly problems: readonly { readonly code: string }[];
}

it.runIf(built)(
  "a folder without a study opens too: a template, a file and a study opened before each get a workbench",
  async () => {
    const root = join(folderWith({ "bare/note.txt": "" }), "bare");
    const { ask, json, post } = await served(root);
    expect((await json<{ text: string | null }>("/api/study")).text).toBeNull();
    const shelf = await json<Shelf>("/api/shelf");
    expect(shelf).toMatchObject({ canOpen: true, folder: root, recent: [] });
    expect(shelf.templates.map(({ name }) => name)).toContain("minimal");

    const made = await json<{ address: string }>("/api/shelf", post({ template: "minimal", folder: "first" }));
    const first = await enter(made.address);
    expect((await first.json<{ text: string }>("/api/study")).text).toContain("conurb: 1");
    expect(readdirSync(join(root, "first"))).toContain("study.yaml");

    const csv = "place,year,x\na,2020,1\nb,2020,2\n";
    const upload = await json<{ id: string }>("/api/uploads?name=mine.csv", { method: "POST", body: csv });
    const begun = post({ upload: upload.id, folder: "second", choices: { title: "Two places" } });
    const second = await enter((await json<{ address: string }>("/api/shelf", begun)).address);
    expect((await second.json<{ text: string }>("/api/study")).text).toContain("title: Two places");
    expect(readFileSync(join(root, "second", "data", "mine.csv"), "utf8")).toBe(csv);

    // its archive is what the command line packs, and replays
    await second.ask("/api/runs", { method: "POST" });
    await expect.poll(async () => (await second.ask("/api/archive")).status, { timeout: 30_000 }).toBe(200);
    const bytes = new Uint8Array(await (await second.ask("/api/archive")).arrayBuffer());
    expect([...readArchive(bytes, "second.zip").keys()]).toContain("study/data/mine.csv");
    const packed = await conurb(["pack", "second", "--out", "second.zip"], { cwd: root });
    expect(packed.code, packed.err).toBe(0);
    expect(Buffer.compare(readFileSync(join(root, "second.zip")), bytes)).toBe(0);
    expect(await second.json("/api/datasets/mine/account")).toMatchObject({
      account: { cells: 6, read: 6, refused: 0 },
    });
    expect((await second.json<{ table: { rows: number } }>("/api/datasets/mine/figures")).table.rows).toBe(2);

    const { recent } = await json<Shelf>("/api/shelf");
    expect(recent.map(({ path }) => path)).toEqual([
      join(root, "second", "study.yaml"),
      join(root, "first", "study.yaml"),
    ]);
    const again = await json<{ address: string }>("/api/shelf", post({ recent: join(root, "first", "study.yaml") }));
    expect(again.address).toBe(made.address);

    for (const [asked, code] of [
      [{ template: "minimal", folder: "first" }, "shelf-folder-taken"],
      [{ template: "minimal", folder: "../out" }, "shelf-folder-name"],
      [{ template: "minimal", folder: "a/b" }, "shelf-folder-name"],
      [{ template: "minimal" }, "shelf-folder-name"],
      [{ shipped: "../../etc", folder: "x" }, "shelf-unknown"],
      [{ recent: "/etc/passwd" }, "shelf-unknown"],
      [{ folder: "x" }, "shelf-nothing"],
    ] as const) {
      expect((await json<Refusal>("/api/shelf", post(asked))).problems[0]?.code, JSON.stringify(asked)).toBe(code);
      expect(existsSync(join(root, "x"))).toBe(false);
    }
    expect((await ask("/api/archive")).status).toBe(404);
  },
);
