import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { MadeFile } from "@conurb/server";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".pdf": "application/pdf",
};

/** Files of a report as they can be handed out. */
export function madeFiles(paths: readonly string[]): Promise<readonly MadeFile[]> {
  return Promise.all(
    paths.map(async (path): Promise<MadeFile> => {
      const { size } = await stat(path);
      const read = async () => Uint8Array.from(await readFile(path));
      return { name: basename(path), type: types[extname(path)] ?? "application/octet-stream", size, read };
    }),
  );
}
