import { aligned, distinctYears } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";

export interface PanelInput {
  readonly place: readonly string[];
  readonly year: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  readonly group?: readonly string[] | undefined;
}

/** Refuses a value that has no logarithm, with its place and year. */
export function checkPositive(
  method: string,
  { place, year, value }: PanelInput,
  used: (row: number) => boolean,
): void {
  place.forEach((name, row) => {
    const each = value[row] as number;
    if (!used(row) || (each > 0 && each < Number.POSITIVE_INFINITY)) return;
    throw new InputError({
      code: "value-out-of-range",
      text: {
        en: `${method}: value of ${name} ${year[row]} is ${each}, expected more than 0`,
        zh: `${method}：${name} ${year[row]} 的取值为 ${each}，应大于 0`,
      },
    });
  });
}

/** The years of a panel that is sound: inputs of one length, each place once a year, two years at least. */
export function yearsIn(method: string, { place, year, value, group }: PanelInput): number[] {
  aligned(method, { place, year, value, group });
  distinctYears(method, place, year);
  const years = [...new Set(Array.from(year))].sort((a, b) => a - b);
  if (years.length >= 2) return years;
  throw new InputError({
    code: "one-year",
    text: {
      en: `${method}: the data have ${years[0]} alone, expected at least two years`,
      zh: `${method}：数据只有 ${years[0]} 年，至少应有两个年份`,
    },
  });
}

/** The rows of the places that have a value in all of these years, by place; the other places are dropped by name. */
export function inAllYears(
  { place, year }: PanelInput,
  years: readonly number[],
): { readonly rows: ReadonlyMap<string, readonly number[]>; readonly dropped: readonly Dropped[] } {
  const found = new Map<string, number[]>();
  place.forEach((name, row) => {
    const at = years.indexOf(year[row] as number);
    if (at < 0) return;
    const own = found.get(name) ?? new Array<number>(years.length).fill(-1);
    own[at] = row;
    found.set(name, own);
  });
  const dropped: Dropped[] = [];
  for (const [name, own] of found) {
    const lacking = years.filter((_, at) => own[at] === -1);
    if (lacking.length === 0) continue;
    found.delete(name);
    const list = lacking.length > 3 ? `${lacking.slice(0, 3).join(", ")}, ...` : lacking.join(", ");
    const reason = { en: `no value in ${list}`, zh: `${list.replaceAll(", ", "、").replace("...", "……")} 年无数据` };
    dropped.push({ input: "data", row: name, reason });
  }
  return { rows: found, dropped };
}

export function yearUnknown(method: string, asked: number, years: readonly number[]): InputError {
  return new InputError({
    code: "year-unknown",
    text: {
      en: `${method}: there is no year ${asked}; the years are ${years.join(", ")}`,
      zh: `${method}：没有 ${asked} 年；现有年份：${years.join("、")}`,
    },
  });
}
