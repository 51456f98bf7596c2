import type { Problem } from "../contract/errors.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import { shown } from "./locate.ts";
import type { Shape } from "./reference.ts";

const most = 20;

/**
 * Values of a `where` that no row of the table has: misspelt, they would leave rows out unseen. `path` is where the condition
 * stands in the study. Columns that the table lacks are refused where rows are kept.
 */
export function unmatchedValues(table: Table, where: Shape["where"], path: readonly PropertyKey[]): Problem[] {
  return Object.entries(where ?? {}).flatMap(([name, wanted]) => {
    const values = findColumn(table, name)?.values;
    if (values === undefined) return [];
    const there = [...new Set(Array.from(values as ArrayLike<unknown>))].filter(
      (value) => value !== null && !Number.isNaN(value),
    );
    const known = there.map(String);
    const at = shown([...path, name]);
    return [wanted].flat().flatMap((value): Problem[] => {
      if (known.includes(String(value))) return [];
      const said = known.slice(0, most).join(", ") + (known.length > most ? ", …" : "");
      const hint = typeof value === "string" ? suggestion(value, known) : undefined;
      const text = message("where-no-row", { at, value: String(value), values: said || "-" });
      return [{ code: "where-no-row", text, place: { path: at }, ...(hint === undefined ? {} : { hint }) }];
    });
  });
}
