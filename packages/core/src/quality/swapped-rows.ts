import { same } from "../language/text.ts";
import { median } from "../numeric/median.ts";
import { type Check, cellOf, type QualityContext } from "./context.ts";
import type { Cell } from "./fault.ts";
import type { Panel } from "./panel.ts";
import { fewestPeers, type Steps } from "./steps.ts";

/** Natural logarithms: how far off its own neighbouring years a row is at least, and how near to the other's it comes. */
const farOff = 0.25;
const nearTo = 0.2; // of that distance
/** Of the measures, how many fit the other's neighbours better. */
const mostMeasures = 0.8;

interface Off {
  readonly place: number;
  readonly distance: number;
}

/** Two places whose figures of one year fit each other's neighbouring years, and not their own. */
export const swappedRows: Check = (panel, context, faults) => {
  if (panel.years.length < 3 || panel.key.place === undefined) return;
  const levels = levelsOf(panel);
  for (let year = 0; year < panel.years.length; year += 1) {
    const far = panel.places
      .map((_, place): Off => ({ place, distance: median(distances(levels, panel, place, place, year)) }))
      .filter(({ distance }) => distance > farOff);
    far.forEach((one, at) => {
      for (const other of far.slice(at + 1)) {
        const crossed = [
          distances(levels, panel, one.place, other.place, year),
          distances(levels, panel, other.place, one.place, year),
        ] as const;
        const least = Math.min(one.distance, other.distance);
        if (crossed.some((each) => each.length === 0 || median(each) > nearTo * least)) continue;
        const [mine, others] = [one, other].map(({ place }) => distances(levels, panel, place, place, year)) as [
          number[],
          number[],
        ];
        const count = mine.filter(
          (own, measure) =>
            (crossed[0][measure] as number) + (crossed[1][measure] as number) < own + (others[measure] as number),
        ).length;
        if (count < mostMeasures * mine.length) continue;
        const rows = [one, other].flatMap(({ place }) => rowsOf(panel, place, year));
        const name = ({ place }: Off) => nameOf(panel, context, place);
        faults.raise(
          "swapped-rows",
          {
            year: String(panel.years[year]),
            one: name(one),
            other: name(other),
            count: String(count),
            all: String(mine.length),
          },
          rows,
        );
      }
    });
  }
};

/** Logarithms with what all places did from year to year taken off. */
function levelsOf(panel: Panel): Float64Array[] {
  const span = panel.years.length;
  return panel.measures.map((measure, at) => {
    const { common } = panel.steps[at] as Steps;
    const drift = new Float64Array(span);
    for (let year = 1; year < span; year += 1) {
      const step = common.get((year - 1) * span + year);
      drift[year] = (drift[year - 1] as number) + (step !== undefined && step.places >= fewestPeers ? step.growth : 0);
    }
    return measure.values.map((value, cell) =>
      value > 0 ? Math.log(value) - (drift[cell % span] as number) : Number.NaN,
    );
  });
}

/** By measure: how far the figures of `of` in `year` are from the neighbouring years of `from`. */
function distances(
  levels: readonly Float64Array[],
  { years }: Panel,
  of: number,
  from: number,
  year: number,
): number[] {
  const span = years.length;
  const beside = (level: Float64Array, place: number): number => {
    const before = year === 0 ? Number.NaN : (level[place * span + year - 1] as number);
    const after = year === span - 1 ? Number.NaN : (level[place * span + year + 1] as number);
    return Number.isNaN(before) ? after : Number.isNaN(after) ? before : (before + after) / 2;
  };
  return levels.map((level) => {
    // compared are measures that both places have, in this year and beside it
    const isKnown = Number.isFinite(level[from * span + year]) && Number.isFinite(beside(level, of));
    return isKnown ? Math.abs((level[of * span + year] as number) - beside(level, from)) : Number.NaN;
  });
}

const rowsOf = (panel: Panel, place: number, year: number): Cell[] => {
  const rows = new Set(panel.measures.map((measure) => measure.rows[cellOf(panel, place, year)] as number));
  return [...rows].filter((row) => row >= 0).map((row) => ({ row }));
};

const nameOf = (panel: Panel, { nameOf: named }: QualityContext, place: number) => {
  const code = panel.places[place] as string;
  return named?.(code) ?? same(code);
};
