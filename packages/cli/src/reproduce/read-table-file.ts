import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError, type Problem } from "@conurb/core/contract";
import { type ParsedTable, parseTable, type ReadCells } from "@conurb/core/reproduce";
import { pageCells } from "@conurb/core/sheets";
import { decodeData, insideFolder, readBytes } from "@conurb/store";
import { isWorkbook } from "../import/open-book.ts";
import { say } from "../say.ts";
import { readStandardInput } from "../standard-input.ts";
import { loadPage } from "../study/load-page.ts";

/** The file of a published table, and how the files beside it are read: none from outside of its folder. */
export async function readTableFile(named: string): Promise<{ parsed: ParsedTable; cellsOf: ReadCells }> {
  const bytes = named === "-" ? await readStandardInput() : await bytesOf(named);
  const folder = named === "-" ? resolve(".") : dirname(resolve(named));
  return {
    parsed: parseTable(new TextDecoder("utf-8").decode(bytes), named),
    cellsOf: (written) => cellsBeside(folder, written),
  };
}

/** Rows under a head of one row; of a workbook or a page, those that its layout names. */
async function cellsBeside(folder: string, { file, layout, encoding, sheet, table }: Parameters<ReadCells>[0]) {
  const bytes = await readBytes(await insideFolder(folder, file), file);
  const reading = encoding === undefined ? {} : { encoding };
  if (layout === undefined && !isWorkbook(bytes, file)) return (await decodeData(bytes, file, reading)).cells;
  const page = await loadPage("data", { layout, encoding, sheet, table }, bytes, file).catch((error: unknown) => {
    // where a study would declare the file
    throw error instanceof InputError ? new InputError(error.problems.map(withoutPath)) : error;
  });
  const cells = pageCells(page);
  return { ...cells, rows: [page.columns.map(({ name }) => name), ...cells.rows.slice(1)] };
}

function withoutPath({ place, ...problem }: Problem): Problem {
  const { path: _, ...rest } = place ?? {};
  return Object.keys(rest).length === 0 ? problem : { ...problem, place: rest };
}

async function bytesOf(named: string): Promise<Uint8Array> {
  try {
    return await readFile(named);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === "ENOENT" || code === "ENOTDIR";
    throw new InputError({
      code: isMissing ? "file-missing" : "record-unreadable",
      text: isMissing
        ? say("file-missing", { file: named })
        : say("record-unreadable", { file: named, reason: code ?? "?" }),
      hint: say("reproduce-table-hint"),
      place: { file: named },
    });
  }
}
