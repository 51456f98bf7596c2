import { fixed, signed } from "@conurb/figures";
import { memo, useMemo } from "react";
import { useLanguage, useSay } from "../../language/language.ts";
import { listed } from "../../language/outline-names.ts";
import type { RecipeQuestion } from "./lab-question.ts";
import { placeRows } from "./place-rows.ts";
import { Refusal } from "./refusal.tsx";
import { useAtRest } from "./use-at-rest.ts";
import { words } from "./words.ts";

export interface PlaceQuestion extends RecipeQuestion {
  readonly place: string;
  readonly year: number | undefined;
  readonly nameOf: (code: string) => string;
  readonly titleOf: (id: string) => string;
}

const least = 0.0005; // of a weight's share that is shown as changed

/** The nearest weights that would put a place first, or who stands in its way whatever the weights. */
export const PlaceLead = memo(function PlaceLead({ place, year, nameOf, titleOf, ...question }: PlaceQuestion) {
  const say = useSay(words);
  const language = useLanguage();
  const options = useMemo(() => ({ of: [place] }), [place]);
  const { result, refused, isOld } = useAtRest("composite/rank-optimal-weights", question, options);
  if (refused !== undefined) return <Refusal problems={refused.problems} />;
  const [own] = placeRows(result, "places", place, year);
  if (own === undefined)
    return <p className="quiet">{say(result === undefined || isOld ? "computing" : "notScored")}</p>;
  if (own.standing === "first") return <p>{say("leads", { place: nameOf(place) })}</p>;
  if (own.standing === "cannot-be-first") {
    const rivals = placeRows(result, "rivals", place, year).map(({ rival }) => nameOf(String(rival)));
    return <p>{say("neverLeads", { place: nameOf(place), rivals: listed(rivals.slice(0, 3), language) })}</p>;
  }
  const weights = placeRows(result, "weights", place, year)
    .map(({ item, stated, weight, change }) => ({
      item: String(item),
      stated: Number(stated),
      weight: Number(weight),
      change: Number(change),
    }))
    .filter(({ change }) => Math.abs(change) >= least)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return (
    <div className={isOld ? "is-old" : undefined}>
      <p className="quiet">{say("leadMoves", { share: fixed(100 * Number(own.moved), 1) })}</p>
      <table className="data">
        <thead>
          <tr>
            <th className="label">{say("indicator")}</th>
            <th>{say("now")}</th>
            <th>{say("thereby")}</th>
            <th>{say("change")}</th>
          </tr>
        </thead>
        <tbody>
          {weights.slice(0, 10).map(({ item, stated, weight, change }) => (
            <tr key={item}>
              <td className="label">{titleOf(item)}</td>
              <td>{fixed(100 * stated, 1)}</td>
              <td>{fixed(100 * weight, 1)}</td>
              <td>{signed(100 * change, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
