import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { InputError } from "@conurb/core/contract";
import { say } from "../say.ts";
import { readStandardInput } from "../standard-input.ts";

/** A study on disk: its text as it stands, and the folder that its files lie in. */
export interface StudyFile {
  /** As the user named it: what messages call it. */
  readonly file: string;
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

/** Reads the study that STUDY names: a folder with a study.yaml, a file, or `-` for standard input. */
export async function readStudyFile(named: string): Promise<StudyFile> {
  if (named === "-") {
    const text = decoded(await readStandardInput(), "-");
    return { file: "-", path: resolve("study.yaml"), folder: resolve("."), text };
  }
  const found = await stat(named).catch(() => undefined);
  const file = found?.isDirectory() ? join(named, "study.yaml") : named;
  const path = resolve(file);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR";
    throw new InputError({
      code: isMissing ? "study-missing" : "study-unreadable",
      text: isMissing ? say("study-missing", { file }) : say("study-unreadable", { file, reason: code ?? "?" }),
      hint: say("study-missing-hint"),
      place: { file },
    });
  }
  return { file, path, folder: dirname(path), text: decoded(bytes, file) };
}

function decoded(bytes: Uint8Array, file: string): string {
  const text = bytes.includes(0) ? undefined : utf8(bytes);
  if (text !== undefined) return text;
  throw new InputError({
    code: "study-not-text",
    text: say("study-not-text", { file }),
    hint: say("study-not-text-hint"),
    place: { file },
  });
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
