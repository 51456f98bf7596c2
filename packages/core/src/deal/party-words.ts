import { same, type Text } from "../language/text.ts";
import type { Deal } from "./schema.ts";

/** What a party is called; the centre and the mediator too. */
export function partyWords({ parties, mediator }: Deal, party: string): Text {
  if (party === "centre") return { en: "Central government", zh: "中央财政" };
  return parties[party]?.title ?? (party === "mediator" ? mediator?.title : undefined) ?? same(party);
}
