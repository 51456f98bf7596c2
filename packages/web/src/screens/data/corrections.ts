import { findColumn, type Table } from "@conurb/core/contract";
import { parse } from "yaml";
import { insertItem, putList, removeItem } from "../../bench/edit-list.ts";
import { removeAt } from "../../bench/edit-text.ts";

/** One figure that a study corrects, as it is written. */
export interface Correction {
  readonly at: Readonly<Record<string, string | number>>;
  readonly column: string;
  readonly was?: number | null;
  readonly value: number | null;
  readonly reason: string | { readonly en: string; readonly zh: string };
}

const keyRoles = ["place", "from", "to", "industry", "year"] as const;

/** Whether a column tells which row is meant: no correction is of it, since another place or year is another row. */
export function tellsRows(table: Table, { name }: Table["columns"][number]): boolean {
  return (
    table.key.includes(name) ||
    keyRoles.some((role) => table.roles?.[role] === name) ||
    ["place", "year"].some((role) => (table.roles?.[role] ?? role) === name)
  );
}

/** What names a row of a table for a correction: its key by roles, or by its labels where it has none. Nothing where rows are alike. */
export function rowNamed(table: Table, row: number): Correction["at"] | undefined {
  const byRole = keyRoles.flatMap((role) => {
    const name = table.roles?.[role] ?? role;
    const column = typeof name === "string" ? findColumn(table, name) : undefined;
    return column === undefined ? [] : [[role as string, column] as const];
  });
  const labels = table.columns.filter(({ kind }) => kind === "label").map((column) => [column.name, column] as const);
  for (const named of [byRole, [...byRole, ...labels]]) {
    if (named.length === 0) continue;
    const wanted = named.map(([, { values }]) => values[row]);
    if (wanted.some((value) => value === null || value === undefined)) continue;
    let alike = 0;
    for (let each = 0; each < table.rows; each += 1) {
      if (named.every(([, { values }], at) => values[each] === wanted[at])) alike += 1;
    }
    if (alike === 1) return Object.fromEntries(named.map(([name], at) => [name, wanted[at] as string | number]));
  }
  return undefined;
}

const isSame = (a: Correction, b: Pick<Correction, "at" | "column">): boolean =>
  a.column === b.column &&
  Object.keys(a.at).length === Object.keys(b.at).length &&
  Object.entries(b.at).every(([name, value]) => String(a.at[name]) === String(value));

/** The corrections of a dataset as the study writes them. */
export function correctionsIn(text: string, dataset: string): readonly Correction[] {
  const study = parse(text) as { datasets?: Record<string, { corrections?: readonly Correction[] } | null> } | null;
  return study?.datasets?.[dataset]?.corrections ?? [];
}

export function correctionOf(
  corrections: readonly Correction[],
  cell: Pick<Correction, "at" | "column">,
): Correction | undefined {
  return corrections.find((each) => isSame(each, cell));
}

/** The study's text with this figure corrected so, once; each correction has a line. */
export function withCorrection(text: string, dataset: string, correction: Correction): string {
  const there = correctionsIn(text, dataset);
  const path = ["datasets", dataset, "corrections"];
  if (there.length === 0) return putList(text, path, [correction]);
  const at = there.findIndex((each) => isSame(each, correction));
  return at < 0
    ? insertItem(text, path, there.length, correction)
    : insertItem(removeItem(text, path, at), path, at, correction);
}

/** The study's text in which this figure is the file's again. */
export function withoutCorrection(text: string, dataset: string, cell: Pick<Correction, "at" | "column">): string {
  const there = correctionsIn(text, dataset);
  const at = there.findIndex((each) => isSame(each, cell));
  const path = ["datasets", dataset, "corrections"];
  if (at < 0) return text;
  return there.length === 1 ? removeAt(text, path) : removeItem(text, path, at);
}
