import { isAggregate, isWhole } from "../places/aggregate.ts";
import { labelOfName, readName } from "./clean-text.ts";
import { levelOf } from "./column-heads.ts";
import type { ColumnProfile } from "./guess-columns.ts";
import type { Region } from "./guess-regions.ts";
import { isProvince, placeClass } from "./known-words.ts";
import type { SectionKind } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import { splitUnit, statedUnits } from "./read-unit.ts";
import { isBlank, rawText, type Sheet } from "./sheet.ts";
import { yearOf } from "./year-of.ts";

/** “十二五”时期, 改革开放以来: a span of years is no place. */
const period = /时期|期间|以来|年代|阶段|五年(计划|规划)|[一二三四五六七八九十]五["”]?$|\bperiod\b/iu;

/** What the rows between figures are: sections by kind; a row left out of it is a place without a figure. */
export function guessSections(
  sheet: Sheet,
  merged: MergedCells,
  region: Region,
  profiles: readonly ColumnProfile[],
  isPlace: (name: string) => boolean,
  hasVariable: boolean,
): Map<number, SectionKind> {
  const found = new Map<number, SectionKind>();
  const placeColumn = profiles.find(({ role }) => role === "place");
  const hasItems = profiles.some(({ role }) => role === "item");
  const classes = (placeColumn?.samples ?? []).map((label) => placeClass(label));
  const mostly = (which: "province" | "city") => classes.filter((each) => each === which).length * 2 > classes.length;
  for (const row of region.between) {
    const cells = sheet.rows[row] ?? [];
    const column = cells.findIndex((value) => !isBlank(value));
    if (column < 0) continue;
    const value = cells[column] ?? null;
    const text = rawText(value);
    const label = labelOfName(readName(text));
    if (yearOf(value) !== undefined || yearOf(label) !== undefined) {
      if (profiles.some((profile) => profile.role === "year" && profile.column === column)) continue;
      found.set(row, "year");
      continue;
    }
    const level = levelOf(readName(text));
    if (statedUnits(text) !== undefined || (level.name === "" && level.unit !== undefined)) {
      found.set(row, "unit");
      continue;
    }
    const inPlaceColumn = placeColumn?.column === column && !merged.spans(row, column);
    const kind = placeClass(label);
    if (placeColumn !== undefined) {
      const alike = (isProvince(label) && mostly("province")) || (kind === "city" && mostly("city")) || isWhole(label);
      if (inPlaceColumn && (alike || (isPlace(label) && !isProvince(label)))) continue;
      if (isProvince(label)) found.set(row, "province");
      else if (!hasVariable || splitUnit(label).unit !== undefined) found.set(row, "item");
      else found.set(row, "group");
      continue;
    }
    if (kind !== "other" || isPlace(label) || isAggregate(label)) found.set(row, "place");
    else if (splitUnit(label).unit !== undefined || hasItems) found.set(row, hasItems ? "group" : "item");
    else found.set(row, period.test(label) ? "group" : hasVariable ? "place" : "item");
  }
  return found;
}
