import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { insideFolder, sha256Bytes, sha256File } from "@conurb/store";

/** A file that a page handed over, not part of any study yet. */
export interface Upload {
  readonly id: string;
  /** Safe in any folder. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Files between their arrival and their place in a study. They lie outside every study, and go when the server ends. */
export interface Uploads {
  receive(name: string, bytes: Uint8Array): Promise<Upload>;
  find(id: string): Upload | undefined;
  drop(id: string): Promise<boolean>;
  close(): Promise<void>;
}

const mostKept = 12; // files at a time: the oldest goes

export function openUploads(): Uploads {
  const kept = new Map<string, Upload>();
  let folder: Promise<string> | undefined;
  const drop = async (id: string): Promise<boolean> => {
    const upload = kept.get(id);
    if (upload === undefined) return false;
    kept.delete(id);
    await rm(upload.path, { force: true });
    return true;
  };
  return {
    receive: async (name, bytes) => {
      folder ??= mkdtemp(join(tmpdir(), "conurb-uploads-"));
      const id = randomUUID();
      const upload = {
        id,
        name: safeName(name),
        path: join(await folder, id),
        size: bytes.length,
        sha256: sha256Bytes(bytes),
      };
      await writeFile(upload.path, bytes, { mode: 0o600, flag: "wx" });
      kept.set(id, upload);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) await drop(oldest);
      return upload;
    },
    find: (id) => kept.get(id),
    drop,
    close: async () => {
      kept.clear();
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}

const longestName = 80; // characters, an ending of up to 12 among them

/**
 * The last part of a name, without what a system may not have in one, what turns the direction of writing, or what hides
 * it from view. An ending stays, for it says what the file claims to be.
 */
export function safeName(given: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const ending = extname(clean).slice(0, 12);
  const stem = basename(clean, extname(clean))
    .slice(0, longestName - ending.length)
    .trim();
  // names of devices, which some systems open in place of a file whatever ending they have
  const isDevice = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i.test(stem);
  return `${stem === "" || isDevice ? `data${stem}` : stem}${ending}`;
}

/** Where a study keeps the files that were handed over to it. */
const dataFolder = "data";

/** The path, from a study's folder, that a file would be given there: its own, or the next free one where something else has it. */
export async function placeFor(folder: string, { name, sha256 }: Upload): Promise<string> {
  const ending = extname(name);
  const stem = basename(name, ending);
  for (let at = 1; ; at += 1) {
    const way = `${dataFolder}/${at === 1 ? name : `${stem}-${at}${ending}`}`;
    const there = await standing(await insideFolder(folder, way));
    if (there === "nothing" || there === sha256) return way;
  }
}

/** What a path holds: a file by its hash, nothing, or something that is no file. */
async function standing(path: string): Promise<string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (found === undefined) return "nothing";
  return found.isFile() ? sha256File(path) : "no file";
}

/** Copies a file into a study's folder, never over another and never out of the folder; answers how the study names it. */
export async function copyIn(folder: string, upload: Upload): Promise<string> {
  for (;;) {
    const way = await placeFor(folder, upload);
    const target = await insideFolder(folder, way);
    await mkdir(dirname(target), { recursive: true });
    try {
      await copyFile(upload.path, target, constants.COPYFILE_EXCL);
      return way;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      // the same file, or another that came in between, which the next round finds
      if ((await standing(target)) === upload.sha256) return way;
    }
  }
}
