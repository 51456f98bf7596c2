import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cookieName } from "../src/access.ts";
import { openApp, type Workbench } from "../src/app.ts";
import { copyIn, openUploads, safeName } from "../src/uploads.ts";
import type { Ran, Shelf, Workplace } from "../src/workplace.ts";

const port = 4322;
const token = "t".repeat(43);
const host = `127.0.0.1:${port}`;
const own = { host, cookie: `${cookieName(port)}=${token}` };
const writing = { ...own, origin: `http://${host}`, "content-type": "application/octet-stream" };

let folder: string;
let workbench: Workbench;
let opened: unknown[];

const ran: Ran = {
  outline: {},
  result: async () => undefined,
  passport: async () => ({}),
  inputs: async () => ({}),
  table: async () => ({}),
  report: async () => undefined,
  view: async () => undefined,
  figures: async (name) => ({ figuresOf: name }),
  account: async (name) => ({ accountOf: name }),
  archive: async () => ({ name: "研究.zip", bytes: Uint8Array.of(80, 75) }),
};
const workplaceAt = (path: string): Workplace => ({
  file: "study.yaml",
  path,
  check: async () => ({ problems: [], notes: [] }),
  run: async () => ran,
  report: async () => [],
  preview: async ({ path: from, file }, choices) => {
    const text = readFileSync(from, "utf8");
    if (text === "bad") throw new InputError({ code: "bad", text: { en: `${file} is bad`, zh: "坏" } });
    return { file, text, choices };
  },
  methods: async () => ({}),
  gazetteer: async () => ({}),
});
const shelf: Shelf = {
  list: async () => ({ canOpen: true }),
  open: async (asked, upload) => {
    opened.push({ asked, name: upload?.name });
    return { address: "http://127.0.0.1:1/?token=x" };
  },
};
const bundle = { page: new Uint8Array(), file: async () => undefined };

const openAt = (at: string, more: { shelf?: Shelf } = {}) =>
  openApp({ workplace: workplaceAt(at), bundle, report: () => {}, token, port: () => port, ...more });
const ask = async (path: string, init: RequestInit = {}, bench = workbench) =>
  bench.app.request(`http://${host}${path}`, { ...init, headers: { ...own, ...init.headers } });
const send = (name: string, body: string, bench = workbench) =>
  ask(
    `/api/uploads?name=${encodeURIComponent(name)}`,
    { method: "POST", headers: { ...writing, "content-length": String(Buffer.byteLength(body)) }, body },
    bench,
  );
const uploaded = async (name: string, body: string) =>
  (await (await send(name, body)).json()) as { id: string; name: string };
const post = (path: string, body: unknown = {}) =>
  ask(path, { method: "POST", headers: writing, body: JSON.stringify(body) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "conurb-files-"));
  writeFileSync(join(folder, "study.yaml"), "conurb: 1\n");
  opened = [];
  workbench = openAt(join(folder, "study.yaml"), { shelf });
});
afterEach(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a file that a page hands over", () => {
  it("is looked at outside the study, and copied into its data folder when it is taken", async () => {
    const { id, name } = await uploaded("人口.csv", "a,b\n1,2\n");
    expect(name).toBe("人口.csv");
    const seen = await (await post(`/api/uploads/${id}/preview`, { sheet: "x" })).json();
    expect(seen).toEqual({ file: "data/人口.csv", text: "a,b\n1,2\n", choices: { sheet: "x" } });
    expect(readdirSync(folder)).toEqual(["study.yaml"]);
    expect(((await (await post(`/api/uploads/${id}/take`)).json()) as { file: string }).file).toBe("data/人口.csv");
    expect(readFileSync(join(folder, "data", "人口.csv"), "utf8")).toBe("a,b\n1,2\n");
    expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe("conurb: 1\n");
  });
  it("never replaces another: the same file keeps its name, another takes the next", async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "a.csv"), "there already\n");
    const file = async (body: string) => {
      const { id } = await uploaded("a.csv", body);
      return ((await (await post(`/api/uploads/${id}/take`)).json()) as { file: string }).file;
    };
    expect(await file("other\n")).toBe("data/a-2.csv");
    expect(await file("other\n")).toBe("data/a-2.csv");
    expect(await file("there already\n")).toBe("data/a.csv");
    expect(readFileSync(join(folder, "data", "a.csv"), "utf8")).toBe("there already\n");
  });
  it("does not leave the study's folder by a link", async () => {
    const outside = mkdtempSync(join(tmpdir(), "conurb-outside-"));
    symlinkSync(outside, join(folder, "data"));
    const { id } = await uploaded("a.csv", "x\n");
    const answer = await post(`/api/uploads/${id}/take`);
    expect(answer.status).toBe(422);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });
  it("is refused with what is wrong with it, and stays out of the study", async () => {
    const { id } = await uploaded("a.csv", "bad");
    const answer = await post(`/api/uploads/${id}/preview`);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { problems: { text: { en: string } }[] }).problems[0]?.text.en).toBe(
      "data/a.csv is bad",
    );
  });
  it("is forgotten when asked, or with the server", async () => {
    const { id } = await uploaded("a.csv", "x");
    expect((await ask(`/api/uploads/${id}`, { method: "DELETE", headers: writing })).status).toBe(204);
    expect((await post(`/api/uploads/${id}/preview`)).status).toBe(404);
    expect((await ask(`/api/uploads/${id}`, { method: "DELETE", headers: writing })).status).toBe(404);
  });
  it("is held to a size, and so is everything else", async () => {
    const length = (bytes: number) => ({ ...writing, "content-length": String(bytes) });
    const large = await ask("/api/uploads?name=a", { method: "POST", headers: length(65 * 1024 * 1024), body: "x" });
    expect(large.status).toBe(413);
    const study = await ask("/api/check", { method: "POST", headers: length(5 * 1024 * 1024), body: "x" });
    expect(study.status).toBe(413);
  });
  it("comes from the workbench's own pages alone", async () => {
    const answer = await ask("/api/uploads?name=a", { method: "POST", headers: { origin: "https://evil.example" } });
    expect(answer.status).toBe(403);
  });
});

describe("its name", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\data.xlsx", "data.xlsx"],
    ["\u202egnp.exe", "gnp.exe"],
    ["a\u0000b\u0007.csv", "ab.csv"],
    [".htaccess", "htaccess"],
    ["...", "data"],
    ["", "data"],
    ["con.csv", "datacon.csv"],
    ["aux.2020.csv", "dataaux.2020.csv"],
    ["COM¹.csv", "dataCOM¹.csv"],
    ["conurb.csv", "conurb.csv"],
    ["a<b>|c?.csv", "abc.csv"],
    ["统计年鉴 2020（表 3-2）.xlsx", "统计年鉴 2020（表 3-2）.xlsx"],
    [`${"x".repeat(300)}.xlsx`, `${"x".repeat(75)}.xlsx`],
  ])("%j becomes %j", (given, name) => expect(safeName(given)).toBe(name));
});

describe("the archive and datasets of the last run", () => {
  it("are not there before one", async () => {
    for (const path of ["/api/archive", "/api/datasets/a/figures", "/api/datasets/a/account"])
      expect((await ask(path)).status, path).toBe(404);
  });
  it("are handed out after it", async () => {
    await post("/api/runs");
    for (let i = 0; i < 100 && (await ask("/api/archive")).status === 404; i += 1)
      await new Promise((done) => setTimeout(done, 5));
    const answer = await ask("/api/archive");
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename=\"__.zip\"; filename*=UTF-8''%E7%A0%94%E7%A9%B6.zip",
    );
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.of(80, 75));
    expect(await (await ask("/api/datasets/a/figures")).json()).toEqual({ figuresOf: "a" });
    expect(await (await ask("/api/datasets/a/account")).json()).toEqual({ accountOf: "a" });
  });
});

describe("the shelf", () => {
  it("opens a study in a workbench of its own", async () => {
    const { id } = await uploaded("a.csv", "x");
    expect((await post("/api/shelf", { template: "minimal" })).status).toBe(201);
    expect((await post("/api/shelf", { upload: id })).status).toBe(201);
    expect((await post("/api/shelf", { upload: "none" })).status).toBe(404);
    expect(opened).toEqual([
      { asked: { template: "minimal" }, name: undefined },
      { asked: { upload: id }, name: "a.csv" },
    ]);
  });
  it("is closed where the server stands for one study", async () => {
    const alone = openAt(join(folder, "study.yaml"));
    const answer = await ask("/api/shelf", { method: "POST", headers: writing, body: "{}" }, alone);
    expect(answer.status).toBe(403);
    expect(await (await ask("/api/shelf", {}, alone)).json()).toEqual({ canOpen: false });
    await alone.close();
  });
  it("leads from one workbench to another, which stands on another port", async () => {
    const headers = { "sec-fetch-site": "same-site", "sec-fetch-dest": "document" };
    expect((await ask("/", { headers })).status).toBe(200);
    expect((await ask("/", { headers: { ...headers, cookie: "" } })).status).toBe(401);
  });
});

it("says so where there is no study yet: an answer to who asks for it, a refusal to who would run it", async () => {
  const bare = openAt(join(folder, "nothing", "study.yaml"));
  const found = await ask("/api/study", {}, bare);
  expect(found.status).toBe(200);
  expect(await found.json()).toMatchObject({ text: null, version: null });
  const answer = await ask("/api/runs", { method: "POST", headers: { origin: `http://${host}` } }, bare);
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { problems: { code: string }[] }).problems[0]?.code).toBe("server-no-study");
  expect(existsSync(join(folder, "nothing"))).toBe(false);
  await bare.close();
});

it("two files of one name that come at once both stay, beside a folder of that name", async () => {
  mkdirSync(join(folder, "data", "t.csv"), { recursive: true });
  const uploads = openUploads();
  const given = await Promise.all(["AAAA", "BBBB", "AAAA"].map((text) => uploads.receive("t.csv", Buffer.from(text))));
  const ways = await Promise.all(given.map((upload) => copyIn(folder, upload)));
  for (const [at, text] of ["AAAA", "BBBB", "AAAA"].entries()) {
    expect(ways[at]).toMatch(/^data\/t-\d\.csv$/);
    expect(readFileSync(join(folder, ways[at] as string), "utf8")).toBe(text);
  }
  await uploads.close();
});
