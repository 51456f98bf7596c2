import { beforeEach, expect, it, vi } from "vitest";
import type { News, Source } from "./source.ts";

/** A server that holds one text, and fails when it is told to. */
const server = {
  text: "a: 1\n",
  down: false,
  refusal: 0,
  /** Another one stands in its place, which does not know the page. */
  stranger: false,
  runs: 0,
  /** Times that the last run was asked for. */
  outlines: 0,
  listener: (_: News): void => {},
  saved: [] as string[],
  /** What the next text that is read waits for on its way. */
  slow: undefined as Promise<void> | undefined,
};
const versionOf = (text: string): string => [...new TextEncoder().encode(text)].join("");
const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), { status });

const source: Source = {
  address: (path) => path,
  listen: (listener) => {
    server.listener = listener;
    return () => {};
  },
  ask: async (path, init) => {
    if (server.down) throw new TypeError("Failed to fetch");
    if (server.stranger) return json({ problems: [{ code: "server-token", text: { en: "no", zh: "否" } }] }, 401);
    const version = versionOf(server.text);
    if (path === "/api/study" && init?.method === "PUT") {
      if (server.refusal > 0) {
        return json({ problems: [{ code: "no-room", text: { en: "no room", zh: "没有空间" } }] }, server.refusal);
      }
      const yours = String(init.body);
      const before = (init.headers as Record<string, string>)["if-match"];
      if (before !== `"${version}"`)
        return json({ yours: { text: yours }, theirs: { text: server.text, version } }, 409);
      server.text = yours;
      server.saved.push(yours);
      return json({ version: versionOf(yours) });
    }
    if (path === "/api/study") {
      const [answer, { slow }] = [json({ file: "study.yaml", text: server.text, version }), server];
      server.slow = undefined;
      await slow;
      return answer;
    }
    if (path === "/api/runs") server.runs += 1;
    if (path === "/api/runs") return json({ id: version, version, state: "running", finished: 0, total: 1 });
    if (path === "/api/runs/current") server.outlines += 1;
    if (path === "/api/runs/current") return json({ current: null, last: null });
    throw new Error(`not asked for: ${path}`);
  },
};
vi.mock("./source.ts", () => ({ source: Promise.resolve(source) }));
vi.resetModules(); // another file may have asked another source
const { Bench } = await import("./bench.ts");
const { ask } = await import("./ask.ts");

const opened = async () => {
  const bench = new Bench();
  await bench.open();
  return bench;
};
const comes = (check: () => void) => vi.waitFor(check, { interval: 1 });

beforeEach(() => {
  Object.assign(server, {
    text: "a: 1\n",
    down: false,
    refusal: 0,
    stranger: false,
    runs: 0,
    saved: [],
    slow: undefined,
  });
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

it("says that a text is not saved while the server does not answer, and saves it when it does again", async () => {
  const bench = await opened();
  server.down = true;
  bench.edit(() => "a: 2\n");
  await comes(() => expect(bench.get()).toMatchObject({ lost: "silent", unsaved: true, saving: false }));
  server.down = false;
  server.listener({ kind: "open" });
  await comes(() => expect(bench.get()).toMatchObject({ lost: undefined, unsaved: false, saving: false }));
  expect(server.saved).toEqual(["a: 2\n"]);
});

it("says that nobody answers to whoever asked", async () => {
  server.down = true;
  await expect(ask("/api/study")).rejects.toMatchObject({ problems: [{ code: "unanswered" }] });
});

it("takes over what another saved while nothing could be heard", async () => {
  const bench = await opened();
  server.listener({ kind: "lost" });
  server.text = "a: 3\n";
  server.listener({ kind: "open" });
  await comes(() => expect(bench.get()).toMatchObject({ text: "a: 3\n", past: ["a: 1\n"], lost: undefined }));
});

it("keeps its text when another server stands in the place of the old one, and goes on when that lets it in", async () => {
  const bench = await opened();
  server.listener({ kind: "report", report: { id: "r", version: "1", state: "running", finished: 0, total: 1 } });
  server.listener({ kind: "lost" });
  server.stranger = true;
  server.listener({ kind: "shut" });
  await comes(() => expect(bench.get().lost).toMatchObject({ status: 401, problems: [{ code: "server-token" }] }));
  bench.edit(() => "a: 2\n");
  await comes(() => expect(bench.get()).toMatchObject({ unsaved: true, saving: false, text: "a: 2\n" }));
  expect(bench.get().refused).toBeUndefined();
  server.stranger = false;
  server.listener({ kind: "open" });
  await comes(() => expect(bench.get()).toMatchObject({ lost: undefined, unsaved: false, saving: false }));
  expect(server.saved).toEqual(["a: 2\n"]);
  expect(bench.get().report).toBeUndefined(); // it was of a server that is no more
});

it("takes over what another saved while nobody looked at the page, and runs nothing where nothing was saved", async () => {
  const bench = await opened();
  const before = server.runs;
  server.listener({ kind: "open", again: true });
  await new Promise((done) => setTimeout(done, 5));
  expect(server.runs).toBe(before);
  server.text = "a: 3\n";
  server.listener({ kind: "open", again: true });
  await comes(() => expect(bench.get()).toMatchObject({ text: "a: 3\n", past: ["a: 1\n"] }));
});

it("asks for the outline of a run once, however often it is told that it is done", async () => {
  await opened();
  const before = server.outlines;
  const run = { id: "x", version: versionOf(server.text), state: "done", finished: 1, total: 1 } as const;
  for (let nth = 0; nth < 3; nth += 1) server.listener({ kind: "run", run });
  await new Promise((done) => setTimeout(done, 5));
  expect(server.outlines).toBe(before + 1);
});

it("runs on a server that was started anew, though the text is the same", async () => {
  const bench = await opened();
  server.listener({ kind: "lost" });
  const before = server.runs;
  server.listener({ kind: "open" });
  await comes(() => expect(server.runs).toBe(before + 1));
  expect(bench.get().lost).toBeUndefined();
});

it("saves an edit that never reached the file when the page is opened again, and asks where the file is another since", async () => {
  const left = await opened();
  server.down = true;
  left.edit(() => "a: 2\n");
  await comes(() => expect(left.get().unsaved).toBe(true));
  server.down = false;
  const bench = await opened();
  await comes(() => expect(bench.get()).toMatchObject({ text: "a: 2\n", past: ["a: 1\n"], unsaved: false }));
  expect(server.saved).toEqual(["a: 2\n"]);
  server.down = true;
  bench.edit(() => "a: 4\n");
  await comes(() => expect(bench.get().unsaved).toBe(true));
  Object.assign(server, { down: false, text: "theirs\n", runs: 0 });
  const again = await opened();
  expect(again.get()).toMatchObject({ text: "a: 4\n", unsaved: true });
  expect(again.get().conflict).toMatchObject({ theirs: { text: "theirs\n" }, base: "a: 2\n" });
  expect(server.runs).toBe(1); // there is something to look at meanwhile
});

it("asks about what another saved where its own text could not be", async () => {
  const bench = await opened();
  server.refusal = 413;
  bench.edit(() => "mine\n");
  await comes(() => expect(bench.get()).toMatchObject({ unsaved: true, saving: false }));
  Object.assign(server, { refusal: 0, text: "theirs\n" });
  server.listener({ kind: "study", version: versionOf("theirs\n") });
  await comes(() => expect(bench.get().conflict).toMatchObject({ theirs: { text: "theirs\n" }, base: "a: 1\n" }));
  expect(bench.get().text).toBe("mine\n");
});

it("keeps on the table what is edited while another's text is on its way", async () => {
  const bench = await opened();
  server.text = "theirs\n";
  let resolve = (): void => {};
  server.slow = new Promise((done) => {
    resolve = done;
  });
  server.listener({ kind: "study", version: versionOf("theirs\n") });
  await comes(() => expect(server.slow).toBeUndefined()); // it was asked for
  bench.edit(() => "mine\n");
  await comes(() => expect(bench.get().conflict).toBeDefined());
  resolve();
  await new Promise((done) => setTimeout(done, 5));
  expect(bench.get()).toMatchObject({ text: "mine\n", conflict: { theirs: { text: "theirs\n" } } });
});

it("takes over what stands in the file by the time that another's text was chosen", async () => {
  const bench = await opened();
  server.text = "theirs\n";
  bench.edit(() => "mine\n");
  await comes(() => expect(bench.get().conflict).toBeDefined());
  server.text = "newer\n";
  server.listener({ kind: "study", version: versionOf("newer\n") });
  await new Promise((done) => setTimeout(done, 5)); // one question at a time: this is no other
  bench.settle("theirs\n");
  await comes(() => expect(bench.get()).toMatchObject({ text: "newer\n", filed: "newer\n", unsaved: false }));
});

it("tells why a text is refused, and does not take it for a server that is gone", async () => {
  const bench = await opened();
  server.refusal = 413;
  bench.edit(() => "a: 2\n");
  await comes(() =>
    expect(bench.get()).toMatchObject({
      lost: undefined,
      unsaved: true,
      trouble: [{ code: "no-room" }],
      text: "a: 2\n",
    }),
  );
  server.refusal = 0;
  bench.edit(() => "a: 4\n");
  await comes(() => expect(bench.get()).toMatchObject({ unsaved: false, saving: false }));
  expect(bench.get().trouble).toBeUndefined();
});

it.each([
  ["mine", "mine\n", ["theirs\n"]],
  ["theirs", "theirs\n", ["mine\n"]],
  ["both", "mine\ntheirs\n", ["mine\n", "theirs\n"]],
] as const)("keeps %s of two texts, and what gave way an undo away", async (_, stands, others) => {
  const bench = await opened();
  bench.edit(() => "mine\n");
  bench.edit(() => "more\n");
  await comes(() => expect(server.text).toBe("more\n"));
  server.text = "theirs\n";
  bench.undo(); // there is a step forward now, which leads on from a text that may not stand
  await comes(() => expect(bench.get().conflict).toMatchObject({ theirs: { text: "theirs\n" }, base: "more\n" }));
  bench.settle(stands);
  await comes(() => expect(server.text).toBe(stands));
  expect(bench.get()).toMatchObject({ text: stands, future: [] });
  expect(bench.get().conflict).toBeUndefined();
  for (const other of others) {
    bench.undo();
    expect(bench.get().text).toBe(other);
  }
});

it("takes back a knob that was turned in one step, and what was done before, between or after a rest in steps of their own", async () => {
  const clock = vi.spyOn(performance, "now");
  try {
    const bench = await opened();
    const turn = (knob: string, value: number, now: number) => {
      clock.mockReturnValue(now);
      bench.edit(() => `${knob}: ${value}\n`, [knob]);
    };
    for (const press of [1, 2, 3, 4, 5, 6, 7, 8]) turn("a", 10 + press, 900 * press);
    expect(bench.get().past).toEqual(["a: 1\n"]);
    turn("b", 1, 7300); // another knob
    turn("b", 2, 7400);
    bench.edit(() => "c: 1\n"); // no knob
    turn("b", 3, 7500);
    turn("b", 4, 8500); // after a rest
    turn("b", 5, 8600);
    expect(bench.get().past).toEqual(["a: 1\n", "a: 18\n", "b: 2\n", "c: 1\n", "b: 3\n"]);
    bench.undo();
    expect(bench.get()).toMatchObject({ text: "b: 3\n", future: ["b: 5\n"] });
    turn("b", 6, 8700); // not joined to what was taken back
    expect(bench.get()).toMatchObject({ past: ["a: 1\n", "a: 18\n", "b: 2\n", "c: 1\n", "b: 3\n"], future: [] });
    await comes(() => expect(server.text).toBe("b: 6\n"));
  } finally {
    clock.mockRestore();
  }
});
