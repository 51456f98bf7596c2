import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Text } from "@conurb/core/language";
import { suggestion } from "@conurb/core/language";
import { parseStudy } from "@conurb/core/study";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));

export async function templateNames(): Promise<readonly string[]> {
  return (await readdir(folder)).map((name) => name.replace(/\.yaml$/, "")).sort();
}

/** The text of a template; a name that there is not is refused with those that there are. */
export async function templateText(name: string): Promise<string> {
  const names = await templateNames();
  if (names.includes(name)) return readFile(join(folder, `${name}.yaml`), "utf8");
  const hint = suggestion(name, names) ?? say("template-hint");
  throw new UsageError(say("template-unknown", { name, names: names.join(", ") }), hint);
}

/** What each template is about, as its title says. */
export async function templateTitles(): Promise<ReadonlyMap<string, Text>> {
  const titles = new Map<string, Text>();
  for (const name of await templateNames()) {
    const { study } = parseStudy(await templateText(name), name);
    if (study !== undefined) titles.set(name, study.title);
  }
  return titles;
}
