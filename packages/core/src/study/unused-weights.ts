import type { Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import type { Locate } from "./locate.ts";
import type { IndicatorNode, Study } from "./schema.ts";

/** How a recipe weighs, where that is not by the weights that stand in its tree of indicators. `ahp` takes them where nobody judged. */
function otherWeighing(weigh: unknown): string | undefined {
  const method = typeof weigh === "object" && weigh !== null && "method" in weigh ? weigh.method : undefined;
  return typeof method === "string" && method !== "given" && method !== "ahp" ? method : undefined;
}

/** The aspects and indicators that state a weight. */
function weighted(aspects: Readonly<Record<string, IndicatorNode>>): string[] {
  return Object.entries(aspects).flatMap(([id, { weight, indicators = {}, aspects: inner = {} }]) => [
    ...(weight === undefined ? [] : [id]),
    ...Object.entries(indicators).flatMap(([leaf, own]) => (own.weight === undefined ? [] : [leaf])),
    ...weighted(inner),
  ]);
}

/** Recipes that set aside the weights beside their indicators: a study that states weights is told which have no effect. */
export function unusedWeightNotes(study: Study, locate: Locate): Problem[] {
  return Object.entries(study.recipes).flatMap(([recipe, { indicators, weigh }]) => {
    const method = otherWeighing(weigh);
    const names = weighted(study.indicators[indicators]?.aspects ?? {});
    if (method === undefined || names.length === 0) return [];
    const values = { recipe, method, set: indicators, names: shortList(names) };
    const place = locate(["recipes", recipe, "weigh"]);
    return [
      { code: "weights-unused", text: message("weights-unused", values), hint: message("weights-unused-hint"), place },
    ];
  });
}

const mostNamed = 6;

function shortList(names: readonly string[]): Text {
  const first = names.slice(0, mostNamed);
  const shown = { en: first.join(", "), zh: first.join("、") };
  if (names.length <= mostNamed) return shown;
  return { en: `${shown.en}, ... (${names.length})`, zh: `${shown.zh}等 ${names.length} 项` };
}

/** Whether every recipe of a set of indicators sets the weights beside them aside, and how they weigh instead. */
export function weighedOtherwise(study: Study, set: string): readonly string[] | undefined {
  const recipes = Object.values(study.recipes).filter(({ indicators }) => indicators === set);
  const methods = recipes.map(({ weigh }) => otherWeighing(weigh));
  return methods.length > 0 && methods.every((method) => method !== undefined) ? [...new Set(methods)] : undefined;
}
