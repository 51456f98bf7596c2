import { InputError } from "../contract/errors.ts";
import { refuseUnknown } from "../contract/known-names.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { median } from "../numeric/median.ts";
import { extremes } from "../numeric/spread.ts";
import type { IndicatorPlaces } from "./places-by-indicator.ts";

/** Values by indicator, in the units of the data. */
export interface GivenValues {
  readonly indicator: readonly string[];
  readonly value: ArrayLike<number>;
}

export interface BenchmarkChoice {
  /** A place of the data. */
  readonly against?: string | undefined;
  /** A group of its places. */
  readonly againstGroup?: string | undefined;
}

export type Statistic = "mean" | "median" | "best";

export interface Benchmarks {
  readonly kind: "place" | "group" | "values";
  /** Those of the data that the benchmark has a value for. */
  readonly indicators: readonly NamedNumbers[];
  /** `NaN` where the benchmark has none. */
  valueOf(indicator: string, year: number | undefined): number;
  readonly dropped: readonly Dropped[];
}

interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/** One value for several places; `sign` is -1 where less is better. */
export function statisticOf(rows: readonly Weighed[], statistic: Statistic, sign: 1 | -1): number {
  const values = rows.map(({ value }) => value);
  if (statistic === "median") return median(values);
  if (statistic === "best") return sign > 0 ? extremes(values).most : extremes(values).least;
  const weight = rows.reduce((sum, row) => sum + row.weight, 0);
  return rows.reduce((sum, row) => sum + row.weight * row.value, 0) / weight;
}

/** What each indicator is held against, by year; the choice must name exactly one benchmark, and one that is there. */
export function benchmarks(
  input: IndicatorPlaces & { weight?: ArrayLike<number> | undefined; benchmark?: GivenValues | undefined },
  choice: BenchmarkChoice,
  statistic: Statistic,
  lowerIsBetter: readonly string[],
): Benchmarks {
  const { indicators, benchmark: values } = input;
  refuseUnknown(
    "benchmark-gap",
    "lowerIsBetter",
    lowerIsBetter,
    indicators.map(({ name }) => name),
  );
  const asked = [choice.against, choice.againstGroup, values].filter((each) => each !== undefined).length;
  if (asked !== 1) refuseCount(asked);
  const dropped: Dropped[] = [];
  if (values !== undefined) {
    const found = new Map(values.indicator.map((name, row) => [name, values.value[row] as number]));
    const kept = indicators.filter(({ name }) => {
      if (found.has(name)) return true;
      dropped.push({
        input: "data",
        row: name,
        reason: { en: "indicator without a benchmark", zh: "该指标没有标杆值" },
      });
      return false;
    });
    const names = new Set(indicators.map(({ name }) => name));
    for (const name of found.keys()) {
      if (names.has(name)) continue;
      dropped.push({
        input: "benchmark",
        row: name,
        reason: { en: "indicator not in the data", zh: "数据中无此指标" },
      });
    }
    if (kept.length === 0) {
      refuseUnknown(
        "benchmark-gap",
        "benchmark",
        [...found.keys()],
        indicators.map(({ name }) => name),
      );
    }
    return { kind: "values", indicators: kept, valueOf: (name) => found.get(name) ?? Number.NaN, dropped };
  }
  const kind = choice.against === undefined ? "group" : "place";
  const member = choice.against === undefined ? input.group : input.place;
  const wanted = (choice.against ?? choice.againstGroup) as string;
  refuseUnknown("benchmark-gap", kind === "place" ? "against" : "againstGroup", [wanted], [...new Set(member ?? [])]);
  const rows = input.place.flatMap((_, at) => (member?.[at] === wanted ? [at] : []));
  const found = new Map<string, number>();
  for (const { name, values: column } of indicators) {
    const sign = lowerIsBetter.includes(name) ? -1 : 1;
    for (const year of new Set(rows.map((at) => input.year?.[at]))) {
      const own = rows.filter((at) => input.year?.[at] === year && !Number.isNaN(column[at]));
      const weighed = own.map((at) => ({ value: column[at] as number, weight: input.weight?.[at] ?? 1 }));
      if (weighed.length > 0) found.set(`${year} ${name}`, statisticOf(weighed, statistic, sign));
    }
  }
  return { kind, indicators, valueOf: (name, year) => found.get(`${year} ${name}`) ?? Number.NaN, dropped };
}

function refuseCount(asked: number): never {
  throw new InputError({
    code: "one-benchmark",
    text: {
      en: `benchmark-gap: ${asked} benchmarks are named, expected one: against, againstGroup or the table benchmark`,
      zh: `benchmark-gap：给出了 ${asked} 个标杆，应恰好给出一个：against、againstGroup 或 benchmark 表`,
    },
  });
}
