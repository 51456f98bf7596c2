import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dealJsonSchema } from "../src/deal/json-schema.ts";
import { tableJsonSchema } from "../src/reproduce/table-json-schema.ts";
import { studyJsonSchema } from "../src/study/json-schema.ts";
import { resultJsonSchema } from "../src/study/result-schema.ts";

const schemas = { study: studyJsonSchema, table: tableJsonSchema, deal: dealJsonSchema, result: resultJsonSchema };

describe.each(Object.entries(schemas))("docs/%s.schema.json", (name, schemaOf) => {
  const file = new URL(`../../../docs/${name}.schema.json`, import.meta.url);

  it("is the schema of these files as the program reads and writes them (CONURB_UPDATE_SCHEMA=1 writes it again)", async () => {
    const text = `${JSON.stringify(await schemaOf(), null, 2)}\n`;
    if (process.env.CONURB_UPDATE_SCHEMA === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
