import type { Table } from "@conurb/core/contract";
import type { FigureContext } from "@conurb/figures";
import { memo, useMemo } from "react";
import type { LabAnswer } from "../../compute/lab.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { type RankingView, rowsOf } from "../scoreboard/board-data.ts";
import { LongRanking } from "./long-ranking.tsx";

interface LiveRankingProps {
  readonly view: RankingView;
  readonly context: Omit<FigureContext, "language" | "theme" | "width">;
  readonly scores: LabAnswer | undefined;
  /** Whether there are more rows than a figure shows. */
  readonly isLong: boolean;
  readonly place: string | undefined;
  readonly name: string;
  readonly nameOf: (code: string) => string;
  readonly onSelect: (code: string | undefined) => void;
}

/** The ranking of this moment: the figure, or a list of hundreds of rows of which those in sight are drawn. */
export const LiveRanking = memo(function LiveRanking({
  view,
  context,
  scores,
  isLong,
  place,
  name,
  nameOf,
  onSelect,
}: LiveRankingProps) {
  const intervals: Table | undefined = context.tables[view.table];
  const rows = useMemo(() => {
    const now = scores?.tables?.[view.table] ?? intervals;
    if (!isLong || now === undefined) return [];
    const drawn = new Map(intervals === undefined ? [] : rowsOf(intervals, view).map((row) => [row.place, row]));
    return rowsOf(now, view)
      .filter(({ rank }) => Number.isFinite(rank))
      .map((row) => ({
        ...row,
        low: drawn.get(row.place)?.low ?? row.rank,
        high: drawn.get(row.place)?.high ?? row.rank,
      }));
  }, [isLong, scores, intervals, view]);
  if (isLong) return <LongRanking rows={rows} name={name} place={place} nameOf={nameOf} onSelect={onSelect} />;
  if (intervals === undefined) return <div className="figure-room" />;
  return <FigureBox view={view} context={context} name={name} onSelect={onSelect} withNotes={false} />;
});
