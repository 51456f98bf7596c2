import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readBytes } from "../decode/read-file.ts";
import { asDiskRefusal } from "../results/write-atomic.ts";
import { readArchive } from "./read-archive.ts";

/** An archive on disk for as long as it is needed. */
export interface Unpacked {
  readonly folder: string;
  readonly names: readonly string[];
  remove(): Promise<void>;
}

/** Unpacks an archive into a fresh folder of its own, once all of it was found sound. */
export async function unpack(path: string, file: string = path): Promise<Unpacked> {
  const files = readArchive(await readBytes(path, file), file);
  const folder = await mkdtemp(join(tmpdir(), "conurb-pack-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const [name, bytes] of files) {
      const target = join(folder, ...name.split("/"));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes, { flag: "wx" });
    }
  } catch (error) {
    await remove();
    throw asDiskRefusal(error, folder);
  }
  return { folder, names: [...files.keys()], remove };
}
