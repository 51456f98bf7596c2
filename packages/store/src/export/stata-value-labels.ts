import type { Column, NumberColumn } from "@conurb/core/contract";
import { largest } from "../decode/stata/stata-types.ts";
import type { ByteWriter } from "./stata-writer.ts";

/** What the numbers of a variable mean. */
export interface Coded {
  readonly name: string;
  readonly texts: ReadonlyMap<number, string>;
}

/** A column as it is about to be written: with its codes, where a column beside it holds them. */
interface Written {
  readonly column: Column;
  readonly codes?: { readonly column: NumberColumn; readonly texts: Coded["texts"] };
}

/** Columns with the codes that stand beside them, named `..._code`, taken into them: as labelled values of Stata are read with `codes`. */
export function codedColumns(columns: readonly Column[]): Written[] {
  const codesOf = new Map<Column, NonNullable<Written["codes"]>>();
  for (const column of columns) {
    const codes = columns.find(({ name }) => name === `${column.name}_code`);
    const texts = codes?.kind === "number" ? textsOf(column, codes) : undefined;
    if (codes?.kind === "number" && texts !== undefined) codesOf.set(column, { column: codes, texts });
  }
  const taken = new Set<Column>([...codesOf.values()].map(({ column }) => column));
  return columns.flatMap((column) => {
    const codes = codesOf.get(column);
    return taken.has(column) ? [] : [{ column, ...(codes === undefined ? {} : { codes }) }];
  });
}

/** One text a code and one code a text, in every row; whole numbers alone can be labelled. */
function textsOf(column: Column, { values }: NumberColumn): Coded["texts"] | undefined {
  if (column.kind !== "label") return undefined;
  const texts = new Map<number, string>();
  for (const [row, text] of column.values.entries()) {
    const code = values[row] as number;
    if (text === null && Number.isNaN(code)) continue;
    if (text === null || !Number.isInteger(code) || Math.abs(code) > largest.long) return undefined;
    if ((texts.get(code) ?? text) !== text) return undefined;
    texts.set(code, text);
  }
  return texts.size > 0 && new Set(texts.values()).size === texts.size ? texts : undefined;
}

export function writeValueLabels(out: ByteWriter, { name, texts }: Coded): void {
  const encoder = new TextEncoder();
  const entries = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => ({ code, text: encoder.encode(`${text}\0`) }));
  const size = entries.reduce((sum, { text }) => sum + text.length, 0);
  out.text("<lbl>");
  out.whole(8 + 8 * entries.length + size, 4);
  out.field(encoder.encode(name), 129);
  out.raw(new Uint8Array(3));
  out.whole(entries.length, 4);
  out.whole(size, 4);
  let at = 0;
  for (const { text } of entries) {
    out.whole(at, 4);
    at += text.length;
  }
  for (const { code } of entries) out.int32(code);
  for (const { text } of entries) out.raw(text);
  out.text("</lbl>");
}
