import { type Column, findColumn } from "@conurb/core/contract";
import { filterRows } from "@conurb/core/tables";
import type { AtlasCluster } from "./atlas.ts";
import { rowsOf } from "./code-lists.ts";
import type { Shelf } from "./open-atlas.ts";

/** Every cluster by `id@edition`, its members in code order. */
export async function readClusters(shelf: Shelf): Promise<ReadonlyMap<string, AtlasCluster>> {
  const clusters = new Map<string, AtlasCluster>();
  for (const pack of await shelf.packages()) {
    for (const { id, edition, title, short, source, note, members } of pack.clusters) {
      const { table } = await shelf.screened(`${pack.name}/${members.resource}`);
      const rows = filterRows(table, members.where);
      const codes = findColumn(rows, members.column) as Column;
      const key = `${id}@${edition}`;
      clusters.set(key, {
        key,
        id,
        edition,
        title,
        short,
        source,
        members: rowsOf(rows)
          .map((row) => String(codes.values[row]))
          .sort(),
        package: pack.name,
        ...(note === undefined ? {} : { note }),
      });
    }
  }
  return clusters;
}
