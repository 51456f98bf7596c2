import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cookieName } from "../src/access.ts";
import { openApp, type Workbench } from "../src/app.ts";
import { doorOf, type Team } from "../src/team.ts";
import type { Workplace } from "../src/workplace.ts";

const port = 4123;
const token = "t".repeat(43);
const password = "twelve letters";
const host = `planning.example:${port}`;
const basic = (word: string) => ({ authorization: `Basic ${Buffer.from(`anyone:${word}`).toString("base64")}` });

let folder: string;
let workbench: Workbench;

const open = (team: Team): void => {
  const workplace = { file: "study.yaml", path: join(folder, "study.yaml") } as Workplace;
  const bundle = { page: Uint8Array.from(Buffer.from("<!doctype html>")), file: async () => undefined };
  workbench = openApp({
    workplace,
    bundle,
    token,
    port: () => port,
    team: { ...team, hosts: ["planning.example"] },
    report: () => {},
  });
};
const ask = (headers: Record<string, string>, method = "GET", path = "/api/study") =>
  workbench.app.request(`http://${host}${path}`, { method, headers: { host, ...headers } });
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { problems: { code: string }[] }).problems[0]?.code;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "conurb-team-"));
  writeFileSync(join(folder, "study.yaml"), "conurb: 1\n");
});
afterEach(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a team with a password", () => {
  beforeEach(() => open({ password }));
  it("is asked for it", async () => {
    const answer = await ask({});
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Basic realm="conurb", charset="UTF-8"');
    expect(await codeOf(answer)).toBe("server-password");
  });
  it("is let in by it, and then by the cookie", async () => {
    const answer = await ask(basic(password));
    expect(answer.status).toBe(200);
    const cookie = `${cookieName(port)}=${token}`;
    expect(answer.headers.get("set-cookie")).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Strict`);
    expect((await ask({ cookie })).status).toBe(200);
  });
  it("has a cookie for https alone where the browser came by https", async () => {
    const answer = await ask({ ...basic(password), "x-forwarded-proto": "https" });
    expect(answer.headers.get("set-cookie")).toContain("; Secure");
  });
  it.each([["wrong"], [`${password} `], [""]])("is not let in by %j", async (word) => {
    expect((await ask(basic(word))).status).toBe(401);
  });
  it("keeps out who guesses, the right password included, until a minute has gone", async () => {
    for (let at = 0; at < 10; at += 1) expect((await ask(basic(`guess ${at}`))).status).toBe(401);
    const answer = await ask(basic(password));
    expect(answer.status).toBe(429);
    expect(await codeOf(answer)).toBe("server-too-often");
  });
  it.each([
    ["another name that leads here", { host: `evil.example:${port}` }, 421],
    ["another site", { origin: "https://evil.example" }, 403],
    ["a page inside another site", { "sec-fetch-site": "cross-site" }, 403],
  ])("is refused from %s, password or not", async (_, headers, status) => {
    expect((await ask({ ...basic(password), ...headers })).status).toBe(status);
  });
  it("may stand behind a proxy that speaks https at another port", async () => {
    const headers = { ...basic(password), host: "planning.example", origin: "https://planning.example" };
    expect((await ask(headers)).status).toBe(200);
  });
});

describe("a team behind a proxy", () => {
  beforeEach(() => open({ proxyHeader: "X-Remote-User" }));
  it("is let in where the proxy names somebody, each time anew", async () => {
    const answer = await ask({ "x-remote-user": "li" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });
  it.each([{}, { "x-remote-user": " " }, basic(password)])("is not let in with %j", async (headers) => {
    const answer = await ask(headers as Record<string, string>);
    expect(answer.status).toBe(401);
    expect(await codeOf(answer)).toBe("server-proxy");
  });
});

describe("the door", () => {
  beforeEach(() => open({ password }));
  const at = (now: () => number) => {
    const door = doorOf({ password }, now);
    return (word: string, address: string) => door({ header: () => basic(word).authorization, address });
  };

  it("forgets wrong passwords after a minute", () => {
    let time = 0;
    const given = at(() => time);
    for (let nth = 0; nth < 10; nth += 1) given("wrong", "10.0.0.1");
    expect(given(password, "10.0.0.1")).toBe("too-often");
    time = 60_001;
    expect(given(password, "10.0.0.1")).toBe("in");
  });
  it("lets in the others while somebody guesses", () => {
    const given = at(() => 0);
    for (let nth = 0; nth < 20; nth += 1) given("wrong", "10.0.0.1");
    expect(given(password, "10.0.0.1")).toBe("too-often");
    expect(given(password, "10.0.0.2")).toBe("in");
  });
  it("shuts for a minute where many addresses guess together", () => {
    const given = at(() => 0);
    for (let nth = 0; nth < 100; nth += 1) expect(given("wrong", `10.0.0.${nth}`)).toBe("wrong");
    expect(given(password, "10.0.1.1")).toBe("too-often");
  });
});
