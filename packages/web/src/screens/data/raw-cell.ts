import type { Table } from "@conurb/core/contract";
import type { CodeNames } from "../../language/outline-names.ts";

export interface RawCell {
  readonly text: string;
  /** What is called by a code: places, by which the study knows them whatever the file calls them. */
  readonly name?: string;
}

const longest = 400; // characters of a cell: more would hold the page up
const placeRoles = ["place", "from", "to"] as const;

/** A cell as the file has it, nothing rounded and nothing reworded. */
export function rawCell(table: Table, column: Table["columns"][number], row: number, names: CodeNames): RawCell {
  const value = column.values[row];
  if (column.kind === "number") return { text: Number.isNaN(value) ? "" : String(value) };
  if (value === null || value === undefined) return { text: "–" };
  const whole = String(value);
  const text = whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
  const isPlace = placeRoles.some((role) => (table.roles?.[role] ?? role) === column.name);
  const name = isPlace ? names.place(text) : text;
  return name === text ? { text } : { text, name };
}

/** Whether a row holds a word, as it is or as it is called. */
export const holds = ({ text, name }: RawCell, word: string): boolean =>
  [text, name].some((each) => each?.toLowerCase().includes(word));
