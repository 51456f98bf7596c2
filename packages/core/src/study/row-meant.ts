import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type LabelColumn, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { matchPlaces } from "../places/match-places.ts";
import type { Group } from "./groups.ts";
import type { Gazetteer } from "./ports.ts";

/** What words of a key may stand for beside the codes in the table itself. */
export interface KeyNames {
  readonly gazetteer: Gazetteer;
  readonly groups: readonly Group[];
  /** The places that names mean, with every name they bear. */
  readonly places?: readonly DatedPlace[];
}

/** The columns that a row is told by: the table's key, else the columns of its places, years and industries. */
export function keyOf(table: Table): readonly string[] {
  if (table.key.length > 0) return table.key;
  return ["place", "from", "to", "year", "industry"].flatMap((role) => {
    const asked = table.roles?.[role] ?? role;
    return typeof asked === "string" && findColumn(table, asked) !== undefined ? [asked] : [];
  });
}

/** The first row of these keys, each a code as the table has it or the exact name of what it stands for. */
export function rowMeant(table: Table, keys: readonly string[], names: KeyNames): number {
  const columns = keyOf(table);
  if (keys.length === 0 && columns.length > 0) throw refused("explain-row-needed", table, "", columns);
  if (keys.length > columns.length) throw absent(table, keys, columns);
  const wanted = keys.map((key, part) => codeMeant(key, table, columns[part] as string, columns, keys, names));
  const values = wanted.map((_, part) => findColumn(table, columns[part] as string)?.values);
  for (let row = 0; row < table.rows; row += 1) {
    if (wanted.every((code, part) => String(values[part]?.[row]) === code)) return row;
  }
  throw absent(table, keys, columns);
}

function codeMeant(
  key: string,
  table: Table,
  name: string,
  columns: readonly string[],
  keys: readonly string[],
  names: KeyNames,
): string {
  const column = findColumn(table, name);
  if (column === undefined || Array.from<unknown>(column.values).some((value) => String(value) === key)) return key;
  if (column.kind === "number") return key;
  const known = [...new Set(column.values.filter((code) => code !== null))];
  const titled = known.filter((code) => titlesOf(code, column, table, names).some((title) => alike(title, key)));
  if (titled.length === 1) return titled[0] as string;
  const there = new Set(known);
  const places = (names.places ?? []).filter(({ code }) => there.has(code));
  const [match] = matchPlaces([key], places).matches;
  if (match?.code !== undefined && there.has(match.code)) return match.code;
  const several = titled.length > 1 ? titled : (match?.candidates ?? []).map(({ place }) => place.code);
  if (several.length === 0) throw absent(table, keys, columns, nearest(key, known, column, table, names));
  const told = several.map((code) => `${titlesOf(code, column, table, names)[0] ?? ""} ${code}`.trim());
  const values = { key, table: table.name, found: told.join(", ") };
  throw new InputError({ code: "explain-name-unsure", text: message("explain-name-unsure", values) });
}

const alike = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What a code is called: in columns beside it, among the places or among the clusters. */
function titlesOf(code: string, column: LabelColumn, table: Table, { gazetteer, groups }: KeyNames): string[] {
  const row = column.values.indexOf(code);
  const beside = ["_zh", "_en"].map((ending) => findColumn(table, column.name + ending)?.values[row]);
  const group = groups.find(({ id }) => id === code);
  const titles: (Text | undefined)[] = [gazetteer.places.get(code)?.name, group?.short, group?.title];
  return [...beside, ...titles.flatMap((title) => (title === undefined ? [] : [title.zh, title.en]))].flatMap(
    (title) => (typeof title === "string" && title !== "" ? [title] : []),
  );
}

/** The code or name of the column that is written most nearly so. */
function nearest(
  key: string,
  known: readonly string[],
  column: LabelColumn,
  table: Table,
  names: KeyNames,
): Text | undefined {
  return suggestion(key, [...known, ...known.flatMap((code) => titlesOf(code, column, table, names))]);
}

const mostNamed = 8;

function absent(table: Table, keys: readonly string[], columns: readonly string[], near?: Text): InputError {
  return refused("explain-no-row", table, keys.join(" "), columns, near);
}

/** The hint is what it may have meant, or else the first rows that there are. */
function refused(
  code: "explain-no-row" | "explain-row-needed",
  table: Table,
  key: string,
  columns: readonly string[],
  near?: Text,
): InputError {
  const rows = Array.from({ length: Math.min(mostNamed, table.rows) }, (_, row) =>
    columns.map((name) => String(findColumn(table, name)?.values[row])).join(" "),
  );
  const hint =
    near ?? (rows.length === 0 ? undefined : message("explain-rows-hint", { rows: [...new Set(rows)].join(", ") }));
  const problem: Problem = {
    code,
    text: message(code, { table: table.name, key, columns: columns.join(", ") || "-" }),
  };
  return new InputError(hint === undefined ? problem : { ...problem, hint });
}
