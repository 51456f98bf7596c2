import type { Text } from "../language/text.ts";
import { same } from "../language/text.ts";
import { median } from "../numeric/median.ts";
import { type Check, cellOf, listed, type QualityContext, rowAt, shownChange, whereIs } from "./context.ts";
import type { Faults } from "./fault.ts";
import { groupedBy } from "./grouped.ts";
import type { Measure, Panel } from "./panel.ts";
import { spread } from "./robust.ts";
import { fewestPeers, type Step, type Steps } from "./steps.ts";

/** A break is a change this many robust standard deviations from the usual one, and at least this large. */
const manySpreads = 9;
const smallest = Math.log(1.5);
/** The same for the middle change of all places, which is far steadier. */
const manyCommonSpreads = 8;
const smallestCommon = Math.log(1.25);
/** Of the places, how many must move the same way for a year to be told as theirs together. */
const together = 0.9;
/** Series with fewer changes have nothing usual. */
const fewestSteps = 5;
/** No series is steadier than this: the floor of what counts as a spread. */
const leastSpread = 0.02;
/** Figures of a few steps of their last digit make jumps by rounding. */
const coarse = 20;
/** So many breaks of one place and year, or of one measure and year, are one. */
const several = 3;

interface Break {
  readonly measure: Measure;
  readonly place: number;
  readonly step: Step;
  readonly usual: number;
}

/** Series whose growth departs from their own usual growth and from what all places did in the same year. */
export const levelBreaks: Check = (panel, context, faults) => {
  const fresh: Break[] = [];
  const cell = ({ measure, place, step }: Break, year = step.to) => ({
    row: rowAt(panel, measure, place, year),
    column: measure.column.name,
  });
  const isTold = ({ row, column }: ReturnType<typeof cell>) => faults.told(row, column);
  for (const [index, measure] of panel.measures.entries()) {
    const steps = panel.steps[index] as Steps;
    const own = ownBreaks(panel, measure, steps).filter(
      (each) => !isTold(cell(each)) && !isTold(cell(each, each.step.from)),
    );
    const common = new Set(commonBreaks(panel, measure, steps, faults));
    fresh.push(...own.filter(({ step }) => !common.has(step.to)));
  }
  const ofPlace = groupedBy(fresh, ({ place, step }) => `${place} ${step.to}`);
  const left = [...ofPlace.values()].flatMap((breaks) => {
    if (breaks.length < several) return breaks;
    const [first] = breaks as [Break];
    const measures = listed(breaks.map(({ measure }) => measure.title));
    faults.raise(
      "level-break",
      valuesOf(panel, context, breaks, {
        what: whereIs(panel, context, first.place, first.step.to),
        measure: measures,
      }),
      breaks.map((each) => cell(each)),
    );
    return [];
  });
  for (const breaks of groupedBy(
    left,
    ({ measure, step }) => `${panel.measures.indexOf(measure)} ${step.to}`,
  ).values()) {
    const [{ measure, step }] = breaks as [Break];
    if (breaks.length >= several) {
      const places = listed(breaks.map(({ place }) => whereIs(panel, context, place)));
      const year = String(panel.years[step.to]);
      const what = { en: `${places.en} ${year}`, zh: `${places.zh} ${year} 年` };
      faults.raise(
        "level-break",
        valuesOf(panel, context, breaks, { what, measure: measure.title }),
        breaks.map((each) => cell(each)),
      );
      continue;
    }
    for (const each of breaks) {
      const what = whereIs(panel, context, each.place, step.to);
      faults.raise("level-break", valuesOf(panel, context, [each], { what, measure: measure.title }), [cell(each)]);
    }
  }
};

function valuesOf(
  panel: Panel,
  context: QualityContext,
  breaks: readonly Break[],
  told: { what: Text; measure: Text },
) {
  const changes = breaks.map(({ step }) => step.growth).sort((a, b) => a - b);
  const [low, high] = [changes[0] as number, changes.at(-1) as number];
  const change =
    breaks.length === 1
      ? same(shownChange(low))
      : { en: `${shownChange(low)} to ${shownChange(high)}`, zh: `${shownChange(low)} 至 ${shownChange(high)}` };
  const usual = shownChange(median(breaks.map((each) => each.usual)));
  return { ...told, change, usual, why: reasonOf(panel, context, breaks) };
}

/** What a flag or the dated table of codes says of the first of these cells that either says something of. */
function reasonOf(panel: Panel, { eventOf }: QualityContext, breaks: readonly Break[]): Text {
  for (const { measure, place, step } of breaks) {
    const flag = flagOf(panel, measure, place, step.to) ?? flagOf(panel, measure, place, step.from);
    if (flag !== undefined) return { en: `; flagged ${flag}`, zh: `；标记为 ${flag}` };
    const event = eventOf?.(
      panel.places[place] as string,
      panel.years[step.from] as number,
      panel.years[step.to] as number,
    );
    if (event !== undefined) return { en: `; ${event.en}`, zh: `；${event.zh}` };
  }
  return same("");
}

function flagOf(panel: Panel, measure: Measure, place: number, year: number): string | undefined {
  const row = rowAt(panel, measure, place, year);
  return (measure.column.flags?.[row] ?? panel.key.flag?.values[row]) || undefined;
}

function ownBreaks(panel: Panel, measure: Measure, { series, noise }: Steps): Break[] {
  const finest = measure.step * coarse;
  return series.flatMap((steps, place) => {
    if (steps.length < fewestSteps) return [];
    const own = steps.map((step) => step.own);
    const usual = median(own);
    const scale = Math.max(spread(own), noise, leastSpread);
    const out = (step: Step | undefined): boolean =>
      step !== undefined &&
      Math.abs(step.own - usual) > manySpreads * scale &&
      Math.abs(step.own) > smallest &&
      Math.abs(step.growth) > smallest;
    return steps.flatMap((step, at): Break[] => {
      const before = steps[at - 1];
      // the way back from one odd year is no second break
      const isWayBack = out(before) && Math.sign((before as Step).own) === -Math.sign(step.own);
      const value = (year: number) => measure.values[cellOf(panel, place, year)] as number;
      if (!out(step) || isWayBack || Math.min(value(step.from), value(step.to)) < finest) return [];
      return [{ measure, place, step, usual: median(steps.map(({ growth }) => growth)) }];
    });
  });
}

/** The years in which nearly all places moved together, out of the usual: each is told once. */
function commonBreaks(panel: Panel, measure: Measure, { common }: Steps, faults: Faults): number[] {
  const span = panel.years.length;
  const changes = [...common]
    .map(([at, each]) => ({ from: Math.floor(at / span), to: at % span, ...each }))
    .filter(({ places }) => places >= fewestPeers && places >= panel.places.length / 2);
  if (changes.length < fewestSteps) return [];
  const growth = changes.map((each) => each.growth);
  const usual = median(growth);
  const scale = Math.max(spread(growth), leastSpread);
  const isTold = (year: number) => {
    const rows = panel.places.map((_, place) => rowAt(panel, measure, place, year)).filter((row) => row >= 0);
    return rows.filter((row) => faults.told(row, measure.column.name)).length > rows.length / 2;
  };
  const told = new Set([...panel.years.keys()].filter(isTold));
  return changes.flatMap((each) => {
    const away = each.growth - usual;
    if (Math.abs(away) <= manyCommonSpreads * scale || Math.abs(away) <= smallestCommon) return [];
    if (told.has(each.from) || told.has(each.to)) return [each.to];
    const count = each.all.filter((one) => Math.sign(one - usual) === Math.sign(away)).length;
    if (count < together * each.places) return [];
    const cells = panel.places.flatMap((_, place) => {
      const row = rowAt(panel, measure, place, each.to);
      return row < 0 || !((measure.values[cellOf(panel, place, each.to)] as number) > 0)
        ? []
        : [{ row, column: measure.column.name }];
    });
    const year = String(panel.years[each.to]);
    const words = {
      measure: measure.title,
      year,
      count: String(count),
      all: String(each.places),
      change: shownChange(each.growth),
      usual: shownChange(usual),
    };
    faults.raise("level-break", { ...words, why: commonFlag(panel, measure, each.to) }, cells, "level-break-all");
    return [each.to];
  });
}

/** The flag that half of the places or more carry in a year. */
function commonFlag(panel: Panel, measure: Measure, year: number): Text {
  const flags = panel.places.map((_, place) => flagOf(panel, measure, place, year) ?? "");
  const [most] = [...groupedBy(flags, (flag) => flag)].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined || most[0] === "" || most[1].length < flags.length / 2) return same("");
  return { en: `; flagged ${most[0]}`, zh: `；标记为 ${most[0]}` };
}
