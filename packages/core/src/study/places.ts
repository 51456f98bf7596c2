import { type Column, findColumn, labels, numbers, type Table, takeRows } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { Selection } from "./groups.ts";
import type { Gazetteer, PlaceInfo } from "./ports.ts";

/** The column that plays a role: as the table says, else the one called like the role, as the door has it. */
export function roleColumn(table: Table, role: string): Column | undefined {
  const name = table.roles?.[role];
  return findColumn(table, typeof name === "string" ? name : role);
}

/** The codes that stand in a role's column, as text. */
export function codesOf(table: Table, role: string): readonly (string | null)[] | undefined {
  const column = roleColumn(table, role);
  return column?.kind === "label" ? column.values : column && Array.from(column.values, String);
}

/** The rows whose place, or both whose ends, are among the selected places. A table without places stays whole. */
export function keepPlaces(table: Table, { places }: Selection): Table {
  const place = codesOf(table, "place");
  const ends = place === undefined ? [codesOf(table, "from"), codesOf(table, "to")] : [place];
  if (places === undefined || ends.some((codes) => codes === undefined)) return table;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    ends.every((codes) => places.has(codes?.[row] ?? "")),
  );
  return rows.length === table.rows ? table : takeRows(table, rows);
}

const bare = /^\d{1,2}$/;

/**
 * The places that the codes of a table stand for. A number of one or two digits may be a count of rows as well as the code of a
 * prefecture: it stands for a place only where all such numbers of the table do.
 */
function placesAmong(
  codes: readonly (string | null)[],
  { places }: Gazetteer,
): (code: string) => PlaceInfo | undefined {
  const areCounts = codes.some((code) => code !== null && bare.test(code) && !places.has(code));
  return (code) => (areCounts && bare.test(code) ? undefined : places.get(code));
}

/** Columns that say of a place which group and province it belongs to and where it lies. */
export const placeAttributes = ["cluster", "parent", "lon", "lat"] as const;

/**
 * Says of each row's place which group (`cluster`) and which province (`parent`) it belongs to and where it lies, so that
 * any method can be asked to compare by them. What the table says itself stays. Groups are compared unasked only where
 * every place has one: otherwise those outside would be left out of what nobody asked to split.
 */
export function withAttributes(table: Table, groupOf: ReadonlyMap<string, string>, gazetteer: Gazetteer): Table {
  const codes = codesOf(table, "place")?.map((code) => code ?? "");
  if (codes === undefined) return table;
  if (["cluster", "parent"].every((name) => findColumn(table, name) !== undefined)) return table;
  const known = placesAmong(codes, gazetteer);
  const point = (part: "lon" | "lat") => codes.map((code) => known(code)?.[part] ?? Number.NaN);
  const added: Column[] = [
    labels(
      "cluster",
      codes.map((code) => groupOf.get(code) ?? ""),
      { en: "cluster", zh: "城市群" },
    ),
    labels(
      "parent",
      codes.map((code) => known(code)?.parent ?? code),
      { en: "province", zh: "省级单位" },
    ),
    numbers("lon", "degree", point("lon"), { title: { en: "longitude", zh: "经度" } }),
    numbers("lat", "degree", point("lat"), { title: { en: "latitude", zh: "纬度" } }),
  ];
  const own = (name: string) => findColumn(table, name) !== undefined || table.roles?.[name] !== undefined;
  const fresh = added.filter(({ name }) => !own(name) && (name !== "cluster" || groupOf.size > 0));
  const group = own("cluster") || codes.every((code) => groupOf.has(code)) ? { group: "cluster" } : {};
  return {
    ...table,
    columns: [...table.columns, ...fresh],
    roles: { ...group, lon: "lon", lat: "lat", ...table.roles },
  };
}

/** Places with what a study's own tables say of them, where the gazetteer says nothing: their position and their province. */
export function withOwnPlaces(gazetteer: Gazetteer, tables: readonly Table[]): Gazetteer {
  const own = new Map<string, PlaceInfo>();
  for (const table of tables) {
    const parents = codesOf(table, "parent");
    const [lon, lat] = ["lon", "lat"].map((role) => roleColumn(table, role)?.values);
    const codes = codesOf(table, "place") ?? [];
    const known = placesAmong(codes, gazetteer);
    codes.forEach((code, row) => {
      if (code === null || known(code) !== undefined) return;
      const [x, y, parent] = [Number(lon?.[row]), Number(lat?.[row]), parents?.[row]];
      const point = Number.isFinite(x) && Number.isFinite(y) ? { lon: x, lat: y } : {};
      const above = parent === null || parent === undefined || parent === code ? {} : { parent };
      const told = own.get(code) ?? { code, name: same(code) };
      own.set(code, { ...told, ...point, ...above });
    });
  }
  return { ...gazetteer, places: new Map([...gazetteer.places, ...own]) };
}
