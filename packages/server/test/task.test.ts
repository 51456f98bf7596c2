import { expect, it, vi } from "vitest";
import { oneByOne, openTask, type TaskState } from "../src/task.ts";

const study = { text: "a", version: "1" };

it("begins anew where one of the same text was called off and has not ended yet", async () => {
  const ends: (() => void)[] = [];
  const told: TaskState[] = [];
  const task = openTask({
    work: async (_, signal) => {
      await new Promise<void>((end) => ends.push(end)); // it hears of it late, as a thread does
      signal.throwIfAborted();
      return {};
    },
    tell: (state: TaskState) => told.push(state),
    report: () => {},
    inTurn: oneByOne(),
    once: true,
  });
  const first = task.start(study);
  expect(task.start(study).id).toBe(first.id);
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  expect(task.cancel(first.id)).toBe(true);
  const second = task.start(study);
  expect(second.id).not.toBe(first.id);
  ends[0]?.();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.();
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ id: second.id, state: "done" }));
});
