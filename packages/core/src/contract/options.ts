import type { z } from "zod";
import { message } from "../language/message.ts";
import { type Fault, faultText, readBySchema } from "../language/schema-faults.ts";
import { InputError, type Problem } from "./errors.ts";

/** Options with every default filled in, as a method's schema reads them; every wrong one is named at once. */
export function readOptions<S extends z.ZodType>(method: string, schema: S, given: unknown): z.output<S> {
  const { value, faults } = readBySchema(schema, given);
  if (faults === undefined) return value;
  throw new InputError(faults.map((fault) => optionProblem(method, fault)));
}

function optionProblem(method: string, fault: Fault): Problem {
  const { path, keys, hint } = fault;
  const option = path.join(".");
  const isUnknown = keys !== undefined && path.length === 1;
  const text = isUnknown
    ? message("option-unknown", { method, option, options: keys.join(", ") || message("none") })
    : faultText(fault, message("option-named", { method, option }));
  const code = isUnknown ? "option-unknown" : "option-invalid";
  return { code, text, place: { path: option }, ...(hint === undefined ? {} : { hint }) };
}
