import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { Random } from "../contract/random.ts";
import type { Text } from "../language/text.ts";
import { alwaysTreated, noValueIn } from "./panel-words.ts";
import { isAlwaysTreated, type TreatedPanelInput, treatedPanel } from "./treated-panel.ts";

/** Places that have every year, in an order that rests on their outcomes. */
export interface BalancedPanel {
  /** Places x years, row-major. */
  readonly outcome: Float64Array;
  /** Position of the first year under treatment; as many as there are years for never. */
  readonly starts: readonly number[];
  readonly years: readonly number[];
  readonly dropped: readonly Dropped[];
}

/** The order of places decides nothing but which draw falls on whom, and it does not rest on their names. */
export function balancedPanel(method: string, input: TreatedPanelInput): BalancedPanel {
  const panel = treatedPanel(method, input);
  const { years, places } = panel;
  const dropped = [...panel.dropped];
  const rows = places.flatMap((place, at) => {
    const outcome = panel.outcome.slice(at * years.length, (at + 1) * years.length);
    const gaps = years.filter((_, step) => !Number.isFinite(outcome[step]));
    const start = panel.first[at];
    const reason = isAlwaysTreated(panel, start) ? alwaysTreated : gaps.length === 0 ? undefined : noValueIn(gaps);
    if (reason !== undefined) {
      dropped.push({ input: "data", row: place, reason });
      return [];
    }
    return [{ outcome, start: Number.isFinite(start) ? years.findIndex((year) => year >= start) : years.length }];
  });
  rows.sort((a, b) => {
    const at = a.outcome.findIndex((each, step) => each !== b.outcome[step]);
    return at < 0 ? a.start - b.start : a.outcome[at] - b.outcome[at];
  });
  const starts = rows.map(({ start }) => start);
  const lacking = dropped.slice(panel.dropped.length).filter(({ reason }) => reason !== alwaysTreated).length;
  if (rows.length < 3 || starts.every((start) => start === starts[0]))
    throw nothingToDeal(method, starts, years.length, lacking);
  return { outcome: Float64Array.from(rows.flatMap(({ outcome }) => [...outcome])), starts, years, dropped };
}

function nothingToDeal(method: string, starts: readonly number[], steps: number, lacking: number): InputError {
  const places = starts.length;
  const treated = starts.filter((start) => start < steps).length;
  return new InputError({
    code: "nothing-to-permute",
    text: {
      en: `${method}: ${counted(places, "place has", "places have")} every year and ${treated} of them ${treated === 1 ? "is" : "are"} treated, expected at least 3 and different years of adoption, never counted as one`,
      zh: `${method}：各年均有数据的地区 ${places} 个，其中 ${treated} 个受处理；至少应有 3 个，且处理年份（含从未处理）不全相同`,
    },
    hint:
      lacking > 0
        ? lackingYears(lacking)
        : {
            en: "bring places that are never treated or treated at another time, and years before treatment: places treated from the first year on do not count",
            zh: "请补充从未受处理或在其他时间受处理的地区，以及处理前的年份：自首年起即受处理者不计入",
          },
  });
}

const lackingYears = (places: number): Text => ({
  en: `bring the years that are missing: ${counted(places, "place is", "places are")} left out for want of some; causal/imputation takes places with gaps`,
  zh: `请补充缺失的年份：${places} 个地区因缺年份而未计入；causal/imputation 可用于有缺失年份的地区`,
});

/** Years of adoption dealt out among the places: every way, or drawn. */
export interface Deals {
  readonly kind: "every" | "drawn";
  readonly deals: readonly (readonly number[])[];
}

/** Every way to deal these years out where there are no more of them than `most`, else as many draws. */
export function dealsOf(starts: readonly number[], most: number, draw: Random): Deals {
  if (waysOf(starts) <= most) return { kind: "every", deals: everyWay(starts) };
  return { kind: "drawn", deals: Array.from({ length: most }, () => shuffled(starts, draw)) };
}

/** In how many ways these years can be dealt out among the places: places! / (adopters of each year)!, multiplied up. */
export function waysOf(starts: readonly number[]): number {
  const seen = new Map<number, number>();
  let ways = 1;
  for (const [at, start] of starts.entries()) {
    const count = (seen.get(start) ?? 0) + 1;
    seen.set(start, count);
    ways = (ways * (at + 1)) / count;
  }
  return Math.round(ways);
}

export function everyWay(starts: readonly number[]): number[][] {
  if (starts.length === 0) return [[]];
  return [...new Set(starts)].flatMap((start) =>
    everyWay(starts.toSpliced(starts.indexOf(start), 1)).map((others) => [start, ...others]),
  );
}

export function shuffled(starts: readonly number[], draw: Random): number[] {
  const order = Uint32Array.from(starts, (_, at) => at);
  draw.shuffle(order);
  return Array.from(order, (at) => starts[at]);
}
