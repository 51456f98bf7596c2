import { z } from "zod";
import { catalogue } from "../catalogue.ts";
import type { AnyMethod } from "../contract/method.ts";
import { tableFileSchema } from "./table-schema.ts";

type JsonSchema = Record<string, unknown>;

/** The JSON Schema of the file of a published table, for editors: with the options of the method that it uses. */
export async function tableJsonSchema(): Promise<JsonSchema> {
  const methods = await Promise.all(Object.values(catalogue).map(async (load) => (await load()).default as AnyMethod));
  const schema = z.toJSONSchema(tableFileSchema, { io: "input", unrepresentable: "any" }) as unknown as {
    properties: Record<string, JsonSchema>;
  };
  schema.properties["use"] = { type: "string", enum: methods.map(({ id }) => id), description: "The method" };
  const allOf = methods.map((method) => ({
    if: { properties: { use: { const: method.id } }, required: ["use"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { with: optionsOf(method) } },
  }));
  return { ...schema, allOf };
}

function optionsOf(method: AnyMethod): JsonSchema {
  const { $schema: _, ...options } = z.toJSONSchema(method.options as z.ZodType, {
    io: "input",
    unrepresentable: "any",
  });
  return { ...options, description: method.title.en };
}
