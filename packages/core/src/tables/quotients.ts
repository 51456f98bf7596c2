import type { CellProblems } from "./cell-problems.ts";
import type { SheetColumn } from "./sheet-column.ts";

const quotient = /^\s*(\d{1,4})\s*[/⁄∕]\s*(\d{1,4})\s*$/;

/** 1/9, ⅓ or １／５ as a number. */
function quotientOf(text: string): number | undefined {
  if (text.length > 12) return undefined;
  const found = quotient.exec(text.normalize("NFKC"));
  const below = Number(found?.[2] ?? 0);
  return found === null || below === 0 ? undefined : Number(found[1]) / below;
}

/** A matrix of comparisons is far smaller. */
const mostRows = 10_000;

/**
 * In a matrix of comparisons, whose columns are named as its rows are, 1/3 is how a number is written: there it is read.
 * Anywhere else it may be a date, and stays what it is.
 */
export function withQuotients(sheets: readonly SheetColumn[], notes: CellProblems): readonly SheetColumn[] {
  const [first] = sheets;
  if (first === undefined || first.texts.length > mostRows) return sheets;
  const compared = comparedNames(sheets);
  return sheets.map((sheet) => {
    const { heading, texts, rows } = sheet;
    if (!compared.has(heading.name)) return sheet;
    const read = texts.map((text) => (text === undefined ? undefined : quotientOf(text)));
    const at = read.findIndex((value) => value !== undefined);
    if (at < 0) return sheet;
    const count = read.filter((value) => value !== undefined).length;
    notes.add(
      "quotients-read",
      {
        en: `column ${heading.name} is named as a row is, and ${count === 1 ? "a cell is a fraction" : `${count} cells are fractions`} such as ${texts[at]?.trim()}: read as numbers`,
        zh: `列 ${heading.name} 与某行同名，其中 ${count} 个单元格为 ${texts[at]?.trim()} 等分数：按数值读取`,
      },
      { row: rows[at] as number, column: heading.name },
    );
    return { ...sheet, texts: texts.map((text, row) => (read[row] === undefined ? text : String(read[row]))) };
  });
}

/** Names of columns that are the names of rows as well: two of one column at least. */
function comparedNames(sheets: readonly SheetColumn[]): ReadonlySet<string> {
  const heads = new Set(sheets.map(({ heading }) => heading.name));
  for (const { texts } of sheets) {
    const named = new Set(texts.flatMap((text) => (text !== undefined && heads.has(text.trim()) ? [text.trim()] : [])));
    if (named.size >= 2) return named;
  }
  return new Set();
}
