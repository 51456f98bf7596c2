import { isAggregate } from "../places/aggregate.ts";
import { type ColumnHead, columnHeads } from "./column-heads.ts";
import { placeClass } from "./known-words.ts";
import { type LayoutBlock, rowsIn } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import type { Sheet } from "./sheet.ts";

/** What the heads of columns name, where it is places: by the whole head, or by one of its rows. */

export const pathOf = ({ path }: ColumnHead): string => path.join("/");

/** Whether most of the names over the columns, and more than one, are places. */
export function namesPlaces(given: readonly string[], isPlace: (name: string) => boolean): boolean {
  const named = given.filter((name) => name !== "");
  const places = named.filter((name) => placeClass(name) !== "other" || isPlace(name) || isAggregate(name));
  return new Set(places).size > 1 && places.length * 2 > named.length;
}

/** The row, from 1, that names places over or under the figures of a head of several rows: 南京 over GDP and 人口. */
export function rowOfPlaces(
  sheet: Sheet,
  merged: MergedCells,
  draft: LayoutBlock,
  isPlace: (name: string) => boolean,
): number | undefined {
  const rows = rowsIn(draft.head).map((row) => row + 1);
  if (rows.length < 2) return undefined;
  return rows.find((acrossRow) => {
    const heads = columnHeads(sheet, merged, { ...draft, acrossRow });
    const others = heads.filter(({ path }) => path.length > 0);
    return (
      others.length * 2 > heads.length &&
      namesPlaces(
        heads.flatMap(({ across }) => across ?? []),
        isPlace,
      )
    );
  });
}
