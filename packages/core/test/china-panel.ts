import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { NamedNumbers } from "../src/contract/readings.ts";

const root = new URL("../../../", import.meta.url);

function csv(path: string): Record<string, string>[] {
  const text = readFileSync(new URL(`packages/atlas/china-clusters/${path}`, root), "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** What a script in `oracles/` wrote. */
export function oracle<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`oracles/${name}.json`, root), "utf8")) as T;
}

/** The figures of `oracles/composite-china-panel.R`: four indicators of the cities of China's clusters, 2010 and 2020. */
export function chinaPanel(): { place: string[]; year: number[]; indicators: NamedNumbers[] } {
  const census = new Map(csv("census.csv").map((row) => [`${row.code} ${row.year}`, row]));
  const rows = csv("gdp.csv").flatMap((gdp) => {
    const people = census.get(`${gdp.code} ${gdp.year}`);
    if (people === undefined) return [];
    const figure = (text: string) => (text === "" ? Number.NaN : Number(text));
    return {
      place: gdp.code,
      year: Number(gdp.year),
      values: [
        figure(gdp.gdp) / figure(people.population),
        figure(people.urban_population) / figure(people.population),
        figure(gdp.va_tertiary) / figure(gdp.gdp),
        figure(people.share_65_plus),
      ],
    };
  });
  const complete = rows
    .filter(({ values }) => !values.some(Number.isNaN))
    .sort((a, b) => (a.place === b.place ? a.year - b.year : a.place < b.place ? -1 : 1));
  return {
    place: complete.map(({ place }) => place),
    year: complete.map(({ year }) => year),
    indicators: ["gdp_per_head", "urban_share", "tertiary_share", "elderly_share"].map((name, at) => ({
      name,
      unit: "1",
      values: Float64Array.from(complete, ({ values }) => values[at]),
    })),
  };
}

/** Min-max over all rows, onto `low` to 1. */
export function minMax({ values, ...rest }: NamedNumbers, low = 0): NamedNumbers {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { ...rest, values: values.map((value) => low + (1 - low) * ((value - least) / (most - least))) };
}
