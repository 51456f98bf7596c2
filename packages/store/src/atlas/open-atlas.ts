import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { omitRows, type Screened } from "@conurb/core/tables";
import { asRefusal } from "../decode/read-file.ts";
import { refusal } from "../refuse.ts";
import type { Atlas, AtlasEntry, AtlasNotes } from "./atlas.ts";
import { readIndustries, readVariables } from "./code-lists.ts";
import type { DataPackage } from "./descriptor.ts";
import { readClusters } from "./read-clusters.ts";
import { readPlaces } from "./read-places.ts";
import { readReference, readResource } from "./read-resource.ts";

/** An atlas as its readers see it. */
export interface Shelf {
  readonly root: string;
  packages(): Promise<readonly DataPackage[]>;
  entry(id: string): Promise<AtlasEntry>;
  /** The whole table with unusable figures as gaps. */
  screened(id: string): Promise<Screened>;
}

/** The atlas in `root`, else the one that is installed. Nothing is read before it is asked for, and each file once. */
export function openAtlas(root: string = installedRoot()): Atlas {
  const packages = once(() => readPackages(root));
  const entries = once(async () =>
    (await packages()).flatMap(({ name, titles, resources }) =>
      resources.map(
        (resource): AtlasEntry => ({
          id: `${name}/${resource.name}`,
          package: name,
          packageTitle: titles,
          title: resource.titles,
          resource,
        }),
      ),
    ),
  );
  const tables = new Map<string, Promise<Screened>>();
  const shelf: Shelf = {
    root,
    packages,
    entry: async (id) => {
      const all = await entries();
      const found = all.find((entry) => entry.id === id);
      if (found === undefined) throw unknownTable(id, all);
      return found;
    },
    screened: async (id) => {
      const entry = await shelf.entry(id);
      const known = tables.get(id) ?? readResource(shelf, entry);
      tables.set(id, known);
      return known;
    },
  };
  const places = once(() => readPlaces(shelf));
  const clusters = once(() => readClusters(shelf));
  return {
    root,
    list: entries,
    entry: shelf.entry,
    load: async (id, { omitted = "leave-out" } = {}) => {
      const [{ resource }, { table }] = [await shelf.entry(id), await shelf.screened(id)];
      if (omitted === "keep" || resource.omit === undefined) return table;
      return Object.entries(resource.omit).reduce(
        (left, [role, codes]) => omitRows(left, { [resource.roles[role] as string]: codes }),
        table,
      );
    },
    screening: async (id) => {
      const { dropped, used } = await shelf.screened(id);
      return { dropped, used };
    },
    reference: (id) => readReference(shelf, id),
    places,
    clusters,
    cluster: async (key) => {
      const all = await clusters();
      const matches = [...all.values()].filter(({ id, key: full }) => full === key || id === key);
      if (matches.length === 1) return matches[0] as (typeof matches)[number];
      const editions = (matches.length > 1 ? matches : [...all.values()]).map(({ key: full }) => full).join(", ");
      const code = matches.length > 1 ? "atlas-cluster-editions" : "atlas-cluster-unknown";
      throw refusal(code, { id: key, editions });
    },
    industries: (id) => readIndustries(shelf, id),
    variables: (id) => readVariables(shelf, id),
    notes: (id) => readNotes(shelf, id),
  };
}

function installedRoot(): string {
  return dirname(fileURLToPath(import.meta.resolve("@conurb/atlas/package.json")));
}

async function readPackages(root: string): Promise<readonly DataPackage[]> {
  const index = (await readJson(join(root, "atlas.json"))) as { packages: readonly { name: string }[] };
  return Promise.all(
    index.packages.map(({ name }) => readJson(join(root, name, "datapackage.json")) as Promise<DataPackage>),
  );
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw asRefusal(error, path);
  }
}

async function readNotes(shelf: Shelf, id: string): Promise<AtlasNotes> {
  const { resource, title, packageTitle, package: name } = await shelf.entry(id);
  const pack = (await shelf.packages()).find((each) => each.name === name) as DataPackage;
  return {
    id,
    title,
    packageTitle,
    description: resource.description,
    credit: pack.credit,
    sources: resource.sources ?? pack.sources,
    licenses: resource.licenses ?? pack.licenses,
    caveats: pack.caveats.filter(({ resource: only }) => only === undefined || only === resource.name).map(textOf),
    lacks: pack.lacks.map(textOf),
    flags: pack.flags,
  };
}

const textOf = ({ en, zh }: { en: string; zh: string }) => ({ en, zh });

function unknownTable(id: string, all: readonly AtlasEntry[]) {
  const [pack] = id.split("/");
  const near = all.filter((entry) => entry.package === pack);
  return refusal("atlas-unknown", { id, ids: (near.length > 0 ? near : all).map((entry) => entry.id).join(", ") });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
