import type { Finding } from "../contract/method.ts";
import { decimal, foremost, lastYear, mostNamed } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { CompositeData } from "./scale.ts";

/** Who comes first in the last year, in a sentence with {places}, {score} and `{at}` for the year; then how firm that is. */
export function decisionFindings(
  { place, year }: CompositeData,
  decided: readonly { readonly row: number }[],
  scores: ArrayLike<number>,
  { first, doubt, better = "more" }: { first: Text; doubt: Finding; better?: "more" | "less" },
): Finding[] {
  const { rows, at, values } = lastYear(decided.map(({ row }) => ({ row, year: year?.[row] })));
  const sign = better === "more" ? 1 : -1;
  const best = foremost(rows, ({ row }) => sign * scores[row]);
  if (rows.length < 2) return [];
  if (best.length > mostNamed || best.length === rows.length) return [doubt];
  return [
    {
      text: { en: first.en.replace("{at}", at.en), zh: first.zh.replace("{at}", at.zh) },
      values: {
        ...values,
        places: { places: best.map(({ row }) => place[row]) },
        score: decimal(scores[best[0].row], 3),
      },
    },
    doubt,
  ];
}
