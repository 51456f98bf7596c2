import { readFile } from "node:fs/promises";
import { writeAtomic } from "@conurb/store";

/** Leaves a file alone that already holds this. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  const standing = await readFile(path).catch(() => undefined);
  if (standing === undefined || !standing.equals(bytes)) await writeAtomic(path, bytes);
}
