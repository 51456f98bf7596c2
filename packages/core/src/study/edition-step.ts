import { addTo } from "../contract/add-to.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { type AtEdition, atEdition } from "../places/at-edition.ts";
import type { EditionEntry } from "../places/edition-log.ts";
import type { Codes } from "../places/follow-code.ts";
import { type DatasetStep, namedColumn, refusedAt, type UnderWay } from "./dataset-steps.ts";
import type { Selection } from "./groups.ts";
import { codesOf, roleColumn } from "./places.ts";

/** A dataset's rows under the codes of one edition, with everything that was done to get there. */
export function editionStep(
  { name, table, declaration }: UnderWay,
  edition: { readonly to: number; readonly from?: number | undefined },
  codes: Codes | undefined,
  { places }: Selection,
): DatasetStep {
  const { additive = [] } = declaration;
  const path = `datasets.${name}.edition`;
  if (codes === undefined) throw refused(path, "edition-no-codes", {});
  const place = roleColumn(table, "place");
  const columns = table.columns.map((column) => column.name).join(", ");
  if (place === undefined) throw refused(path, "edition-no-places", { name, columns });
  for (const column of additive) namedColumn(table, column, `datasets.${name}.additive`);
  const year = roleColumn(table, "year")?.name ?? edition.from;
  if (year === undefined) throw refused(path, "edition-no-years", { name, to: edition.to });
  // without a key, rows of a place and year would count as one
  const key = table.key.length > 0 ? table.key : keyRoles.flatMap((role) => roleColumn(table, role)?.name ?? []);
  const made = refusedAt(path, () =>
    atEdition({ ...table, key }, codes, { edition: edition.to, place: place.name, year, additive }),
  );
  const after = { ...made.table, key: table.key };
  const ofRow = entriesByRow(made.log);
  const old = codesOf(table, "place") ?? [];
  const now = codesOf(after, "place") ?? [];
  return {
    kind: "edition",
    after,
    told: [accountOf(name, edition.to, made), ...made.log.flatMap((entry) => entryTold(name, entry, places))],
    behind: (row, column) => {
      const rows = made.sources[row] ?? [];
      const from = rows.map((at) => old[at] ?? "");
      if (rows.length === 1 && from[0] === now[row]) return undefined;
      const why = [...new Set(rows.flatMap((at) => ofRow.get(at) ?? []))].filter(
        (entry) => entry.column === undefined || entry.column === column,
      );
      return {
        expr: from.join(" + "),
        cells: rows.map((at) => ({ of: name, table, row: at, column })),
        why: why.map(({ text }) => text),
      };
    },
  };
}

const keyRoles = ["place", "industry", "year"] as const;

function accountOf(name: string, to: number, { account, log }: AtEdition): Problem {
  const { unlisted } = account;
  const unknown = log.filter(({ action }) => action === "unlisted").map(({ code }) => code);
  const codes = unknown.length > shown ? `${unknown.slice(0, shown).join(", ")} …` : unknown.join(", ");
  const text = message("edition-account", { name, to: String(to), ...account, unlisted, codes: codes || "-" });
  return { code: "edition-account", text };
}

const shown = 6;

/** Entries about places that the dataset is kept for. Codes that no table knows are counted in the account. */
function entryTold(name: string, entry: EditionEntry, places: Selection["places"]): Problem[] {
  if (entry.action === "unlisted") return [];
  const { code, to, changes, years, text } = entry;
  const about = [code, ...to, ...changes.flatMap((change) => [change.from, change.to])];
  if (places !== undefined && !about.some((each) => places.has(each))) return [];
  return [{ code: `edition-${entry.action}`, text: message("edition-entry", { name, text, years: yearSpan(years) }) }];
}

/** 2010, 2011, 2012 and 2015 as `2010–2012, 2015`. */
function yearSpan(years: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(", ");
}

function entriesByRow(log: readonly EditionEntry[]): ReadonlyMap<number, readonly EditionEntry[]> {
  const found = new Map<number, EditionEntry[]>();
  for (const entry of log) {
    for (const row of entry.rows) addTo(found, row, entry);
  }
  return found;
}

function refused(
  path: string,
  code: "edition-no-codes" | "edition-no-places" | "edition-no-years",
  values: Readonly<Record<string, string | number>>,
): InputError {
  return new InputError({ code, text: message(code, { at: path, ...values }), place: { path } });
}
