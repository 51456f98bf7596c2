import { beforeEach, expect, it, vi } from "vitest";
import { Computer, MethodRefused, type Task } from "./compute.ts";

/** A thread that does nothing by itself. */
class Thread extends EventTarget {
  static all: Thread[] = [];
  readonly posted: Task[] = [];
  isOver = false;
  constructor() {
    super();
    Thread.all.push(this);
  }
  postMessage(task: Task): void {
    this.posted.push(task);
  }
  terminate(): void {
    this.isOver = true;
  }
}
beforeEach(() => {
  Thread.all = [];
  vi.stubGlobal("Worker", Thread);
});

const task = (holds: string) => ({ method: "a/b", holds, inputs: { data: holds }, options: {}, seed: 1 });
const idsOf = ({ posted }: Thread | undefined = undefined as never) => posted.map(({ id }) => id);

it("sends tables once, and again when so many others came after them that the thread let go of them", () => {
  const computer = new Computer();
  for (const name of ["x", "x", "1", "2", "3", "4", "5", "6", "7", "8", "x"]) void computer.run(task(name));
  const sent = Thread.all[0]?.posted.filter(({ holds }) => holds === "x").map(({ inputs }) => inputs !== undefined);
  expect(sent).toEqual([true, false, true]);
});

it("ends what is called off, and does the others with all that they need", async () => {
  const computer = new Computer();
  const long = new AbortController();
  const first = computer.run(task("x"), long.signal);
  void computer.run(task("x"));
  long.abort(new Error("called off"));
  await expect(first).rejects.toThrow("called off");
  const [before, after] = Thread.all;
  expect(before?.isOver).toBe(true);
  expect(idsOf(after)).toEqual([2]);
  expect(after?.posted[0]?.inputs).toEqual({ data: "x" });
});

it("says why nothing comes of a thread whose file did not come, which says nothing itself", async () => {
  const lost = new Computer().run(task("x"));
  Thread.all[0]?.dispatchEvent(new Event("error"));
  await expect(lost).rejects.toThrow("a file of the program did not come");
});

it("tells whoever waits that the thread broke, and begins another for the next", async () => {
  const computer = new Computer();
  const lost = computer.run(task("x"));
  Thread.all[0]?.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  await expect(lost).rejects.toBeInstanceOf(MethodRefused);
  void computer.run(task("x"));
  expect(Thread.all).toHaveLength(2);
  expect(Thread.all[1]?.posted[0]?.inputs).toEqual({ data: "x" });
});
