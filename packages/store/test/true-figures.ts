import { readFileSync } from "node:fs";
import { type MergeRange, type WriteOptions, type WriteSheet, writeXlsx } from "hucre/xlsx";
import Papa from "papaparse";

export type CellValue = string | number | boolean | Date | null;

export interface TrueVariable {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
}

const atlas = new URL("../../atlas/china-provinces/", import.meta.url);
const read = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(new URL(file, atlas), "utf8"), { header: true, skipEmptyLines: true })
    .data;

export const variables: readonly TrueVariable[] = read("variables.csv").map((row) => ({
  name: row["variable"] as string,
  zh: row["name_zh"] as string,
  en: row["name_en"] as string,
  unit: row["unit"] as string,
}));
const byName = new Map(variables.map((variable) => [variable.name, variable]));
const values = new Map(
  read("panel.csv").map((row) => [`${row["code"]} ${row["year"]} ${row["variable"]}`, Number(row["value"])]),
);

export interface Province {
  readonly code: string;
  /** 北京, as yearbooks write it. */
  readonly short: string;
  readonly en: string;
}
export const provinces: readonly Province[] = read("provinces.csv").map((row) => ({
  code: row["code"] as string,
  short: (row["name_zh"] as string).replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, ""),
  en: row["name_en"] as string,
}));

/** The figure of the atlas; `undefined` if there is none. */
export const truth = (code: string, year: number, variable: string): number | undefined =>
  values.get(`${code} ${year} ${variable}`);

export interface Expected {
  readonly place: string;
  readonly year: number;
  readonly variable: string;
  /** `undefined`: the page has no figure here, though it has a cell. */
  readonly value: number | undefined;
  readonly flag?: string;
}

export interface DirtyPage {
  readonly name: string;
  readonly workbook: WriteOptions;
  /** Every figure that the page shows, but those of total rows. */
  readonly expected: readonly Expected[];
  /** Figures of total rows. */
  readonly totals?: number;
}

export const bytesOf = (page: DirtyPage): Promise<Uint8Array> => writeXlsx(page.workbook);

export const variableOf = (name: string): TrueVariable => byName.get(name) as TrueVariable;
export const units: Readonly<Record<string, string>> = {
  "100 million yuan": "亿元",
  "10000 m2": "万平方米",
  "10000 person": "万人",
  "yuan per person": "元/人",
  percent: "%",
  "yuan per m2": "元/平方米",
};
export const zhUnit = (name: string): string => units[variableOf(name).unit] as string;
export const titled = (name: string): string => `${variableOf(name).zh}(${zhUnit(name)})`;
export const span = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange => ({
  startRow,
  startCol,
  endRow,
  endCol,
});
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
export const figure = (province: Province, year: number, variable: string): CellValue =>
  truth(province.code, year, variable) ?? null;
export const page = (
  name: string,
  sheet: Omit<WriteSheet, "name">,
  expected: readonly Expected[],
  more: Partial<DirtyPage> = {},
): DirtyPage => ({
  name,
  workbook: { sheets: [{ name: "Sheet1", ...sheet }] },
  expected,
  ...more,
});
/** What a page ought to say of a place, year and variable. */
export const expectedOf = (province: Province, year: number, variable: string): Expected => ({
  place: province.short,
  year,
  variable,
  value: truth(province.code, year, variable),
});
export const grid = (places: readonly Province[], years: readonly number[], names: readonly string[]): Expected[] =>
  places.flatMap((place) => years.flatMap((year) => names.map((name) => expectedOf(place, year, name))));

export const years = range(2015, 2020);
export const trio = ["va_primary", "va_secondary", "va_tertiary"];
export const note = "资料来源：国家统计局。";
