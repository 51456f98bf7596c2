import type { Finding } from "../contract/method.ts";
import { foremost, listed, mostNamed, percent } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { ObjectiveWeight } from "./weighing.ts";

/** The largest and the smallest weight, said in `text` with {most}, {high}, {least} and {low}; nothing where too many tie. */
export function weightFindings(
  weights: readonly ObjectiveWeight[],
  text: Text,
  more: Finding["values"] = {},
): Finding[] {
  const most = foremost(weights, ({ weight }) => weight);
  const least = foremost(weights, ({ weight }) => -weight);
  if (most.length === weights.length || most.length > mostNamed || least.length > mostNamed) return [];
  const names = (found: readonly ObjectiveWeight[]) => listed(found.map(({ title }) => title));
  const values = {
    most: names(most),
    high: percent(most[0].weight, 1),
    least: names(least),
    low: percent(least[0].weight, 1),
  };
  return [{ text, values: { ...values, ...more } }];
}
