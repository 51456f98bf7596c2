import "./structure.css";
import { numberFormat, resultContext, shownGroup } from "@conurb/figures";
import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
import { bench } from "../../bench/bench.ts";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useResult } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { ShownView } from "../gallery/shown-view.tsx";
import { viewsOf } from "../gallery/views-of.ts";
import { ViewsPart } from "../gallery/views-part.tsx";
import type { MethodEntry } from "../methods/method-entry.ts";
import { answering, industriesIn, keepLike, largestPart, mostAlike, placesIn, withIndustry } from "./basis.ts";
import { Pair } from "./pair.tsx";
import { industryMap, type Panel, panels } from "./panels.ts";
import { addressOf, families, Questions, screen } from "./questions.tsx";
import { usePanel } from "./use-panel.ts";
import { words } from "./words.ts";

/** One question with its answer, from the study or computed here. */
export function Answer({ panel, outline }: { readonly panel: Panel; readonly outline: Outline }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const [, go] = useLocation();
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const methods = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods;
  const method = methods?.find(({ id }) => id === panel.method);
  const group = address.get("scope") === "all" ? undefined : shownGroup(outline.groups, address.get("cluster"));
  const { analysis, result, here, basis, problems } = usePanel(panel, outline, method, group?.members);
  const kept = useResult(answering(outline, { method: quotientsMethod }));
  const quotients = panel.method === quotientsMethod ? result : kept;

  const industries = useMemo(() => industriesIn(quotients, group?.members), [quotients, group]);
  const industry = industries.find(({ code }) => code === address.get("industry"))?.code ?? industries[0]?.code ?? "";
  const nameOf = useMemo(() => {
    const { labels = {} } = quotients === undefined ? {} : resultContext(quotients, outline.names);
    return (code: string) => (Object.hasOwn(labels, code) ? (labels[code]?.title[language] ?? code) : names.of(code));
  }, [quotients, outline, names, language]);
  const onMap = panel.id === "one-industry";
  const shown = useMemo(
    () =>
      onMap && result !== undefined
        ? withIndustry(result, industry, group?.members, { en: words.part.en, zh: words.part.zh })
        : result,
    [onMap, result, industry, group],
  );
  const top = useMemo(() => largestPart(shown, group?.members), [shown, group]);
  const headline =
    top === undefined
      ? nameOf(industry)
      : say("whereHeadline", {
          industry: nameOf(industry),
          place: names.place(top.place),
          part: numberFormat("%", [top.part], language, 1).full(top.part),
          group: group?.short[language] ?? say("allPlaces"),
        });
  const place = address.get("place");
  const other = address.get("with");
  const selectTwo = useCallback(
    (code: string | undefined) => {
      if (code === undefined) address.set({ place: undefined, with: undefined });
      else if (place === undefined || place === code) address.set({ place: code === place ? undefined : code });
      else address.set({ with: code === other ? undefined : code });
    },
    [address, place, other],
  );
  const toMap = useCallback(
    (code: string | undefined) => {
      if (industries.some((each) => each.code === code))
        go(address.to(`/${screen}/one-industry`, { industry: code as string }));
    },
    [industries, go, address],
  );
  const others = viewsOf(outline, families);
  const answered = new Set(panels.map((each) => addressOf(outline, each)));
  const rail = (
    <>
      <ClusterPart withAll />
      <Questions outline={outline} chosen={panel} />
      <ViewsPart
        screen={screen}
        title={say("more")}
        views={others.views.filter(({ id }) => !answered.has(id))}
        lacking={others.lacking}
      />
    </>
  );
  const view = onMap ? industryMap : analysis?.views[0];
  if (analysis === undefined || view === undefined || problems.length > 0) {
    return (
      <Page headline={say(problems.length > 0 ? "refused" : "computing")} rail={rail}>
        <ProblemList problems={problems} />
      </Page>
    );
  }
  const places = placesIn(quotients, group?.members);
  const pairs = panel.id === "alike" && quotients !== undefined && places.length > 1;
  const known = (code: string | undefined) => places.find((each) => each === code);
  // unless two are chosen, the pair that the headline speaks of, or whoever is most like the one that is
  const alike = pairs ? mostAlike(result, places, known(place)) : undefined;
  const a = known(place) ?? alike?.[0] ?? places[0] ?? "";
  const b = [known(other), alike?.[1], ...places].find((code) => code !== undefined && code !== a) ?? "";
  return (
    <ShownView
      outline={outline}
      analysis={analysis}
      view={view}
      whole={shown}
      rail={rail}
      guide={[say(panel.guide)]}
      {...(onMap ? { title: headline } : {})}
      {...(here !== "not" && panel.of === "all" && group !== undefined ? { scope: group.short[language] } : {})}
      {...(panel.id === "alike" ? { onSelect: selectTwo, ...(pairs ? { marked: [a, b] } : {}) } : {})}
      {...(panel.id === "gathered" ? { onSelect: toMap } : {})}
      above={
        onMap && (
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
        )
      }
      below={
        <>
          {here !== "not" && (
            <p className="quiet">
              {here === "lacking"
                ? say("computedHere", { basis: basis?.title[language] ?? "" })
                : say("computedPart", { group: group?.short[language] ?? "" })}{" "}
              {here === "lacking" && basis !== undefined && method !== undefined && (
                <button
                  type="button"
                  className="as-link"
                  onClick={() =>
                    bench.edit((text) => keepLike(text, basis.name, method.id, Object.keys(method.inputs)))
                  }
                >
                  {say("keep")}
                </button>
              )}
            </p>
          )}
          {pairs && (
            <Pair
              result={quotients}
              a={a}
              b={b}
              places={places}
              names={names}
              nameOf={nameOf}
              onPair={(one, two) => address.set({ place: one, with: two })}
            />
          )}
        </>
      }
    />
  );
}

const quotientsMethod = "structure/location-quotient";
