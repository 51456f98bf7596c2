import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import { noValueIn } from "./panel-words.ts";
import { isAlwaysTreated, type TreatedPanel } from "./treated-panel.ts";

/** Places that came under treatment together, with their mean outcome by year. */
export interface TimingGroup {
  /** First year under treatment; infinite for never, and the first year of the data for always. */
  readonly first: number;
  readonly kind: "cohort" | "never" | "always";
  readonly places: number;
  /** Share of the years under treatment. */
  readonly treatedShare: number;
  readonly means: Float64Array;
}

/** The groups of a panel by when they came under treatment, of places observed in every year; others are dropped by name. */
export function timingGroups(
  method: string,
  panel: TreatedPanel,
): { readonly groups: readonly TimingGroup[]; readonly places: number; readonly dropped: readonly Dropped[] } {
  const { places, years, outcome, first } = panel;
  const rowOf = (at: number) => outcome.subarray(at * years.length, (at + 1) * years.length);
  const whole = [...places.keys()].filter((at) => rowOf(at).every(Number.isFinite));
  const dropped = [...places.keys()].flatMap((at): Dropped[] => {
    const gaps = years.filter((_, step) => !Number.isFinite(rowOf(at)[step]));
    return gaps.length === 0 ? [] : [{ input: "data", row: places[at], reason: noValueIn(gaps) }];
  });
  const startOf = (at: number) => (isAlwaysTreated(panel, first[at]) ? years[0] : first[at]);
  const starts = [...new Set(whole.map(startOf))].sort((a, b) => a - b);
  const groups = starts.map((start): TimingGroup => {
    const own = whole.filter((at) => startOf(at) === start);
    return {
      first: start,
      kind: start === Number.POSITIVE_INFINITY ? "never" : start === years[0] ? "always" : "cohort",
      places: own.length,
      treatedShare: years.filter((year) => year >= start).length / years.length,
      means: Float64Array.from(years, (_, step) => own.reduce((sum, at) => sum + rowOf(at)[step], 0) / own.length),
    };
  });
  if (groups.length < 2) throw oneGroup(method, groups[0]?.kind);
  return { groups, places: whole.length, dropped: [...panel.dropped, ...dropped] };
}

const alone = {
  none: { en: "no place is observed in every year", zh: "没有各年均有数据的地区" },
  never: {
    en: "of the places that are observed in every year none is ever treated",
    zh: "各年均有数据的地区均从未受处理",
  },
  always: {
    en: "all places that are observed in every year are treated from the first on",
    zh: "各年均有数据的地区自首年起即受处理",
  },
  cohort: {
    en: "all places that are observed in every year came under treatment together",
    zh: "各年均有数据的地区同时受处理",
  },
} as const;

function oneGroup(method: string, kind: TimingGroup["kind"] | undefined): InputError {
  const { en, zh } = alone[kind ?? "none"];
  return new InputError({
    code: "one-group",
    text: {
      en: `${method}: ${en}, expected at least two groups`,
      zh: `${method}：${zh}，至少应有两组`,
    },
    hint: {
      en: "bring places that are never treated, or treated at another time, and the years that are missing",
      zh: "请补充从未受处理或在其他时间受处理的地区，以及缺失的年份",
    },
  });
}
