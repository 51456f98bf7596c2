import type { AskedRoles, MethodResult, Problem } from "@conurb/core/contract";
import { decodeResult } from "@conurb/core/study";
import { Refused } from "../bench/refused.ts";
import { mostHeld, Recent } from "./recent.ts";
import { brokenBy, openThread } from "./thread.ts";

export interface Task {
  readonly id: number;
  readonly method: string;
  /** What the inputs are called, here and in later tasks. */
  readonly holds: string;
  /** Sent where the thread does not hold them. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The method's own example takes the place of inputs. */
  readonly example?: boolean;
  /** Records that take the place of those that are held. */
  readonly records?: Readonly<Record<string, unknown>>;
  readonly roles?: AskedRoles;
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** Nothing is computed: only the columns are told that the method takes. */
  readonly wanted?: "columns";
}
export interface TaskAnswer {
  readonly id: number;
  readonly text?: string;
  readonly columns?: TakenColumns;
  readonly problems?: readonly Problem[];
}

/** The columns that a method takes, by input and role. */
export type TakenColumns = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A refusal of a method, as the worker tells it. */
export class MethodRefused extends Refused {
  constructor(problems: readonly Problem[]) {
    super(422, problems);
  }
}

interface Waiting {
  readonly task: Task;
  readonly done: (answer: TaskAnswer) => void;
  readonly failed: (error: unknown) => void;
}

/** The same methods as on the command line, in a thread of their own, so that the page never waits. */
export class Computer {
  #worker: Worker | undefined;
  #next = 1;
  #waiting = new Map<number, Waiting>();
  #sent = new Recent<true>(mostHeld);

  /** A task that is called off leaves the thread to the others at once. */
  async run(asked: Omit<Task, "id" | "wanted">, signal?: AbortSignal): Promise<MethodResult> {
    return decodeResult((await this.#ask(asked, signal)).text ?? "");
  }

  /** What the method would take of these inputs, chosen or by itself. */
  async columns(asked: Omit<Task, "id" | "wanted">): Promise<TakenColumns> {
    return (await this.#ask({ ...asked, wanted: "columns" })).columns ?? {};
  }

  #ask(asked: Omit<Task, "id">, signal?: AbortSignal): Promise<TaskAnswer> {
    const task = { ...asked, id: this.#next++ };
    return new Promise((done, failed) => {
      if (signal?.aborted === true) return failed(signal.reason);
      this.#waiting.set(task.id, { task, done, failed });
      signal?.addEventListener("abort", () => {
        if (!this.#waiting.delete(task.id)) return;
        failed(signal.reason);
        this.#end();
        for (const { task } of this.#waiting.values()) this.#post(task);
      });
      this.#post(task);
    });
  }

  #post({ inputs, ...rest }: Task): void {
    const isNew = inputs !== undefined && !this.#sent.has(rest.holds);
    if (isNew) this.#sent.put(rest.holds, true);
    this.#worker ??= this.#begin();
    this.#worker.postMessage((isNew ? { ...rest, inputs } : rest) satisfies Task);
  }

  #begin(): Worker {
    const worker = openThread("method");
    worker.addEventListener("message", ({ data }: MessageEvent<TaskAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.problems === undefined) waiting?.done(data);
      else waiting?.failed(new MethodRefused(data.problems));
    });
    // a thread that cannot begin, or breaks, answers nobody: whoever waits is told, and the next task begins another
    worker.addEventListener("error", (broken) => {
      const told = [...this.#waiting.values()];
      this.#waiting.clear();
      this.#end();
      for (const { failed } of told) failed(new MethodRefused([{ code: "fault", text: brokenBy(broken) }]));
    });
    return worker;
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#sent = new Recent(mostHeld);
  }
}

export const computer = new Computer();
