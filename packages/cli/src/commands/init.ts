import { access } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { writeAtomic } from "@conurb/store";
import { type Command, textOption } from "../command.ts";
import { exit } from "../exit.ts";
import { printStartingPoints, startingPoints } from "../init/starting-points.ts";
import { templateNames, templateText, templateTitles } from "../init/templates.ts";
import { say } from "../say.ts";

const init: Command = async (given, terminal) => {
  const folder = given.words[0] ?? ".";
  if (given.options.list === true) {
    const points = await startingPoints(await templateNames());
    if (given.options.json) terminal.json(points);
    else printStartingPoints(points, await templateTitles(), terminal);
    return exit.done;
  }
  const template = textOption(given, "template") ?? "minimal";
  const text = await templateText(template);
  const file = join(folder, "study.yaml");
  if (await exists(file)) {
    throw new InputError({
      code: "init-exists",
      text: say("init-exists", { file }),
      hint: say("init-exists-hint"),
      place: { file },
    });
  }
  await writeAtomic(file, text);
  if (given.options.json) terminal.json({ template, file });
  else terminal.print(terminal.text(say("init-done", { file, folder })));
  return exit.done;
};
export default init;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
