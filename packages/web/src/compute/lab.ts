import type { Comparison } from "@conurb/core/composite/compare-choices";
import type { RankOptions } from "@conurb/core/composite/rank-under";
import type { Recipe } from "@conurb/core/composite/recipe";
import type { Roles, Table } from "@conurb/core/contract";
import { mostHeld, Recent } from "./recent.ts";
import type { ScoreBasis } from "./score-basis.ts";
import type { ShownRows } from "./shown-rows.ts";
import { brokenBy, openThread } from "./thread.ts";

/** What the lab asks of its worker: data once, then a recipe at a time. */
export interface LabTask {
  readonly id: number;
  readonly holds: string;
  readonly data?: Table;
  readonly roles?: Roles;
  /** Every default filled in, as the source tells what an analysis received. */
  readonly recipe: Recipe;
  readonly options: RankOptions;
  readonly seed: number;
  /** The rows that are looked at: no others are sent back. */
  readonly rows: ShownRows;
  /**
   * Tables to send back, those of the method and `rank-ends`; or what scores are made of; or what other choices turn round. What is
   * not asked for is not copied between threads.
   */
  readonly wanted: readonly string[] | "basis" | "choices";
}

/** A choice made the other way: what it turns round as a whole, or why nothing is said of it. */
export interface OtherChoice extends Pick<Comparison, "choice" | "title" | "why"> {
  readonly flips?: Pick<NonNullable<Comparison["flips"]>, "pairs" | "largestShift" | "signs" | "grades">;
}
export interface LabAnswer {
  readonly id: number;
  readonly tables?: Readonly<Record<string, Table>>;
  readonly basis?: ScoreBasis;
  readonly choices?: readonly OtherChoice[];
  /** Effective weights of indicators and nodes, by id. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly error?: { readonly en: string; readonly zh: string };
}

/** A worker of its own for what follows a slider: the newest question goes first, and older ones that wait are dropped. */
export class Lab {
  #worker: Worker | undefined = this.#begin(); // before the first question: what it loads takes a while
  #busy = false;
  #next = 1;
  #held = new Recent<true>(mostHeld);
  #waiting = new Map<string, { task: Omit<LabTask, "id">; done: (answer: LabAnswer) => void }>();
  #asked: ((answer: LabAnswer) => void) | undefined;

  #begin(): Worker {
    const worker = openThread("lab");
    worker.addEventListener("message", ({ data }: MessageEvent<LabAnswer>) => this.#tell(data));
    // a thread that cannot begin, or breaks, would leave its question open for ever, and those that wait
    worker.addEventListener("error", (broken) => {
      worker.terminate();
      this.#held = new Recent(mostHeld);
      this.#worker = undefined; // another is begun for the next question, and none without one
      this.#tell({ id: 0, error: brokenBy(broken) });
    });
    return worker;
  }

  #tell(answer: LabAnswer): void {
    const asked = this.#asked;
    this.#busy = false;
    this.#asked = undefined;
    asked?.(answer);
    this.#go();
  }

  /** `slot`: a question takes the place of one of the same slot that still waits. */
  ask(slot: string, task: Omit<LabTask, "id">, done: (answer: LabAnswer) => void): void {
    this.#waiting.set(slot, { task, done });
    this.#go();
  }

  #go(): void {
    if (this.#busy) return;
    const [slot] = [...this.#waiting.keys()].sort(); // "a" before "b": what is seen first is asked first
    if (slot === undefined) return;
    const { task, done } = this.#waiting.get(slot) as { task: Omit<LabTask, "id">; done: (answer: LabAnswer) => void };
    this.#waiting.delete(slot);
    const { data, roles, ...rest } = task;
    const first = !this.#held.has(task.holds);
    if (first) this.#held.put(task.holds, true);
    this.#busy = true;
    this.#asked = done;
    this.#worker ??= this.#begin();
    this.#worker.postMessage({ ...rest, id: this.#next++, ...(first ? { data, roles } : {}) });
  }

  close(): void {
    this.#worker?.terminate();
  }
}
