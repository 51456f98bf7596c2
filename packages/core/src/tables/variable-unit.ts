import { placeOf } from "../contract/bind.ts";
import type { Problem } from "../contract/errors.ts";
import type { Column, Table } from "../contract/table.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { sameUnit, type Unit, unitsAgree } from "../units/unit.ts";

export interface VariableUnit {
  readonly unit: string;
  /** The unit of each long row that is written in another scale. */
  readonly from: ReadonlyMap<number, string>;
}

/** The unit that most cells of a variable have (the first by name if two are as frequent), and the rows to convert. */
export function unitOfVariable(
  table: Table,
  variable: string,
  rows: readonly number[],
  valueUnit: string,
  units: Column | undefined,
  { problems, notes }: { problems: Problem[]; notes: Problem[] },
): VariableUnit {
  if (units === undefined) return { unit: valueUnit, from: new Map() };
  const rowsByUnit = new Map<string, number[]>();
  for (const row of rows) {
    const text = String(units.values[row] ?? "").trim();
    const own = rowsByUnit.get(text);
    if (own === undefined) rowsByUnit.set(text, [row]);
    else own.push(row);
  }
  const [[unit], ...others] = [...rowsByUnit].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)) as [
    [string, number[]],
    ...[string, number[]][],
  ];
  const from = new Map<number, string>();
  if (others.length === 0) return { unit: unit === "" ? "1" : unit, from };
  const wanted = readable(unit);
  for (const [text, concerned] of others) {
    const place = placeOf(table, concerned[0], units.name);
    const other = readable(text);
    if (wanted === undefined || other === undefined || !unitsAgree(wanted, other)) {
      problems.push({ code: "unit-changes", text: changes(table, variable, unit, text), place });
      continue;
    }
    if (sameUnit(wanted, other)) continue;
    for (const row of concerned) from.set(row, text);
    notes.push({ code: "unit-converted", text: converted(table, variable, unit, text, concerned.length), place });
  }
  return { unit, from };
}

function readable(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch {
    return undefined;
  }
}

function changes({ name }: Table, variable: string, unit: string, other: string) {
  const [a, b] = [
    unit === "" ? ["no unit", "无单位"] : [unit, unit],
    other === "" ? ["no unit", "无单位"] : [other, other],
  ];
  return {
    en: `${name}: ${variable} is in ${a[0]} in some rows and in ${b[0]} in others`,
    zh: `${name}：${variable} 的单位前后不一：${a[1]}、${b[1]}`,
  };
}

function converted({ name }: Table, variable: string, unit: string, other: string, cells: number) {
  return {
    en: `${name}: ${cells} values of ${variable} are converted from ${other} to ${unit}`,
    zh: `${name}：${variable} 有 ${cells} 个数值由 ${other} 换算为 ${unit}`,
  };
}
