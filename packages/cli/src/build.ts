import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let known: string | undefined;

/**
 * A digest of the code that computes: results outlive the program, and an upgrade must not answer with what an older one
 * gave. The text of core's modules, whatever the machine or the date.
 */
export function buildDigest(): string {
  if (known !== undefined) return known;
  const folder = dirname(fileURLToPath(import.meta.resolve("@conurb/core")));
  const hash = createHash("sha256");
  const modules = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.js$/.test(name));
  for (const name of modules.sort())
    hash.update(`${name.replaceAll("\\", "/")}\n`).update(readFileSync(join(folder, name)));
  known = hash.digest("hex").slice(0, 16);
  return known;
}
