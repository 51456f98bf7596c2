import { InputError, type Problem } from "../contract/errors.ts";
import { Lacking } from "./data.ts";
import type { Locate } from "./locate.ts";

/** Collects what is wrong with a study: each mistake once, however many things rest on it. */
export class Teller {
  readonly #locate: Locate;
  readonly #problems: Problem[] = [];
  readonly #notes: Problem[] = [];
  readonly #told = new Set<InputError>();

  constructor(locate: Locate, problems: readonly Problem[]) {
    this.#locate = locate;
    this.add(problems);
  }

  add(problems: readonly Problem[]): void {
    this.#problems.push(...problems);
  }

  note(note: Problem): void {
    this.#notes.push(note);
  }

  /** Takes a step; what it refuses is told with its place in the study, unless it follows from what is told elsewhere. */
  async step<T>(
    path: readonly string[],
    take: () => T | Promise<T>,
    follows: (problem: Problem) => boolean = () => false,
  ): Promise<T | undefined> {
    try {
      return await take();
    } catch (error) {
      if (error instanceof Lacking) this.#lacks(error, path);
      else if (!(error instanceof InputError)) throw error;
      else if (!this.#told.has(error)) {
        this.#told.add(error);
        const own = error.problems.filter((problem) => !follows(problem));
        this.add(own.map((problem) => this.#placed(problem, path)));
      }
      return undefined;
    }
  }

  #lacks({ text, hint }: Lacking, path: readonly string[]): void {
    this.note({ code: "lacking", text, place: this.#locate(path), ...(hint === undefined ? {} : { hint }) });
  }

  #placed(problem: Problem, path: readonly string[]): Problem {
    const { path: written, ...place } = problem.place ?? {};
    const there = this.#locate(written?.split(".") ?? path);
    const isInFile = place.file !== undefined;
    return isInFile ? { ...problem, place, declared: there } : { ...problem, place: { ...place, ...there } };
  }

  /** In the order of the file. */
  get problems(): readonly Problem[] {
    const line = ({ place, declared }: Problem) => (declared ?? place)?.line ?? 0;
    return distinct(this.#problems).sort((a, b) => line(a) - line(b));
  }

  /** What is noted of entries with which nothing is wrong. */
  get notes(): readonly Problem[] {
    const wrong = new Set(
      this.problems.flatMap(({ place, declared }) => [entryOf(place?.path), entryOf(declared?.path)]),
    );
    return distinct(this.#notes).filter(({ place }) => !wrong.has(entryOf(place?.path)));
  }
}

const entryOf = (path = ""): string => path.split(".").slice(0, 2).join(".");

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
