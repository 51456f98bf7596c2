import type { Table } from "@conurb/core/contract";
import type { FigureContext } from "@conurb/figures";
import { memo, useMemo } from "react";
import { FigureBox } from "../../figures/figure-box.tsx";
import { type RankingView, rowsOf } from "../scoreboard/board-data.ts";
import { LongRanking } from "./long-ranking.tsx";
import type { ScoresNow } from "./score-now.ts";

export interface LiveRankingProps {
  readonly view: RankingView;
  readonly context: Omit<FigureContext, "language" | "theme" | "width">;
  readonly scores: ScoresNow | undefined;
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
  const drawn = useMemo(
    () =>
      isLong && intervals !== undefined ? rowsOf(intervals, view).filter(({ rank }) => Number.isFinite(rank)) : [],
    [isLong, intervals, view],
  );
  const rows = useMemo(() => {
    if (scores === undefined) return drawn;
    const known = new Map(drawn.map((row) => [row.place, row]));
    return scores.rows.map((row) => {
      const { low, high } = known.get(row.place) ?? { low: row.rank, high: row.rank };
      return { ...row, low, high };
    });
  }, [scores, drawn]);
  if (isLong) return <LongRanking rows={rows} name={name} place={place} nameOf={nameOf} onSelect={onSelect} />;
  if (intervals === undefined) return <div className="figure-room" />;
  return <FigureBox view={view} context={context} name={name} onSelect={onSelect} withNotes={false} />;
});
