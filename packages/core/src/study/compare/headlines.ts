import type { MethodResult } from "../../contract/invoke.ts";
import type { AnyMethod } from "../../contract/method.ts";
import { findColumn, type Table, takeRows } from "../../contract/table.ts";
import type { Text } from "../../language/text.ts";
import { yearsIn } from "./mix-tables.ts";

/** One number that a reader quotes: a scalar of an analysis, or a place's score or rank on a scoreboard. */
export interface HeadlineNumber {
  readonly analysis: string;
  readonly kind: "scalar" | "score" | "rank";
  /** The scalar, or the scoreboard's table. */
  readonly name: string;
  readonly title: Text;
  readonly unit: string;
  readonly place?: string;
  /** What else the row is known by: its group, say. */
  readonly key?: string;
  /** The last year of a panel, which is the one that is quoted. */
  readonly year?: number;
  readonly value: number;
}

export type HeadlineNumbers = ReadonlyMap<string, HeadlineNumber>;

/** The headline numbers of a result by what they are of, so that those of two editions meet. */
export function headlinesOf(analysis: string, method: AnyMethod, result: MethodResult): HeadlineNumbers {
  const found = new Map<string, HeadlineNumber>();
  for (const [name, value] of Object.entries(result.scalars)) {
    const info = method.scalars[name];
    if (info === undefined || typeof value !== "number" || !Number.isFinite(value)) continue;
    found.set(`scalar ${name}`, { analysis, kind: "scalar", name, title: info.title, unit: info.unit, value });
  }
  for (const board of scoreboardsOf(method, result)) for (const each of rowsOf(analysis, board)) found.set(...each);
  return found;
}

interface Scoreboard {
  readonly table: Table;
  readonly score: string;
  readonly rank: string;
}

/** Tables that rank places: those that a ranking shows, and those with a score and a rank a place. */
function scoreboardsOf(method: AnyMethod, { tables }: MethodResult): Scoreboard[] {
  return tables.flatMap((table): Scoreboard[] => {
    const view = method.views.find((each) => each.kind === "ranking" && each.table === table.name);
    const { score, rank } = view?.kind === "ranking" ? view : { score: "score", rank: "rank" };
    const isBoard = [score, rank].every((name) => findColumn(table, name)?.kind === "number");
    return isBoard && table.key.includes("place") ? [{ table, score, rank }] : [];
  });
}

function rowsOf(analysis: string, board: Scoreboard): [string, HeadlineNumber][] {
  const { table, year } = lastYear(board);
  const others = table.key.filter((name) => name !== "place" && name !== "year");
  return Array.from({ length: table.rows }, (_, row) => row).flatMap((row) => {
    const cell = (name: string) => findColumn(table, name)?.values[row];
    const place = String(cell("place"));
    const key = others.map(cell).join(" ");
    return (["score", "rank"] as const).flatMap((kind): [string, HeadlineNumber][] => {
      const column = findColumn(table, board[kind]);
      const value = column?.values[row];
      if (column?.kind !== "number" || typeof value !== "number" || !Number.isFinite(value)) return [];
      const headline = { analysis, kind, name: table.name, place, unit: column.unit, value };
      const title = column.title ?? { en: column.name, zh: column.name };
      const more = { ...(key === "" ? {} : { key }), ...(year === undefined ? {} : { year }) };
      return [[`${kind} ${table.name} ${place} ${key}`, { ...headline, title, ...more }]];
    });
  });
}

/** Of a panel, the rows of the last year that has a score. */
function lastYear({ table, score }: Scoreboard): { table: Table; year?: number } {
  const years = table.key.includes("year") ? yearsIn(table) : undefined;
  const scores = findColumn(table, score)?.values;
  const scored = years?.filter((_, row) => !Number.isNaN(scores?.[row]));
  if (years === undefined || scored === undefined || scored.length === 0) return { table };
  const year = scored.reduce((last, each) => Math.max(last, each));
  const rows = Array.from(years.keys()).filter((row) => years[row] === year);
  return { table: takeRows(table, rows), year };
}
