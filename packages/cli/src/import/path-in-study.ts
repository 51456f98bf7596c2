import { realpath } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import { InputError } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { insideFolder } from "@conurb/store";
import { say } from "../say.ts";

/** How a study in the current folder names a file, and what its author must know of that. */
export interface PathInStudy {
  readonly path: string;
  readonly remark: Text;
}

/** A study reads files of its own folder only: one that lies elsewhere is named as it will be once it is copied there. */
export async function pathInStudy(file: string): Promise<PathInStudy> {
  const way = relative(resolve("."), resolve(file)).split(sep).join("/");
  const isBelow = !way.startsWith("../");
  if (isBelow && (await isInside(file))) return { path: way, remark: say("import-path") };
  const path = basename(file);
  return { path, remark: say("import-path-outside", { file: isBelow ? await realpath(file) : file, path }) };
}

async function isInside(file: string): Promise<boolean> {
  try {
    await insideFolder(".", file);
    return true;
  } catch (error) {
    if (error instanceof InputError && error.code === "path-outside") return false;
    throw error;
  }
}
