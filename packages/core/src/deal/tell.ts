import type { Problem } from "../contract/errors.ts";
import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";

/** A problem of the deal, before its line is known. */
export interface DealProblem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly text: Text;
  readonly hint?: Text;
}

/** Collects what is wrong: where, what is, what was expected, how to mend it. */
export class Tell {
  readonly problems: DealProblem[] = [];

  add(path: readonly (string | number)[], code: string, en: string, zh: string, hint?: Text): void {
    const at = path.join(".");
    const text = { en: `${at}: ${en}`, zh: `${at}：${zh}` };
    this.problems.push({ path, code, text, ...(hint === undefined ? {} : { hint }) });
  }
}

/** A refusal outside of a file, such as of a computation that has no answer. */
export function refuse(code: string, en: string, zh: string, hint?: Text): never {
  throw new InputError({
    code,
    text: { en: `deal: ${en}`, zh: `deal：${zh}` },
    ...(hint === undefined ? {} : { hint }),
  });
}

export function located(problem: DealProblem, locate: (path: readonly PropertyKey[]) => Problem["place"]): Problem {
  const { path, ...rest } = problem;
  const place = locate(path);
  return place === undefined ? rest : { ...rest, place };
}
