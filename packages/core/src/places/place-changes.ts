import { InputError } from "../contract/errors.ts";
import { findColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { requireColumn } from "../tables/require-column.ts";
import { yearOfDate } from "./dated-place.ts";

/**
 * What became of a code: `merged` into another; `split` among several; `renamed`, under the same code; `recoded`, `upgraded`
 * or `moved` to another prefecture, the same area under another code; `ceded`, a part of it, while both stay.
 */
export const changeKinds = ["merged", "split", "renamed", "recoded", "upgraded", "moved", "ceded"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface PlaceChange {
  readonly date: string;
  readonly year: number;
  readonly kind: ChangeKind;
  readonly from: string;
  readonly to: string;
  /** Of the old place, where somebody says so. */
  readonly share?: number;
  readonly note?: Text;
  readonly source?: string;
  readonly checked?: string;
}

/** The changes that a table lists: `date, kind, old_code, new_code` and, where it has them, `share, note, note_zh, source, checked`. */
export function changesIn(table: Table): PlaceChange[] {
  const [date, kind, from, to] = ["date", "kind", "old_code", "new_code"].map(
    (name) => requireColumn(table, name).values,
  ) as unknown as ArrayLike<unknown>[];
  const cell = (name: string, row: number) => {
    const value = findColumn(table, name)?.values[row];
    return value === null || value === undefined || value === "" || Number.isNaN(value) ? undefined : value;
  };
  return Array.from({ length: table.rows }, (_, row): PlaceChange => {
    const [when, what] = [String(date?.[row]), String(kind?.[row])];
    if (!/^\d{4}(-\d\d){0,2}$/.test(when)) throw unreadable(table, row, "date", when, "2011 or 2011-08");
    if (!isKind(what)) throw unreadable(table, row, "kind", what, changeKinds.join(", "));
    const [share, note, source, checked] = ["share", "note", "source", "checked"].map((name) => cell(name, row));
    return {
      date: when,
      year: yearOfDate(when),
      kind: what,
      from: String(from?.[row]),
      to: String(to?.[row]),
      ...(share === undefined ? {} : { share: Number(share) }),
      ...(note === undefined ? {} : { note: { en: String(note), zh: String(cell("note_zh", row) ?? note) } }),
      ...(source === undefined ? {} : { source: String(source) }),
      ...(checked === undefined ? {} : { checked: String(checked) }),
    };
  });
}

const isKind = (word: string): word is ChangeKind => (changeKinds as readonly string[]).includes(word);

function unreadable({ name, lines }: Table, row: number, column: string, is: string, expected: string): InputError {
  return new InputError({
    code: "change-unreadable",
    text: {
      en: `${name}: ${column} is ${is}, expected ${expected}`,
      zh: `${name}：${column} 为 ${is}，应为 ${expected}`,
    },
    place: { row: lines?.[row] ?? row + 1, column },
  });
}
