/** A figure of one place and indicator. */
export interface DatedValue {
  readonly year: number | undefined;
  readonly value: number;
}

/** How a place is assumed to go on: by so much a year, or by such a rate. */
export type Growth = "linear" | "compound";

/** Whether the benchmark stands still, or goes on at its own pace. */
export type Target = "still" | "moving";

export type GapStatus = "ahead" | "closing" | "not-closing" | "unknown";

/** Differences below this share of the benchmark are rounding. */
const rounding = 1e-12;

/**
 * Mean yearly growth from the first to the last figure: units a year, or a rate; `NaN` where there are fewer than two years,
 * or a rate would be of nothing or less.
 */
export function paceOf(series: readonly DatedValue[], growth: Growth): number {
  const dated = series
    .filter((each): each is { year: number; value: number } => each.year !== undefined && !Number.isNaN(each.value))
    .sort((a, b) => a.year - b.year);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined || first.year === last.year) return Number.NaN;
  const years = last.year - first.year;
  if (growth === "linear") return (last.value - first.value) / years;
  return first.value > 0 && last.value > 0 ? (last.value / first.value) ** (1 / years) - 1 : Number.NaN;
}

export interface Reaching {
  readonly status: GapStatus;
  /** 0 where the place is level or ahead; `NaN` where it never gets there or nothing is known of its growth. */
  readonly years: number;
}

/** Years until the place has what the benchmark has, both going on as they did. `sign` is -1 where less is better. */
export function reaching(
  value: number,
  benchmark: number,
  sign: 1 | -1,
  pace: number,
  benchmarkPace: number,
  growth: Growth,
): Reaching {
  const shortfall = sign * (benchmark - value);
  if (shortfall <= rounding * Math.abs(benchmark)) return { status: "ahead", years: 0 };
  const years =
    growth === "linear"
      ? (benchmark - value) / (pace - benchmarkPace)
      : Math.log(benchmark / value) / Math.log((1 + pace) / (1 + benchmarkPace));
  if (Number.isNaN(pace) || Number.isNaN(benchmarkPace) || Number.isNaN(years)) {
    return { status: "unknown", years: Number.NaN };
  }
  return years > 0 && Number.isFinite(years)
    ? { status: "closing", years }
    : { status: "not-closing", years: Number.NaN };
}
