import { parse } from "yaml";
import type { Asked } from "./use-method.ts";

/** What stands before a record that is written in the page. */
export const written = "yaml:";

/** An analysis's `on:` as the study file has it: tables by name or with their roles, records as they were written; nothing where one cannot be read. */
export function keptInputs({
  data,
  roles,
}: Pick<Asked, "data" | "roles">): Readonly<Record<string, unknown>> | undefined {
  try {
    const inputs = Object.entries(data).map(([input, of]) => {
      if (of.startsWith(written)) return [input, parse(of.slice(written.length)) as unknown];
      return [input, roles[input] === undefined ? of : { from: of, roles: roles[input] }];
    });
    return Object.fromEntries(inputs);
  } catch {
    return undefined;
  }
}
