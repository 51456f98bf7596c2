import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { CompositionSlice } from "../src/contract/readings.ts";

/** Rows of a CSV of the shipped figures, every cell as text. */
export function atlasCsv(path: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../atlas/${path}`, import.meta.url), "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** Output of `oracles/NAME.R`. */
export function oracleJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../oracles/${name}.json`, import.meta.url), "utf8")) as T;
}

const number = (text: string | undefined): number => (text === undefined || text === "" ? Number.NaN : Number(text));

function slice(
  path: string,
  place: string,
  value: string,
  without: readonly string[] = [],
  year = 2019,
): CompositionSlice {
  const rows = atlasCsv(path).filter((row) => row.year === String(year) && !without.includes(row[place] as string));
  const places = [...new Set(rows.map((row) => row[place] as string))].sort();
  const industries = [...new Set(rows.map((row) => row.industry as string))].sort();
  const values = new Float64Array(places.length * industries.length).fill(Number.NaN);
  for (const row of rows) {
    const at = places.indexOf(row[place] as string) * industries.length + industries.indexOf(row.industry as string);
    values[at] = number(row[value]);
  }
  return { year, places, industries, values };
}

/** Employees of 62 Chinese cities by 19 sections, 2019. Lu'an (341500) is flagged total-mismatch: not to be used. */
export const chinaEmployment = (): CompositionSlice =>
  slice("china-clusters/employment.csv", "code", "employees_10k", ["341500"]);

/** Full-time jobs of 40 British regions by 19 sections. */
export const britishJobs = (year = 2019): CompositionSlice => slice("britain/jobs.csv", "itl2", "jobs", [], year);

/** Gross value added of 41 British regions by 18 groups of sections, 2019. */
export const britishOutput = (): CompositionSlice => slice("britain/gva.csv", "itl2", "gva_million_gbp");

/** The same sections added over 300 Chinese cities, 2019. */
export function chinaNation(): { industry: string[]; value: number[]; year: number[] } {
  const rows = atlasCsv("china-clusters/national_employment.csv");
  return {
    industry: rows.map(({ industry }) => industry as string),
    value: rows.map(({ employees_10k }) => number(employees_10k)),
    year: rows.map(({ year }) => number(year)),
  };
}

export const clusterOf = (): Record<string, string> =>
  Object.fromEntries(
    atlasCsv("china-clusters/clusters.csv").map(({ code, cluster_id }) => [code, cluster_id as string]),
  );
