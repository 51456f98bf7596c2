import { z } from "zod";
import { dealSchema } from "./schema.ts";

/** The JSON Schema of the deal file, for editors. */
export async function dealJsonSchema(): Promise<Record<string, unknown>> {
  return z.toJSONSchema(dealSchema, { io: "input", unrepresentable: "any" }) as Record<string, unknown>;
}
