import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import type { BenefitInput } from "./benefit-of-doubt.ts";
import type { Recipe } from "./recipe.ts";
import { checkRows, scale } from "./scale.ts";

/** The rows that have every indicator, each indicator in units of its greatest value so that programmes are well scaled. */
export interface BenefitRows {
  readonly keys: readonly { readonly place: string; readonly year?: number; readonly group?: string }[];
  readonly scaled: readonly (readonly number[])[];
  readonly greatest: readonly number[];
  readonly indicators: readonly NamedNumbers[];
  readonly dropped: readonly Dropped[];
  /** What there is to say of the recipe's normalisation. */
  readonly warnings: readonly Warning[];
}

export function benefitRows(input: BenefitInput, recipe: Recipe | undefined): BenefitRows {
  checkRows("benefit-of-doubt", input);
  const { place, year, group } = input;
  const { indicators, warnings } = indicatorsOf(input, recipe);
  const keys: { place: string; year?: number; group?: string }[] = [];
  const rows: number[] = [];
  const dropped: Dropped[] = [];
  place.forEach((name, row) => {
    const where = year === undefined ? name : `${name} ${year[row]}`;
    const gap = indicators.find(({ values }) => Number.isNaN(values[row]));
    if (gap !== undefined) {
      const reason = { en: `no figure for ${gap.name}`, zh: `指标 ${gap.name} 缺失` };
      dropped.push({ input: "data", row: where, reason });
      return;
    }
    const below = indicators.find(({ values }) => values[row] < 0);
    if (below !== undefined) throw negative(below, row, where);
    rows.push(row);
    keys.push({
      place: name,
      ...(year === undefined ? {} : { year: year[row] }),
      ...(group === undefined ? {} : { group: group[row] }),
    });
  });
  const greatest = indicators.map(({ values }) => rows.reduce((most, row) => Math.max(most, values[row]), 0));
  if (!greatest.some((most) => most > 0)) throw nothing(rows.length);
  const scaled = rows.map((row) =>
    indicators.map(({ values }, at) => (greatest[at] > 0 ? values[row] / greatest[at] : 0)),
  );
  return { keys, scaled, greatest, indicators, dropped, warnings };
}

/** The columns as they are, or as the recipe normalises them. */
function indicatorsOf(input: BenefitInput, recipe: Recipe | undefined) {
  if (recipe === undefined) return { indicators: input.indicators, warnings: [] };
  const { columns, warnings } = scale(recipe, input);
  const indicators = recipe.indicators.map(({ id, title }, at): NamedNumbers => {
    const named = title ?? input.indicators.find(({ name }) => name === id)?.title;
    return { name: id, unit: "1", values: columns[at], ...(named === undefined ? {} : { title: named }) };
  });
  return { indicators, warnings };
}

/** Positions of the rows that no other row equals or beats in every indicator: the others bind nothing. */
export function undominated(rows: readonly (readonly number[])[]): number[] {
  const beats = (a: number, b: number) => rows[a].every((value, at) => value >= rows[b][at]);
  return [...rows.keys()].filter(
    (row) => !rows.some((_, other) => other !== row && beats(other, row) && (!beats(row, other) || other < row)),
  );
}

function negative({ name, values }: NamedNumbers, row: number, where: string): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `benefit-of-doubt: ${name} of ${where} is ${values[row]}, expected at least 0`,
      zh: `benefit-of-doubt：${where} 的 ${name} 为 ${values[row]}，应不小于 0`,
    },
    hint: {
      en: "indicators must be at least 0 and better the greater; a recipe normalises and turns them",
      zh: "指标须非负且为正向；可通过合成方案（recipe）标准化与正向化",
    },
  });
}

function nothing(rows: number): InputError {
  return new InputError({
    code: "nothing-to-score",
    text: {
      en: `benefit-of-doubt: ${counted(rows, "complete row")} and no value above 0, expected at least one`,
      zh: `benefit-of-doubt：完整样本 ${rows} 行，且无大于 0 的取值，至少需要一个`,
    },
  });
}
