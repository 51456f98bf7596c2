import type { Table } from "../contract/table.ts";
import { requireColumn } from "../tables/require-column.ts";
import {
  type EditionLog,
  type Naming,
  saysBoundary,
  saysDoubled,
  saysIncomplete,
  saysPartOnly,
  saysSummed,
} from "./edition-log.ts";
import type { CodePath } from "./follow-code.ts";

export interface RowPath {
  readonly row: number;
  readonly code: string;
  readonly year: number;
  readonly path: CodePath;
}

/** The rows that make one row of the edition, and what its figures carry as a flag. */
export interface EditionGroup {
  readonly rows: readonly RowPath[];
  readonly flag: string | null;
}

/** Rows that are one row of the edition: the same code there, and the same of every other column of the key. */
export function groupRows(table: Table, paths: readonly RowPath[], place: string): RowPath[][] {
  const others = table.key.filter((name) => name !== place).map((name) => requireColumn(table, name).values);
  const found = new Map<string, RowPath[]>();
  for (const each of paths) {
    if (isListed(each)) continue;
    const key = JSON.stringify([each.path.code, each.year, ...others.map((values) => values[each.row])]);
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found.values()];
}

/** Rows that have no one place in the edition. */
export const isListed = (each: RowPath): boolean =>
  each.path.kind === "split" || each.path.kind === "part" || isAfterMerger(each);

/** A figure of a place of a year in which it was merged already: whether the whole has it in it, nobody can tell. */
export const isAfterMerger = ({ path: { readAs, steps }, year }: RowPath): boolean =>
  readAs !== undefined && readAs < year && steps.some(({ kind }) => kind === "merged");

/**
 * Logs what a row of the edition is made of and gives its flag. Nothing is given where its rows are parts of a place whose
 * other parts have no rows: the sum would bear the name of what it is not.
 */
export function judgeGroup(
  rows: readonly RowPath[],
  edition: number,
  log: EditionLog,
  name: Naming,
): EditionGroup | undefined {
  const [{ path, year }] = rows as [RowPath];
  const at = rows.map(({ row }) => row);
  const parts = rows.map(({ code }) => code);
  const about = { code: path.code, to: [path.code] };
  const inside = new Set([...parts, ...rows.flatMap((each) => each.path.steps.flatMap(({ from, to }) => [from, to]))]);
  for (const joined of rows.flatMap((each) => each.path.joined)) if (!parts.includes(joined)) inside.delete(joined);
  const merges = new Map(rows.flatMap((each) => each.path.merges.map((change) => [change.from, change] as const)));
  const missing = [...merges.values()].filter(({ from }) => !inside.has(from));
  const lacksItself = rows.flatMap((each) => each.path.joined).filter((code) => !inside.has(code));
  const itself = rows.filter((each) => each.path.steps.every(isWhole));
  if (itself.length > 1) {
    const codes = itself.map(({ code }) => code);
    const changes = itself.flatMap((each) => each.path.steps);
    log.add({ ...about, action: "doubled", changes, text: saysDoubled(codes, path.code, name) }, year, at);
    return undefined;
  }
  const standsForItself = itself.length === 1;
  if (lacksItself.length > 0 || (missing.length > 0 && !standsForItself)) {
    const lacking = [...new Set([...lacksItself, ...missing.map(({ from }) => from)])];
    const changes = [...rows.flatMap((each) => each.path.steps), ...missing];
    log.add({ ...about, action: "listed", changes, text: saysPartOnly(parts, path.code, lacking, name) }, year, at);
    return undefined;
  }
  if (rows.length > 1) {
    const changes = rows.flatMap((each) => each.path.steps);
    log.add({ ...about, action: "summed", changes, text: saysSummed(parts, path.code, name) }, year, at);
  }
  for (const change of missing) {
    const text = saysIncomplete(path.code, change, name);
    log.add({ ...about, action: "old-boundary", changes: [change], text }, year, at);
  }
  const shifts = new Map(
    rows
      .flatMap((each) => each.path.shifts)
      .filter(({ between }) => !between.every((code) => inside.has(code)))
      .map((shift) => [`${shift.change.date}|${shift.change.from}|${shift.change.to}`, shift]),
  );
  for (const { change, direction } of shifts.values()) {
    const text = saysBoundary(path.code, change, direction === "gained", name);
    log.add({ ...about, action: "old-boundary", changes: [change], text }, year, at);
  }
  const flags = [
    ...(rows.length > 1 ? ["summed"] : []),
    ...(missing.length > 0 || shifts.size > 0 ? [edition < year ? "new-boundary" : "old-boundary"] : []),
  ];
  return { rows, flag: flags.length === 0 ? null : flags.join(";") };
}

const isWhole = ({ kind }: CodePath["steps"][number]): boolean => kind !== "merged" && kind !== "split";
