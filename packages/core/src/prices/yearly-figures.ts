import { InputError } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { requireColumn } from "../tables/require-column.ts";
import { cellsIfAny, cellsOf } from "./price-basis.ts";

/** Figures above 0, one a year, or one a place and year. Without places they are the same everywhere. */
export interface YearlyFigures {
  readonly everywhere: boolean;
  readonly unit: string;
  /** `NaN` where there is none. */
  at(place: string, year: number): number;
}

export interface FigureColumns {
  readonly value?: string;
  readonly place?: string;
  readonly year?: string;
}

/** Deflators, exchange rates or totals as a table has them. Refuses repeated keys and figures that are not above 0. */
export function yearlyFigures(table: Table, { value, place, year }: FigureColumns): YearlyFigures {
  const of = table.roles?.value;
  const figures = requireColumn(table, value ?? (typeof of === "string" ? of : "value"));
  if (figures.kind !== "number") throw notNumbers(table, figures.name);
  const years = cellsOf(table, "year", year).map(Number);
  const places = cellsIfAny(table, "place", place);
  const known = new Map<string, number>();
  years.forEach((each, row) => {
    const key = `${places?.[row] ?? ""}|${each}`;
    const figure = figures.values[row] as number;
    if (known.has(key)) throw twice(table, key, row);
    if (!Number.isNaN(figure) && !(figure > 0 && figure < Number.POSITIVE_INFINITY)) {
      throw notPositive(table, figures.name, figure, key, row);
    }
    known.set(key, figure);
  });
  return {
    everywhere: places === undefined,
    unit: figures.unit,
    at: (where, when) => known.get(`${places === undefined ? "" : where}|${when}`) ?? Number.NaN,
  };
}

function notNumbers({ name }: Table, column: string): InputError {
  return new InputError({
    code: "not-a-number",
    text: {
      en: `${name}: ${column} holds labels, expected figures`,
      zh: `${name}：${column} 是文字，应为数值`,
    },
  });
}

const shown = (key: string): string => key.split("|").filter(Boolean).join(" ");

function twice({ name, lines, source }: Table, key: string, row: number): InputError {
  return new InputError({
    code: "duplicate-key",
    text: { en: `${name}: ${shown(key)} is there twice, expected once`, zh: `${name}：${shown(key)} 重复，应只有一行` },
    place: { ...(source?.file === undefined ? {} : { file: source.file }), row: lines?.[row] ?? row + 1 },
  });
}

function notPositive({ name, lines, source }: Table, column: string, is: number, key: string, row: number): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `${name}: ${column} of ${shown(key)} is ${is}, expected more than 0`,
      zh: `${name}：${shown(key)} 的 ${column} 为 ${is}，应大于 0`,
    },
    place: { ...(source?.file === undefined ? {} : { file: source.file }), row: lines?.[row] ?? row + 1 },
  });
}
