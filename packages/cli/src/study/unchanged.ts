import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "../version.ts";
import type { Told } from "./summary.ts";

const memoryName = ".last-run.json";

/** What the last run rested on and left behind, kept beside its results. Losing it costs a second, never an answer. */
interface Memory {
  readonly command: string;
  /** The study's own files, with the sha256 of what was read of them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly surroundings: string;
  readonly written: string;
  readonly told: Told;
}

/** What the last run said, if nothing has changed since: no file of the study, of the program, or of what it wrote. */
export async function unchanged(command: string, out: string, studyPath: string): Promise<Told | undefined> {
  try {
    const memory = JSON.parse(await readFile(join(out, memoryName), "utf8")) as Memory;
    const isSame =
      memory.command === command &&
      studyPath in memory.inputs &&
      Object.entries(memory.inputs).every(([path, sha256]) => sha256Of(path) === sha256) &&
      memory.written === stampOf(out) &&
      memory.surroundings === surroundings();
    return isSame ? memory.told : undefined;
  } catch {
    return undefined;
  }
}

export async function remember(command: string, out: string, inputs: Memory["inputs"], told: Told): Promise<void> {
  const memory: Memory = { command, inputs, surroundings: surroundings(), written: stampOf(out), told };
  await writeFile(join(out, memoryName), JSON.stringify(memory)).catch(() => {});
}

const sha256Of = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

let known: string | undefined;

/** The program's own code and figures, by the sizes and dates of their files: looked at once, for what runs is what was loaded. */
function surroundings(): string {
  known ??= lookAround();
  return known;
}

function lookAround(): string {
  const packages = ["@conurb/core", "@conurb/store", "@conurb/figures"].map((name) => import.meta.resolve(name));
  const folders = [new URL("../cli.js", import.meta.url).href, ...packages].map((url) => dirname(fileURLToPath(url)));
  const atlas = dirname(fileURLToPath(import.meta.resolve("@conurb/atlas/package.json")));
  return JSON.stringify([program, ...[...folders, atlas].map(stampOf)]);
}

/** Names, sizes and dates of all files under a folder, but for those that a run hides. */
export function stampOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (/(^|[\\/])(\.|node_modules)/.test(name)) continue;
    const { size, mtimeMs, ctimeMs } = statSync(join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs} ${ctimeMs}\n`); // a date of writing can be set back, that of changing cannot
  }
  return hash.digest("hex");
}
