import type { Problem } from "@conurb/core/contract";
import { Refused } from "../bench/refused.ts";
import { brokenBy, openThread } from "../compute/thread.ts";
import type { FromWorker, Question, ToWorker } from "./site-talk.ts";

type Listener = (told: Extract<FromWorker, { kind: "begin" | "event" | "kept" | "ran" | "failed" }>) => void;

/** A run of one text in a worker of its own, which answers what is asked of it until it is ended. */
export class SiteRun {
  #worker = openThread("site");
  #next = 1;
  #waiting = new Map<number, { done: (value: unknown) => void; failed: (error: unknown) => void }>();

  constructor(asked: Omit<Extract<ToWorker, { kind: "run" }>, "kind">, listener: Listener) {
    this.#worker.addEventListener("message", ({ data: told }: MessageEvent<FromWorker>) => {
      if (told.kind === "failed") this.#refuse(422, told.problems); // what did not run answers no question
      if (told.kind !== "answer" && told.kind !== "refusal") return listener(told);
      const waiting = this.#waiting.get(told.id);
      this.#waiting.delete(told.id);
      if (told.kind === "answer") waiting?.done(told.value);
      else waiting?.failed(new Refused(422, told.problems));
    });
    this.#worker.addEventListener("error", (broken) => {
      const problems = [{ code: "fault", text: brokenBy(broken) }];
      this.#refuse(422, problems);
      listener({ kind: "failed", problems });
    });
    this.#post({ kind: "run", ...asked });
  }

  ask(question: Question): Promise<unknown> {
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#post({ kind: "ask", id, question });
    });
  }

  end(): void {
    this.#worker.terminate();
    this.#refuse(409, []);
  }

  #refuse(status: number, problems: readonly Problem[]): void {
    for (const { failed } of this.#waiting.values()) failed(new Refused(status, problems));
    this.#waiting.clear();
  }

  #post(told: ToWorker): void {
    this.#worker.postMessage(told);
  }
}
