import type { Table } from "@conurb/core/contract";
import type { AtlasPlace } from "./atlas.ts";
import { roleName, roleText, rowsOf } from "./code-lists.ts";
import type { Shelf } from "./open-atlas.ts";

/**
 * Every place of every package by its code. A place that two packages list (Beijing, a city and a province) is taken from
 * the first and filled up from the second.
 */
export async function readPlaces(shelf: Shelf): Promise<ReadonlyMap<string, AtlasPlace>> {
  const places = new Map<string, AtlasPlace>();
  for (const pack of await shelf.packages()) {
    for (const resource of pack.resources.filter(({ shape }) => shape === "places")) {
      const { table } = await shelf.screened(`${pack.name}/${resource.name}`);
      const parents = resource.parents === undefined ? undefined : (await shelf.screened(resource.parents)).table;
      for (const row of rowsOf(table)) {
        const place = placeOf(table, row, pack.name, parents);
        places.set(place.code, { ...place, ...places.get(place.code) });
      }
    }
  }
  return places;
}

function placeOf(table: Table, row: number, from: string, parents: Table | undefined): AtlasPlace {
  const code = roleText(table, "place", row) as string;
  const given = {
    parent: roleText(table, "parent", row),
    parentName: parentName(table, row, parents),
    lon: degrees(table, "lon", row),
    lat: degrees(table, "lat", row),
    areaKm2: degrees(table, "area", row),
    level: roleText(table, "level", row),
  };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { code, name: roleName(table, row) ?? { en: code, zh: code }, package: from, ...present };
}

function degrees(table: Table, role: string, row: number): number | undefined {
  const text = roleText(table, role, row);
  return text === undefined ? undefined : Number(text);
}

function parentName(table: Table, row: number, parents: Table | undefined) {
  const parent = roleText(table, "parent", row);
  if (parent === undefined) return undefined;
  if (parents !== undefined) {
    const at = rowsOf(parents).find((each) => roleText(parents, "place", each) === parent);
    if (at !== undefined) return roleName(parents, at);
  }
  return roleName(table, row, "parent");
}
