import { studyJsonSchema } from "@conurb/core/study";
import type { Command } from "../command.ts";
import { exit } from "../exit.ts";

const schema: Command = async (_given, terminal) => {
  terminal.json(await studyJsonSchema());
  return exit.done;
};
export default schema;
