import { fixed } from "@conurb/figures";
import { memo } from "react";
import { useLanguage, useSay } from "../../language/language.ts";
import type { RecipeQuestion } from "./lab-question.ts";
import { useChoices } from "./use-choices.ts";
import { words } from "./words.ts";

/** What a paper need not mention, made the other way one by one: what turns round. */
export const SilentChoices = memo(function SilentChoices(question: RecipeQuestion) {
  const say = useSay(words);
  const language = useLanguage();
  const { choices, error, isOld } = useChoices(question);
  if (error !== undefined) return <p className="notes">{error[language]}</p>;
  if (choices === undefined) return <p className="quiet">{say("computing")}</p>;
  return (
    <table className={`data${isOld ? " is-old" : ""}`}>
      <thead>
        <tr>
          <th className="label">{say("silentChoice")}</th>
          <th>{say("pairs")}</th>
          <th>{say("largestShift")}</th>
          <th>{say("signs")}</th>
          <th>{say("grades")}</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(({ choice, title, why, flips }) => (
          <tr key={choice}>
            <td className="label">{title[language]}</td>
            {flips === undefined ? (
              <td className="label quiet" colSpan={4}>
                {why?.[language]}
              </td>
            ) : (
              <>
                <td>{percent(flips.pairs)}</td>
                <td>{fixed(flips.largestShift, 0)}</td>
                <td>{percent(flips.signs)}</td>
                <td>{percent(flips.grades)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

const percent = (share: number): string => (Number.isNaN(share) ? "–" : `${fixed(100 * share, 1)}%`);
