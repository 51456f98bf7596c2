import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { messages } from "./messages.ts";

it("has every message of every command once", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("essages.ts"))
    .map((path) => readFileSync(join(import.meta.dirname, path), "utf8"));
  const codes = files.flatMap((text) => [...text.matchAll(/^ {2}"?([a-z][a-z0-9-]*)"?: \{/gm)].map(([, code]) => code));
  expect(codes.toSorted()).toEqual(Object.keys(messages).sort());
});
