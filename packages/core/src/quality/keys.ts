import type { Column, Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { Check, QualityContext } from "./context.ts";
import { type CodesByName, codesByName, givesNames, nearCode } from "./near-code.ts";
import { isTotal } from "./totals.ts";

/** Stands in no name, so that two keys are one only if all their parts are. */
const apart = "\u0001";

/** Rows that say the same place, year and industry. */
export const duplicateKeys: Check = ({ table, key }, _context, faults) => {
  const parts = [key.place, key.year, ...key.categories].filter((column) => column !== undefined);
  if (parts.length === 0 || (key.place === undefined && key.year === undefined && key.ends.length === 0)) return;
  const seen = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const name = parts.map(({ values }) => String(values[row] ?? "")).join(apart);
    const rows = seen.get(name);
    if (rows === undefined) seen.set(name, [row]);
    else rows.push(row);
  }
  for (const [name, rows] of seen) {
    const [first, ...others] = rows as [number, ...number[]];
    if (others.length === 0) continue;
    const alike = others.every((row) => key.values.every(({ values }) => Object.is(values[row], values[first])));
    const lines = rows.map((row) => table.lines?.[row] ?? row + 1).join(", ");
    const cells = [...others, first].map((row) => ({ row }));
    faults.raise(
      "duplicate-key",
      { key: name.replaceAll(apart, " "), rows: rows.length, lines, alike: alike ? "yes" : "no" },
      cells,
    );
  }
};

/** A list of codes is that of a column when it knows so many of its codes. */
const mostKnown = 0.8;
const fewestCodes = 4;

/** Codes that their list does not know, in a column whose other codes it knows. */
export const unknownCodes: Check = ({ table, key }, context, faults) => {
  const of = (column: Column | undefined, lists: QualityContext["places"]) => {
    if (column?.kind !== "label" && column?.kind !== "number") return;
    const rows = new Map<string, number[]>();
    for (let row = 0; row < table.rows; row += 1) {
      const code = String(column.values[row] ?? "");
      if (code === "" || code === "NaN" || isTotal(code)) continue;
      const all = rows.get(code) ?? [];
      all.push(row);
      rows.set(code, all);
    }
    const codes = [...rows.keys()];
    const known = (list: ReadonlySet<string>) => codes.filter((code) => list.has(code)).length;
    const best = [...(lists ?? [])].sort((a, b) => known(b) - known(a))[0];
    if (best === undefined || codes.length < fewestCodes || known(best) < mostKnown * codes.length) return;
    const used = new Set(codes);
    let names: readonly Column[] | undefined;
    let byName: CodesByName | undefined;
    for (const code of codes) {
      if (best.has(code)) continue;
      names ??= nameColumns(table, column, context);
      const first = (rows.get(code) as number[])[0] as number;
      const words = names.flatMap(({ values }) => (typeof values[first] === "string" ? [values[first]] : []));
      const nameOf = column === industry ? undefined : context.nameOf;
      byName ??= codesByName(best, nameOf);
      const hint = nearCode({ code, list: best, used, words, hasNames: names.length > 0, nameOf, byName }) ?? {
        en: "mend the code, or say in the study what it is",
        zh: "请更正代码，或在研究文件中说明",
      };
      const told = {
        code: same(code),
        known: String(known(best)),
        all: String(codes.length - 1),
        column: column.name,
        near: hint,
      };
      faults.raise(
        "unknown-code",
        told,
        (rows.get(code) as number[]).map((row) => ({ row, column: column.name })),
      );
    }
  };
  const [industry] = key.categories.filter((column) => !key.ends.includes(column));
  of(key.place, context.places);
  for (const end of key.ends) of(end, context.places);
  of(industry, context.industries);
};

/** Columns that say what the codes of another are called. */
function nameColumns(table: Table, codes: Column, { nameOf }: QualityContext): readonly Column[] {
  if (nameOf === undefined) return [];
  const given = Array.from(codes.values as ArrayLike<unknown>, (code) => String(code ?? ""));
  return table.columns.filter((column) => column !== codes && givesNames(column, given, nameOf));
}
