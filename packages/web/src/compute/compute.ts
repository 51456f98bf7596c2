import type { AskedRoles, MethodResult, Problem } from "@conurb/core/contract";
import { decodeResult } from "@conurb/core/study";

export interface Task {
  readonly id: number;
  readonly method: string;
  /** What the inputs are called, here and in later tasks. */
  readonly holds: string;
  /** Sent the first time. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The method's own example takes the place of inputs. */
  readonly example?: boolean;
  /** Records that take the place of those that are held. */
  readonly records?: Readonly<Record<string, unknown>>;
  readonly roles?: AskedRoles;
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
}
export interface TaskAnswer {
  readonly id: number;
  readonly text?: string;
  readonly problems?: readonly Problem[];
}

/** A refusal of a method, as the worker tells it. */
export class MethodRefused extends Error {
  override readonly name = "MethodRefused";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.text.en ?? "refused");
    this.problems = problems;
  }
}

/** The same methods as on the command line, in a thread of their own, so that the page never waits. */
class Computer {
  #worker: Worker | undefined;
  #next = 1;
  #waiting = new Map<number, { done: (result: MethodResult) => void; failed: (error: unknown) => void }>();
  #sent = new Set<string>();

  run(task: Omit<Task, "id">): Promise<MethodResult> {
    const id = this.#next++;
    const { inputs, ...rest } = task;
    const sent = this.#sent.has(task.holds) || inputs === undefined ? {} : { inputs };
    this.#sent.add(task.holds);
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#open().postMessage({ ...rest, ...sent, id } satisfies Task);
    });
  }

  #open(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "method" });
    worker.addEventListener("message", ({ data }: MessageEvent<TaskAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.text !== undefined) waiting?.done(decodeResult(data.text));
      else waiting?.failed(new MethodRefused(data.problems ?? []));
    });
    this.#worker = worker;
    return worker;
  }
}

export const computer = new Computer();
