import { fixed } from "@conurb/figures";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { bench } from "../../bench/bench.ts";
import { setAt } from "../../bench/edit-text.ts";
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
import { WhenSeen } from "../../shell/when-seen.tsx";
import type { rankings } from "../scoreboard/board-data.ts";
import { RankingPart } from "../scoreboard/ranking-part.tsx";
import { useReceived } from "../scoreboard/use-peers.ts";
import { Conventions, FlipsTable } from "./conventions.tsx";
import { type Knob, type Written, withMethod, writtenRecipe } from "./lab-recipe.ts";
import { LiveRanking } from "./live-ranking.tsx";
import { PlaceLead } from "./place-lead.tsx";
import { PlaceObstacles } from "./place-obstacles.tsx";
import { Possible } from "./possible.tsx";
import { RecipeRail } from "./recipe-rail.tsx";
import { SilentChoices } from "./silent-choices.tsx";
import { draws, useLab } from "./use-lab.ts";
import { useSettled } from "./use-settled.ts";
import { useShown } from "./use-shown.ts";
import { WeightTree } from "./weight-tree.tsx";
import { words } from "./words.ts";

const JudgementEditor = lazy(() => import("./judgement-editor.tsx")); // eigenvectors come only where somebody judges

interface LabProps {
  readonly outline: Outline;
  readonly all: ReturnType<typeof rankings>;
  readonly chosen: ReturnType<typeof rankings>[number];
  readonly text: string;
}

const mostInFigure = 80; // rows; a figure of more is too tall to be drawn at every move of a slider

/** One ranking and its recipe: what is written, what the sliders say, and what follows from either. */
export function Lab({ outline, all, chosen: { analysis, view }, text }: LabProps) {
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const written = useMemo(() => writtenRecipe(text, analysis.name), [text, analysis.name]) as Written;
  const received = useReceived(analysis);
  const holds = received?.of ?? "";
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  // what was let go stands in the text: sliders follow it, also when it is undone
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is what ends a move
  useEffect(() => setMoved({}), [text]);
  useEffect(() => () => lookAt(undefined), []);

  const { group, members, year, rows: shown, count } = useShown(outline, address.get("cluster"), received?.table);
  const isLong = count > mostInFigure;
  const beside = useMemo(
    () => (isLong ? [] : [view.shares, view.cells].flatMap((each) => each?.table ?? [])),
    [isLong, view],
  );
  const { scores, live, settled, variants, possible } = useLab({
    received,
    holds,
    written,
    moved,
    rows: shown,
    table: view.table,
    beside,
  });
  const { rows, compared } = useSettled(settled ?? live, variants, view);

  const place = address.get("place");
  const known = place !== undefined && rows.some((row) => row.place === place) ? place : undefined;
  const context = useMemo(() => {
    const tables = live?.tables ?? {};
    return {
      ...outline.names,
      tables,
      whole: tables,
      ...(members === undefined ? {} : { members }),
      ...(place === undefined ? {} : { selected: [place] }),
      height: 600,
    };
  }, [outline, live, members, place]);
  const select = useCallback(
    (code: string | undefined) => address.set({ place: code === place ? undefined : code }),
    [address, place],
  );
  const move = useCallback(
    (knob: Knob, weight: number) => setMoved((before) => ({ ...before, [knob.id]: weight })),
    [],
  );
  const letGo = useCallback(
    (knob: Knob, weight: number) => {
      if (weight === knob.weight) return;
      bench.edit((now) => {
        const weighed = setAt(now, knob.path, weight);
        return written.weigh === "given" ? weighed : withMethod(weighed, written.recipe, "weigh", "given");
      }, knob.path);
    },
    [written],
  );
  const title = analysis.title[language];
  // two sets of indicators may call different things by one id: the set's own titles count
  const set = outline.indicators.find(({ name }) => name === written.set);
  const titleOf = useCallback(
    (id: string) => (set?.aspects[id] ?? set?.leaves.find((leaf) => leaf.id === id)?.title)?.[language] ?? id,
    [set, language],
  );
  const leader = rows[0];
  const changed = compared.filter(({ ranks }) => leader !== undefined && (ranks.get(leader.place) ?? 1) > 1).length;
  const headline =
    leader === undefined || compared.length === 0
      ? title
      : say(changed === 0 ? "firstHolds" : "firstMoves", {
          n: compared.length,
          k: changed,
          place: names.place(leader.place),
        });
  const about = { received, holds, written, nameOf: names.place, titleOf, year };
  const error = live?.error;
  const isDesk = !useMedia("(max-width: 1199px)");
  const tree = (
    <WeightTree
      knobs={written.knobs}
      moved={moved}
      shares={(scores ?? live)?.weights}
      titleOf={titleOf}
      onMove={move}
      onRest={letGo}
    />
  );
  return (
    <Page
      headline={headline}
      dek={say("dek", {
        title,
        n: count,
        group: group?.short[language] ?? "",
        draws: fixed(live?.draws ?? 0, 0),
      })}
      strip={live?.tables !== undefined && <Strip analysis={analysis} view={view} context={context} title={headline} />}
      source={`${shell("source", { source: analysis.credit[language] })} ${say("possibleNote", { draws: fixed(draws.possible, 0) })}`}
      rail={
        <>
          <ClusterPart />
          <RankingPart title={say("live")} all={all} chosen={analysis} />
          <RecipeRail written={written} />
        </>
      }
      side={
        <>
          {isDesk && (
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
      }
    >
      {error !== undefined && <p className="stale">{error[language]}</p>}
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
      <div className="lab">
        <section>
          <div className="title-line">
            <h2>{say("live")}</h2>
            <span className="quiet" role="status">
              {live !== undefined && say("refining", { draws: fixed(live.draws, 0) })}
            </span>
          </div>
          <LiveRanking
            view={view}
            context={context}
            scores={scores}
            isLong={isLong}
            place={place}
            name={say("live")}
            nameOf={names.place}
            onSelect={select}
          />
        </section>
        <section>
          <h2>{say("bump")}</h2>
          <Conventions rows={rows} compared={compared} place={place} nameOf={names.place} onSelect={select} />
        </section>
      </div>
      <div className="lab under-rule">
        <section>
          <h2>{say("flips")}</h2>
          <FlipsTable rows={rows} compared={compared} nameOf={names.place} />
          <h2>{say("silent")}</h2>
          <p className="quiet">{say("silentNote")}</p>
          <WhenSeen>
            <SilentChoices received={received} holds={holds} written={written} />
          </WhenSeen>
        </section>
        <section>
          {known === undefined ? (
            <p className="quiet">{say("pickPlace")}</p>
          ) : (
            <>
              <h2>{say("lead", { place: names.place(known) })}</h2>
              <PlaceLead place={known} {...about} />
              <h2>{say("obstacles", { place: names.place(known) })}</h2>
              <p className="quiet">{say("obstaclesNote")}</p>
              <PlaceObstacles place={known} {...about} />
            </>
          )}
          <h2>{say("possible")}</h2>
          <Possible ends={possible?.tables?.["rank-ends"]} rows={rows} nameOf={names.place} place={place} />
        </section>
      </div>
    </Page>
  );
}
