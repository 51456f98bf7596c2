import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Which rooms of the house a room may import, and whether it runs on Node alone. */
const rooms = {
  core: { may: [], node: false },
  store: { may: ["core", "atlas"], node: true },
  figures: { may: ["core"], node: false },
  cli: { may: ["core", "store", "figures", "atlas"], node: true },
} as const;

const root = join(import.meta.dirname, "..");
/** Static imports end a line in `from "..."`; dynamic ones call `import("...")`. */
const importPattern = /^(?:import|export|\}) .*from "([^"]+)";$|\bimport\("([^"]+)"\)/gm;

function sources(room: string): string[] {
  return readdirSync(join(root, "packages", room, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => join(root, "packages", room, "src", path));
}

function importsOf(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(importPattern)].map(([, from, call]) => (from ?? call) as string);
}

describe.each(Object.entries(rooms))("%s", (room, { may, node }) => {
  const manifest = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  };

  it("imports only the rooms below it, and only what its manifest names", () => {
    const named = Object.keys(manifest.dependencies ?? {});
    for (const path of sources(room)) {
      for (const name of importsOf(path)) {
        if (name.startsWith(".")) continue;
        if (name.startsWith("node:")) {
          expect(node, `${path} imports ${name}`).toBe(true);
          continue;
        }
        const below = /^@conurb\/([a-z]+)/.exec(name)?.[1];
        if (below !== undefined) expect(may, `${path} imports ${name}`).toContain(below);
        const dependency = name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/");
        expect(named, `${path} imports ${name}`).toContain(dependency);
      }
    }
  });

  it("compiles for its runtime alone", () => {
    const { compilerOptions } = JSON.parse(readFileSync(join(root, "packages", room, "tsconfig.json"), "utf8")) as {
      compilerOptions: { types: string[]; lib?: string[] };
    };
    expect(compilerOptions.types).toEqual(node ? ["node"] : []);
    expect(compilerOptions.lib ?? ["ES2023"]).toEqual(["ES2023"]);
  });

  it("pins every dependency to one version", () => {
    for (const [name, version] of Object.entries(manifest.dependencies ?? {})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});
