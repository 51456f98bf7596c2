import { suggestion } from "@conurb/core/language";
import { type GuessOptions, guessLayout, type LayoutGuess, type Sheet, usedRange } from "@conurb/core/sheets";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { type Book, findSheet, namesOf, sheetsLike } from "./open-book.ts";

/** One sheet of a book as the list of its sheets shows it. */
export interface SheetLine {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: boolean;
  /** Whether a table was recognised; `undefined` where nobody looked. */
  readonly hasFigures: boolean | undefined;
}

export interface Chosen {
  /** The first of those asked for, by which the layout of all is guessed. */
  readonly sheet: Sheet;
  readonly all: readonly [Sheet, ...Sheet[]];
  readonly guess: LayoutGuess;
  readonly sheets: readonly SheetLine[];
}

/** A guess takes some microseconds a cell: larger sheets are looked into when they are asked for. */
const soonGuessed = 200_000; // cells

/** The sheet that is asked for, else the first with figures, seen ones before hidden ones; and what the others are. */
export function chooseSheet(book: Book, asked: string | undefined, options: GuessOptions): Chosen {
  const guesses = new Map<Sheet, LayoutGuess>();
  const guessOf = (sheet: Sheet): LayoutGuess => {
    const guess = guesses.get(sheet) ?? guessLayout(sheet, options);
    guesses.set(sheet, guess);
    return guess;
  };
  const inOrder = [...book.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  const found =
    asked === undefined
      ? (inOrder.find((sheet) => guessOf(sheet).layout !== undefined) ?? inOrder[0])
      : findSheet(book, asked);
  const [chosen, ...others] = found === undefined ? sheetsAsked(book, asked ?? "1") : [found];
  if (chosen === undefined) throw noSheet(book, asked ?? "1");
  const sheets = book.sheets.map((sheet): SheetLine => {
    const { rows, columns } = usedRange(sheet);
    const isSoon = guesses.has(sheet) || rows * columns <= soonGuessed;
    const hasFigures = isSoon ? guessOf(sheet).layout !== undefined : undefined;
    return { sheet: sheet.sheet, rows, columns, hidden: sheet.hidden, hasFigures };
  });
  return { sheet: chosen, all: [chosen, ...others], guess: guessOf(chosen), sheets };
}

/** `20*`, or `2018,2019`: several sheets of one layout. */
function sheetsAsked(book: Book, asked: string): Sheet[] {
  const sheets = asked.split(/[,，]/).flatMap((name) => {
    const like = sheetsLike(book, name);
    if (like.length > 0) return like;
    const found = findSheet(book, name.trim());
    if (found === undefined) throw noSheet(book, name.trim());
    return [found];
  });
  return [...new Set(sheets)];
}

function noSheet(book: Book, asked: string): UsageError {
  const { file, sheets, isWorkbook } = book;
  if (!isWorkbook) return new UsageError(say("sheet-of-text", { file, sheet: asked }));
  const near = suggestion(
    asked,
    sheets.map(({ sheet }) => sheet),
  );
  return new UsageError(
    say("sheet-unknown", { file, sheet: asked }),
    near ?? say("sheet-choose-hint", { names: namesOf(book) }),
  );
}
