import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { type Flips, flipsOf } from "./choices-flips.ts";
import { type Case, type ChoiceId, choiceIds, choiceTitles, variantOf } from "./choices-variants.ts";

export interface Comparison {
  readonly choice: ChoiceId;
  readonly title: Text;
  /** What flips, or why nothing is said of it. */
  readonly flips?: Flips;
  readonly why?: Text;
}

/** The share of values that clipping brings in at either end, unless another is asked for. */
export const usualTail = 0.05;

/**
 * Each choice made the other way, where the recipe is settled: those asked for, which must apply, or all. A page asks it beside
 * a hand on a slider, so it loads no schema.
 */
export function compareChoices(settled: Case, only?: readonly ChoiceId[]): Comparison[] {
  return choiceIds
    .filter((id) => only?.includes(id) ?? true)
    .map((choice): Comparison => {
      const title = choiceTitles[choice];
      const found = variantOf(choice, settled);
      if (!("why" in found)) return { choice, title, flips: flipsOf(found, settled.data) };
      if (only !== undefined) throw notApplicable(choice, found.why);
      return { choice, title, why: found.why };
    });
}

function notApplicable(choice: ChoiceId, why: Text): InputError {
  return new InputError({
    code: "choice-not-applicable",
    text: {
      en: `choices: ${choice} cannot be compared: ${why.en}`,
      zh: `方法选择对照：无法比较 ${choice}：${why.zh}`,
    },
    place: { path: "only" },
  });
}
