import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

/** Which rooms of the house a room may import, and whether it runs on Node alone. */
const rooms = {
  core: { may: [], node: false },
  store: { may: ["core", "atlas"], node: true },
  figures: { may: ["core"], node: false },
  server: { may: ["core", "store"], node: true },
  // the workbench is handed over as the files that were built of it, never imported
  cli: { may: ["core", "store", "figures", "server", "atlas"], node: true },
  web: { may: ["core", "figures"], node: false, types: ["vite/client"], lib: ["ES2023", "DOM", "DOM.Iterable"] },
} as const;

const root = join(import.meta.dirname, "..");
/** Static imports end a line in `from "..."` or name their module alone; dynamic ones call `import("...")`. */
const importPattern = /^(?:(?:import|export|\}) .*from|import) "([^"]+)"(?: with .*)?;$|\bimport\("([^"]+)"\)/gm;

function sources(room: string): string[] {
  return readdirSync(join(root, "packages", room, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".test.ts"))
    .map((path) => join(root, "packages", room, "src", path));
}

const importsIn = (text: string): string[] =>
  [...text.matchAll(importPattern)].map(([, from, call]) => (from ?? call) as string);

function importsOf(path: string): string[] {
  return importsIn(readFileSync(path, "utf8"));
}

it("sees every way of importing", () => {
  const text = `import "a";
import { b } from "b";
import type { C } from "c";
export * from "d";
export {
  e,
} from "e";
import f from "f" with { type: "json" };
const g = await import("g");
`;
  expect(importsIn(text)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
});

interface Room {
  readonly may: readonly string[];
  readonly node: boolean;
  /** Of a browser's room. */
  readonly types?: readonly string[];
  readonly lib?: readonly string[];
}

describe.each(Object.entries<Room>(rooms))("%s", (room, { may, node, types, lib }) => {
  const manifest = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  // what is built into the workbench's files is not installed beside them
  const given = { ...manifest.dependencies, ...manifest.devDependencies };

  it("imports only the rooms below it, and only what its manifest names", () => {
    const named = Object.keys(given);
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
    expect(compilerOptions.types).toEqual(types ?? (node ? ["node"] : []));
    expect(compilerOptions.lib ?? ["ES2023"]).toEqual(lib ?? ["ES2023"]);
  });

  it("pins every dependency to one version", () => {
    for (const [name, version] of Object.entries(given)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});

/** Which floors of core a floor may import beside itself; a folder that is not named here is a family of methods. */
const floors: Readonly<Record<string, readonly string[]>> = {
  language: [],
  numeric: [],
  units: ["language", "contract"],
  contract: ["language", "units"],
  expression: ["language", "units", "contract"],
  tables: ["language", "units", "contract", "expression"],
  sheets: ["language", "units", "contract", "tables", "places"],
  places: ["language", "contract", "tables"],
  industries: ["language", "contract", "tables"],
  prices: ["language", "units", "contract", "tables"],
  matrices: ["language", "units", "contract", "tables"],
  quality: ["language", "numeric", "units", "contract", "tables", "places"],
  register: ["language", "units", "contract"],
  study: [
    "language",
    "units",
    "contract",
    "expression",
    "tables",
    "sheets",
    "places",
    "industries",
    "prices",
    "quality",
    "register",
    "catalogue",
  ],
  site: ["language", "contract", "places", "industries", "study", "catalogue"],
  deal: ["language", "numeric", "units", "contract", "expression", "study", "game"],
  policy: ["language", "numeric", "units", "contract", "register"],
  reproduce: ["language", "contract", "tables", "sheets", "study", "catalogue", "composite"],
};
const belowMethods = ["language", "numeric", "units", "contract"];

it("core: methods know nothing of studies and of the catalogue, the contract nothing of those who use it", () => {
  const src = join(root, "packages/core/src");
  const floorOf = (path: string) => (relative(src, path).split(sep)[0] as string).replace(/\.ts$/, "");
  const families = new Set(
    readdirSync(src, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && !(entry.name in floors) ? [entry.name] : [],
    ),
  );
  for (const path of sources("core")) {
    const floor = floorOf(path);
    const may = floors[floor] ?? (families.has(floor) ? [...belowMethods, ...families] : undefined);
    if (may === undefined) continue; // an entry, which names what is above it
    for (const name of importsOf(path)) {
      if (!name.startsWith(".")) continue;
      const below = floorOf(join(dirname(path), name));
      if (below !== floor) expect(may, `${path} imports ${name}`).toContain(below);
    }
  }
});
