import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { afterAll, expect } from "vitest";

/** A folder of this test file's own, gone at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "conurb-store-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The refusal that `work` ends in; anything else fails the test. Every refusal must speak both languages. */
export async function refusalOf(work: Promise<unknown> | (() => unknown)): Promise<InputError> {
  const error = await Promise.resolve(typeof work === "function" ? undefined : work)
    .then(() => (typeof work === "function" ? work() : undefined))
    .then(
      () => new Error("was not refused"),
      (thrown: unknown) => thrown,
    );
  if (!(error instanceof InputError)) throw error;
  for (const { text, hint } of error.problems) {
    for (const said of hint === undefined ? [text] : [text, hint]) {
      expect(said.en).not.toMatch(/\p{Script=Han}|[{}]/u);
      expect(said.zh).toMatch(/\p{Script=Han}/u);
    }
  }
  return error;
}
