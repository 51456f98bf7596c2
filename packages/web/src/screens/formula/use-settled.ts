import { useMemo } from "react";
import { type RankingView, type Row, rowsOf } from "../scoreboard/board-data.ts";
import type { Compared } from "./conventions.tsx";
import type { LabState, Shown } from "./use-lab.ts";

/** Ranks under the recipe and under the other choices, as they stood when the hand last rested: nothing of it follows a slider. */
export function useSettled(
  settled: Shown | undefined,
  variants: LabState["variants"],
  view: RankingView,
): { readonly rows: readonly Row[]; readonly compared: readonly Compared[] } {
  const table = settled?.tables?.[view.table];
  const rows = useMemo(
    () => (table === undefined ? [] : rowsOf(table, view).filter(({ rank }) => Number.isFinite(rank))),
    [table, view],
  );
  const compared = useMemo(
    () =>
      variants.flatMap(({ variant: { word }, answer }): Compared[] => {
        const found = answer.tables?.[view.table];
        if (found === undefined) return [];
        const ranked = rowsOf(found, view).filter(({ rank }) => Number.isFinite(rank));
        return [{ word, ranks: new Map(ranked.map(({ place, rank }) => [place, rank])) }];
      }),
    [variants, view],
  );
  return { rows, compared };
}
