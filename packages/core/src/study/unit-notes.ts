import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { nearUnit } from "../units/near-unit.ts";
import { knownUnit } from "../units/parse-unit.ts";
import { isDimensionless, sameUnit } from "../units/unit.ts";
import type { DatasetDeclaration } from "./schema.ts";

/** Units that a study declares against the brackets in a column's name, and words that are no unit but nearly one. */
export function unitNotes(table: Table, { units = {} }: DatasetDeclaration): Problem[] {
  return table.columns.flatMap((column): Problem[] => {
    if (column.kind !== "number") return [];
    const { name } = column;
    const declared = Object.hasOwn(units, name) ? units[name] : undefined;
    const header = /[（(]([^（()）]+)[)）]$/.exec(name)?.[1]?.trim();
    const written = declared ?? header;
    const near = written === undefined ? undefined : nearUnit(written);
    if (written !== undefined && near !== undefined) {
      const hint = message("did-you-mean", { suggestion: near });
      return [{ code: "unit-unknown", text: message("unit-unknown", { column: name, unit: written }), hint }];
    }
    const [own, read] = [declared, header].map((unit) => (unit === undefined ? undefined : knownUnit(unit)));
    if (own === undefined || read === undefined || isDimensionless(read) || sameUnit(own, read)) return [];
    const values = { column: name, declared: declared ?? "", header: header ?? "" };
    return [{ code: "unit-against-header", text: message("unit-against-header", values) }];
  });
}
