import { median } from "../numeric/median.ts";
import { type Check, cellOf, rowAt, shownRatio, whereIs } from "./context.ts";
import type { Cell, Faults } from "./fault.ts";
import type { Measure, Panel } from "./panel.ts";
import { slippedUnit } from "./slipped-unit.ts";
import type { Step, Steps } from "./steps.ts";

/** How near to a power of ten a jump comes, in powers of ten: small powers are also reached by growth. */
const nearness: Readonly<Record<number, number>> = { 1: 0.08, 2: 0.15, 3: 0.25, 4: 0.3, 6: 0.3, 8: 0.3 };

/** A jump is told only where usual departures from the common growth are this much smaller, and the series' own others. */
const aboveNoise = 6;
const aboveOwn = 3;

/** Of the places with figures, how many jump together when the year has another unit. */
const together = 0.8;
const fewestTogether = 3;

/** Figures of a few steps of their last digit make jumps by rounding. */
const coarse = 10;

/** The power of ten that a change of natural logarithms comes near to; 0 for none. */
export function powerOf(growth: number): number {
  const tens = growth / Math.LN10;
  const power = Math.round(tens);
  const near = nearness[Math.abs(power)];
  return near !== undefined && Math.abs(tens - power) <= near ? power : 0;
}

/** Figures that are about 10, 100, 1,000 or 10,000 times their own neighbours, for a year or from a year on. */
export const unitSlips: Check = (panel, context, faults) => {
  if (panel.years.length < 2) return;
  for (const [index, measure] of panel.measures.entries()) {
    const steps = panel.steps[index] as Steps;
    const finest = measure.step * coarse;
    ofAllPlaces(panel, measure, steps, faults);
    steps.series.forEach((series, place) => {
      for (let at = 0; at < series.length; at += 1) {
        const { own, from, to } = series[at] as Step;
        const power = powerOf(own);
        if (power === 0) continue;
        const size = Math.abs(own);
        const others = series.filter((_, other) => other !== at && other !== at + 1);
        const isSpike = powerOf(series[at + 1]?.own ?? 0) === -power;
        const value = (year: number) => measure.values[cellOf(panel, place, year)] as number;
        if (steps.noise > size / aboveNoise || others.some((step) => Math.abs(step.own) > size / aboveOwn)) continue;
        if (Math.min(value(from), value(to)) < finest) continue;
        const next = isSpike ? (series[at + 1] as Step).to : undefined;
        // a step: the years that differ are those on its shorter side
        const isEarly = !isSpike && at + 1 < series.length - at;
        const odd = isSpike
          ? [to]
          : isEarly
            ? series.slice(0, at + 1).map((step) => step.from)
            : series.slice(at).map((step) => step.to);
        const year = isEarly ? from : to;
        const beside = isEarly ? [to] : next === undefined ? [from] : [from, next];
        const cells = odd.map((each) => ({ row: rowAt(panel, measure, place, each), column: measure.column.name }));
        if (isSpike) at += 1;
        if (cells.some(({ row, column }) => faults.told(row, column))) continue;
        const base = Math.exp(beside.reduce((sum, each) => sum + Math.log(value(each)), 0) / beside.length);
        const years = beside.map((each) => String(panel.years[each]));
        faults.raise(
          "unit-slip",
          {
            what: whereIs(panel, context, place, year),
            measure: measure.title,
            ratio: shownRatio(value(year) / base),
            beside: { en: years.join(" and "), zh: ` ${years.join("、")} 年` },
            usual: shownRatio(Math.exp(usualOf(others, steps, isEarly))),
            ...slippedUnit(measure.unit, isEarly ? -power : power),
          },
          cells,
        );
      }
    });
  }
};

const usualOf = (others: readonly Step[], { common }: Steps, isBackwards: boolean): number => {
  const usual = median(
    others.length > 0 ? others.map(({ growth }) => growth) : [...common.values()].map(({ growth }) => growth),
  );
  return isBackwards ? -usual : usual;
};

/** A year in which most places jump together. */
function ofAllPlaces(panel: Panel, measure: Measure, { common }: Steps, faults: Faults): void {
  const span = panel.years.length;
  const changes = [...common]
    .map(([at, each]) => ({ from: Math.floor(at / span), to: at % span, ...each }))
    .sort((a, b) => a.to - b.to);
  const done = new Set<number>();
  for (const { from, to, growth, places, all } of changes) {
    const power = powerOf(growth);
    if (power === 0 || places < fewestTogether || done.has(to)) continue;
    const count = all.filter((each) => powerOf(each) === power).length;
    if (count < together * places) continue;
    const back = changes.find((each) => each.from === to && powerOf(each.growth) === -power);
    const others = changes.filter((each) => each !== back && each.from !== from);
    if (others.some((each) => Math.abs(each.growth) > Math.abs(growth) / aboveOwn)) continue;
    if (back !== undefined) done.add(back.to);
    const isEarly = back === undefined && to <= span - to;
    const [year, beside] = isEarly ? [from, to] : [to, from];
    const odd =
      back !== undefined ? [to] : panel.years.flatMap((_, at) => ((isEarly ? at <= from : at >= to) ? [at] : []));
    const cells: Cell[] = odd.flatMap((each) =>
      panel.places.flatMap((_, place) => {
        const row = rowAt(panel, measure, place, each);
        const isFigure = (measure.values[cellOf(panel, place, each)] as number) > 0;
        return row < 0 || !isFigure ? [] : [{ row, column: measure.column.name }];
      }),
    );
    faults.raise(
      "unit-slip",
      {
        measure: measure.title,
        year: String(panel.years[year]),
        count: String(count),
        all: String(places),
        ratio: shownRatio(Math.exp(isEarly ? -growth : growth)),
        beside: { en: String(panel.years[beside]), zh: ` ${panel.years[beside]} 年` },
        ...slippedUnit(measure.unit, isEarly ? -power : power),
      },
      cells,
      "unit-slip-all",
    );
  }
}
