import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { rowsBy } from "../contract/rows-by.ts";
import { binaryUnit, inUnit } from "../numeric/binary-unit.ts";

/** What the indices of inequality compare: a value a place, with weights, groups and years where there are any. */
export interface PlacesInput {
  readonly place: readonly string[];
  readonly value: ArrayLike<number>;
  readonly weight?: ArrayLike<number> | undefined;
  readonly group?: readonly string[] | undefined;
  readonly year?: ArrayLike<number> | undefined;
}

/** Whether a value is the place's total, to be divided by its weight, or already its mean per unit of weight. */
export type ValueMeaning = "total" | "per-head";

/** Places of one year that are compared with each other: all of them, or those of one group. */
export interface Sample {
  readonly year: number | undefined;
  /** `all`, or the name of the group. */
  readonly group: string;
  readonly place: readonly string[];
  /** Of each place: its group, or `all` where places have none. */
  readonly groupOf: readonly string[];
  /** Per unit of weight. */
  readonly level: Float64Array;
  /** In parts of 1. */
  readonly share: Float64Array;
  readonly weight: Float64Array;
  /** The mean level, weighted. */
  readonly mean: number;
}

export const all = "all";

/** A group cannot be called what the rows of all places are called. */
export function checkGroups(method: string, group: readonly string[] | undefined): void {
  if (group === undefined || !group.includes(all) || group.every((each) => each === all)) return;
  throw new InputError({
    code: "group-called-all",
    text: {
      en: `${method}: a group is called ${all}, which names the rows of all places; call it otherwise`,
      zh: `${method}：有分组名为 ${all}，该名称表示全部地区，请改名`,
    },
  });
}

/** One sample a year, in the order of years. */
export function yearsOf(
  method: string,
  { place, value, weight, group, year }: PlacesInput,
  { meaning, least }: { readonly meaning: ValueMeaning; readonly least: "zero" | "positive" },
): Sample[] {
  aligned(method, { place, value, weight, group, year });
  checkGroups(method, group);
  const level = Float64Array.from(value);
  const weights = weight === undefined ? new Float64Array(level.length).fill(1) : Float64Array.from(weight);
  place.forEach((name, at) => {
    const told = year === undefined ? name : `${name} ${year[at]}`;
    checkRow(method, told, level[at] as number, weights[at] as number, least);
    if (meaning === "total") level[at] = (level[at] as number) / (weights[at] as number);
  });
  const years = year === undefined ? [undefined] : [...new Set(Array.from(year))].sort((a, b) => a - b);
  return years.map((when) => {
    const rows = place.flatMap((_, at) => (year === undefined || year[at] === when ? [at] : []));
    const pick = (values: Float64Array) => Float64Array.from(rows, (at) => values[at] as number);
    const groupOf = rows.map((at) => group?.[at] ?? all);
    const places = rows.map((at) => place[at] as string);
    return sampleOf(method, when, all, places, groupOf, pick(level), pick(weights));
  });
}

/** The places of each group apart, groups by name; none where places have no groups. */
export function groupsOf(method: string, whole: Sample): Sample[] {
  const byGroup = rowsBy(whole.groupOf);
  const names = [...byGroup.keys()].sort();
  if (names.length === 1 && names[0] === all) return [];
  return names.map((name) => {
    const rows = byGroup.get(name) as number[];
    const pick = (values: Float64Array) => Float64Array.from(rows, (at) => values[at] as number);
    const places = rows.map((at) => whole.place[at] as string);
    const groupOf = rows.map(() => name);
    return sampleOf(method, whole.year, name, places, groupOf, pick(whole.level), pick(whole.weight));
  });
}

/** All places of each year, each followed by its groups. */
export function samplesOf(method: string, input: PlacesInput, how: Parameters<typeof yearsOf>[2]): Sample[] {
  return yearsOf(method, input, how).flatMap((whole) => [whole, ...groupsOf(method, whole)]);
}

function sampleOf(
  method: string,
  year: number | undefined,
  group: string,
  place: readonly string[],
  groupOf: readonly string[],
  level: Float64Array,
  weight: Float64Array,
): Sample {
  const scaled = inUnit(weight, binaryUnit(weight));
  const total = scaled.reduce((a, b) => a + b, 0);
  const share = scaled.map((each) => each / total);
  let mean = 0;
  level.forEach((each, at) => {
    mean += each * (share[at] as number);
  });
  if (!(mean > 0)) throw totalZero(method, year, group);
  return { year, group, place, groupOf, level, share, weight, mean };
}

function totalZero(method: string, year: number | undefined, group: string): InputError {
  const which = [group === all ? "" : group, year ?? ""].filter((part) => part !== "").join(" ");
  const [en, zh] = which === "" ? ["", ""] : [` of ${which}`, `${which} 的`];
  return new InputError({
    code: "total-zero",
    text: {
      en: `${method}: the values${en} add up to 0, expected more than 0`,
      zh: `${method}：${zh}取值合计为 0，应大于 0`,
    },
  });
}

function checkRow(method: string, row: string, value: number, weight: number, least: "zero" | "positive"): void {
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    throw new InputError({
      code: "weight-not-positive",
      text: {
        en: `${method}: weight of ${row} is ${weight}, expected more than 0`,
        zh: `${method}：${row} 的权重为 ${weight}，应大于 0`,
      },
    });
  }
  const fits = least === "zero" ? value >= 0 : value > 0;
  if (fits && value < Number.POSITIVE_INFINITY) return;
  const [en, zh] = least === "zero" ? ["at least 0", "不小于 0"] : ["more than 0", "大于 0"];
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `${method}: value of ${row} is ${value}, expected ${en}`,
      zh: `${method}：${row} 的取值为 ${value}，应${zh}`,
    },
  });
}
