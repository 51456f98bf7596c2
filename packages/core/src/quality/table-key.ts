import { type Column, findColumn, type LabelColumn, type NumberColumn, type Table } from "../contract/table.ts";

/** Which columns tell rows apart, and which hold figures. */
export interface TableKey {
  readonly place?: Column;
  readonly year?: NumberColumn;
  /** Industries, variables and whatever else tells rows of one place and year apart. */
  readonly categories: readonly Column[];
  /** Both ends of a pair, in tables of pairs. */
  readonly ends: readonly Column[];
  readonly unit?: LabelColumn;
  readonly flag?: LabelColumn;
  readonly values: readonly NumberColumn[];
}

/** Roles whose columns say what a place is and where it lies: no figures to be judged. */
const descriptive = ["lon", "lat"];
const byRole = ["area"];

/** How many repeated rows another column must tell apart before it is taken for a part of the key: half of all. */
const partOfKey = 0.5;

export function keyOf(table: Table): TableKey {
  const role = (name: string): Column | undefined => {
    const told = table.roles?.[name];
    return findColumn(table, typeof told === "string" ? told : name);
  };
  const year = role("year");
  const place = role("place");
  const told = [role("industry"), role("variable")].filter((column) => column !== undefined);
  const from = role("from");
  const to = role("to");
  const ends = from !== undefined && to !== undefined ? [from, to] : [];
  const [unit, flag] = [role("unit"), role("flag")];
  const taken = [place, year, ...told, ...ends, unit, flag].filter((column) => column !== undefined);
  const categories = [...told, ...ends, ...untold(table, taken)];
  return {
    ...(place === undefined ? {} : { place }),
    ...(year?.kind === "number" ? { year } : {}),
    categories,
    ends,
    ...(unit?.kind === "label" ? { unit } : {}),
    ...(flag?.kind === "label" ? { flag } : {}),
    values: valuesOf(table, new Set([...taken, ...categories])),
  };
}

/** A column of words that tells rows apart which place, year and industry leave alike: sex, say, or a kind of household. */
function untold(table: Table, taken: readonly Column[]): Column[] {
  const keyed = taken.filter(({ name }) => name !== table.roles?.flag && name !== table.roles?.unit);
  if (keyed.length === 0) return [];
  const repeated = repeats(table.rows, keyed);
  if (repeated === 0) return [];
  const flagOrName = /(^|_)(flag|note|name|en|zh|title|source)s?$|名称|备注|注|来源/i;
  const found = table.columns.find(
    (column) =>
      column.kind === "label" &&
      !taken.includes(column) &&
      !flagOrName.test(column.name) &&
      (repeated > table.rows * partOfKey || table.key.includes(column.name)) &&
      repeats(table.rows, [...keyed, column]) === 0,
  );
  return found === undefined ? [] : [found];
}

function repeats(rows: number, columns: readonly Column[]): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows; row += 1) seen.add(columns.map(({ values }) => values[row]).join("\u0000"));
  return rows - seen.size;
}

function valuesOf(table: Table, taken: ReadonlySet<Column>): NumberColumn[] {
  const toldBy = (name: string) => [table.roles?.[name] ?? []].flat();
  const aside = new Set([...descriptive, ...[...descriptive, ...byRole].flatMap(toldBy)]);
  const named = [table.roles?.values ?? table.roles?.value ?? []].flat();
  return table.columns.filter(
    (column): column is NumberColumn =>
      column.kind === "number" &&
      !taken.has(column) &&
      (named.length > 0 ? named.includes(column.name) : !aside.has(column.name) && column.unit !== "degree"),
  );
}
