import { numberFormat } from "@conurb/figures";
import { useMemo } from "react";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { AnswerView, type Asked } from "./answer-view.tsx";
import { largestPart, withIndustry } from "./basis.ts";
import { useIndustries } from "./use-industries.ts";
import { words } from "./words.ts";

/** Which part of one industry each place has; the largest industry unless one is chosen. */
export function OneIndustry({ asked }: { readonly asked: Asked }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { outline, result, group } = asked;
  const { industries, nameOf } = useIndustries(asked);
  const industry = industries.find(({ code }) => code === address.get("industry"))?.code ?? industries[0]?.code ?? "";
  const shown = useMemo(
    () => result && withIndustry(result, industry, group?.members, { en: words.part.en, zh: words.part.zh }),
    [result, industry, group],
  );
  const top = useMemo(() => largestPart(shown, group?.members), [shown, group]);
  const headline =
    top === undefined
      ? nameOf(industry)
      : say("whereHeadline", {
          industry: nameOf(industry),
          place: codeNames(outline, language).place(top.place),
          part: numberFormat("%", [top.part], language, 1).full(top.part),
          group: group?.short[language] ?? say("allPlaces"),
        });
  const choice = (
    <select
      className="industry-choice"
      aria-label={say("industry")}
      value={industry}
      onChange={(event) => address.set({ industry: event.target.value })}
    >
      {industries.map(({ code }) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
    </select>
  );
  return <AnswerView asked={asked} whole={shown} title={headline} above={choice} />;
}
