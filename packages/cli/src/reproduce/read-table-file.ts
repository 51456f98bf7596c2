import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "@conurb/core/contract";
import { type ParsedTable, parseTable, type ReadCells } from "@conurb/core/reproduce";
import { insideFolder, readCells } from "@conurb/store";
import { say } from "../say.ts";
import { readStandardInput } from "../standard-input.ts";

/** The file of a published table, and how the CSV files beside it are read: none from outside of its folder. */
export async function readTableFile(named: string): Promise<{ parsed: ParsedTable; cellsOf: ReadCells }> {
  const bytes = named === "-" ? await readStandardInput() : await bytesOf(named);
  const folder = named === "-" ? resolve(".") : dirname(resolve(named));
  return {
    parsed: parseTable(new TextDecoder("utf-8").decode(bytes), named),
    cellsOf: async (file) => (await readCells(await insideFolder(folder, file), { name: file })).cells,
  };
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
