import type { Problem } from "../contract/errors.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { placeOf } from "../quality/fault.ts";
import { type FilledGap, type Interpolated, interpolateYears } from "../tables/interpolate-years.ts";
import { type DatasetStep, namedFigures, requireYears, type UnderWay } from "./dataset-steps.ts";
import { roleColumn } from "./places.ts";

/** Gaps between two observed years of a place, filled because the study asks for it; each is flagged and told. */
export function interpolateStep({ name, table }: UnderWay, columns: readonly string[]): DatasetStep {
  const path = `datasets.${name}.interpolate`;
  requireYears({ name, table }, path);
  for (const column of columns) namedFigures(table, column, path);
  const made = interpolated(table, columns);
  const filled = new Map(made.filled.map((gap) => [`${gap.row} ${gap.column}`, gap]));
  return {
    kind: "interpolate",
    after: made.table,
    told: toldOf(name, table, columns, made),
    behind: (row, column) => {
      const gap = filled.get(`${row} ${column}`);
      if (gap === undefined) return undefined;
      const years = yearsOf(table);
      const cells = [gap.before, gap.after].map((at) => ({ of: name, table, row: at, column }));
      const expr = `interpolated, ${years[gap.before]} to ${years[gap.after]}`;
      return { expr, cells, why: [spanOf(table, gap)] };
    },
  };
}

/** Series are told apart by the table's key, else by place and industry. */
export function interpolated(table: Table, columns: readonly string[]): Interpolated {
  const year = roleColumn(table, "year")?.name as string;
  const named = table.key.length > 0 ? table.key : seriesRoles.flatMap((role) => roleColumn(table, role)?.name ?? []);
  return interpolateYears(table, columns, { year, by: named.filter((each) => each !== year) });
}

const seriesRoles = ["place", "industry", "from", "to"] as const;

const yearsOf = (table: Table) => roleColumn(table, "year")?.values as ArrayLike<number>;

/** `Beijing 2016 = 20.5, between 2015 (18.2) and 2017 (22.8)` */
export function spanOf(table: Table, { column, row, value, before, after }: FilledGap): Text {
  const years = yearsOf(table);
  const { values } = findColumn(table, column) as NumberColumn;
  const place = String(roleColumn(table, "place")?.values[row] ?? "");
  const shown = String(Number(value.toPrecision(12)));
  const [one, other] = [before, after].map((at) => [years[at], values[at]] as const) as [
    readonly [number, number],
    readonly [number, number],
  ];
  return {
    en: `${place} ${years[row]}: ${column} = ${shown}, between ${one[0]} (${one[1]}) and ${other[0]} (${other[1]})`,
    zh: `${place} ${years[row]} 年：${column} = ${shown}，取自 ${one[0]} 年（${one[1]}）与 ${other[0]} 年（${other[1]}）之间`,
  };
}

function toldOf(name: string, table: Table, columns: readonly string[], { filled, left }: Interpolated): Problem[] {
  return columns.flatMap((column): Problem[] => {
    const own = filled.filter((gap) => gap.column === column);
    const rest = left[column] ?? 0;
    const account: Text = {
      en: `${name}: ${own.length} of ${own.length + rest} gaps of ${column} are interpolated between observed years, flagged interpolated; ${rest} stay gaps`,
      zh: `${name}：${column} 的 ${own.length + rest} 个缺口中有 ${own.length} 个按前后观测年份线性插值，标记为 interpolated；${rest} 个仍为缺口`,
    };
    const entries = own.map((gap): Problem => {
      const { en, zh } = spanOf(table, gap);
      const place = placeOf(table, { row: gap.row, column });
      return { code: "interpolated-cell", text: { en: `${name}: ${en}`, zh: `${name}：${zh}` }, place };
    });
    return [{ code: "interpolated", text: account }, ...entries];
  });
}
