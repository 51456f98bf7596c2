import type { CellProblems } from "./cell-problems.ts";
import { type ColumnKind, isMostlyNumbers, isPaddedCode, kindByCells, wordsLookedAt } from "./column-kind.ts";
import type { Heading } from "./header.ts";
import { isMissingMark, numberCell } from "./number-cell.ts";
import type { Field } from "./type-table.ts";

/** One column of a sheet before it is typed. */
export interface SheetColumn {
  readonly heading: Heading;
  readonly field: Field | undefined;
  /** Positions in `cells.rows`. */
  readonly rows: readonly number[];
  /** `undefined` where a row is too short to have the cell. */
  readonly texts: readonly (string | undefined)[];
  readonly isFlag: boolean;
  readonly missingValues?: ReadonlySet<string>;
  /** Nobody has said that the column holds numbers: most of its cells do. */
  readonly isGuessed?: boolean;
}

export function isMissing(text: string, { missingValues }: SheetColumn): boolean {
  const trimmed = text.trim();
  return trimmed === "" || (missingValues === undefined ? isMissingMark(trimmed) : missingValues.has(trimmed));
}

/** A number column has numbers in nearly all cells that are not missing, and none that is a padded code. */
export function guessKind(column: SheetColumn, notes: CellProblems): ColumnKind {
  const { name } = column.heading;
  let numbers = 0;
  let words = 0;
  let first = 0;
  const told: string[] = [];
  for (const [at, text] of column.texts.entries()) {
    if (text === undefined || isMissing(text, column)) continue;
    if (isPaddedCode(text)) return "label";
    if (numberCell(text) !== undefined) numbers += 1;
    else {
      if (words === 0) first = at;
      words += 1;
      if (told.length < wordsLookedAt) told.push(text);
    }
  }
  const kind = kindByCells(column.heading, numbers, words, told);
  if (kind === "label" && words > 0) {
    const [row, text] = [column.rows[first] as number, column.texts[first] as string];
    noteMostlyNumbers(notes, { name, numbers, words, row, text });
  }
  return kind;
}

/** A column that is taken as labels because of a few words among its numbers; the first word, and its place in `rows`. */
export function noteMostlyNumbers(
  notes: CellProblems,
  {
    name,
    numbers,
    words,
    row,
    text,
  }: {
    readonly name: string;
    readonly numbers: number;
    readonly words: number;
    readonly row: number;
    readonly text: string;
  },
): void {
  if (!isMostlyNumbers(numbers, words)) return;
  notes.add(
    "mostly-numbers",
    {
      en: `column ${name} has ${numbers} numbers and "${text}": taken as labels`,
      zh: `列 ${name} 有 ${numbers} 个数字，但出现“${text}”：按文字处理`,
    },
    { row, column: name },
    {
      en: `declare its unit to have it read as numbers, or mend the cell`,
      zh: "声明其单位即按数字读取，或更正该单元格",
    },
  );
}
