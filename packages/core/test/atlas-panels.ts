import { readFileSync } from "node:fs";
import Papa from "papaparse";

const root = new URL("../../../", import.meta.url);

type Row = Record<string, string>;

export function atlasRows(path: string): Row[] {
  const text = readFileSync(new URL(`packages/atlas/${path}`, root), "utf8");
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** What a script in `oracles/` wrote. */
export function oracle<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`oracles/${name}.json`, root), "utf8")) as T;
}

/** Columns as `oracles/inequality-figures.R` makes them. */
export interface Figures {
  readonly place: string[];
  readonly year: number[];
  readonly group: string[];
  readonly value: number[];
  readonly weight: number[];
}

interface Figure {
  readonly place: string;
  readonly year: number;
  readonly group: string;
  readonly value: number;
  readonly weight: number;
}

function columns(rows: readonly Figure[]): Figures {
  const sorted = [...rows].sort((a, b) => (a.place === b.place ? a.year - b.year : a.place < b.place ? -1 : 1));
  return {
    place: sorted.map(({ place }) => place),
    year: sorted.map(({ year }) => year),
    group: sorted.map(({ group }) => group),
    value: sorted.map(({ value }) => value),
    weight: sorted.map(({ weight }) => weight),
  };
}

/** Totals over industries by place and year; a place that lacks a figure for one of them has none. */
function totals(rows: readonly Row[], place: string, value: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const key = `${row[place]} ${row.year}`;
    found.set(key, (found.get(key) ?? 0) + (row[value] === "" ? Number.NaN : Number(row[value])));
  }
  return new Map([...found].filter(([, total]) => !Number.isNaN(total)));
}

/** GDP and people of three clusters, 2010 and 2020. */
export function chinaFigures(): Figures {
  const clusters = new Set(["jing-jin-ji", "yangtze-river-delta", "greater-bay-area"]);
  const groupOf = new Map(atlasRows("china-clusters/clusters.csv").map((row) => [row.code, row.cluster_id as string]));
  const people = new Map(
    atlasRows("china-clusters/census.csv").map((row) => [`${row.code} ${row.year}`, Number(row.population)]),
  );
  return columns(
    atlasRows("china-clusters/gdp.csv").flatMap(({ code, year, gdp }) => {
      const [group, weight] = [groupOf.get(code as string) ?? "", people.get(`${code} ${year}`)];
      if (gdp === "" || weight === undefined || !clusters.has(group)) return [];
      return [{ place: code as string, year: Number(year), group, value: Number(gdp), weight }];
    }),
  );
}

/** Output and jobs of British regions, 2015 to 2021. */
export function britishFigures(): Figures {
  const groupOf = new Map(atlasRows("britain/areas.csv").map((row) => [row.itl2, row.itl1 as string]));
  const jobs = totals(atlasRows("britain/jobs.csv"), "itl2", "jobs");
  const output = totals(atlasRows("britain/gva.csv"), "itl2", "gva_million_gbp");
  return columns(
    [...output].flatMap(([key, value]) => {
      const [place, year] = key.split(" ") as [string, string];
      const weight = jobs.get(key);
      return weight === undefined
        ? []
        : [{ place, year: Number(year), group: groupOf.get(place) as string, value, weight }];
    }),
  );
}

/** Persons in manufacturing of all persons engaged, Japanese prefectures in and outside the Pacific belt, 2014. */
export function japaneseFigures(): Figures {
  const rows = atlasRows("japan/employment.csv").filter(({ code }) => code !== "00");
  const groupOf = new Map(atlasRows("japan/prefectures.csv").map((row) => [row.code, row.in_pacific_belt as string]));
  const making = totals(
    rows.filter(({ industry }) => industry === "E"),
    "code",
    "employees",
  );
  return columns(
    [...totals(rows, "code", "employees")].map(([key, weight]) => {
      const place = key.slice(0, 2);
      return { place, year: 2014, group: groupOf.get(place) as string, value: making.get(key) as number, weight };
    }),
  );
}

export const allFigures = { china: chinaFigures, britain: britishFigures, japan: japaneseFigures } as const;

/** One sample of an oracle made by `each_sample`. */
export interface OracleSample<T> {
  readonly group: string;
  readonly year: number;
  readonly weighted: T;
  readonly plain: T;
}

/** Holds every sample of an oracle, weighted and plain, against the row of the same group and year. */
export function eachSample<T, Row extends { readonly group: string; readonly year: number | undefined }>(
  name: string,
  rowsOf: (figures: Omit<Figures, "weight"> & { readonly weight?: number[] }) => readonly Row[],
  hold: (row: Row, expected: T, where: string, isWeighted: boolean) => void,
): void {
  const expected = oracle<Record<keyof typeof allFigures, OracleSample<T>[]>>(name);
  for (const [country, figures] of Object.entries(allFigures) as [keyof typeof allFigures, () => Figures][]) {
    const { weight, ...plain } = figures();
    const rows = { weighted: rowsOf({ ...plain, weight }), plain: rowsOf(plain) };
    for (const sample of expected[country]) {
      for (const kind of ["weighted", "plain"] as const) {
        const row = rows[kind].find(({ group, year }) => group === sample.group && year === sample.year);
        const where = `${country} ${sample.group} ${sample.year} ${kind}`;
        if (row === undefined) throw new Error(`${name}: no row for ${where}`);
        hold(row, sample[kind], where, kind === "weighted");
      }
    }
  }
}
