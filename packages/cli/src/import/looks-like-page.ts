import { placeWords } from "@conurb/core/places";
import { guessLayout, type Layout, sheetOfCells } from "@conurb/core/sheets";
import { registerHeads } from "@conurb/core/study";
import type { Cells } from "@conurb/core/tables";
import { openAtlas } from "@conurb/store";
import { namedPlaces } from "./atlas-words.ts";

const [first, last] = [200, 20]; // rows looked at

/**
 * Whether a delimited file is a yearbook's page rather than a plain table with one row of names: titles, notes, a head of
 * several rows, years across, headings over groups of rows, or rows of totals. A register of policies is none: its cells are words.
 */
export function looksLikePage(cells: Cells): boolean {
  if (registerHeads(cells.rows[0] ?? []) !== undefined) return false;
  const { layout } = guessLayout(sheetOfCells(sample(cells)));
  if (layout === undefined) return false;
  const [table, ...others] = layout.tables;
  if (table === undefined) return false;
  const isDivided = Object.values(table.sections).some((rows) => (rows ?? []).length > 0);
  const isTitled = [layout.titles, layout.notes, layout.totals, table.english].some((list) => list.length > 0);
  return others.length > 0 || isTitled || isDivided || table.years === "across" || table.head.length !== 1;
}

/** Whether the columns of a delimited file that names no places beside its rows are places themselves. */
export async function hasPlacesAcross(cells: Cells): Promise<boolean> {
  if (registerHeads(cells.rows[0] ?? []) !== undefined) return false;
  const sheet = sheetOfCells(sample(cells));
  const namesPlaces = ({ tables }: Layout) => tables.some(({ by }) => (by.place ?? by.code) !== undefined);
  const { layout } = guessLayout(sheet);
  if (layout === undefined || namesPlaces(layout)) return false;
  const places = placeWords(await namedPlaces(openAtlas()));
  return guessLayout(sheet, { places }).layout?.tables.some(({ across }) => across === "place") ?? false;
}

function sample(cells: Cells): Cells {
  const { rows, lines } = cells;
  if (rows.length <= first + last) return cells;
  const kept = [...rows.keys()].filter((at) => at < first || at >= rows.length - last);
  return {
    ...cells,
    rows: kept.map((at) => rows[at] as readonly string[]),
    // the gap between is closed: lines of their own would make a blank sheet of it
    lines: kept.map((at) =>
      at < first ? (lines?.[at] ?? at + 1) : (lines?.[first - 1] ?? first) + at - rows.length + last + 1,
    ),
  };
}
