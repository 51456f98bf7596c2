import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { asRefusal } from "../decode/read-file.ts";
import { asDiskRefusal, removeLeftovers, writeAtomic } from "./write-atomic.ts";

/** Results by their key, as canonical JSON in `out/results/KEY.json`. */
export interface ResultStore {
  readonly folder: string;
  /** The file's text, or undefined where there is none. */
  get(key: string): Promise<string | undefined>;
  put(key: string, canonical: string): Promise<void>;
  /** The keys, sorted. */
  list(): Promise<readonly string[]>;
  /** Removes every result but those of `keep`, and gives the keys removed. */
  prune(keep: Iterable<string>): Promise<readonly string[]>;
}

const keyPattern = /^[0-9a-f]{64}$/;

/** Opens (and makes) `out/results`, and clears away what a killed run left behind. */
export async function openResults(out: string): Promise<ResultStore> {
  const folder = join(out, "results");
  try {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
  } catch (error) {
    throw asDiskRefusal(error, folder);
  }
  const fileOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new Error(`result key ${key} is not a sha256`);
    return join(folder, `${key}.json`);
  };
  const list = async () =>
    (await readdir(folder))
      .filter((name) => name.endsWith(".json") && keyPattern.test(name.slice(0, -5)))
      .map((name) => name.slice(0, -5))
      .sort();
  return {
    folder,
    get: async (key) => {
      try {
        return await readFile(fileOf(key), "utf8");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw asRefusal(error, fileOf(key));
      }
    },
    put: (key, canonical) => writeAtomic(fileOf(key), canonical),
    list,
    prune: async (keep) => {
      const kept = new Set(keep);
      const removed = (await list()).filter((key) => !kept.has(key));
      for (const key of removed) await rm(fileOf(key), { force: true });
      return removed;
    },
  };
}
