import type { z } from "zod";
import { message } from "../language/message.ts";
import { type Fault, faultText, readBySchema } from "../language/schema-faults.ts";
import { same, type Text } from "../language/text.ts";
import { InputError, type Problem } from "./errors.ts";
import type { AnyMethod, Convention } from "./method.ts";

/**
 * Options with every default filled in, as a method's schema reads them; every wrong one is named at once, with what its
 * choices mean where nothing nearer can be said.
 */
export function readOptions<S extends z.ZodType>(
  method: string,
  schema: S,
  given: unknown,
  conventions: AnyMethod["conventions"] = {},
): z.output<S> {
  const { value, faults } = readBySchema(schema, given);
  if (faults === undefined) return value;
  throw new InputError(faults.map((fault) => optionProblem(method, fault, conventions)));
}

/** `resident: all residents of the whole prefecture; ...` */
function choicesTold({ choices }: Convention = { title: same(""), choices: {} }): Text | undefined {
  const told = Object.entries(choices);
  if (told.length === 0) return undefined;
  return {
    en: told.map(([choice, { en }]) => `${choice}: ${en}`).join("; "),
    zh: told.map(([choice, { zh }]) => `${choice}：${zh}`).join("；"),
  };
}

function optionProblem(method: string, fault: Fault, conventions: AnyMethod["conventions"]): Problem {
  const { path, keys } = fault;
  const option = path.join(".");
  const hint = fault.hint ?? choicesTold(Object.hasOwn(conventions, option) ? conventions[option] : undefined);
  const isUnknown = keys !== undefined && path.length === 1;
  const text = isUnknown
    ? message("option-unknown", { method, option, options: keys.join(", ") || message("none") })
    : faultText(fault, message("option-named", { method, option }));
  const code = isUnknown ? "option-unknown" : "option-invalid";
  return { code, text, place: { path: option }, ...(hint === undefined ? {} : { hint }) };
}
