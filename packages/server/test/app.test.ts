import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cookieName } from "../src/access.ts";
import { openApp, type Workbench } from "../src/app.ts";
import { type Bundle, openBundle } from "../src/bundle.ts";
import { contentPolicy, documentPolicy, workerPolicy } from "../src/headers.ts";
import { openApi } from "../src/open-api.ts";
import type { Ran, Workplace } from "../src/workplace.ts";

const port = 4321;
const token = "t".repeat(43);
const host = `127.0.0.1:${port}`;
const own = { host, cookie: `${cookieName(port)}=${token}` };
const writing = { ...own, origin: `http://${host}`, "content-type": "application/yaml" };

let folder: string;
let workbench: Workbench;
let told: unknown[];
let hold: { go: () => void } | undefined;
let order: string[];

const ran: Ran = {
  outline: { title: "x" },
  result: async (key) => (key === "a".repeat(64) ? "{}\n" : undefined),
  passport: async (analysis, asked) => ({ analysis, ...asked }),
  inputs: async (analysis) => ({ analysis }),
  table: async () => {
    throw new InputError({ code: "no-table", text: { en: "no table", zh: "没有表" } });
  },
  figures: async (name) => ({ name }),
  account: async (name) => ({ name }),
  archive: async () => ({ name: "研究.zip", bytes: Uint8Array.of(80, 75) }),
  view: async (page, ending) => (page.view === "likeness/2" ? JSON.stringify({ ...page, ending }) : undefined),
  report: async (language) => (language === "zh" ? "<!doctype html><title>report</title>" : undefined),
};

function workplaceAt(path: string): Workplace {
  return {
    file: "study.yaml",
    path,
    check: async (text) => ({ problems: [], notes: [{ code: "n", text: { en: text, zh: text } }] }),
    run: async (text, signal, notify) => {
      if (text.includes("wrong")) throw new InputError({ code: "wrong", text: { en: "wrong", zh: "错" } });
      if (text.includes("fault")) throw new Error("a secret path /home/me");
      order.push("run begins");
      notify({ analysis: "a", kind: "started" }, 1);
      if (text.includes("slow")) {
        await new Promise<void>((go, stop) => {
          hold = { go };
          signal.addEventListener("abort", () => stop(new Error("aborted")));
        });
      }
      notify({ analysis: "a", kind: "finished" }, 1);
      return ran;
    },
    report: async (text, signal, notify) => {
      order.push("report begins");
      if (text.includes("slow")) {
        await new Promise<void>((go, stop) => {
          hold = { go };
          signal.addEventListener("abort", () => stop(new Error("aborted")));
        });
      }
      notify({ format: "html", language: "zh", done: 1, total: 1 });
      order.push("report ends");
      return [{ name: "report.zh.html", type: "text/html", size: 4, read: async () => new TextEncoder().encode(text) }];
    },
    preview: async (given, choices) => ({ ...given, choices }),
    methods: async () => ({ methods: [] }),
    gazetteer: async () => ({ clusters: [], places: [] }),
  };
}

const bundle: Bundle = {
  page: new TextEncoder().encode("<!doctype html><title>workbench</title>"),
  file: async (path) =>
    /^\/assets\/(main|(lab-)?worker-x1_Y)\.js$/.test(path)
      ? { bytes: new TextEncoder().encode("1"), type: "text/javascript" }
      : undefined,
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "conurb-server-"));
  writeFileSync(join(folder, "study.yaml"), "conurb: 1\n");
  told = [];
  hold = undefined;
  order = [];
  workbench = openApp({
    workplace: workplaceAt(join(folder, "study.yaml")),
    bundle,
    token,
    port: () => port,
    report: (error) => told.push(error),
  });
});
afterEach(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = { headers: own }) =>
  workbench.app.request(`http://${host}${path}`, init);
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { problems: { code: string; text: { zh: string } }[] }).problems[0]?.code;

describe("who is let in", () => {
  it("takes the token of the opening address for a cookie of this site alone, and out of the address", async () => {
    const answer = await ask(`/?token=${token}&at=x`, { headers: { host } });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/?at=x");
    expect(answer.headers.get("set-cookie")).toBe(`${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`);
  });
  it.each([
    ["/", {}],
    ["/?token=wrong", {}],
    [`/api/study?token=${token}`, {}],
    ["/api/study", { cookie: `${cookieName(port)}=${token.slice(1)}` }],
    ["/api/study", { cookie: `${cookieName(port + 1)}=${token}` }],
    ["/assets/main.js", {}],
  ])("answers %s with 401 to who has no token, or another's", async (path, headers) => {
    const answer = await ask(path, { headers: { host, ...headers } });
    expect(answer.status).toBe(401);
    expect(await codeOf(answer)).toBe("server-token");
  });
  it.each([
    "evil.example",
    `evil.example:${port}`,
    "127.0.0.1",
    `127.0.0.1:${port + 1}`,
    `localhost.evil.example:${port}`,
  ])("refuses a name that was made to lead here: %s", async (name) => {
    const answer = await ask("/api/study", { headers: { ...own, host: name } });
    expect(answer.status).toBe(421);
    expect(await codeOf(answer)).toBe("server-host");
  });
  it("answers to localhost as well", async () => {
    expect((await ask("/api/study", { headers: { ...own, host: `localhost:${port}` } })).status).toBe(200);
  });
  it.each([
    ["GET", { origin: "https://evil.example" }],
    ["GET", { "sec-fetch-site": "cross-site" }],
    ["GET", { "sec-fetch-site": "same-site" }],
    ["GET", { "sec-fetch-site": "same-site", "sec-fetch-dest": "iframe" }],
    ["POST", {}],
    ["POST", { origin: "null" }],
    ["POST", { origin: `http://localhost:${port}` }],
    ["POST", { origin: `https://${host}` }],
  ] as const)("refuses a %s from another site: %j", async (method, headers) => {
    const path = method === "GET" ? "/api/study" : "/api/runs";
    const answer = await ask(path, { method, headers: { ...own, ...headers } });
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe("server-origin");
  });
});

describe("what an answer carries", () => {
  it.each(["/", "/scoreboard?of=ranks", "/api/study", "/api/none", "/assets/main.js"])(
    "%s: a policy under which nothing foreign runs",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy")).toBe(contentPolicy);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );
  it("lets a worker, and no page, compile WebAssembly", async () => {
    for (const [path, policy] of [
      ["/assets/worker-x1_Y.js", workerPolicy],
      ["/assets/lab-worker-x1_Y.js", workerPolicy],
      ["/assets/main.js", contentPolicy],
      ["/assets/none/worker-x.js", contentPolicy],
    ]) {
      expect((await ask(path as string)).headers.get("content-security-policy"), path).toBe(policy);
    }
    expect(workerPolicy).not.toMatch(/'unsafe|\*|https?:/);
  });
  it("allows no script and no style inside a page", () => {
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
  it("keeps what a fault says on this side", async () => {
    writeFileSync(join(folder, "study.yaml"), "fault\n");
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    const { current } = (await (await ask("/api/runs/current")).json()) as { current: object };
    expect(JSON.stringify(current)).not.toContain("/home/me");
    expect(String(told[0])).toContain("/home/me");
  });
});

describe("a view at a page's address", () => {
  it("answers as a file, with what the address says", async () => {
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    const answer = await ask("/structure/likeness/2.svg?cluster=prd&lang=zh");
    expect(answer.headers.get("content-type")).toMatch(/^image\/svg/);
    expect(answer.headers.get("content-security-policy")).toBe(documentPolicy); // it may be opened by itself
    expect(await answer.json()).toEqual({
      screen: "structure",
      view: "likeness/2",
      query: { cluster: "prd", lang: "zh" },
      ending: "svg",
    });
  });
  it.each([
    "/structure/none.csv",
    "/structure.json",
    "/structure/likeness/2.pdf",
    "/%2e%2e/etc/passwd.csv",
    "/x/%E0%A4%A.csv",
  ])("is refused at %s, where there is none", async (path) => {
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    expect((await ask(path)).status).toBe(404);
  });
  it("is refused before the study has run", async () => {
    const answer = await ask("/structure/likeness/2.svg");
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain("server-not-run");
  });
});

describe("the study's text", () => {
  const put = (text: string, version: string, more = {}) =>
    ask("/api/study", { method: "PUT", headers: { ...writing, "if-match": `"${version}"`, ...more }, body: text });
  const version = async () => ((await (await ask("/api/study")).json()) as { version: string }).version;

  it("is written whole where nobody changed it meanwhile", async () => {
    const answer = await put("conurb: 1\nseed: 2\n", await version());
    expect(answer.status).toBe(200);
    expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe("conurb: 1\nseed: 2\n");
    expect(((await answer.json()) as { version: string }).version).toBe(await version());
  });
  it("is not written over a change from outside: both are told", async () => {
    const before = await version();
    writeFileSync(join(folder, "study.yaml"), "outside\n");
    const answer = await put("mine\n", before);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ yours: { text: "mine\n" }, theirs: { text: "outside\n" } });
    expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe("outside\n");
  });
  it("lets one of two who save at once win", async () => {
    const before = await version();
    const answers = await Promise.all([put("one\n", before), put("two\n", before)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
  it.each([
    ["without a version", { "if-match": "" }, 428],
    ["of another kind", { "content-type": "application/json" }, 415],
    ["as a form, which other sites can send", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ])("is not taken %s", async (_, headers, status) => {
    expect((await put("x\n", await version(), headers)).status).toBe(status);
  });
  it("is not taken beyond 4 MB", async () => {
    const text = "x".repeat(4 * 1024 * 1024 + 1);
    const answer = await put(text, await version(), { ...writing, "content-length": String(text.length) });
    expect(answer.status).toBe(413);
    expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe("conurb: 1\n");
  });
  it("is not taken in pieces of no told length", async () => {
    const answer = await put("x\n", await version(), { ...writing, "transfer-encoding": "chunked" });
    expect(answer.status).toBe(411);
  });
  it("is not taken where it is no text", async () => {
    const bytes = Uint8Array.of(0xc3, 0x28);
    const headers = { ...writing, "if-match": `"${await version()}"` };
    expect((await ask("/api/study", { method: "PUT", headers, body: bytes })).status).toBe(415);
  });
  it("is not read, and so not written over, where the file is no UTF-8 text", async () => {
    const [before, gb18030] = [await version(), Buffer.from([0xb1, 0xb1, 0xbe, 0xa9, 0x0a])];
    writeFileSync(join(folder, "study.yaml"), gb18030);
    for (const answer of [await ask("/api/study"), await put("mine\n", before)]) {
      expect(answer.status).toBe(422);
      expect(await codeOf(answer)).toBe("server-file-not-text");
    }
    expect(readFileSync(join(folder, "study.yaml"))).toEqual(gb18030);
  });
  it("is checked without being written", async () => {
    const answer = await ask("/api/check", { method: "POST", headers: writing, body: "other" });
    expect(await answer.json()).toMatchObject({ notes: [{ text: { en: "other" } }] });
    expect(readFileSync(join(folder, "study.yaml"), "utf8")).toBe("conurb: 1\n");
  });
});

describe("runs", () => {
  const start = async () =>
    (await (await ask("/api/runs", { method: "POST", headers: writing })).json()) as { id: string; state: string };
  const stateWhen = async (wanted: string) => {
    for (let i = 0; i < 100; i += 1) {
      const answer = (await (await ask("/api/runs/current")).json()) as {
        current: { id: string; state: string; problems?: unknown };
        last: { outline: unknown } | null;
      };
      if (answer.current?.state === wanted) return answer;
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error(`no run became ${wanted}`);
  };

  it("go on without a page, and are found again", async () => {
    await start();
    expect((await stateWhen("done")).last).toMatchObject({ outline: { title: "x" } });
    const result = await ask(`/api/results/${"a".repeat(64)}`);
    expect([result.status, await result.text()]).toEqual([200, "{}\n"]);
  });
  it("of one text are one run, whichever tab asks", async () => {
    writeFileSync(join(folder, "study.yaml"), "slow\n");
    const [first, second] = [await start(), await start()];
    expect(second.id).toBe(first.id);
    hold?.go();
    await stateWhen("done");
  });
  it("are cancelled by their id alone", async () => {
    writeFileSync(join(folder, "study.yaml"), "slow\n");
    const { id } = await start();
    expect((await ask("/api/runs/other", { method: "DELETE", headers: writing })).status).toBe(404);
    expect((await ask(`/api/runs/${id}`, { method: "DELETE", headers: writing })).status).toBe(204);
    await stateWhen("cancelled");
  });
  it("that fail say why, and leave the last good one standing", async () => {
    await start();
    await stateWhen("done");
    writeFileSync(join(folder, "study.yaml"), "wrong\n");
    await start();
    const { current, last } = await stateWhen("failed");
    expect(current.problems).toEqual([{ code: "wrong", text: { en: "wrong", zh: "错" } }]);
    expect(last).not.toBeNull();
  });
  it("are told to pages that listen", async () => {
    const answer = await ask("/api/events");
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let heard = "";
    const until = async (word: string) => {
      while (!heard.includes(word)) heard += new TextDecoder().decode((await reader.read()).value);
    };
    await until("event: open");
    await start();
    await until('"state":"done"');
    expect(heard).toContain("event: run");
    await reader.cancel();
  });
});

describe("reports", () => {
  const make = async () =>
    (await (await ask("/api/reports", { method: "POST", headers: writing })).json()) as { id: string; state: string };
  const stateWhen = async (wanted: string) => {
    for (let i = 0; i < 100; i += 1) {
      const { current } = (await (await ask("/api/reports/current")).json()) as {
        current: { id: string; state: string; files?: unknown } | null;
      };
      if (current?.state === wanted) return current;
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error(`no report became ${wanted}`);
  };

  it("are made without a page, and their files handed out by name", async () => {
    expect(((await (await ask("/api/reports/current")).json()) as { current: unknown }).current).toBeNull();
    await make();
    expect((await stateWhen("done")).files).toEqual([{ name: "report.zh.html", size: 4 }]);
    const file = await ask("/api/reports/files/report.zh.html");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="report.zh.html"');
    expect(await file.text()).toBe("conurb: 1\n");
    for (const name of ["study.yaml", "..%2fstudy.yaml", "report.en.html"])
      expect((await ask(`/api/reports/files/${name}`)).status, name).toBe(404);
  });
  it("and runs go one after the other, for both write into one folder", async () => {
    writeFileSync(join(folder, "study.yaml"), "slow\n");
    await make();
    await vi.waitFor(() => expect(hold).toBeDefined());
    const { go } = hold as { go: () => void };
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    expect(order).toEqual(["report begins"]);
    go();
    await vi.waitFor(() => expect(order).toEqual(["report begins", "report ends", "run begins"]));
    hold?.go();
  });
  it("are cancelled by their id alone, and made again when asked again", async () => {
    writeFileSync(join(folder, "study.yaml"), "slow\n");
    const { id } = await make();
    expect((await make()).id).toBe(id);
    expect((await ask("/api/reports/other", { method: "DELETE", headers: writing })).status).toBe(404);
    expect((await ask(`/api/reports/${id}`, { method: "DELETE", headers: writing })).status).toBe(204);
    await stateWhen("cancelled");
    writeFileSync(join(folder, "study.yaml"), "conurb: 1\n");
    const first = await make();
    await stateWhen("done");
    expect((await make()).id).not.toBe(first.id);
    await stateWhen("done");
  });
  it("are looked at under a policy of their own, that runs nothing and is framed by this site alone", async () => {
    expect((await ask("/api/reports/preview/zh")).status).toBe(404);
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    const answer = await ask("/api/reports/preview/zh");
    expect(answer.headers.get("content-security-policy")).toBe(documentPolicy);
    expect(documentPolicy).toMatch(/default-src 'none'.*sandbox/);
    expect(documentPolicy).not.toMatch(/script-src|allow-/);
    expect((await ask("/api/reports/preview/en")).status).toBe(404);
  });
});

describe("addresses", () => {
  it.each([
    "/../study.yaml",
    "/..%2f..%2fetc/passwd.json",
    "/assets/..%2f..%2fstudy.yaml",
    "/assets/../../package.json",
    "/%2e%2e/%2e%2e/etc/passwd.css",
    "/study.yaml",
    "/assets/%00.js",
    "/api/results/..%2f..%2fstudy.yaml",
    "/api/results/study.lock.json",
    `/api/results/${"b".repeat(64)}`,
    "/api/none",
  ])("%s leads nowhere", async (path) => {
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    const answer = await ask(path);
    expect(answer.status).toBe(404);
  });
  it("hands out what was built and nothing beside it, links included", async () => {
    const [built, outside] = [join(folder, "dist"), join(folder, "secret.json")];
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(built, "assets"), { recursive: true });
    writeFileSync(join(built, "index.html"), "page");
    writeFileSync(join(built, "assets", "a.js"), "1");
    const opened = await openBundle(built);
    writeFileSync(outside, "{}");
    symlinkSync(outside, join(built, "late.json"));
    expect((await opened.file("/assets/a.js"))?.type).toContain("javascript");
    for (const path of ["/late.json", "/../secret.json", "/assets/../../secret.json", "/index.html"]) {
      expect(await opened.file(path), path).toBeUndefined();
    }
  });
  it("tells a refusal of the study in both languages", async () => {
    await ask("/api/runs", { method: "POST", headers: writing });
    await new Promise((done) => setTimeout(done, 20));
    const answer = await ask("/api/tables/none");
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ problems: [{ code: "no-table", text: { en: "no table", zh: "没有表" } }] });
  });
  it("are all described, and nothing else is", () => {
    const routes = workbench.app.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const described = Object.entries(openApi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect([...new Set(routes)].sort()).toEqual(described.sort());
  });
});
