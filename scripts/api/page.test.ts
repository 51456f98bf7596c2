import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@conurb/core";
import { catalogue } from "@conurb/core/catalogue";
import { expect, it } from "vitest";
import { apiPage, exportsOf } from "./page.ts";

const root = join(import.meta.dirname, "../..");
const page = join(root, "docs/api.md");

it("docs/api.md names what the root exports (CONURB_UPDATE_DOCS=1 writes it again)", async () => {
  const text = await apiPage();
  if (process.env.CONURB_UPDATE_DOCS === "1") writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
  for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
    expect(existsSync(join(root, "docs", target as string)), target).toBe(true);
  }
});

it("finds every value that the entry has when it runs, and a function for every method", () => {
  const exported = exportsOf(join(root, "packages/core/src/core.ts"));
  const values = exported.flatMap(({ name, isType }) => (isType ? [] : [name]));
  expect(values.sort()).toEqual(Object.keys(core).sort());
  const modules = exported.map(({ file }) => file.slice(join(root, "packages/core/src/").length));
  for (const id of Object.keys(catalogue)) expect(modules).toContain(`${id}.ts`);
});
