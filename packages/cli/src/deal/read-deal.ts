import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { InputError } from "@conurb/core/contract";
import { type ParsedDeal, parseDeal } from "@conurb/core/deal";
import { say } from "../say.ts";
import { readStandardInput } from "../standard-input.ts";

/** A deal on disk, read, and the folder that its study and private files lie in. */
export interface DealFile {
  readonly file: string;
  readonly folder: string;
  readonly parsed: ParsedDeal;
}

export async function readDealFile(named: string): Promise<DealFile> {
  if (named === "-") {
    const text = new TextDecoder().decode(await readStandardInput());
    return { file: "-", folder: resolve("."), parsed: parseDeal(text, "-") };
  }
  const found = await stat(named).catch(() => undefined);
  const file = found?.isDirectory() ? join(named, "deal.yaml") : named;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    const isMissing = reason === "ENOENT" || reason === "ENOTDIR";
    throw new InputError({
      code: isMissing ? "deal-missing" : "deal-unreadable",
      text: isMissing ? say("deal-missing", { file }) : say("deal-unreadable", { file, reason }),
      hint: say("deal-missing-hint"),
      place: { file },
    });
  }
  return { file, folder: dirname(resolve(file)), parsed: parseDeal(new TextDecoder().decode(bytes), file) };
}
