import { expect, it, vi } from "vitest";

vi.mock("../bench/source.ts", () => ({ source: Promise.resolve(undefined) }));
const { SiteRun } = await import("./site-run.ts");

class Thread extends EventTarget {
  static last: Thread;
  constructor() {
    super();
    Thread.last = this;
  }
  postMessage(): void {}
  terminate(): void {}
}
vi.stubGlobal("Worker", Thread);

it.each([
  ["cannot run", new MessageEvent("message", { data: { kind: "failed", problems: [] } })],
  ["breaks", Object.assign(new Event("error"), { message: "out of memory" })],
])("answers a question with a refusal where the run %s", async (_, event) => {
  const told: string[] = [];
  const run = new SiteRun({} as never, ({ kind }) => told.push(kind));
  const asked = run.ask({ kind: "inputs", analysis: "a" });
  Thread.last.dispatchEvent(event);
  await expect(asked).rejects.toMatchObject({ name: "Refused", status: 422 });
  expect(told).toEqual(["failed"]);
});
