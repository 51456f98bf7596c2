import { type DatedPlace, placesIn } from "@conurb/core/places";
import type { KnownVariable } from "@conurb/core/sheets";
import type { Atlas } from "@conurb/store";

/** The variables that the atlas knows: their titles in both languages make heads of yearbooks known. */
export async function knownVariables(atlas: Atlas): Promise<readonly KnownVariable[]> {
  const lists = (await atlas.list()).filter(({ resource }) => resource.shape === "variables");
  const found = new Map<string, KnownVariable>();
  for (const { id } of lists) {
    for (const { variable, name, unit } of (await atlas.variables(id)).values()) {
      if (!found.has(variable)) found.set(variable, { name: variable, title: name, unit });
    }
  }
  return [...found.values()];
}

const register = "codes/places";

/** Every place that a name may mean: the dated codes of China, and the places of the other themes as they are today. */
export async function namedPlaces(atlas: Atlas): Promise<readonly DatedPlace[]> {
  const hasRegister = (await atlas.list()).some(({ id }) => id === register);
  const dated = hasRegister ? placesIn(await atlas.load(register), "gb2260") : [];
  const known = new Set(dated.map(({ code }) => code));
  const others = [...(await atlas.places()).values()].filter(({ code }) => !known.has(code));
  return [
    ...dated,
    ...others.map(
      ({ code, name, parent }): DatedPlace => ({
        code,
        system: "own",
        name,
        names: [...new Set([name.en, name.zh])],
        level: "other",
        ...(parent === undefined ? {} : { parent }),
      }),
    ),
  ];
}
