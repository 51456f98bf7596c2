import { InputError, type Table } from "@conurb/core/contract";
import { firstNamed, type Text } from "@conurb/core/language";
import { placeWords } from "@conurb/core/places";
import { readPage } from "@conurb/core/sheets";
import { openAtlas } from "@conurb/store";
import { say } from "../say.ts";
import { requireSoundPage } from "../study/load-page.ts";
import { knownVariables, namedPlaces } from "./atlas-words.ts";
import { chooseSheet } from "./choose-sheet.ts";
import type { Book } from "./open-book.ts";
import { shellWord } from "./tell-page.ts";

/** The first table of a sheet, read as its layout is guessed, and a line that says so. */
export async function guessedPage(book: Book, asked: string | undefined): Promise<{ table: Table; note: Text }> {
  const atlas = openAtlas();
  const places = placeWords(await namedPlaces(atlas));
  const { sheet, guess } = chooseSheet(book, asked, { variables: await knownVariables(atlas), places });
  const { file } = book;
  if (guess.layout === undefined) {
    throw new InputError({
      code: "layout-not-recognised",
      text: say("page-without-layout", { file, sheet: sheet.sheet }),
      hint: say("calc-sheet-hint", { file: shellWord(file) }),
      place: { file },
    });
  }
  const page = readPage(sheet, guess.layout, { name: sheet.sheet });
  requireSoundPage(page);
  const table = page.tables.find((each) => each.table.rows > 0)?.table ?? (page.tables[0]?.table as Table);
  const columns = firstNamed(table.columns.map(({ name }) => name));
  return { table, note: say("calc-sheet", { file, sheet: sheet.sheet, rows: table.rows, columns }) };
}
