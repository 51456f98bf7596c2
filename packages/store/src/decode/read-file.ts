import { open } from "node:fs/promises";
import { getHeapStatistics } from "node:v8";
import { refusal } from "../refuse.ts";

/**
 * Above this a file is for the SQL engine. One string holds 512 MB at most, and cells take some ten times a file's bytes
 * (200 MB of short cells: 2.0 GB), of a heap that is 2 to 4 GB unless told otherwise.
 */
export const sizeLimit = (): number => Math.min(512e6, getHeapStatistics().heap_size_limit / 16);

/** A whole file's bytes, or a refusal that says why not. */
export async function readBytes(path: string, file: string = path, limit: number = sizeLimit()): Promise<Uint8Array> {
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      if (size > limit) {
        const megabytes = (bytes: number) => String(Math.ceil(bytes / 1e6));
        throw refusal("file-too-large", { file, size: megabytes(size), limit: megabytes(limit) }, { file });
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asRefusal(error, file);
  }
}

/** An error of the file system as a refusal that names the file; any other error as it was. */
export function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return error;
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return refusal("file-missing", { file }, { file });
    case "EISDIR":
      return refusal("file-is-folder", { file }, { file });
    case "EACCES":
    case "EPERM":
      return refusal("file-not-permitted", { file }, { file });
    default:
      return refusal("file-unreadable", { file, reason: String(error.code) }, { file });
  }
}
