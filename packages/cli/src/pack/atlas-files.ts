import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Study } from "@conurb/core/study";
import type { Atlas, AtlasEntry } from "@conurb/store";

interface Descriptor {
  readonly name: string;
  readonly clusters?: readonly { readonly members: { readonly resource: string } }[];
  readonly resources: readonly { readonly name: string; readonly path: string }[];
}

/** Tables that settle what codes and names mean, whoever uses them. */
const lists = new Set(["places", "register", "variables"]);

/**
 * The part of the atlas that a study rests on, as an atlas of its own: the tables that it names with the lists that they
 * refer to, and all lists of places, clusters, codes and variables, which decide what names in it mean.
 */
export async function atlasFiles(study: Study, atlas: Atlas): Promise<Map<string, Uint8Array>> {
  const entries = new Map((await atlas.list()).map((entry) => [entry.id, entry]));
  const wanted = new Set<string>();
  const want = (id: string): void => {
    const entry = entries.get(id);
    if (entry === undefined || wanted.has(id)) return;
    wanted.add(id);
    for (const referred of stringsIn(entry.resource)) {
      want(referred);
      want(`${entry.package}/${referred}`);
    }
  };
  for (const { atlas: id } of Object.values(study.datasets)) if (id !== undefined) want(id);
  for (const { id, resource } of entries.values()) if (lists.has(resource.shape)) want(id);
  for (const { members } of await clusterLists(atlas)) want(members);

  const index = JSON.parse(await readFile(join(atlas.root, "atlas.json"), "utf8")) as {
    packages: readonly { readonly name: string }[];
  };
  const files = new Map<string, Uint8Array>();
  const packages = index.packages.filter(({ name }) => [...wanted].some((id) => id.startsWith(`${name}/`)));
  files.set("atlas.json", json({ ...index, packages }));
  for (const { name } of packages) {
    const descriptor = await descriptorOf(atlas, name);
    const resources = descriptor.resources.filter((resource) => wanted.has(`${name}/${resource.name}`));
    files.set(`${name}/datapackage.json`, json({ ...descriptor, resources }));
    // licence notices stand there, and have to travel with the figures
    files.set(`${name}/README.md`, await readFile(join(atlas.root, name, "README.md")));
    for (const { path } of resources) files.set(`${name}/${path}`, await readFile(join(atlas.root, name, path)));
  }
  return files;
}

/** The tables of the atlas that a study names itself, with what there is to say of them. */
export function namedTables(study: Study): string[] {
  return [...new Set(Object.values(study.datasets).flatMap(({ atlas }) => atlas ?? []))].sort();
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

async function descriptorOf(atlas: Atlas, name: string): Promise<Descriptor> {
  return JSON.parse(await readFile(join(atlas.root, name, "datapackage.json"), "utf8")) as Descriptor;
}

async function clusterLists(atlas: Atlas): Promise<{ members: string }[]> {
  const names = [...new Set((await atlas.list()).map((entry: AtlasEntry) => entry.package))];
  const lists = await Promise.all(
    names.map(async (name) => {
      const { clusters = [] } = await descriptorOf(atlas, name);
      return clusters.map(({ members }) => ({ members: `${name}/${members.resource}` }));
    }),
  );
  return lists.flat();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === "schema" || key === "name" ? [] : stringsIn(each)));
}
