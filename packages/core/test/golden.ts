import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";

/**
 * Folder of reference outputs that are not part of the project; tests that need it are skipped, and counted, without it.
 * Read them inside `it`: the body of a skipped `describe` runs all the same.
 */
const folder = process.env.CONURB_GOLDENS ?? "";

export const haveGoldens = folder !== "" && existsSync(folder);

export function goldenJson<T>(path: string): T {
  return JSON.parse(readFileSync(`${folder}/${path}`, "utf8")) as T;
}

/** Rows of a golden's CSV, every cell as text. */
export function goldenCsv(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(`${folder}/${path}`, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
}
