import { findColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";

export type PlaceLevel = "province" | "prefecture" | "county" | "other";

/** Which list of codes a code belongs to: rules for short and equivalent forms follow from it. */
export type PlaceSystem = "gb2260" | "itl" | "nuts" | "cbsa" | "fips" | "jis" | "own";

/** One code under one name, for as long as both were in force. */
export interface DatedPlace {
  readonly code: string;
  readonly system: PlaceSystem;
  readonly name: Text;
  /** Every name that is exactly this place's, in any language. */
  readonly names: readonly string[];
  readonly level: PlaceLevel;
  readonly parent?: string;
  /** `2011` or `2011-08`. Nothing: since before the table begins. */
  readonly since?: string;
  /** Excluded. Nothing: in force still. */
  readonly until?: string;
}

export const yearOfDate = (date: string): number => Number(date.slice(0, 4));

/** Whether a code and name are those of the end of a year; without a year, those of today. */
export function inForce({ since, until }: DatedPlace, year?: number): boolean {
  if (year === undefined) return until === undefined;
  return (since === undefined || yearOfDate(since) <= year) && (until === undefined || yearOfDate(until) > year);
}

const nameColumns = ["name_zh", "name_en", "short_zh", "name_ja", "name"];
const levels: readonly string[] = ["province", "prefecture", "county"];

/**
 * The places that a table lists, by its roles (code or place, name_en, name_zh, name_ja, parent, level) or columns of
 * those names; `since` and `until` where it has them.
 */
export function placesIn(table: Table, system: PlaceSystem): DatedPlace[] {
  const cells = (name: string): ((row: number) => string | undefined) => {
    const role = table.roles?.[name];
    const column = findColumn(table, typeof role === "string" ? role : name);
    return (row) => textOf(column?.values[row]);
  };
  const byRole = table.roles?.place === undefined ? cells("code") : cells("place");
  const names = nameColumns.map(cells);
  const [en, zh, ja, plain] = ["name_en", "name_zh", "name_ja", "name"].map(cells) as Cell[];
  const [level, parent, since, until] = ["level", "parent", "since", "until"].map(cells) as Cell[];
  return Array.from({ length: table.rows }, (_, row) => row).flatMap((row): DatedPlace[] => {
    const code = byRole(row);
    if (code === undefined) return [];
    const inEnglish = en?.(row) ?? plain?.(row) ?? code;
    const given = { parent: parent?.(row), since: since?.(row), until: until?.(row) };
    const present = Object.fromEntries(Object.entries(given).filter(([, cell]) => cell !== undefined));
    return [
      {
        code,
        system,
        name: { en: inEnglish, zh: zh?.(row) ?? ja?.(row) ?? inEnglish },
        names: [...new Set(names.flatMap((cell) => cell(row) ?? []))],
        level: levelOf(level?.(row), code, system),
        ...present,
      },
    ];
  });
}

type Cell = (row: number) => string | undefined;

function textOf(cell: string | number | null | undefined): string | undefined {
  return cell === null || cell === undefined || cell === "" || Number.isNaN(cell) ? undefined : String(cell);
}

function levelOf(said: string | undefined, code: string, system: PlaceSystem): PlaceLevel {
  if (said !== undefined && levels.includes(said)) return said as PlaceLevel;
  if (system !== "gb2260") return "other";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}
