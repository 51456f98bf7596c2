import { beforeEach, expect, it, vi } from "vitest";
import { Lab, type LabAnswer, type LabTask } from "./lab.ts";

class Thread extends EventTarget {
  static last: Thread;
  readonly posted: LabTask[] = [];
  constructor() {
    super();
    Thread.last = this;
  }
  postMessage(task: LabTask): void {
    this.posted.push(task);
  }
  terminate(): void {}
}
beforeEach(() => void vi.stubGlobal("Worker", Thread));

const asked = (seed: number) => ({ holds: "x", data: { rows: 0 }, seed }) as unknown as Omit<LabTask, "id">;
const seeds = () => Thread.last.posted.map(({ seed }) => seed);

it("drops a question that waits when a newer one of its slot comes, and sends the data once", () => {
  const lab = new Lab();
  for (const seed of [1, 2, 3]) lab.ask("a", asked(seed), () => {});
  Thread.last.dispatchEvent(new MessageEvent("message", { data: { id: 1 } }));
  expect(seeds()).toEqual([1, 3]);
  expect(Thread.last.posted.map((task) => "data" in task)).toEqual([true, false]);
});

it("answers with what went wrong where the thread breaks", () => {
  const told: LabAnswer[] = [];
  new Lab().ask("a", asked(1), (answer) => told.push(answer));
  Thread.last.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  expect(told).toEqual([{ id: 0, error: { en: "out of memory", zh: "out of memory" } }]);
});

it("asks what waits of another thread, with the data, when one broke", () => {
  const lab = new Lab();
  const broken = Thread.last;
  for (const slot of ["a", "b"]) lab.ask(slot, asked(slot === "a" ? 1 : 2), () => {});
  broken.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  expect(Thread.last).not.toBe(broken);
  expect(seeds()).toEqual([2]);
  expect(Thread.last.posted[0]).toHaveProperty("data");
  const second = Thread.last;
  second.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  expect(Thread.last).toBe(second); // nothing waits: a thread that cannot begin is not begun without end
});
