import { same } from "../language/text.ts";
import { type Additive, distance, nameOf, slack } from "./additive.ts";
import { type Check, cellOf, listed, type QualityContext, shown, whereIs } from "./context.ts";
import type { Cell, Faults } from "./fault.ts";
import type { Measure, Panel } from "./panel.ts";
import { isTotal } from "./totals.ts";

/** Rounding twice what was reckoned with is still rounding. */
const doubtful = 2;
/** More cells than these are told in one. */
const told = 3;

/** Totals that are not the sum of their parts, shares that do not add up, parts larger than the whole. */
export const sums: Check = (panel, context, faults) => {
  for (const relation of panel.additive) {
    const off = relation.cells.filter(
      (cell) => Math.abs(distance(relation, cell)) > doubtful * slack(relation.rounding, wholeAt(relation, cell)),
    );
    const fresh = off.filter(
      (cell) => !cellsOf(relation, cell).some(({ row, column }) => faults.told(row, column as string)),
    );
    const worst = [...fresh].sort((a, b) => Math.abs(distance(relation, b)) - Math.abs(distance(relation, a)));
    if (fresh.length > told) raise(panel, context, relation, worst, faults);
    else for (const cell of fresh) raise(panel, context, relation, [cell], faults);
  }
  totalRows(panel, context, faults);
  partsOverWholes(panel, context, faults);
};

const wholeAt = ({ whole }: Pick<Additive, "whole">, cell: number): number =>
  typeof whole === "number" ? whole : (whole.values[cell] as number);

/** The whole first, or the shares. */
const cellsOf = ({ whole, parts }: Additive, cell: number): Cell[] =>
  [...(typeof whole === "object" ? [whole] : []), ...parts].map(({ rows, column }) => ({
    row: rows[cell] as number,
    column: column.name,
  }));

function raise(
  panel: Panel,
  context: QualityContext,
  relation: Additive,
  cells: readonly number[],
  faults: Faults,
): void {
  const { whole, parts, held, cells: all } = relation;
  const [first] = cells as [number];
  const at = whereIs(panel, context, Math.floor(first / panel.years.length), first % panel.years.length);
  const more = cells.length - 1;
  const what = more === 0 ? at : { en: `${at.en} and ${more} more`, zh: `${at.zh}等 ${cells.length} 处` };
  const values = {
    what,
    parts: listed(parts.map(({ title }) => title)),
    sum: shown(distance(relation, first) + wholeAt(relation, first)),
    held: String(held),
    of: String(all.length),
  };
  const found = cells.flatMap((cell) => (more === 0 ? cellsOf(relation, cell) : cellsOf(relation, cell).slice(0, 1)));
  if (typeof whole === "number") {
    faults.raise("share-off", { ...values, whole: String(whole) }, found);
    return;
  }
  const off = shown(Math.abs(distance(relation, first)));
  faults.raise("sum-off", { ...values, whole: whole.title, value: shown(wholeAt(relation, first)), off }, found);
}

/** Of the totals of a row, how many must hold before the others are odd; a total twice its parts is of something else. */
const mostTotals = 0.5;
const another = 0.5;

/** A row that is called a total against the sum of the others, for figures that can be added. */
function totalRows(panel: Panel, context: QualityContext, faults: Faults): void {
  const isTotalPlace = (place: number) =>
    isTotal(panel.places[place] as string) || isTotal(context.nameOf?.(panel.places[place] as string)?.zh ?? "");
  const total = panel.places.findIndex((_, place) => isTotalPlace(place));
  const places = [...panel.places.keys()].filter((place) => !isTotalPlace(place));
  if (total < 0 || places.length < 2) return;
  const compared = panel.measures.filter(isAdded).flatMap((measure) =>
    panel.years.flatMap((_, year) => {
      const whole = measure.values[cellOf(panel, total, year)] as number;
      const sum = places.reduce((all, place) => all + (measure.values[cellOf(panel, place, year)] as number), 0);
      if (!Number.isFinite(whole - sum)) return [];
      const off = Math.abs(sum - whole);
      return [
        {
          measure,
          year,
          whole,
          sum,
          off,
          holds: off <= doubtful * slack((measure.step * (places.length + 1)) / 2, whole),
        },
      ];
    }),
  );
  const held = compared.filter(({ holds }) => holds).length;
  const isJudged =
    compared.length < 4
      ? compared.every(({ off, whole }) => off < another * Math.abs(whole))
      : held >= mostTotals * compared.length;
  if (!isJudged) return;
  for (const { measure, year, whole, sum, off, holds } of compared) {
    const row = measure.rows[cellOf(panel, total, year)] as number;
    if (
      holds ||
      [total, ...places].some((place) =>
        faults.told(measure.rows[cellOf(panel, place, year)] as number, measure.column.name),
      )
    )
      continue;
    faults.raise(
      "sum-off",
      {
        what: whereIs(panel, context, total, year),
        whole: measure.title,
        value: shown(whole),
        parts: listed(
          places.map((place) => context.nameOf?.(panel.places[place] as string) ?? same(panel.places[place] as string)),
          3,
        ),
        sum: shown(sum),
        off: shown(off),
        held: String(held),
        of: String(compared.length),
      },
      [{ row, column: measure.column.name }],
    );
  }
}

const isAdded = ({ unit }: Measure): boolean =>
  unit !== "percent" && unit !== "per mille" && unit !== "1" && !/ per |\//.test(unit);

/** A part by its name is at most the whole in nearly all rows: `urban_population` and `population`, 城镇人口 and 人口. */
const mostBelow = 0.95;
const fewestCells = 8;

function partsOverWholes(panel: Panel, context: QualityContext, faults: Faults): void {
  for (const whole of panel.measures) {
    for (const part of panel.measures) {
      if (!isPartOf(part, whole)) continue;
      const cells = [...whole.values.keys()].filter((cell) =>
        Number.isFinite((whole.values[cell] as number) - (part.values[cell] as number)),
      );
      const over = cells.filter((cell) => (part.values[cell] as number) > (whole.values[cell] as number) * (1 + 1e-9));
      if (cells.length < fewestCells || cells.length - over.length < mostBelow * cells.length) continue;
      for (const cell of over) {
        const found = [part, whole].map(({ rows, column }) => ({ row: rows[cell] as number, column: column.name }));
        if (found.some(({ row, column }) => faults.told(row, column))) continue;
        const what = whereIs(panel, context, Math.floor(cell / panel.years.length), cell % panel.years.length);
        const [value, total] = [part, whole].map(({ values }) => shown(values[cell] as number)) as [string, string];
        faults.raise("part-over-whole", { what, part: part.title, value, whole: whole.title, total }, found);
      }
    }
  }
}

function isPartOf(part: Measure, whole: Measure): boolean {
  if (part === whole || part.unit !== whole.unit || (part.category !== undefined && part.column !== whole.column))
    return false;
  const [mine, its] = [nameOf(part), nameOf(whole)];
  return mine.endsWith(`_${its}`) || (/\p{Script=Han}/u.test(its) && mine.length > its.length && mine.endsWith(its));
}
