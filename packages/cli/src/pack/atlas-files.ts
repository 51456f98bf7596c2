import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findColumn } from "@conurb/core/contract";
import { type Study, type StudyRun, unavailable } from "@conurb/core/study";
import type { Atlas } from "@conurb/store";

interface Descriptor {
  readonly name: string;
  readonly clusters?: readonly { readonly members: { readonly resource: string } }[];
  readonly resources: readonly { readonly name: string; readonly path: string }[];
}

/**
 * The part of the atlas that a run rests on, as an atlas of its own: the tables that its study names with the lists that they refer
 * to, the register of codes, and the lists of places and clusters that settle what its codes mean.
 */
export async function atlasFiles(
  run: Pick<StudyRun, "plan" | "groups" | "data">,
  atlas: Atlas,
): Promise<Map<string, Uint8Array>> {
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
  const { study } = run.plan;
  for (const { atlas: id } of Object.values(study.datasets)) if (id !== undefined) want(id);
  for (const { id, resource } of entries.values()) if (resource.shape === "register") want(id);
  for (const id of await placeLists(run, atlas)) want(id);
  // an atlas reads all clusters of its packages, whichever a study names
  const packed = new Set([...wanted].map((id) => id.slice(0, id.indexOf("/"))));
  for (const name of packed) for (const id of await clusterLists(atlas, name)) want(id);

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

const clusterLists = async (atlas: Atlas, name: string): Promise<string[]> =>
  ((await descriptorOf(atlas, name)).clusters ?? []).map(({ members }) => `${name}/${members.resource}`);

/**
 * The lists of places that know a code of the run: of its clusters, its figures, and the provinces of these. Names in files of the
 * study's own and words of a register are looked up in all lists, whether they are found or not: with these all of them go along.
 */
async function placeLists(
  { plan, groups, data }: Pick<StudyRun, "plan" | "groups" | "data">,
  atlas: Atlas,
): Promise<string[]> {
  const { datasets } = plan.study;
  const lists = (await atlas.list()).filter(({ resource }) => resource.shape === "places");
  if (Object.values(datasets).some(({ file, kind }) => file !== undefined || kind === "register"))
    return lists.map(({ id }) => id);
  const codes = new Set(groups.flatMap(({ members }) => members));
  for (const name of Object.keys(datasets)) {
    const table = await data.dataset(name).catch(unavailable);
    for (const code of (table?.columns ?? []).flatMap((column) => (column.kind === "label" ? column.values : []))) {
      if (code !== null) codes.add(code);
    }
  }
  const places = await atlas.places();
  for (const code of [...codes]) {
    const parent = places.get(code)?.parent;
    if (parent !== undefined) codes.add(parent);
  }
  const known = await Promise.all(
    lists.map(async ({ id, resource }) => {
      const listed = findColumn(await atlas.load(id), resource.roles["place"] as string)?.values ?? [];
      return listed.some((code) => codes.has(String(code))) ? [id] : [];
    }),
  );
  return known.flat();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === "schema" || key === "name" ? [] : stringsIn(each)));
}
