import { z } from "zod";
import { catalogue } from "../catalogue.ts";
import type { AnyMethod } from "../contract/method.ts";
import type { Input } from "../contract/readings.ts";
import { studySchema } from "./schema.ts";

type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema of the study file, for editors: the keys of the file, and for each analysis the inputs and options of the
 * method it uses, from the methods' own descriptors.
 */
export async function studyJsonSchema(): Promise<JsonSchema> {
  const methods = await Promise.all(Object.values(catalogue).map(async (load) => (await load()).default as AnyMethod));
  const schema = z.toJSONSchema(studySchema, { io: "input", unrepresentable: "any" }) as unknown as {
    properties: Readonly<
      Record<"analyses" | "recipes", { additionalProperties: JsonSchema & { properties: JsonSchema } }>
    >;
  };
  Object.assign(schema.properties.recipes.additionalProperties.properties, recipeParts(methods));
  const analysis = schema.properties.analyses.additionalProperties;
  analysis.properties.use = { type: "string", enum: methods.map(({ id }) => id), description: "The method" };
  analysis.allOf = methods.map((method) => ({
    if: { properties: { use: { const: method.id } }, required: ["use"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { with: optionsOf(method), on: inputsOf(method) } },
  }));
  return schema as unknown as JsonSchema;
}

/** How a recipe is normalised, weighed and aggregated, from the schema of the recipes that methods take. */
function recipeParts(methods: readonly AnyMethod[]): JsonSchema {
  const [schema] = methods.flatMap(({ inputs }) => {
    const recipe = (inputs as Readonly<Record<string, Input>>)["recipe"];
    return recipe?.shape === "record" ? [recipe.schema] : [];
  });
  if (schema === undefined) return {};
  const { normalise, weigh, aggregate, missing } = (
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as unknown as {
      properties: Record<"normalise" | "weigh" | "aggregate" | "missing", JsonSchema & { properties: JsonSchema }>;
    }
  ).properties;
  const orMethod = (settings: JsonSchema & { properties: JsonSchema }) => ({
    anyOf: [settings.properties["method"], settings],
  });
  return { normalise: orMethod(normalise), weigh: orMethod(weigh), aggregate, missing };
}

function optionsOf(method: AnyMethod): JsonSchema {
  const { $schema: _, ...options } = z.toJSONSchema(method.options as z.ZodType, {
    io: "input",
    unrepresentable: "any",
  });
  return { ...options, description: method.title.en };
}

function inputsOf(method: AnyMethod): JsonSchema {
  const names = Object.keys(method.inputs as object);
  return {
    anyOf: [
      { type: "string" },
      { type: "object", properties: Object.fromEntries(names.map((name) => [name, {}])), additionalProperties: false },
    ],
  };
}
