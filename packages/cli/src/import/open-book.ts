import { InputError, type Problem } from "@conurb/core/contract";
import { suggestion } from "@conurb/core/language";
import { type Sheet, sheetOfCells } from "@conurb/core/sheets";
import { type CsvOptions, decodeData, decodeWorkbook, formatNamed, looksLike } from "@conurb/store";
import { say } from "../say.ts";

/** The sheets of a workbook, or the one that a delimited file is. */
export interface Book {
  readonly file: string;
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Problem[];
  readonly isWorkbook: boolean;
  /** How a delimited file was read. */
  readonly encoding?: string;
}

/** By the bytes, whatever the file is called. */
export const isWorkbook = (bytes: Uint8Array, file: string): boolean => looksLike(bytes, file).format === "workbook";

export async function openBook(bytes: Uint8Array, file: string, options: CsvOptions = {}): Promise<Book> {
  if (isWorkbook(bytes, file)) {
    const { sheets, notes } = await decodeWorkbook(bytes, file);
    return { file, sheets, notes, isWorkbook: true };
  }
  const { cells, format, encoding, notes = [] } = await decodeData(bytes, file, options);
  if (format !== "csv") {
    const { title } = formatNamed(format);
    throw new InputError({
      code: "layout-of-table",
      text: say("layout-of-table", { file, format: title }),
      place: { file },
    });
  }
  return {
    file,
    sheets: [sheetOfCells(cells)],
    notes,
    isWorkbook: false,
    ...(encoding === undefined ? {} : { encoding }),
  };
}

/** The sheet of this name, or of this number counted from 1; nothing where the book has neither. */
export function findSheet({ sheets, isWorkbook: isBook }: Book, asked: string): Sheet | undefined {
  if (!isBook) return undefined;
  const named =
    sheets.find(({ sheet }) => sheet === asked) ?? sheets.find(({ sheet }) => sheet.trim() === asked.trim());
  return named ?? (/^[1-9]\d*$/.test(asked) ? sheets[Number(asked) - 1] : undefined);
}

/** The sheet of this name; the only one where none is named. */
export function requireSheet(book: Book, name: string | undefined): Sheet {
  const { file, sheets, isWorkbook: isBook } = book;
  const named = sheets.find(({ sheet }) => sheet === name);
  if (isBook && named !== undefined) return named;
  const [only] = sheets;
  if (name === undefined && only !== undefined && sheets.length === 1) return only;
  const near =
    name === undefined
      ? undefined
      : suggestion(
          name,
          sheets.map(({ sheet }) => sheet),
        );
  const hint = isBook ? { hint: near ?? say("sheet-choose-hint", { names: namesOf(book) }) } : {};
  const text =
    name === undefined
      ? say("sheet-choose", { file, sheets: sheets.length })
      : say(isBook ? "sheet-unknown" : "sheet-of-text", { file, sheet: name });
  throw new InputError({ code: "sheet-unknown", text, ...hint, place: { file } });
}

/** The sheets of these names, each once, in the order of the names; where a name has a `*`, all sheets that it stands for. */
export function requireSheets(book: Book, asked: string | readonly string[] | undefined): readonly Sheet[] {
  const names = typeof asked === "object" ? asked : [asked];
  return [
    ...new Set(
      names.flatMap((name) => {
        const found = name === undefined ? [] : sheetsLike(book, name);
        return found.length > 0 ? found : [requireSheet(book, name)];
      }),
    ),
  ];
}

/** `20*` stands for every sheet whose name begins so. No sheet of Excel has a `*` in its name. */
export function sheetsLike({ sheets, isWorkbook: isBook }: Book, asked: string): readonly Sheet[] {
  if (!isBook || !asked.includes("*")) return [];
  const parts = asked
    .trim()
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`, "su");
  return sheets.filter(({ sheet }) => pattern.test(sheet.trim()));
}

export const namesOf = ({ sheets }: Book): string => sheets.map(({ sheet }) => sheet).join(", ");
