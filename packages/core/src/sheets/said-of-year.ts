import { type VintageYear, vintageYear } from "../tables/year-vintage.ts";
import { labelOfName, type Name } from "./clean-text.ts";

/** What a cell says of the year that it names beside the year. */
export function saidOfYear(name: Name, said: string, year: number): VintageYear | undefined {
  const own = vintageYear(labelOfName(name));
  if (own !== undefined || name.marks.length === 0) return own;
  return { year, said: said.trim(), kind: "marked", marks: name.marks };
}
