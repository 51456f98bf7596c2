import type { Text } from "../language/text.ts";

/** Where something stands: in a file, in a study, or in the arguments of a method. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string | number;
  /** Path inside a study file or an options record, such as `analyses.lq.with.base`. */
  readonly path?: string;
  readonly line?: number;
  readonly sheet?: string;
}

/** One thing that is wrong, as data: validation collects these. */
export interface Problem {
  readonly code: string;
  readonly text: Text;
  readonly hint?: Text;
  readonly place?: Place;
  /** Where the study asks for the data file that `place` is in. */
  readonly declared?: Place;
}

/** A mistake that the user can mend. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly Problem[];

  constructor(problem: Problem | readonly Problem[]) {
    const problems = Array.isArray(problem) ? problem : [problem as Problem];
    super(problems.map((each) => each.text.en).join("; "));
    this.problems = problems;
  }

  get code(): string {
    return this.problems[0]?.code ?? "input";
  }
  get path(): string | undefined {
    return this.problems[0]?.place?.path;
  }
  get hint(): Text | undefined {
    return this.problems[0]?.hint;
  }
}

export type NumericalCode = "singular" | "not-converged" | "undefined";

/** A computation that has no answer on data that are well formed. */
export class NumericalError extends Error {
  override readonly name = "NumericalError";
  readonly code: NumericalCode;
  readonly text: Text;

  constructor(code: NumericalCode, text: Text) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
