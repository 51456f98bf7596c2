import type { CellProblems } from "./cell-problems.ts";
import { isCodeName } from "./column-kind.ts";
import type { SheetColumn } from "./sheet-column.ts";
import type { TableSchema } from "./type-table.ts";

const pointed = /^\s*(\d{4,12})\.0+\s*$/;

/** 110000.0 as the code that it was; any other text as it is. */
export const plainCode = (text: string): string => text.replace(pointed, "$1");

const placeRoles = ["place", "from", "to", "parent"];

/** Codes that went through a column of numbers, with a gap or two in it, came out as 110000.0: they are 110000. */
export function withPlainCodes(sheet: SheetColumn, { roles = {} }: TableSchema, notes: CellProblems): SheetColumn {
  const { heading, texts, rows } = sheet;
  if (!isCodeName(heading.name) && !placeRoles.some((role) => roles[role] === heading.name)) return sheet;
  const first = texts.findIndex((text) => text !== undefined && pointed.test(text));
  if (first < 0) return sheet;
  const plain = texts.map((text) => text && plainCode(text));
  const [was, is] = [texts[first]?.trim(), plain[first]];
  notes.add(
    "codes-with-point",
    {
      en: `column ${heading.name} holds codes written as numbers, such as ${was}: read as ${is}`,
      zh: `列 ${heading.name} 的代码写成了小数，如 ${was}：按 ${is} 读取`,
    },
    { row: rows[first] as number, column: heading.name },
  );
  return { ...sheet, texts: plain };
}
