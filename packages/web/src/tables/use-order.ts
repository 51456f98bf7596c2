import type { Language } from "@conurb/core/language";
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { Head, Row } from "./shown-table.ts";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

export type Direction = "ascending" | "descending";

export interface Order {
  readonly ordered: readonly Row[];
  /** By column, of those that rows are sorted by. */
  readonly directions: readonly (Direction | undefined)[];
  /** Sorts by a column, the other way round, or no longer. */
  readonly toggle: (column: number) => void;
}

/** Rows in the order that a reader asked for: figures by size, words as the language has them, gaps last. */
export function useOrder(heads: readonly Head[], rows: readonly Row[], language: Language): Order {
  const [sorting, setSorting] = useState<SortingState>([]);
  const columns = useMemo(
    () => heads.map(({ isNumber }, at) => (isNumber ? byFigure(at) : byWord(at, language))),
    [heads, language],
  );
  const model = useTable({
    features,
    columns,
    data: rows as Row[],
    state: { sorting },
    onSortingChange: setSorting,
  });
  return {
    ordered: model.getRowModel().rows.map(({ original }) => original),
    directions: heads.map((_, at) => {
      const found = sorting.find(({ id }) => id === String(at));
      return found && (found.desc ? "descending" : "ascending");
    }),
    toggle: (column) => model.getColumn(String(column))?.toggleSorting(undefined),
  };
}

type Column = ColumnDef<typeof features, Row>;

const byFigure = (at: number): Column => ({
  id: String(at),
  accessorFn: ({ raw }) => raw[at] ?? undefined,
  sortUndefined: "last",
  sortFn: (a, b, column) => Number(a.getValue(column)) - Number(b.getValue(column)),
});

function byWord(at: number, language: Language): Column {
  const { compare } = new Intl.Collator(language === "zh" ? "zh-CN" : "en");
  return {
    id: String(at),
    accessorFn: ({ raw, shown }) => (raw[at] === null ? undefined : shown[at]),
    sortUndefined: "last",
    sortFn: (a, b, column) => compare(String(a.getValue(column)), String(b.getValue(column))),
  };
}
