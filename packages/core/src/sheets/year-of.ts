import { vintageYear } from "../tables/year-vintage.ts";
import type { SheetValue } from "./sheet.ts";

const first = 1800;
const last = 2199;
const pattern = /^(\d{4})(?:\.0+)?\s?(?:年(?:\s?[末底度初])?)?$/;
const date = /^(\d{4})-\d{2}-\d{2}(?:T.*)?$/;

/** The year that a cell names: `2010`, `2010年`, `２０１０ 年末`, `2018(快报)`, a date; `undefined` for anything else. */
export function yearOf(value: SheetValue | undefined, isDate = false): number | undefined {
  if (typeof value === "number") return Number.isInteger(value) ? inRange(value) : undefined;
  if (typeof value !== "string" || value.length > 24) return undefined;
  const text = value.normalize("NFKC").trim();
  const found = pattern.exec(text) ?? (isDate ? date.exec(text) : null);
  const year = found === null ? vintageYear(text)?.year : Number(found[1]);
  return year === undefined ? undefined : inRange(year);
}

const inRange = (year: number): number | undefined => (year >= first && year <= last ? year : undefined);
