import type { Problem } from "../contract/errors.ts";
import { InputError } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { type Locate, shown } from "../study/locate.ts";

/** Where something stands in the deal. */
export type Path = readonly (string | number)[];

/** A problem of the deal, before its line is known. */
export interface DealProblem {
  readonly path: Path;
  readonly code: string;
  readonly text: Text;
  readonly hint?: Text;
}

/** What a deal names: parties, drafts and so on, each a word in both languages. */
export const kindsNamed = {
  party: "参与方",
  draft: "方案",
  rule: "规则",
  enterprise: "企业",
} as const;

/** Collects what is wrong: where, what is, what was expected, how to mend it. */
export class Tell {
  readonly problems: DealProblem[] = [];

  add(path: Path, code: string, en: string, zh: string, hint?: Text): void {
    const at = shown(path);
    const text = { en: `${at}: ${en}`, zh: `${at}：${zh}` };
    this.problems.push({ path, code, text, ...(hint === undefined ? {} : { hint }) });
  }

  /** Tells a name that nothing bears. */
  unknown(path: Path, given: string, known: readonly string[], what: keyof typeof kindsNamed): void {
    this.add(
      path,
      `${what}-unknown`,
      `there is no ${what} ${given}, expected one of ${known.join(", ")}`,
      `没有${kindsNamed[what]} ${given}，应为 ${known.join("、")} 之一`,
      suggestion(given, known),
    );
  }
}

/** Refuses a computation that has no answer, at the place of the deal that it hangs on. */
export function refuse(path: Path, code: string, en: string, zh: string, hint?: Text): never {
  const at = path.length === 0 ? "deal" : shown(path);
  throw new InputError({
    code,
    text: { en: `${at}: ${en}`, zh: `${at}：${zh}` },
    ...(hint === undefined ? {} : { hint }),
    ...(path.length === 0 ? {} : { place: { path: at } }),
  });
}

export function located(problem: DealProblem, locate: Locate): Problem {
  const { path, ...rest } = problem;
  return { ...rest, place: locate(path) };
}

/** Does the work; what it refuses at a place of the deal is told at the line of that place. */
export async function atItsLine<T>(locate: Locate, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map(({ place, ...rest }) => {
        // names in a deal hold no full stop
        const isKnown = place?.path !== undefined && place.line === undefined;
        const found = isKnown ? locate(place.path?.split(".") ?? []) : place;
        return found === undefined ? rest : { ...rest, place: found };
      }),
    );
  }
}

/** Does the work; what another room refuses is refused at a place of the deal. */
export function atPath<T>(path: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const at = shown(path);
    throw new InputError(
      error.problems.map(({ place: _, text, ...rest }) => ({
        ...rest,
        text: { en: `${at}: ${text.en}`, zh: `${at}：${text.zh}` },
        place: { path: at },
      })),
    );
  }
}
