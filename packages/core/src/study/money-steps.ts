import { InputError, type Problem } from "../contract/errors.ts";
import { pricesText } from "../contract/prices.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import { columnName } from "../expression/expression.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { convertCurrency, ownRateYear } from "../prices/convert-currency.ts";
import { baseRows, deflate } from "../prices/deflate.ts";
import { requireMoney } from "../prices/price-basis.ts";
import { relativeToTotal } from "../prices/relative-to-total.ts";
import { isMoney } from "../units/money.ts";
import {
  type Behind,
  type CellBehind,
  calledBy,
  type DatasetStep,
  figuresMeant,
  namedColumn,
  refusedAt,
  requireYears,
  rowsByYear,
  type UnderWay,
} from "./dataset-steps.ts";
import { refuseEmptied, sharedVolume } from "./money-steps-cautions.ts";
import { type KnownPlaces, meeting } from "./money-steps-places.ts";
import { codesOf, roleColumn } from "./places.ts";
import type { Conversion, DatasetDeclaration, Deflation, Relation } from "./schema.ts";

/** The figures that a step takes from another dataset. */
export interface OtherFigures {
  readonly name: string;
  readonly declaration: DatasetDeclaration | undefined;
  readonly table: Table;
}

/** Money of each year in the prices of one. */
export function deflateStep(own: UnderWay, asked: Deflation, by: OtherFigures, known: KnownPlaces): DatasetStep {
  const path = `datasets.${own.name}.deflate`;
  requireYears(own, path);
  const values = moneyColumns(own, asked.of, path, ({ prices }) => prices === undefined || prices.basis === "current");
  const index = figuresMeant(by.table, asked.index, `${path}.index`);
  const { before, deflators, place } = meeting(own.table, by.table, asked.place, known, path);
  const { base, kind, scale, measures } = asked;
  const { table, missing } = refusedAt(path, () =>
    deflate(before, deflators, {
      values,
      base,
      of: measures,
      index: { kind, scale, value: index },
      by: calledBy(by.table, by.name, by.declaration),
      ...(place === undefined ? {} : { place }),
    }),
  );
  const isAdded = place !== undefined && findColumn(own.table, place) === undefined;
  const after = isAdded ? withoutColumn(table, place) : table;
  refuseEmptied(own, after, values, by, known, path);
  const years = yearsOf(own.table);
  const where = placesBy(before, place);
  const rowOf = rowsByYear(deflators);
  const baseRow = baseRows(own.table, base, { place: isAdded ? undefined : place });
  const told = message("deflated", {
    columns: values.join(", "),
    base,
    index: columnName(index, by.name),
    by: calledBy(by.table, by.name, by.declaration),
    kind,
    measures,
  });
  return {
    kind: "deflate",
    after,
    told: [
      { code: "deflated", text: told },
      ...(measures === "volume" ? sharedVolume(own, by.name, values, where) : []),
      ...missing.map((each) => lacksFigures(own.name, by.name, each)),
    ],
    behind: (row, column) => {
      if (!values.includes(column)) return undefined;
      const year = years[row] as number;
      const links = linksBetween(kind, base, year).map((each) => rowOf(where(row), each));
      const nominal = measures === "price" ? row : baseRow(row);
      const name = columnName(column);
      const ratio = linkText(columnName(index, by.name), asked, year);
      const isBack = kind === "previous-year" && year < base;
      return {
        expr:
          measures === "price"
            ? `${name} ${isBack ? "*" : "/"} ${ratio}`
            : `at(${name}, ${base}) ${isBack ? "/" : "*"} ${ratio}`,
        cells: [...cellAt(own.name, own.table, nominal, column), ...cellsOf(by, links, index)],
      };
    },
  };
}

/** Money beside a total of the same year. */
export function relativeStep(own: UnderWay, asked: Relation, to: OtherFigures): DatasetStep {
  const path = `datasets.${own.name}.relative`;
  requireYears(own, path);
  const values = moneyColumns(own, asked.of, path, ({ prices }) => prices === undefined || prices.basis === "current");
  const total = figuresMeant(to.table, asked.total, `${path}.total`);
  const { base } = asked;
  const by = calledBy(to.table, to.name, to.declaration);
  const totals = refusedAt(`${path}.to`, () => withoutPlaces(to, path));
  const { table: after, missing } = refusedAt(path, () =>
    relativeToTotal(own.table, totals, { values, total, base, by }),
  );
  const years = yearsOf(own.table);
  const rowOf = rowsByYear(totals);
  const name = columnName(total, to.name);
  return {
    kind: "relative",
    after,
    told: [
      {
        code: "made-relative",
        text: message("made-relative", { columns: values.join(", "), by, total: name, base }),
      },
      ...missing.map((year) => lacksFigures(own.name, to.name, { place: "", years: [year] })),
    ],
    behind: (row, column) => {
      if (!values.includes(column)) return undefined;
      const rows = [...new Set([years[row] as number, base])].map((year) => rowOf("", year));
      return {
        expr: `${columnName(column)} / ${name} * at(${name}, ${base})`,
        cells: [...cellAt(own.name, own.table, row, column), ...cellsOf({ ...to, table: totals }, rows, total)],
      };
    },
  };
}

/** Money in another currency. */
export function currencyStep(own: UnderWay, asked: Conversion, by: OtherFigures): DatasetStep {
  const path = `datasets.${own.name}.currency`;
  const values = moneyColumns(own, asked.of, path, () => true);
  const rate = figuresMeant(by.table, asked.rate, `${path}.rate`);
  const { kind, to, at, place } = asked;
  const called = calledBy(by.table, by.name, by.declaration);
  const rateYear = (name: string) => ownRateYear(findColumn(own.table, name) as NumberColumn);
  const ownYears = at === undefined && values.some((name) => rateYear(name) === undefined);
  if (ownYears) requireYears(own, path);
  if (place !== undefined) namedColumn(own.table, place, `${path}.place`);
  const { table: after, missing } = refusedAt(path, () =>
    convertCurrency(own.table, by.table, {
      values,
      to,
      rate,
      kind,
      by: called,
      ...(at === undefined ? {} : { at }),
      ...(place === undefined ? {} : { place }),
    }),
  );
  const years = yearsOf(own.table);
  const where = placesBy(own.table, place);
  const rowOf = rowsByYear(by.table);
  const name = columnName(rate, by.name);
  return {
    kind: "currency",
    after,
    told: [
      {
        code: "converted",
        text: message("converted", { columns: values.join(", "), to, kind, by: called, rate: name }),
      },
      ...missing.map(({ place: code, year }) => lacksFigures(own.name, by.name, { place: code, years: [year] })),
    ],
    behind: (row, column): Behind | undefined => {
      if (!values.includes(column)) return undefined;
      const year = rateYear(column) ?? at ?? (years[row] as number);
      return {
        expr: `${columnName(column)} -> ${to}, ${name}`,
        cells: [...cellAt(own.name, own.table, row, column), ...cellsOf(by, [rowOf(where(row), year)], rate)],
      };
    },
  };
}

function moneyColumns(
  { name, table }: UnderWay,
  asked: readonly string[] | undefined,
  path: string,
  isMeant: (column: NumberColumn) => boolean,
): readonly string[] {
  for (const column of asked ?? []) {
    namedColumn(table, column, `${path}.of`);
    refusedAt(`${path}.of`, () => requireMoney(table, column));
  }
  const meant = table.columns.filter((column) => column.kind === "number" && isMoney(column.unit) && isMeant(column));
  const values = asked ?? meant.map((column) => column.name);
  if (values.length > 0) return values;
  const money = table.columns.flatMap((column) =>
    column.kind === "number" && column.prices !== undefined ? [[column.name, pricesText(column.prices)] as const] : [],
  );
  const is = (language: "en" | "zh") =>
    money.map(([column, prices]) => `${column}: ${prices[language]}`).join("; ") || "-";
  throw new InputError({
    code: "no-money",
    text: message("no-money", { at: path, name, money: { en: is("en"), zh: is("zh") } }),
    hint: message("no-money-hint"),
    place: { path },
  });
}

const withoutColumn = (table: Table, name: string): Table => ({
  ...table,
  columns: table.columns.filter((column) => column.name !== name),
});

/** Totals are those of one whole: a table by place would give each row any of its totals. */
function withoutPlaces({ name, table }: OtherFigures, path: string): Table {
  const codes = codesOf(table, "place");
  if (codes === undefined) return table;
  if (new Set(codes).size > 1) {
    throw new InputError({
      code: "total-by-place",
      text: message("total-by-place", { at: `${path}.to`, name }),
      hint: message("total-by-place-hint"),
    });
  }
  const { place: _, ...roles } = table.roles ?? {};
  return withoutColumn({ ...table, roles }, roleColumn(table, "place")?.name ?? "");
}

const yearsOf = (table: Table): readonly number[] =>
  Array.from((roleColumn(table, "year")?.values ?? []) as ArrayLike<string | number>, Number);

function placesBy(table: Table, named: string | undefined): (row: number) => string {
  const own = named === undefined ? codesOf(table, "place") : findColumn(table, named)?.values;
  return (row) => String(own?.[row] ?? "");
}

/** The years whose index figures lead from the base year to another. */
function linksBetween(kind: Deflation["kind"], base: number, year: number): readonly number[] {
  if (kind === "fixed") return year === base ? [base] : [year, base];
  const [first, last] = [Math.min(base, year) + 1, Math.max(base, year)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** How much the index says that a year is of the base year, or for one before it, the base year of that year, as a formula. */
function linkText(index: string, { kind, base, scale }: Deflation, year: number): string {
  if (kind === "fixed") return `(${index} / at(${index}, ${base}))`;
  const [first, last] = [Math.min(base, year), Math.max(base, year)];
  return `∏(${index} / ${scale}; ${first} → ${last})`;
}

const cellAt = (of: string, table: Table, row: number | undefined, column: string): CellBehind[] =>
  row === undefined ? [] : [{ of, table, row, column }];

const cellsOf = ({ name, table }: OtherFigures, rows: readonly (number | undefined)[], column: string): CellBehind[] =>
  rows.flatMap((row) => cellAt(name, table, row, column));

function lacksFigures(name: string, by: string, missing: { place: string; years: readonly number[] }): Problem {
  const { place, years } = missing;
  const at: Text = place === "" ? { en: "", zh: "" } : { en: ` of ${place}`, zh: ` ${place} ` };
  return {
    code: "figure-behind-missing",
    text: message("figure-behind-missing", { name, by, place: at, years: years.join(", ") }),
  };
}
