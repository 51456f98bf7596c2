import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describeMethod } from "@conurb/core/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleOf, printed, shownDigits } from "./method-pages/example.ts";
import { allData, allMethods, allPages } from "./method-pages/pages.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs/methods");
const update = process.env.CONURB_UPDATE_DOCS === "1";
const digits = 9; // of a known answer: what another processor's logarithm may change stays below

const methods = await allMethods();

/** Commands of the pages are typed at the root of a clone. */
const before = process.cwd();
beforeAll(() => process.chdir(root));
afterAll(() => process.chdir(before));

function written(): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

it("writes the same pages and data again", { timeout: 60_000 }, async () => {
  const data = await allData();
  if (update) write(data); // the commands of the pages read them
  const pages = await allPages();
  if (update) {
    write(pages);
    for (const path of written().keys()) if (!data.has(path) && !pages.has(path)) rmSync(join(folder, path));
  }
  const found = written();
  expect([...found.keys()].sort()).toEqual([...data.keys(), ...pages.keys()].sort());
  for (const [path, text] of [...data, ...pages]) expect(found.get(path), `${path}: npm run docs`).toBe(text);
  for (const [path, text] of pages) {
    for (const [, target] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
      expect(existsSync(join(folder, dirname(path), target as string)), `${path}: ${target}`).toBe(true);
    }
  }
});

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe.each(methods.map((method) => [method.id, method] as const))("%s", (_, method) => {
  it("gives its known answers by the command of its page", async () => {
    const { words } = await exampleOf(method);
    const { code, lines } = await printed([...words, "--json"], "en");
    expect(code).toBe(0);
    const told = JSON.parse(lines.join("\n")) as {
      scalars: Record<string, number>;
      tables: Record<string, { rows: Record<string, number>[] }>;
    };
    for (const [path, value] of Object.entries(method.worked.gives)) {
      const [, table, row, column] = /^([\w-]+)\[(\d+)\]\.(.+)$/.exec(path) ?? [];
      const found =
        table === undefined ? told.scalars[path] : told.tables[table]?.rows[Number(row)]?.[column as string];
      expect(found, path).toBeCloseTo(value, digits);
    }
  });

  it("says what every option is", () => {
    const { options, means = {} } = describeMethod(method);
    const said = { ...means, ...method.conventions };
    expect(
      Object.keys(options).filter((name) => !(name in said)),
      "means, or a convention",
    ).toEqual([]);
  });
});

it("calls every method as a library, and gets what its page says", async () => {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const modules = mkdtempSync(join(cache, "conurb-pages-"));
  const said = new Map<string, string>();
  for (const method of methods) {
    const { call } = await exampleOf(method);
    said.set(method.id, /\/\/ (.*)\n$/.exec(call)?.[1] ?? "");
    const module = call.replace(/console\.log\((.*)\); \/\/.*\n$/, "export default $1;\n");
    writeFileSync(join(modules, `${method.id.replace("/", "-")}.mjs`), module);
  }
  const lines = [...said].map(
    ([id, answer]) =>
      `deepEqual(short((await import("./${id.replace("/", "-")}.mjs")).default), ${answer}, ${JSON.stringify(id)});`,
  );
  const all = join(modules, "all.mjs");
  const head = `import { deepEqual } from "node:assert/strict";
const round = (value) => (typeof value === "number" ? Number(value.toPrecision(${shownDigits})) : value);
const short = (told) =>
  typeof told === "object" ? Object.fromEntries(Object.entries(told).map(([name, each]) => [name, round(each)])) : told;`;
  writeFileSync(all, [head, ...lines].join("\n"));
  const ran = spawnSync(process.execPath, [all], { encoding: "utf8" }); // on what was built, as a user's program does
  rmSync(modules, { recursive: true });
  expect(ran.status, ran.stderr).toBe(0);
});
