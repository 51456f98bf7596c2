import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { studyJsonSchema } from "../src/study/json-schema.ts";

const file = new URL("../../../docs/study.schema.json", import.meta.url);

describe("docs/study.schema.json", () => {
  it("is the schema of study files as the program reads them (CONURB_UPDATE_SCHEMA=1 writes it again)", async () => {
    const text = `${JSON.stringify(await studyJsonSchema(), null, 2)}\n`;
    if (process.env.CONURB_UPDATE_SCHEMA === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
