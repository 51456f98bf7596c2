import { z } from "zod";

/** The number of the format of result files. It rises when a reader of older files would misread newer ones. */
export const resultFormat = 1;

const text = z.strictObject({ en: z.string(), zh: z.string() });

const findingValue = z.union([
  z.string(),
  z.number(),
  z.strictObject({ place: z.string() }),
  z.strictObject({ places: z.array(z.string()) }),
  z.strictObject({
    rows: z.array(
      z.strictObject({
        place: z.string(),
        other: z.string().optional(),
        year: z.number().optional(),
        industry: z.string().optional(),
      }),
    ),
  }),
  z.strictObject({ industries: z.array(z.string()) }),
  z.strictObject({ group: z.string() }),
  z.strictObject({ text }),
  z.strictObject({ number: z.number().nullable(), unit: z.string(), digits: z.int().optional() }),
]);
const values = z
  .record(z.string(), findingValue)
  .describe("What stands for the names in braces in the text: numbers, and codes for a reader to name");

const titled = { name: z.string(), title: text.optional() };
const prices = z.strictObject({
  basis: z.enum(["current", "constant", "relative"]),
  base: z.int().optional(),
  by: text.optional(),
  converted: z.strictObject({ kind: z.enum(["exchange-rate", "ppp"]), by: text, year: z.int().optional() }).optional(),
});
const column = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("number"),
      ...titled,
      unit: z.string().describe("1: a pure number"),
      values: z.array(z.number().nullable()).describe("null: a gap, which is never 0"),
      flags: z.array(z.string().nullable()).optional(),
      prices: prices.optional(),
    })
    .describe("Numbers, one a row"),
  z
    .strictObject({ kind: z.literal("label"), ...titled, values: z.array(z.string().nullable()) })
    .describe("Codes or words, one a row"),
]);

const table = z
  .strictObject({
    ...titled,
    rows: z.int().min(0),
    key: z.array(z.string()).describe("The columns that tell rows apart"),
    columns: z.array(column),
    roles: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  })
  .describe("A long table by columns of one length");

/** The result of one analysis as it stands in `out/results/KEY.json`. */
export const resultFileSchema = z
  .strictObject({
    "conurb-result": z.literal(resultFormat).describe("Number of the format"),
    method: z.string().describe("FAMILY/NAME"),
    version: z.int().min(1).describe("Of the method; rises when its results change"),
    convention: z
      .record(z.string(), z.string())
      .describe("What was taken where the literature has more than one answer"),
    options: z.record(z.string(), z.unknown()).describe("Every option, defaults filled in"),
    n: z.int().min(0).describe("Observations used"),
    dropped: z
      .array(z.strictObject({ input: z.string(), row: z.string(), reason: text }))
      .describe("Rows left out, and why"),
    warnings: z.array(z.strictObject({ code: z.string(), text, values: values.optional() })),
    scalars: z.record(z.string(), z.union([z.number(), z.string(), z.null()])).describe("Headline numbers by name"),
    tables: z.array(table),
    findings: z.array(z.strictObject({ text, values })).describe("What the result says, as patterns and their values"),
  })
  .describe("The result of one analysis, computed by conurb");

/** The JSON Schema of result files. */
export function resultJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(resultFileSchema) as Record<string, unknown>;
}
