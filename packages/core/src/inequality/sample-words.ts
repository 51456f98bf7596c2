import type { Convention, FindingValue, Warning } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import type { Text } from "../language/text.ts";
import { formatUnit } from "../units/format-unit.ts";
import { knownUnit } from "../units/parse-unit.ts";
import { divide } from "../units/unit.ts";
import { all, type PlacesInput, type ValueMeaning } from "./samples.ts";

/** What every index over places reads. */
export const sampleInputs = {
  data: table({
    place: label.one,
    value: number.one,
    weight: number.optional,
    group: label.optional,
    year: number.optional,
  }),
} as const;

/** The conventions that every index over places has, and the answers that were taken. */
export const sampleConventions: Readonly<Record<"value" | "weight", Convention>> = {
  value: {
    title: { en: "What a value is", zh: "取值的含义" },
    choices: {
      total: { en: "the place's total, compared per unit of weight", zh: "该地区的总量，按权重平均后比较" },
      "per-head": { en: "the place's mean per unit of weight", zh: "该地区按权重平均的人均值" },
    },
  },
  weight: {
    title: { en: "Weight", zh: "权重" },
    choices: { equal: { en: "every place alike", zh: "各地等权" }, given: { en: "as given", zh: "按给定权重" } },
  },
};

export function sampleConvention({ weight }: PlacesInput, meaning: ValueMeaning): { value: string; weight: string } {
  return { value: meaning, weight: weight === undefined ? "equal" : "given" };
}

type Units = Readonly<Record<string, string>>;

/** The unit of levels: that of the values, per unit of weight where they are totals. */
export function levelUnit(units: Units, meaning: ValueMeaning): string {
  const value = units.value ?? "1";
  const [above, below] = [knownUnit(value), units.weight === undefined ? undefined : knownUnit(units.weight)];
  if (meaning === "per-head" || units.weight === undefined) return value;
  return above === undefined || below === undefined ? "1" : formatUnit(divide(above, below));
}

/** Warns where the unit of the values is per head already, and they are read as totals all the same. */
export function unitWarnings(units: Units, meaning: ValueMeaning): Warning[] {
  const value = knownUnit(units.value ?? "1");
  const weight = units.weight === undefined ? undefined : knownUnit(units.weight);
  const counted = Object.keys(weight?.dimensions ?? {});
  const perWeight = counted.some((word) => (value?.dimensions[word] ?? 0) < 0);
  if (meaning === "per-head" || !perWeight) return [];
  return [
    {
      code: "per-head-unit",
      text: {
        en: "values are in {unit}, yet they are divided by the weight as totals; for means say value: per-head",
        zh: "取值的单位为“{unit}”，却按总量再除以权重；若为人均值，请设 value: per-head",
      },
      values: { unit: units.value ?? "1" },
    },
  ];
}

/** Warns where the places of a panel are not the same in every year: a change may be theirs. */
export function panelWarnings({ place, year }: PlacesInput): Warning[] {
  if (year === undefined) return [];
  const counted = new Map<string, number>();
  for (const name of place) counted.set(name, (counted.get(name) ?? 0) + 1);
  const years = new Set(Array.from(year)).size;
  const partial = [...counted].filter(([, times]) => times < years).map(([name]) => name);
  if (partial.length === 0) return [];
  return [
    {
      code: "unbalanced",
      text: {
        en: "not every place is there in every year ({places}): part of a change may be theirs",
        zh: "并非所有地区各年均有数据（{places}）：部分变化可能来自样本变动",
      },
      values: { places: { places: partial.sort() } },
    },
  ];
}

/** Names of groups one after the other, as a pattern and its values, so that each reader gets the names he knows. */
export function groupNames(groups: readonly string[]): {
  readonly pattern: Text;
  readonly values: Readonly<Record<string, FindingValue>>;
} {
  const shown = groups.map((_, at) => `{group${at}}`);
  return {
    pattern: { en: shown.join(", "), zh: shown.join("、") },
    values: Object.fromEntries(groups.map((group, at) => [`group${at}`, nameOf(group)])),
  };
}

const nameOf = (group: string): FindingValue =>
  group === all ? { text: { en: "all places", zh: "全部地区" } } : { group };

/** Warns of samples of one place, which have nothing to be compared with. */
export function loneWarnings(
  samples: readonly { readonly group: string; readonly place: readonly string[] }[],
): Warning[] {
  const lone = [...new Set(samples.filter(({ place }) => place.length === 1).map(({ group }) => group))].sort();
  if (lone.length === 0) return [];
  const { pattern, values } = groupNames(lone);
  return [
    {
      code: "one-place",
      text: {
        en: `only one place in ${pattern.en}: there is nothing to compare it with`,
        zh: `${pattern.zh}仅有一个地区，无从比较`,
      },
      values,
    },
  ];
}
