import { afterAll, beforeEach, expect, it, vi } from "vitest";

vi.mock("./method-job.ts", () => {
  throw new Error("the file did not come");
});
vi.mock("./lab-job.ts", () => ({ take: () => Promise.reject(new Error("it broke")) }));
beforeEach(() => vi.resetModules());
afterAll(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("./method-job.ts");
  vi.doUnmock("./lab-job.ts");
  vi.resetModules();
});

it.each([
  ["method", "the file did not come"],
  ["lab", "it broke"],
])("tells the page what fails in a thread of name %s, so that nobody waits for ever", async (name, why) => {
  const told: unknown[] = [];
  const thread = Object.assign(new EventTarget(), { name });
  vi.stubGlobal("self", thread);
  vi.stubGlobal("reportError", (error: unknown) => told.push(error));
  await import("./worker.ts");
  thread.dispatchEvent(Object.assign(new Event("message"), { data: {} }));
  await vi.waitFor(() => expect(told).toHaveLength(1));
  const { cause = told[0] } = told[0] as { cause?: unknown }; // who mocks a module wraps what it throws
  expect(String(cause)).toContain(why);
});
