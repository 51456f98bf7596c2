import { join } from "node:path";
import { type Column, InputError, type Table } from "@conurb/core/contract";
import { filterRows, omitRows, requireTable, type Screened, typeTable, unusableFlags } from "@conurb/core/tables";
import { isMoney } from "@conurb/core/units";
import { decodeCsv } from "../decode/decode-csv.ts";
import { readBytes } from "../decode/read-file.ts";
import type { AtlasEntry } from "./atlas.ts";
import type { DataPackage } from "./descriptor.ts";
import { nameCodes } from "./name-codes.ts";
import type { Shelf } from "./open-atlas.ts";

/** Reads one table of the atlas by its descriptor. A fault in it is a fault of the atlas, and is refused in the same words. */
export async function readResource(shelf: Shelf, { id, resource, package: name }: AtlasEntry): Promise<Screened> {
  const pack = (await shelf.packages()).find((each) => each.name === name) as DataPackage;
  const file = `${name}/${resource.path}`;
  const { cells } = await decodeCsv(await readBytes(join(shelf.root, file), file), file, { encoding: "utf-8" });
  const { fields, primaryKey, missingValues = [""] } = resource.schema;
  const typed = typeTable(cells, {
    name: id,
    title: resource.titles,
    fields: fields.map(({ name: column, type, unit, titles }) => ({
      name: column,
      type,
      title: titles,
      ...(unit === undefined ? {} : { unit }),
    })),
    key: [primaryKey].flat(),
    roles: resource.roles,
    missingValues,
    cite: [pack.credit],
  });
  const screened = unusableFlags(requireTable(typed), pack.flags);
  if (screened.problems.length > 0) throw new InputError(screened.problems);
  return { ...screened, table: withPrices(await nameCodes(shelf, id, screened.table), resource) };
}

/** Money with the prices that the descriptor gives it; the values of a long panel, whose rows say which of them are money. */
function withPrices(table: Table, { prices, roles, schema }: AtlasEntry["resource"]): Table {
  const ofField = new Map(schema.fields.map((field) => [field.name, field.prices]));
  const long = roles.unit === undefined ? undefined : roles.value;
  const columns = table.columns.map((column): Column => {
    if (column.kind === "label" || !(isMoney(column.unit) || column.name === long)) return column;
    const told = ofField.get(column.name) ?? prices;
    return told === undefined ? column : { ...column, prices: told === "current" ? { basis: told } : told };
  });
  return { ...table, columns };
}

/** What the structure of `id` is compared with: another table, or the row of one place in it. */
export async function readReference(shelf: Shelf, id: string): Promise<Table | undefined> {
  const { reference } = (await shelf.entry(id)).resource;
  if (reference === undefined) return undefined;
  const { resource } = await shelf.entry(reference.resource);
  const { table } = await shelf.screened(reference.resource);
  const { roles, omit } = resource;
  const ofPlace =
    reference.place === undefined ? table : filterRows(table, { [roles.place as string]: reference.place });
  return omit?.industry === undefined ? ofPlace : omitRows(ofPlace, { [roles.industry as string]: omit.industry });
}
