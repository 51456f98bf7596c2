import { catalogue } from "@conurb/core/catalogue";
import type { AnyMethod } from "@conurb/core/contract";
import { message } from "@conurb/core/language";
import { UsageError } from "./exit.ts";
import { say } from "./say.ts";

/** The method of this id, or a refusal that names the nearest one. */
export async function requireMethod(id: string): Promise<AnyMethod> {
  if (Object.hasOwn(catalogue, id)) return (await catalogue[id as keyof typeof catalogue]()).default as AnyMethod;
  const { suggestMethod } = await import("./suggest-method.ts");
  throw new UsageError(message("method-unknown", { id }), (await suggestMethod(id)) ?? say("methods-hint"));
}
