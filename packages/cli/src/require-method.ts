import { catalogue } from "@conurb/core/catalogue";
import type { AnyMethod } from "@conurb/core/contract";
import { message } from "@conurb/core/language";
import { UsageError } from "./exit.ts";
import { say } from "./say.ts";

/** The method of this id, or a refusal that names the nearest one. */
export async function requireMethod(id: string): Promise<AnyMethod> {
  if (Object.hasOwn(catalogue, id)) return (await catalogue[id as keyof typeof catalogue]()).default as AnyMethod;
  // only a mistake pays for the study model's loading
  const { suggestion } = await import("@conurb/core/study");
  const near = suggestion(id, Object.keys(catalogue));
  throw new UsageError(message("method-unknown", { id }), near ?? say("methods-hint"));
}
