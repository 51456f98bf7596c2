import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";

/** Where the pages of the workbench lie as they were built: in the package that was installed beside this one. */
export async function bundleFolder(): Promise<string> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve("@conurb/web/package.json"))), "dist");
  await stat(join(folder, "index.html")).catch(() => {
    throw new UsageError(say("serve-not-built"), say("serve-not-built-hint"));
  });
  return folder;
}
