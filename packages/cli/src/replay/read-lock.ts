import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "@conurb/core/contract";
import { type Lock, requireFormat } from "@conurb/core/study";
import { say } from "../say.ts";

/** A lock with its folder, and where the study that it locks lies: by the way from there. */
export async function readLock(file: string): Promise<{ lock: Lock; folder: string; studyPath: string }> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    const told = reason === "ENOENT" ? say("file-missing", { file }) : say("lock-unreadable", { file, reason });
    throw refusal(file, told);
  }
  let lock: Lock;
  try {
    lock = JSON.parse(text) as Lock;
  } catch (error) {
    throw refusal(file, say("lock-unreadable", { file, reason: (error as Error).message }));
  }
  if (lock === null || typeof lock !== "object" || lock.lock === undefined || typeof lock.study?.file !== "string") {
    throw refusal(file, say("lock-unreadable", { file, reason: "lock: 1, study.file" }));
  }
  requireFormat("lock", lock.lock, 1, { file });
  const folder = dirname(resolve(file));
  return { lock, folder, studyPath: resolve(folder, lock.study.file) };
}

function refusal(file: string, text: ReturnType<typeof say>): InputError {
  return new InputError({ code: "lock-unreadable", text, hint: say("lock-hint"), place: { file } });
}
