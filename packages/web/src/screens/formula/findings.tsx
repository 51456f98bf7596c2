import { useSay } from "../../language/language.ts";
import { WhenSeen } from "../../shell/when-seen.tsx";
import type { Row } from "../scoreboard/board-data.ts";
import { type Compared, FlipsTable } from "./conventions.tsx";
import type { RecipeQuestion } from "./lab-question.ts";
import { PlaceLead, type PlaceQuestion } from "./place-lead.tsx";
import { PlaceObstacles } from "./place-obstacles.tsx";
import { Possible } from "./possible.tsx";
import { SilentChoices } from "./silent-choices.tsx";
import type { LabState } from "./use-lab.ts";
import { words } from "./words.ts";

interface FindingsProps extends Pick<PlaceQuestion, "year" | "nameOf" | "titleOf"> {
  readonly question: RecipeQuestion;
  readonly rows: readonly Row[];
  readonly compared: readonly Compared[];
  readonly possible: LabState["possible"];
  readonly place: string | undefined;
}

/** Which choice flips whom, what would put the selected place first and what holds it back, and how far ranks could go. */
export function Findings({ question, rows, compared, possible, place, year, nameOf, titleOf }: FindingsProps) {
  const say = useSay(words);
  const isRanked = rows.some((row) => row.place === place);
  return (
    <div className="lab under-rule">
      <section>
        <h2>{say("flips")}</h2>
        <FlipsTable rows={rows} compared={compared} nameOf={nameOf} />
        <h2>{say("silent")}</h2>
        <p className="quiet">{say("silentNote")}</p>
        <WhenSeen>
          <SilentChoices {...question} />
        </WhenSeen>
      </section>
      <section>
        {place !== undefined && isRanked ? (
          <>
            <h2>{say("lead", { place: nameOf(place) })}</h2>
            <PlaceLead {...{ ...question, place, year, nameOf, titleOf }} />
            <h2>{say("obstacles", { place: nameOf(place) })}</h2>
            <p className="quiet">{say("obstaclesNote")}</p>
            <PlaceObstacles {...{ ...question, place, year, titleOf }} />
          </>
        ) : (
          <p className="quiet">{say("pickPlace")}</p>
        )}
        <h2>{say("possible")}</h2>
        <Possible ends={possible?.tables?.["rank-ends"]} rows={rows} nameOf={nameOf} place={place} />
      </section>
    </div>
  );
}
