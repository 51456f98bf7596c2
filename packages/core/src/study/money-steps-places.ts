import { findColumn, labels, type Table } from "../contract/table.ts";
import { namedColumn, refusedAt } from "./dataset-steps.ts";
import { codesOf, roleColumn } from "./places.ts";

/** How places are found that files call by names, and what lies where. */
export interface KnownPlaces {
  /** The codes of a column of places; what is no place that anyone knows stays as it is. */
  readonly codesOf: (table: Table, column: string) => readonly (string | null)[];
  /** The province of each place. */
  readonly parents: ReadonlyMap<string, string>;
  /** The places that the study keeps of the dataset; nothing where it keeps all. */
  readonly kept?: ReadonlySet<string> | undefined;
}

/** Rows and deflators whose places are written alike, and by which column a row finds its deflator. */
export interface Meeting {
  readonly before: Table;
  readonly deflators: Table;
  readonly place: string | undefined;
}

/** Where one side calls places by names that the other does not have, both are brought to codes. */
export function meeting(table: Table, by: Table, asked: string | undefined, known: KnownPlaces, path: string): Meeting {
  const given = codesOf(table, "place");
  const column = asked ?? roleColumn(table, "place")?.name;
  const isParent = asked === "parent" && findColumn(table, "parent") === undefined && given !== undefined;
  if (asked !== undefined && !isParent)
    namedColumn(table, asked, `${path}.place`, given === undefined ? [] : ["parent"]);
  const index = roleColumn(by, "place")?.name;
  const own = roleColumn(table, "place")?.name;
  const parentOf = (codes: readonly (string | null)[]) => codes.map((code) => known.parents.get(code ?? "") ?? code);
  const keys = isParent ? parentOf(given) : column === undefined ? undefined : placeCells(table, column);
  const written = new Set(index === undefined ? [] : placeCells(by, index));
  if (index === undefined || keys === undefined || keys.every((key) => written.has(key))) {
    if (!isParent) return { before: table, deflators: by, place: asked };
    return { before: withColumn(table, asked, keys ?? given), deflators: by, place: asked };
  }
  const from = isParent ? (own as string) : (column as string);
  const codes = refusedAt(path, () => known.codesOf(table, from));
  const name = isParent ? asked : freeName(table);
  const before = withColumn(table, name, isParent ? parentOf(codes) : codes);
  const coded = labels(
    index,
    refusedAt(path, () => known.codesOf(by, index)),
  );
  const columns = by.columns.map((each) => (each.name === index ? coded : each));
  return { before, deflators: { ...by, columns }, place: name };
}

const placeCells = (table: Table, name: string): readonly (string | null)[] =>
  codesOf({ ...table, roles: { place: name } }, "place") ?? [];

const withColumn = (table: Table, name: string, cells: readonly (string | null)[]): Table => ({
  ...table,
  columns: [...table.columns, labels(name, cells)],
});

/** A name that no column has, for one that is taken away again. */
function freeName({ columns }: Table): string {
  let name = "place_of_index";
  while (columns.some((each) => each.name === name)) name += "_";
  return name;
}
