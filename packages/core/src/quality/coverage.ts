import { same, type Text } from "../language/text.ts";
import type { QualityContext } from "./context.ts";
import type { Panel } from "./panel.ts";

/** Which figures are there, by place and year. */
export interface Coverage {
  /** What stands in `places`: places, pairs of them, or nothing where a table has neither. */
  readonly of: "places" | "pairs" | "nothing";
  readonly places: readonly { readonly code: string; readonly name: Text }[];
  /** Empty in a table without years. */
  readonly years: readonly number[];
  readonly measures: readonly { readonly name: string; readonly title: Text; readonly unit: string }[];
  readonly filled: number;
  readonly cells: number;
  /** By measure and place: one character a year, 1 where there is a figure and 0 where not. */
  readonly present: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function coverageOf(panel: Panel, { nameOf }: QualityContext): Coverage {
  const { places, years, measures, key } = panel;
  const span = years.length;
  let filled = 0;
  const named = measures.map(({ column, category, title, unit }) => ({
    name: category === undefined ? column.name : key.values.length > 1 ? `${column.name}: ${category}` : category,
    title,
    unit,
  }));
  const present = measures.map(({ values }, at) => {
    const ofPlaces = places.map((code, place) => {
      let marks = "";
      for (let year = 0; year < span; year += 1) {
        const is = Number.isFinite(values[place * span + year]);
        marks += is ? "1" : "0";
        if (is) filled += 1;
      }
      return [code, marks] as const;
    });
    return [named[at]?.name as string, Object.fromEntries(ofPlaces)] as const;
  });
  return {
    of: key.ends.length > 0 ? "pairs" : key.place === undefined ? "nothing" : "places",
    places: places.map((code) => ({ code, name: nameOf?.(code) ?? same(code) })),
    years: key.year === undefined ? [] : years,
    measures: named,
    filled,
    cells: places.length * span * measures.length,
    present: Object.fromEntries(present),
  };
}
