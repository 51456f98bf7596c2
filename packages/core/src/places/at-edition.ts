import { InputError } from "../contract/errors.ts";
import type { NumberColumn, Table } from "../contract/table.ts";
import { requireColumn } from "../tables/require-column.ts";
import { type DatedPlace, inForce } from "./dated-place.ts";
import { assemble } from "./edition-columns.ts";
import { type EditionGroup, groupRows, isAfterMerger, isListed, judgeGroup, type RowPath } from "./edition-groups.ts";
import {
  type EditionEntry,
  EditionLog,
  type Naming,
  saysAfterMerger,
  saysListed,
  saysOutOfUse,
  saysRecoded,
  saysUnlisted,
} from "./edition-log.ts";
import { type Codes, codeFollower } from "./follow-code.ts";

export interface EditionOptions {
  /** The year at whose end the codes are wanted. */
  readonly edition: number;
  /** The column of codes; left out, the one of the role `place`. */
  readonly place?: string;
  /** The column of years, or the one year that all rows are of; left out, the role `year`. */
  readonly year?: string | number;
  /** Columns whose figures add up when places merge. Every other number column is refused where they do. */
  readonly additive: readonly string[];
}

/** `rows = kept + recoded + summed + listed + unlisted`: every row is one of them. Those `listed` are left out, each with its reason. */
export interface EditionAccount {
  readonly rows: number;
  readonly kept: number;
  readonly recoded: number;
  readonly summed: number;
  readonly listed: number;
  readonly unlisted: number;
}

export interface AtEdition {
  readonly table: Table;
  readonly log: readonly EditionEntry[];
  readonly account: EditionAccount;
  /** For each row of the table, the rows that it was made of. */
  readonly sources: readonly (readonly number[])[];
}

/**
 * The rows of a table under the codes of one edition. A place that was renamed, recoded or raised in rank is followed. Places
 * that merged are added up, measure by measure, where the caller says that a measure adds up; other measures become gaps
 * and are named. A place that was split is listed with its targets and left out: no share is guessed. What keeps its code
 * on another boundary is kept, flagged `old-boundary` and named.
 */
export function atEdition(table: Table, codes: Codes, options: EditionOptions): AtEdition {
  const { edition, additive } = options;
  const place = options.place ?? roleOf(table, "place");
  const year = options.year ?? roleOf(table, "year");
  for (const name of additive) requireNumbers(table, name);
  const placeColumn = requireColumn(table, place);
  const years = typeof year === "number" ? undefined : requireColumn(table, year);
  const follow = codeFollower(codes);
  const paths = Array.from({ length: table.rows }, (_, row): RowPath => {
    const code = String(placeColumn.values[row] ?? "");
    const of = typeof year === "number" ? year : Number(years?.values[row]);
    if (!Number.isInteger(of)) throw noYear(table, row, String(years?.values[row]));
    return { row, code, year: of, path: follow(code, of, edition) };
  });
  const log = new EditionLog();
  const name = namesAt(codes.places, edition);
  for (const each of paths) logRow(each, log, name);
  const groups = groupRows(table, paths, place).flatMap((rows) => judgeGroup(rows, edition, log, name) ?? []);
  const account = accountOf(paths, groups);
  const sources = groups.map(({ rows }) => rows.map(({ row }) => row));
  return { table: assemble(table, groups, place, additive, log, name), log: log.entries(), account, sources };
}

function roleOf(table: Table, role: string): string {
  const column = table.roles?.[role];
  return typeof column === "string" ? column : role;
}

function requireNumbers(table: Table, name: string): NumberColumn {
  const column = requireColumn(table, name);
  if (column.kind === "number") return column;
  throw new InputError({
    code: "not-a-number",
    text: {
      en: `${table.name}: additive column ${name} holds labels, expected numbers`,
      zh: `${table.name}：可加列 ${name} 是文字，应为数值`,
    },
  });
}

function noYear({ name, lines, source }: Table, row: number, is: string): InputError {
  return new InputError({
    code: "year-unreadable",
    text: {
      en: `${name}: year is ${is}, expected a year: codes are those of a year`,
      zh: `${name}：年份为 ${is}，应为年份：代码随年份而变`,
    },
    place: { ...(source?.file === undefined ? {} : { file: source.file }), row: lines?.[row] ?? row + 1 },
  });
}

function namesAt(places: readonly DatedPlace[], edition: number): Naming {
  const names = new Map<string, DatedPlace>();
  for (const place of places) {
    if (!names.has(place.code) || inForce(place, edition)) names.set(place.code, place);
  }
  return (code) => {
    const { en, zh } = names.get(code)?.name ?? { en: "", zh: "" };
    return { en: `${en} (${code})`.trim(), zh: `${zh}（${code}）` };
  };
}

function logRow(each: RowPath, log: EditionLog, name: Naming): void {
  const { row, code, year, path } = each;
  const about = { code, changes: path.steps };
  if (path.readAs !== undefined) {
    log.add({ ...about, action: "out-of-use", to: [path.code], text: saysOutOfUse(code, path.readAs, name) }, year, [
      row,
    ]);
  }
  if (path.kind === "unlisted") {
    log.add({ ...about, action: "unlisted", to: [], text: saysUnlisted(code) }, year, [row]);
  } else if (isListed(each)) {
    const says = isAfterMerger(each) ? saysAfterMerger : saysListed;
    log.add({ ...about, action: "listed", to: path.targets, text: says(code, path, name) }, year, [row]);
  } else if (path.steps.length > 0) {
    const action = path.code === code ? "renamed" : "recoded";
    log.add({ ...about, action, to: [path.code], text: saysRecoded(code, path, name) }, year, [row]);
  }
}

function accountOf(paths: readonly RowPath[], groups: readonly EditionGroup[]): EditionAccount {
  const alone = groups.flatMap(({ rows }) => (rows.length === 1 ? rows : []));
  const count = (test: (each: RowPath) => boolean) => alone.filter(test).length;
  const used = groups.reduce((rows, group) => rows + group.rows.length, 0);
  return {
    rows: paths.length,
    kept: count(({ code, path }) => path.kind === "one" && path.code === code),
    recoded: count(({ code, path }) => path.kind === "one" && path.code !== code),
    unlisted: count(({ path }) => path.kind === "unlisted"),
    summed: used - alone.length,
    listed: paths.length - used,
  };
}
