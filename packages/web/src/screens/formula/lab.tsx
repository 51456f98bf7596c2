import { fixed } from "@conurb/figures";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import { lookAt } from "../../figures/linked.ts";
import { useMedia } from "../../figures/use-width.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Strip } from "../../shell/strip.tsx";
import { RankingPart } from "../scoreboard/ranking-part.tsx";
import { Findings } from "./findings.tsx";
import { useHeadline } from "./headline.ts";
import type { Written } from "./lab-recipe.ts";
import { RankingNow } from "./ranking-now.tsx";
import { RecipeRail } from "./recipe-rail.tsx";
import { draws } from "./use-lab.ts";
import { useRanking, type WrittenRanking } from "./use-ranking.ts";
import { WeightTree } from "./weight-tree.tsx";
import { words } from "./words.ts";

const JudgementEditor = lazy(() => import("./judgement-editor.tsx")); // eigenvectors come only where somebody judges

interface LabProps {
  readonly outline: Outline;
  readonly all: readonly WrittenRanking[];
  readonly chosen: WrittenRanking;
}

/** One ranking and its recipe: what is written, what the sliders say, and what follows from either. */
export function Lab({ outline, all, chosen }: LabProps) {
  const { analysis, view, written } = chosen;
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  useEffect(() => () => lookAt(undefined), []);

  const { place: nameOf } = useMemo(() => codeNames(outline, language), [outline, language]);
  const titleOf = useTitles(outline, written);
  const ranking = useRanking(outline, chosen, address.get("cluster"));
  const { question, shown, isLong, weights, scores, live, possible, rows, compared } = ranking;

  const place = address.get("place");
  const onSelect = useCallback(
    (code: string | undefined) => address.set({ place: code === address.get("place") ? undefined : code }),
    [address],
  );
  const { group, members, year, count } = shown;
  const context = useMemo(() => {
    const tables = live?.tables ?? {};
    const looked = { ...(members && { members }), ...(place !== undefined && { selected: [place] }) };
    return { ...outline.names, tables, whole: tables, ...looked, height: 600 };
  }, [outline, live, members, place]);

  const title = analysis.title[language];
  const headline = useHeadline(rows, compared, nameOf) ?? title;
  const isDesk = !useMedia("(max-width: 1199px)");
  const tree = <WeightTree knobs={written.knobs} shares={(scores ?? live)?.weights} titleOf={titleOf} {...weights} />;
  return (
    <Page
      headline={headline}
      dek={
        live === undefined
          ? say("computing")
          : say("dek", { n: count, group: group?.short[language] ?? "", draws: fixed(live.draws, 0) })
      }
      strip={live?.tables !== undefined && <Strip analysis={analysis} view={view} context={context} title={headline} />}
      source={`${shell("source", { source: analysis.credit[language] })} ${say("possibleNote", { draws: fixed(draws.possible, 0) })}`}
      rail={<LabRail all={all} chosen={chosen} />}
      side={<LabSide tree={isDesk && tree} />}
    >
      {live?.error !== undefined && <p className="stale">{live.error[language]}</p>}
      {!isDesk && (
        <details className="tree-fold">
          <summary>{say("tree")}</summary>
          {tree}
        </details>
      )}
      {written.weigh === "ahp" && (
        <Suspense fallback={null}>
          <JudgementEditor written={written} titleOf={titleOf} />
        </Suspense>
      )}
      <RankingNow {...{ view, context, scores, isLong, place, rows, compared, nameOf, onSelect }} draws={live?.draws} />
      <Findings {...{ question, rows, compared, possible, place, year, nameOf, titleOf }} />
    </Page>
  );
}

function LabRail({ all, chosen }: Omit<LabProps, "outline">) {
  const say = useSay(words);
  return (
    <>
      <ClusterPart />
      <RankingPart title={say("live")} all={all} chosen={chosen.analysis} />
      <RecipeRail written={chosen.written} />
    </>
  );
}

/** The sliders, where there is room beside the ranking, and how to read it. */
function LabSide({ tree }: { readonly tree: ReactNode }) {
  const say = useSay(words);
  const shell = useSay(shellWords);
  return (
    <>
      {tree && (
        <section>
          <h3>{say("tree")}</h3>
          {tree}
        </section>
      )}
      <section className="read passport">
        <h3>{shell("read")}</h3>
        <p>{say("guideSlider")}</p>
        <p>{say("guideShares")}</p>
        <p>{say("guideOrder")}</p>
      </section>
    </>
  );
}

/** What indicators and aspects are called: two sets may call different things by one id, so the set's own titles count. */
function useTitles({ indicators }: Outline, written: Written): (id: string) => string {
  const language = useLanguage();
  const set = indicators.find(({ name }) => name === written.set);
  return useCallback(
    (id: string) => (set?.aspects[id] ?? set?.leaves.find((leaf) => leaf.id === id)?.title)?.[language] ?? id,
    [set, language],
  );
}
