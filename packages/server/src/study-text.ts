import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { InputError } from "@conurb/core/contract";
import { writeAtomic } from "@conurb/store";
import { type ServerCode, serverMessages } from "./server-messages.ts";

export interface Versioned {
  readonly text: string;
  readonly version: string;
}

export type Saved =
  | ({ readonly kind: "saved" } & Versioned)
  /** The file is not the one that the change was made to: here is what it holds now. */
  | ({ readonly kind: "changed-outside" } & Versioned);

export const versionOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** The study file, always as it stands on disk. Changes come one after the other and replace the whole file. */
export interface StudyText {
  /** Nothing where there is no file yet. */
  find(): Promise<Versioned | undefined>;
  /** Refuses where there is none. */
  read(): Promise<Versioned>;
  /** Writes `text` where the file is still at version `before`. */
  save(text: string, before: string): Promise<Saved>;
}

export function studyText(path: string): StudyText {
  let last: Promise<unknown> = Promise.resolve();
  const find = async (): Promise<Versioned | undefined> => {
    try {
      const text = utf8(await readFile(path));
      // read with its faults it would be written back with them
      if (text === undefined) throw refused("server-file-not-text");
      return { text, version: versionOf(text) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  };
  const read = async (): Promise<Versioned> => {
    const found = await find();
    if (found !== undefined) return found;
    throw refused("server-no-study");
  };
  const save = async (text: string, before: string): Promise<Saved> => {
    const now = await read();
    if (now.version !== before) return { kind: "changed-outside", ...now };
    // a study behind a link is replaced where it lies, not the link
    if (now.text !== text) await writeAtomic(await realpath(path), text);
    return { kind: "saved", text, version: versionOf(text) };
  };
  return {
    find,
    read,
    save: (text, before) => {
      const saved = last.then(() => save(text, before));
      last = saved.catch(() => {});
      return saved;
    },
  };
}

/** The text of bytes, a mark at its beginning included; nothing where they are no UTF-8. */
export function utf8(bytes: ArrayBuffer | Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const refused = (code: ServerCode): InputError => new InputError({ code, text: serverMessages[code] });
