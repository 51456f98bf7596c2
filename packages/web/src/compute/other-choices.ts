import { compareChoices, usualTail } from "@conurb/core/composite/compare-choices";
import type { Recipe } from "@conurb/core/composite/recipe";
import type { CompositeData } from "@conurb/core/composite/scale";
import { score } from "@conurb/core/composite/score";
import type { OtherChoice } from "./lab.ts";

/** Each choice that a paper need not mention, made the other way: what turns round, without the rows that do. */
export function otherChoices(recipe: Recipe, data: CompositeData): readonly OtherChoice[] {
  const compared = compareChoices({ recipe, data, stated: score(recipe, data), tail: usualTail });
  return compared.map(({ flips, ...choice }) => {
    if (flips === undefined) return choice;
    const { pairs, largestShift, signs, grades } = flips;
    return { ...choice, flips: { pairs, largestShift, signs, grades } };
  });
}
