import { addTo, type Dropped } from "@conurb/core/contract";
import { closeHan, type Text } from "@conurb/core/language";
import { say } from "../say.ts";

/** `341500 2019` with its place by name: 341500 六安市 2019. */
export function rowNamed(row: string, named: (code: string) => string): string {
  const [, places = row, year] = /^(.*) (\d{4})$/.exec(row) ?? [];
  const told = places.split(" ").map(named).join(" ");
  return year === undefined ? told : `${told} ${year}`;
}

/** What was left out, rows of one reason in one line. */
export function droppedTold(dropped: readonly Dropped[], named: (code: string) => string): Text[] {
  const groups = new Map<string, Dropped[]>();
  for (const each of dropped) addTo(groups, `${each.input}\u0001${each.reason.en}`, each);
  return [...groups.values()].map((alike) => {
    const [{ input, reason }] = alike as [Dropped];
    const rows = alike.map(({ row }) => rowNamed(row, named));
    const row = { en: rows.join(", "), zh: rows.join("、") };
    return say("dropped-row", { input, row, reason: { en: reason.en, zh: closeHan(reason.zh) } });
  });
}
