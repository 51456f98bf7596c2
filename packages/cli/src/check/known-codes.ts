import { InputError } from "@conurb/core/contract";
import { changesIn, type PlaceChange } from "@conurb/core/places";
import { type Classifications, classificationsIn, type KnownCodes } from "@conurb/core/study";
import type { Atlas } from "@conurb/store";

/** What the atlas knows of codes: every list of industries, and what became of places. */
export async function knownCodes(atlas: Atlas): Promise<KnownCodes> {
  const entries = await atlas.list();
  const lists = entries.filter(({ resource }) => resource.shape === "industries");
  const industries = await Promise.all(lists.map(async ({ id }) => new Set((await atlas.industries(id)).keys())));
  return { industries, changes: await changes(atlas, entries) };
}

const register = "codes/changes";

async function changes(atlas: Atlas, entries: Awaited<ReturnType<Atlas["list"]>>): Promise<readonly PlaceChange[]> {
  if (!entries.some(({ id }) => id === register)) return [];
  try {
    return changesIn(await atlas.load(register));
  } catch (error) {
    // a register that cannot be read gives no reasons; the check goes on without them
    if (!(error instanceof InputError)) throw error;
    return [];
  }
}

/** What became of places, for a study that brings its codes to one edition: a register at fault is refused. */
export async function placeChanges(atlas: Atlas): Promise<readonly PlaceChange[]> {
  return changesIn(await atlas.load(register));
}

/** The classifications of industries, their crossings and the lists that are made of them. */
export async function classifications(atlas: Atlas): Promise<Classifications> {
  const [sections, crossings, lists] = await Promise.all(
    ["codes/sections", "codes/crossings", "codes/lists"].map((id) => atlas.load(id)),
  );
  return classificationsIn({ sections, crossings, lists } as Parameters<typeof classificationsIn>[0]);
}

/** The list that a table's descriptor names for its industries. */
export async function industriesOf(atlas: Atlas, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { resource, package: name } = await atlas.entry(id);
  const list = resource.industries ?? resource.composition?.industries;
  return list === undefined || list.includes("/") ? list : `${name}/${list}`;
}
