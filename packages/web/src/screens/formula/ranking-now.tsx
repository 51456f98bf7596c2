import { fixed } from "@conurb/figures";
import { useSay } from "../../language/language.ts";
import type { Row } from "../scoreboard/board-data.ts";
import { type Compared, Conventions } from "./conventions.tsx";
import { LiveRanking, type LiveRankingProps } from "./live-ranking.tsx";
import { words } from "./words.ts";

interface RankingNowProps extends Omit<LiveRankingProps, "name"> {
  /** That intervals come from; nothing until there are any. */
  readonly draws: number | undefined;
  readonly rows: readonly Row[];
  readonly compared: readonly Compared[];
}

/** The ranking under these weights, and beside it those of other conventions. */
export function RankingNow({ draws, rows, compared, ...ranking }: RankingNowProps) {
  const say = useSay(words);
  const { place, nameOf, onSelect } = ranking;
  return (
    <div className="lab">
      <section>
        <div className="title-line">
          <h2>{say("live")}</h2>
          <span className="quiet" role="status">
            {draws !== undefined && say("refining", { draws: fixed(draws, 0) })}
          </span>
        </div>
        <LiveRanking {...ranking} name={say("live")} />
      </section>
      <section>
        <h2>{say("bump")}</h2>
        <Conventions rows={rows} compared={compared} place={place} nameOf={nameOf} onSelect={onSelect} />
      </section>
    </div>
  );
}
