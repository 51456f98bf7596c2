import { findColumn, type Table } from "../../contract/table.ts";
import { contentHash } from "../run.ts";
import type { OpenEdition } from "./editions.ts";
import { commonYears, yearsIn } from "./mix-tables.ts";

/** What the figures of a dataset are in one edition. */
export interface DatasetIdentity {
  readonly file?: string;
  readonly sha256?: string;
  readonly table: string;
  readonly rows: number;
}
export interface RevisedFigure {
  readonly key: string;
  readonly column: string;
  readonly before: number | null;
  readonly after: number | null;
}
/** How the figures of a dataset differ: nothing of `before` or `after` where an edition has none. */
export interface DatasetDifference {
  readonly name: string;
  readonly before?: DatasetIdentity;
  readonly after?: DatasetIdentity;
  /** Figures of years that both editions have and that are not the same. */
  readonly revised: number;
  readonly examples: readonly RevisedFigure[];
  readonly newYears: readonly number[];
  readonly goneYears: readonly number[];
  /** Rows, of the years that both have, that one alone has. */
  readonly newRows: number;
  readonly goneRows: number;
}

const mostExamples = 3;

export function datasetDifferences(a: OpenEdition, b: OpenEdition): DatasetDifference[] {
  const names = new Set([...Object.keys(a.study.datasets), ...Object.keys(b.study.datasets)]);
  return [...names].sort().flatMap((name) => {
    const [before, after] = [a.tables.get(name), b.tables.get(name)];
    if (before === undefined && after === undefined) return [];
    if (before === undefined || after === undefined) {
      const one = { revised: 0, examples: [], newYears: [], goneYears: [], newRows: 0, goneRows: 0 };
      return [{ name, ...one, ...(before && { before: identity(before) }), ...(after && { after: identity(after) }) }];
    }
    const [own, other] = [identity(before), identity(after)];
    return own.table === other.table && own.sha256 === other.sha256 ? [] : [between(name, before, after)];
  });
}

function identity(table: Table): DatasetIdentity {
  const { file, sha256 } = table.source ?? {};
  return {
    ...(file === undefined ? {} : { file }),
    ...(sha256 === undefined ? {} : { sha256 }),
    table: contentHash(table),
    rows: table.rows,
  };
}

function between(name: string, before: Table, after: Table): DatasetDifference {
  const [own, other] = [commonYears(before, after), commonYears(after, before)];
  const [rows, others] = [rowsByKey(own), rowsByKey(other)];
  const revised: RevisedFigure[] = [];
  for (const [key, row] of rows) {
    const now = others.get(key);
    if (now === undefined) continue;
    for (const column of own.columns) {
      const later = findColumn(other, column.name);
      if (column.kind !== "number" || later?.kind !== "number") continue;
      const [from, to] = [gapless(column.values[row]), gapless(later.values[now])];
      if (from !== to) revised.push({ key, column: column.name, before: from, after: to });
    }
  }
  const [was, is] = [new Set(yearsIn(before)), new Set(yearsIn(after))];
  return {
    name,
    before: identity(before),
    after: identity(after),
    revised: revised.length,
    examples: revised.slice(0, mostExamples),
    newYears: [...is].filter((year) => !was.has(year)).sort(),
    goneYears: [...was].filter((year) => !is.has(year)).sort(),
    newRows: [...others.keys()].filter((key) => !rows.has(key)).length,
    goneRows: [...rows.keys()].filter((key) => !others.has(key)).length,
  };
}

const gapless = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Rows by what names them: the key that the table declares, else its place, industry, ends and year. */
function rowsByKey(table: Table): Map<string, number> {
  const asked = table.key.length > 0 ? table.key : keyRoles.flatMap((role) => [table.roles?.[role] ?? role].flat());
  const columns = asked.map((name) => findColumn(table, name)).filter((column) => column !== undefined);
  const parts = columns.length > 0 ? columns : table.columns.filter(({ kind }) => kind === "label");
  return new Map(
    Array.from({ length: table.rows }, (_, row) => [parts.map(({ values }) => String(values[row])).join(" "), row]),
  );
}

const keyRoles = ["place", "from", "to", "industry", "year"] as const;
