import type { Language } from "@conurb/core/language";
import { sayIn } from "../../language/language.ts";
import { type CodeNames, listed } from "../../language/outline-names.ts";
import type { Row } from "./board-data.ts";
import { words } from "./words.ts";

const mostNamed = 3;

/** What the tiers say: who stands clear, and who cannot be told apart. Names come from the tables, never from a template. */
export function headlineOf(
  rows: readonly Row[],
  names: CodeNames,
  language: Language,
  year: number | undefined,
): string {
  const say = sayIn(words, language);
  const ranked = rows.filter(({ tier }) => Number.isFinite(tier));
  const tiers = new Map<number, Row[]>();
  for (const row of ranked) tiers.set(row.tier, [...(tiers.get(row.tier) ?? []), row]);
  const inOrder = [...tiers].sort(([a], [b]) => a - b).map(([, members]) => members);
  const n = ranked.length;
  if (n === 0) return year === undefined ? say("unscored") : say("unscoredIn", { year: String(year) });
  if (inOrder.length === 1) return n === 1 ? names.place(ranked[0]?.place ?? "") : say("apartAll", { n });
  const firstShared = inOrder.findIndex((tier) => tier.length > 1);
  if (firstShared < 0) return say("settled", { n });
  const shared = inOrder[firstShared] as Row[];
  const called = (members: readonly Row[]) =>
    listed(
      members.map(({ place }) => names.place(place)),
      language,
    );
  const apart =
    shared.length <= mostNamed ? say("apart", { places: called(shared) }) : say("apartMany", { n: shared.length });
  if (firstShared === 0) {
    return shared.length <= mostNamed ? apart : say("apartFirst", { n: shared.length });
  }
  const clear = inOrder.slice(0, firstShared).flat();
  const first = say("clear", { clear: called(clear.slice(0, mostNamed)), count: clear.length });
  return `${first}${language === "zh" ? "，" : "; "}${apart}`;
}
