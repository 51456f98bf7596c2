import { fixed } from "@conurb/figures";
import { memo } from "react";
import { useSay } from "../../language/language.ts";
import type { PlaceQuestion } from "./place-lead.tsx";
import { placeRows } from "./place-rows.ts";
import { Refusal } from "./refusal.tsx";
import { useAtRest } from "./use-at-rest.ts";
import { words } from "./words.ts";

const most = 8;
const none = {};

/** What holds a place back, the greatest first. */
export const PlaceObstacles = memo(function PlaceObstacles({
  place,
  year,
  titleOf,
  ...question
}: Omit<PlaceQuestion, "nameOf">) {
  const say = useSay(words);
  const { result, refused, isOld } = useAtRest("composite/obstacle-degree", question, none);
  if (refused !== undefined) return <Refusal problems={refused.problems} />;
  const degrees = placeRows(result, "obstacles", place, year)
    .map(({ indicator, degree }) => ({ indicator: String(indicator), degree: Number(degree) }))
    .filter(({ degree }) => degree > 0)
    .sort((a, b) => b.degree - a.degree);
  if (degrees.length === 0)
    return <p className="quiet">{say(result === undefined || isOld ? "computing" : "noObstacles")}</p>;
  const longest = degrees[0]?.degree ?? 1;
  return (
    <ul className={`possible${isOld ? " is-old" : ""}`}>
      {degrees.slice(0, most).map(({ indicator, degree }) => (
        <li key={indicator} className="obstacle">
          <span>{titleOf(indicator)}</span>
          <svg width="100%" height="13" aria-hidden="true">
            <rect y={2} width={`${(100 * degree) / longest}%`} height={9} fill="var(--mark)" />
          </svg>
          <span className="quiet">{fixed(100 * degree, 1)}%</span>
        </li>
      ))}
    </ul>
  );
});
