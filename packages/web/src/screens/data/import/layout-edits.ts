import { type RowHead, rowHeads, rowList, rowsIn } from "@conurb/core/sheets";
import type { ShortBlock, ShortLayout } from "./preview.ts";

/** What a row of a sheet is to a layout. `section` rows stand over a group of rows; `outside` belongs to no table. */
export const rowParts = ["title", "head", "figures", "section", "note", "left", "outside"] as const;
export type RowPart = (typeof rowParts)[number];
/** What a person may make of a row: sections are found, and say more than that they are. */
export const settableRows = ["title", "head", "figures", "note", "left"] as const satisfies readonly RowPart[];

export type ColumnPart = RowHead | "figures" | "label" | "left" | "outside";
export const settableColumns = ["figures", ...rowHeads, "left"] as const satisfies readonly ColumnPart[];

type List = readonly (number | string)[];
const has = (list: List | undefined, row: number): boolean => list !== undefined && rowsIn(list).includes(row - 1);
const without = (list: List | undefined, row: number): (number | string)[] =>
  list === undefined ? [] : rowList(rowsIn(list).filter((each) => each !== row - 1));
const and = (list: List | undefined, row: number): (number | string)[] => rowList([...rowsIn(list ?? []), row - 1]);

/** Rows are counted from 1, as the sheet does. */
export function rowPart(layout: ShortLayout, row: number): RowPart {
  if (has(layout.titles, row)) return "title";
  if (has(layout.notes, row)) return "note";
  for (const { head, english, leave, sections = {}, rows } of layout.tables) {
    if (has(head, row) || has(english, row)) return "head";
    if (has(leave?.rows, row)) return "left";
    if (Object.values(sections).some((list) => has(list, row))) return "section";
    if (row >= rows[0] && row <= rows[1]) return "figures";
  }
  return "outside";
}

/** The layout in which this row is this part of the table `at`, and no other part of anything. */
export function withRow(
  layout: ShortLayout,
  row: number,
  part: (typeof settableRows)[number],
  at: number,
): ShortLayout {
  const freed: ShortLayout = {
    ...layout,
    titles: without(layout.titles, row),
    notes: without(layout.notes, row),
    tables: layout.tables.map((block) => freedOfRow(block, row)),
  };
  if (part === "title") return trimmed({ ...freed, titles: and(freed.titles, row) }, row);
  if (part === "note") return trimmed({ ...freed, notes: and(freed.notes, row) }, row);
  return withBlock(part === "head" ? trimmed(freed, row) : freed, at, (block) => {
    if (part === "head") return { ...block, head: and(block.head, row) };
    if (part === "left") return { ...block, leave: leaveOf(block, { rows: and(block.leave?.rows, row) }) };
    return { ...block, rows: [Math.min(block.rows[0], row), Math.max(block.rows[1], row)] };
  });
}

function freedOfRow(block: ShortBlock, row: number): ShortBlock {
  const sections = Object.fromEntries(
    Object.entries(block.sections ?? {}).map(([kind, list]) => [kind, without(list, row)]),
  );
  return {
    ...block,
    head: without(block.head, row),
    english: without(block.english, row),
    sections: Object.fromEntries(Object.entries(sections).filter(([, list]) => list.length > 0)),
    leave: leaveOf(block, { rows: without(block.leave?.rows, row) }),
  };
}

const leaveOf = ({ leave }: ShortBlock, more: Partial<NonNullable<ShortBlock["leave"]>>) => ({
  rows: leave?.rows ?? [],
  columns: leave?.columns ?? [],
  ...more,
});

/** Tables whose first or last row went to something else end before it. */
function trimmed(layout: ShortLayout, row: number): ShortLayout {
  const tables = layout.tables.map((block): ShortBlock => {
    const [first, last] = block.rows;
    if (first === last) return block;
    if (row === first) return { ...block, rows: [first + 1, last] };
    return row === last ? { ...block, rows: [first, last - 1] } : block;
  });
  return { ...layout, tables };
}

export function withBlock(layout: ShortLayout, at: number, change: (block: ShortBlock) => ShortBlock): ShortLayout {
  return { ...layout, tables: layout.tables.map((block, each) => (each === at ? change(block) : block)) };
}

const position = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function columnPart(layout: ShortLayout, column: string, at: number): ColumnPart {
  const block = layout.tables[at];
  if (block === undefined) return "outside";
  const { by = {}, labels = {}, leave, columns } = block;
  const head = Object.entries(by).find(([, letters]) => letters === column)?.[0];
  if (head !== undefined) return head as RowHead;
  if (Object.values(labels).includes(column)) return "label";
  if (leave?.columns.includes(column)) return "left";
  const place = position(column);
  return place >= position(columns[0]) && place <= position(columns[1]) ? "figures" : "outside";
}

/** The layout in which this column is this part of the table `at`; a head of rows is one column, so it leaves the one that it was. */
export function withColumn(
  layout: ShortLayout,
  column: string,
  part: (typeof settableColumns)[number],
  at: number,
): ShortLayout {
  return withBlock(layout, at, (block) => {
    const by = Object.fromEntries(
      Object.entries(block.by ?? {}).filter(([head, letters]) => letters !== column && head !== part),
    );
    const labels = Object.fromEntries(Object.entries(block.labels ?? {}).filter(([, letters]) => letters !== column));
    const left = (block.leave?.columns ?? []).filter((letters) => letters !== column);
    const [first, last] = block.columns;
    const freed: ShortBlock = {
      ...block,
      by,
      labels,
      fill: (block.fill ?? []).filter((head) => head in by),
      leave: leaveOf(block, { columns: part === "left" ? [...left, column] : left }),
      columns: [position(column) < position(first) ? column : first, position(column) > position(last) ? column : last],
    };
    return part === "figures" || part === "left" ? freed : { ...freed, by: { ...by, [part]: column } };
  });
}
