import { InputError } from "@conurb/core/contract";
import { changesIn, type PlaceChange } from "@conurb/core/places";
import type { KnownCodes } from "@conurb/core/study";
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
