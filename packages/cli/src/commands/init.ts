import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "@conurb/core/contract";
import { suggestion, type Text } from "@conurb/core/language";
import { parseStudy } from "@conurb/core/study";
import { writeAtomic } from "@conurb/store";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { printStartingPoints, startingPoints } from "../init/starting-points.ts";
import { say } from "../say.ts";

const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

const init: Command = async (given, terminal) => {
  const folder = given.words[0] ?? ".";
  const names = (await readdir(templates)).map((name) => name.replace(/\.yaml$/, "")).sort();
  if (given.options.list === true) {
    const points = await startingPoints(names);
    if (given.options.json) terminal.json(points);
    else printStartingPoints(points, await titlesOf(names), terminal);
    return exit.done;
  }
  const template = textOption(given, "template") ?? "minimal";
  if (!names.includes(template)) {
    const hint = suggestion(template, names) ?? say("template-hint");
    throw new UsageError(say("template-unknown", { name: template, names: names.join(", ") }), hint);
  }
  const file = join(folder, "study.yaml");
  if (await exists(file)) {
    throw new InputError({
      code: "init-exists",
      text: say("init-exists", { file }),
      hint: say("init-exists-hint"),
      place: { file },
    });
  }
  await writeAtomic(file, await readFile(join(templates, `${template}.yaml`), "utf8"));
  if (given.options.json) terminal.json({ template, file });
  else terminal.print(terminal.text(say("init-done", { file, folder })));
  return exit.done;
};
export default init;

/** What each template is about, as its title says. */
async function titlesOf(names: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const titles = new Map<string, Text>();
  for (const name of names) {
    const file = join(templates, `${name}.yaml`);
    const { study } = parseStudy(await readFile(file, "utf8"), file);
    if (study !== undefined) titles.set(name, study.title);
  }
  return titles;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
