import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type Table, takeRows } from "../contract/table.ts";
import { several } from "../register/codes.ts";
import { readRegister } from "../register/read-register.ts";
import type { Group, Selection } from "./groups.ts";
import type { Gazetteer } from "./ports.ts";
import type { DatasetDeclaration } from "./schema.ts";

const mostProblems = 20;

/** A dataset of the kind `register`, read and checked; what is wrong with it is refused, with its cells. */
export function loadRegister(
  name: string,
  { reach = {}, rules = [], roles }: DatasetDeclaration,
  table: Table,
  groups: readonly Group[],
  { places, clusters }: Gazetteer,
): { table: Table; notes: readonly Problem[] } {
  const known = {
    places: [...places.values()].map(({ code, name: called, parent }) => ({ code, name: called, parent })),
    clusters,
    groups,
  };
  const {
    table: read,
    problems,
    notes,
  } = readRegister(roles === undefined ? table : { ...table, roles: { ...table.roles, ...roles } }, {
    known,
    reach,
    rules,
  });
  if (problems.length === 0) return { table: read, notes };
  const placed = problems.map((problem): Problem => {
    const path = problem.place?.path;
    return path === undefined ? problem : { ...problem, place: { path: `datasets.${name}.${path}` } };
  });
  const more = problems.length - mostProblems;
  const rest: Problem[] =
    more > 0 ? [{ code: "more-problems", text: { en: `and ${more} more`, zh: `另有 ${more} 处` } }] : [];
  throw new InputError([...placed.slice(0, mostProblems), ...rest]);
}

/** The entries that reach any of the selected places; all of them where there is no selection. */
export function keepReached(table: Table, { places }: Selection): Table {
  if (places === undefined) return table;
  const columns = ["places_reached", "places_partly"].map((name) => findColumn(table, name)?.values);
  const reaches = (row: number) =>
    columns.some((values) => several(values?.[row] as string | null).some((code) => places.has(code)));
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(reaches);
  return rows.length === table.rows ? table : takeRows(table, rows);
}
