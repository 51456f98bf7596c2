import { InputError, type Problem } from "../contract/errors.ts";
import { pricesText } from "../contract/prices.ts";
import type { Column, PriceBasis, Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { requireMoney } from "../prices/price-basis.ts";
import { isMoney } from "../units/money.ts";
import { namedColumn, refusedAt } from "./dataset-steps.ts";
import { roleColumn } from "./places.ts";
import type { DatasetDeclaration, PricesDeclaration, Study } from "./schema.ts";

/**
 * Says of each column of money in whose prices it is: as the dataset's declaration has it, else as the figures brought
 * along, else as the study says of all.
 */
export function withPrices(table: Table, name: string, declaration: DatasetDeclaration, study: Study["prices"]): Table {
  const { prices = [] } = declaration;
  const path = `datasets.${name}.prices`;
  const named = new Map<string, PriceBasis>();
  for (const each of prices) {
    for (const column of each.of ?? []) {
      namedColumn(table, column, `${path}.of`);
      refusedAt(`${path}.of`, () => requireMoney(table, column));
      if (named.has(column)) throw twice(`${path}.of`, column);
      named.set(column, basisOf(each));
    }
  }
  const [rest, another] = prices.filter(({ of }) => of === undefined);
  if (another !== undefined) throw twice(path, "-");
  const ofStudy = study?.basis === undefined ? undefined : basisOf({ basis: study.basis, base: study.base });
  const columns = table.columns.map((column): Column => {
    if (column.kind === "label" || !isMoney(column.unit)) return column;
    const told = named.get(column.name) ?? (rest === undefined ? (column.prices ?? ofStudy) : basisOf(rest));
    return told === undefined ? column : { ...column, prices: told };
  });
  return { ...table, columns };
}

function basisOf({ basis, base, by, converted }: PricesDeclaration): PriceBasis {
  return {
    basis,
    ...(base === undefined ? {} : { base }),
    ...(by === undefined ? {} : { by }),
    ...(converted === undefined ? {} : { converted: withoutGaps(converted) }),
  };
}

function withoutGaps({ kind, by, year }: NonNullable<PricesDeclaration["converted"]>) {
  return { kind, by, ...(year === undefined ? {} : { year }) };
}

function twice(path: string, column: string): InputError {
  return new InputError({
    code: "prices-twice",
    text: message("prices-twice", { at: path, column }),
    place: { path },
  });
}

/** Money of several years of which nobody says in whose prices it is. */
export function priceNotes(table: Table, name: string): Problem[] {
  const years = roleColumn(table, "year");
  if (years === undefined || new Set<unknown>(years.values as ArrayLike<unknown> as unknown[]).size < 2) return [];
  const unsaid = table.columns.filter(
    (column) => column.kind === "number" && isMoney(column.unit) && column.prices === undefined,
  );
  if (unsaid.length === 0) return [];
  const columns = unsaid.map((column) => column.name).join(", ");
  const place = { path: `datasets.${name}` };
  return [
    {
      code: "prices-unsaid",
      text: message("prices-unsaid", { name, columns }),
      hint: message("prices-unsaid-hint"),
      place,
    },
  ];
}

/** In whose prices the columns of money of a prepared dataset are, a sentence for each basis. */
export function pricesTold({ columns }: Table): Problem[] {
  const told = new Map<string, { prices: PriceBasis; names: string[] }>();
  for (const column of columns) {
    if (column.kind === "label" || column.prices === undefined) continue;
    const key = pricesText(column.prices).en;
    const known = told.get(key) ?? { prices: column.prices, names: [] };
    known.names.push(column.name);
    told.set(key, known);
  }
  return [...told.values()].map(({ prices, names }) => ({
    code: "prices-told",
    text: message("prices-told", { columns: names.join(", "), prices: pricesText(prices) }),
  }));
}
