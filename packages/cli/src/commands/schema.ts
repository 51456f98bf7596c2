import { suggestion } from "@conurb/core/language";
import type { Command } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { say } from "../say.ts";

type Schema = Readonly<Record<string, unknown>>;

/** What files there are whose form is promised, and who knows it. */
const schemas: Readonly<Record<string, () => Promise<Schema>>> = {
  study: async () => (await import("@conurb/core/study")).studyJsonSchema(),
  table: async () => (await import("@conurb/core/reproduce")).tableJsonSchema(),
  deal: async () => (await import("@conurb/core/deal")).dealJsonSchema(),
  result: async () => (await import("@conurb/core/study")).resultJsonSchema(),
};

const schema: Command = async ({ words: [kind = "study"] }, terminal) => {
  const names = Object.keys(schemas);
  const make = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
  if (make === undefined) {
    throw new UsageError(say("schema-unknown", { kind, kinds: names.join(", ") }), suggestion(kind, names));
  }
  terminal.print(JSON.stringify(await make(), null, 2));
  return exit.done;
};
export default schema;
