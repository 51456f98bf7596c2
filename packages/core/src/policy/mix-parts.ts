import { instruments, orderIn, rungs } from "../register/codes.ts";
import { type Entry, ledOf, leds } from "./entries.ts";
import type { CrossRow, LedRow } from "./instrument-mix.ts";

/** Every instrument that is used with everything that any of them is used for. */
export function crossOf(entries: readonly Entry[], columnsOf: (entry: Entry) => readonly string[]): CrossRow[] {
  const coded = entries.filter((entry) => entry.instrument !== "" && columnsOf(entry).length > 0);
  const columns = [...new Set(coded.flatMap(columnsOf))].sort((a, b) => {
    const [x, y] = [orderIn(rungs, a), orderIn(rungs, b)];
    return x === y ? (a < b ? -1 : 1) : x - y;
  });
  if (coded.length === 0) return [];
  return instruments.flatMap(({ code }) =>
    columns.map((column) => ({
      row: code,
      column,
      entries: coded.filter((entry) => entry.instrument === code && columnsOf(entry).includes(column)).length,
    })),
  );
}

/** What government leads, and what the market. */
export function ledRows(scope: string, entries: readonly Entry[]): LedRow[] {
  const coded = entries.filter(({ mechanism }) => mechanism !== "");
  return leds.flatMap((led) => {
    const those = coded.filter(({ mechanism }) => ledOf(mechanism) === led);
    if (those.length === 0) return [];
    const runged = those.filter(({ rung }) => rung !== "");
    const part = (codes: readonly string[]) =>
      runged.length === 0 ? Number.NaN : runged.filter(({ rung }) => codes.includes(rung)).length / runged.length;
    return [
      {
        scope,
        led,
        entries: those.length,
        share: those.length / coded.length,
        barriers: part(["remove-barriers"]),
        narrow: part(["incentive", "subsidy"]),
        dated: those.filter(({ start }) => start !== undefined).length,
      },
    ];
  });
}
