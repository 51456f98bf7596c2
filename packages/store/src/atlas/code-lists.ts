import { findColumn, type Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { AtlasIndustry, AtlasVariable } from "./atlas.ts";
import type { Shelf } from "./open-atlas.ts";

/** The text of a role's column in one row; undefined where there is no such column, or nothing in it. */
export function roleText(table: Table, role: string, row: number): string | undefined {
  const name = table.roles?.[role];
  if (typeof name !== "string") return undefined;
  const cell = findColumn(table, name)?.values[row];
  if (cell === null || cell === undefined || cell === "" || Number.isNaN(cell)) return undefined;
  return String(cell);
}

/** A name in both languages; where a source has none in Chinese, its own language's name stands in. */
export function roleName(table: Table, row: number, prefix: "name" | "short" | "parent" = "name"): Text | undefined {
  const en = roleText(table, `${prefix}_en`, row);
  const zh = roleText(table, `${prefix}_zh`, row) ?? roleText(table, `${prefix}_ja`, row) ?? en;
  return en === undefined || zh === undefined ? undefined : { en, zh };
}

/** The industries that explain the codes of table `id`, or those that `id` itself lists. */
export async function readIndustries(shelf: Shelf, id: string): Promise<ReadonlyMap<string, AtlasIndustry>> {
  const { resource } = await shelf.entry(id);
  const list = resource.shape === "industries" ? id : (resource.industries ?? resource.composition?.industries);
  if (list === undefined) return new Map();
  const { table } = await shelf.screened(list);
  return new Map(
    rowsOf(table).map((row) => {
      const code = roleText(table, "industry", row) as string;
      const name = roleName(table, row) as Text;
      const isic = roleText(table, "isic", row);
      return [
        code,
        { code, name, short: roleName(table, row, "short") ?? name, ...(isic === undefined ? {} : { isic }) },
      ];
    }),
  );
}

/** The variables that explain the long panel `id`, or those that `id` itself lists. */
export async function readVariables(shelf: Shelf, id: string): Promise<ReadonlyMap<string, AtlasVariable>> {
  const { resource } = await shelf.entry(id);
  const list = resource.shape === "variables" ? id : resource.variables;
  if (list === undefined) return new Map();
  const { table } = await shelf.screened(list);
  return new Map(
    rowsOf(table).map((row) => {
      const [variable, unit] = [roleText(table, "variable", row), roleText(table, "unit", row)];
      const direction = roleText(table, "direction", row);
      const texts = ["aspect", "source", "definition"].flatMap((role) => {
        const text = roleText(table, role, row);
        return text === undefined ? [] : [[role, text]];
      });
      const found: AtlasVariable = {
        variable: variable as string,
        name: roleName(table, row) as Text,
        unit: unit as string,
        ...(direction === undefined ? {} : { direction: Number(direction) as -1 | 0 | 1 }),
        ...Object.fromEntries(texts),
      };
      return [found.variable, found];
    }),
  );
}

/** The names of the codes that the list `id` (shape names) explains. */
export async function readNames(shelf: Shelf, id: string): Promise<ReadonlyMap<string, Text>> {
  const { table } = await shelf.screened(id);
  return new Map(
    rowsOf(table).map((row) => [roleText(table, "code", row) as string, roleName(table, row) as Text] as const),
  );
}

export const rowsOf = (table: Table): number[] => Array.from({ length: table.rows }, (_, row) => row);
