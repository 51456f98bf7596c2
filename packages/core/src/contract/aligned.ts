import { InputError } from "./errors.ts";

/** Whatever stands in rows: a list of labels or numbers. */
export type Rows = { readonly length: number } | undefined;

/**
 * Refuses inputs of a direct call that are not as long as the first of them: `theil: value has 41 rows but place has 40`.
 * What comes through the door is aligned already.
 */
export function aligned(
  method: string,
  inputs: Readonly<Record<string, Rows>>,
  columns: readonly { readonly name: string; readonly values: { readonly length: number } }[] = [],
): void {
  const [[first, { length: rows }], ...others] = [
    ...Object.entries(inputs).flatMap(([role, input]) => (input === undefined ? [] : [[role, input] as const])),
    ...columns.map(({ name, values }) => [name, values] as const),
  ];
  for (const [role, { length }] of others) if (length !== rows) throw unequal(method, role, length, first, rows);
}

/** Refuses a place that a panel holds twice in one year. */
export function distinctYears(method: string, place: readonly string[], year: ArrayLike<number>): void {
  const seen = new Map<string, Set<number>>();
  place.forEach((name, at) => {
    const own = seen.get(name) ?? new Set<number>();
    if (own.has(year[at])) throw repeated(method, `${name} ${year[at]}`);
    seen.set(name, own.add(year[at]));
  });
}

function unequal(method: string, role: string, rows: number, other: string, expected: number): InputError {
  return new InputError({
    code: "rows-unequal",
    text: {
      en: `${method}: ${role} has ${rows} rows but ${other} has ${expected}`,
      zh: `${method}：${role} 有 ${rows} 行，而 ${other} 有 ${expected} 行`,
    },
  });
}

function repeated(method: string, row: string): InputError {
  return new InputError({
    code: "row-repeated",
    text: {
      en: `${method}: ${row} stands twice, expected one row a place and year`,
      zh: `${method}：${row} 出现两次，每个地区每年应只有一行`,
    },
  });
}
