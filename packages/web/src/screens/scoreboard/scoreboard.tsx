import "./scoreboard.css";
import { fixed, range } from "@conurb/figures";
import { useCallback, useEffect, useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import { useBench } from "../../bench/use-bench.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { lookAt } from "../../figures/linked.ts";
import { useNarrow } from "../../figures/use-width.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { NextStep } from "../../offers/next-step.tsx";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page, RailPart } from "../../shell/page.tsx";
import { Passport } from "../../shell/passport.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Strip } from "../../shell/strip.tsx";
import { rankings, scoreBehind } from "./board-data.ts";
import { BoardViews } from "./board-views.tsx";
import { headlineOf } from "./headline.ts";
import { HowSure } from "./how-sure.tsx";
import { PeersPart } from "./peers-part.tsx";
import { RankingPart } from "./ranking-part.tsx";
import { useBoard } from "./use-board.ts";
import { words } from "./words.ts";
import { YearPart } from "./year-part.tsx";

/** The ranking that the address names, else the first. */
export default function Scoreboard() {
  const { outline } = useBench();
  const say = useSay(words);
  const all = useMemo(() => (outline === undefined ? [] : rankings(outline)), [outline]);
  const asked = useAddress().get("of");
  const chosen = all.find(({ analysis }) => analysis.name === asked) ?? all[0];
  if (outline === undefined || chosen === undefined) {
    return (
      <Page headline={say("none")} rail={<ClusterPart />}>
        <NextStep screen="scoreboard" />
      </Page>
    );
  }
  return <Ranked outline={outline} all={all} chosen={chosen} />;
}

interface RankedProps {
  readonly outline: Outline;
  readonly all: ReturnType<typeof rankings>;
  readonly chosen: ReturnType<typeof rankings>[number];
}

function Ranked({ outline, all, chosen }: RankedProps) {
  const { analysis, view } = chosen;
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const narrow = useNarrow();
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const board = useBoard(outline, chosen);
  const { tables, rows, years, year, place, context, total } = board;

  const selected = address.get("place");
  const select = useCallback(
    (code: string | undefined) => address.set({ place: code === selected ? undefined : code }),
    [address, selected],
  );
  const setYear = useCallback((next: number) => address.set({ year: String(next) }, "quietly"), [address]);
  useEffect(() => () => lookAt(undefined), []);

  const rankingContext = useMemo(
    () => ({ ...context, height: narrow ? undefined : 640 }) as typeof context,
    [context, narrow],
  );
  const ranked = rows.filter(({ rank }) => Number.isFinite(rank));
  const draws = fixed(board.draws, 0);
  const title = analysis.title[language] + (year === undefined ? "" : ` · ${year}`);
  const headline = tables === undefined ? title : headlineOf(ranked, names, language, year);
  const own = rows.find((row) => row.place === place);
  const behind = scoreBehind(outline, analysis);
  const set = outline.indicators.find(({ name }) => name === analysis.inputs.data?.name);
  const withTrend = years.length > 1;
  const panes = ["ranking", "map", ...(withTrend ? (["trend"] as const) : []), "peers"] as const;
  const pane = panes.find((each) => each === address.get("pane")) ?? "ranking";
  const number = own && {
    analysis: (behind ?? analysis).name,
    table: behind === undefined ? view.table : "scores",
    column: "score",
    keys: year === undefined ? [own.place] : [own.place, String(year)],
  };
  return (
    <Page
      headline={headline}
      dek={say(ranked.length === total ? "dekAll" : "dek", { title, ranked: ranked.length, n: total, draws })}
      strip={tables && <Strip analysis={analysis} view={view} context={context} title={headline} />}
      source={`${shell("source", { source: analysis.credit[language] })} ${say("seeds", { seed: String(outline.seed), draws })}`}
      guide={[say("guideTier"), say("guideDraw"), say("guideGap")]}
      side={
        <Passport
          of={number}
          title={
            own === undefined
              ? ""
              : say("score", { place: names.place(own.place) }) + (year === undefined ? "" : ` · ${year}`)
          }
          beside={own === undefined ? "" : say("beside", { rank: own.rank, range: range(own.low, own.high) })}
        />
      }
      rail={
        <>
          <ClusterPart />
          <RankingPart title={say("ranking")} all={all} chosen={analysis} />
          {year !== undefined && withTrend && <YearPart years={years} year={year} onYear={setYear} />}
          {!narrow && <AspectsPart set={set} />}
          <PeersPart outline={outline} board={board} names={names} />
        </>
      }
    >
      {narrow && <Panes panes={panes} pane={pane} />}
      <div className="board" data-pane={pane}>
        <BoardViews board={board} view={view} set={set} names={names} headline={headline} onSelect={select} />
        <section className="board-right" data-pane="ranking">
          {tables !== undefined && (
            <FigureBox view={view} context={rankingContext} name={headline} onSelect={select} withNotes={false} />
          )}
          <HowSure rows={rows} place={place} names={names} />
        </section>
      </div>
    </Page>
  );
}

/** What the indicators of a set are about, and how many are about it. */
function AspectsPart({ set }: { readonly set: Outline["indicators"][number] | undefined }) {
  const language = useLanguage();
  const say = useSay(words);
  const aspects = [...new Set(set?.leaves.map(({ aspect }) => aspect))];
  if (set === undefined || aspects.length === 0) return null;
  return (
    <RailPart title={say("aspects")}>
      {aspects.map((aspect) => (
        <p key={aspect} className="opt">
          <span title={set.aspects[aspect]?.[language]}>{set.aspects[aspect]?.[language] ?? aspect}</span>
          <em>{say("count", { n: set.leaves.filter((leaf) => leaf.aspect === aspect).length })}</em>
        </p>
      ))}
    </RailPart>
  );
}

type Pane = "ranking" | "map" | "trend" | "peers";

/** Which part of the board a telephone shows. */
function Panes({ panes, pane }: { readonly panes: readonly Pane[]; readonly pane: Pane }) {
  const say = useSay(words);
  const address = useAddress();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="seg wide" role="group" aria-label={say("panes")}>
      {panes.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={pane === each}
          onClick={() => address.set({ pane: each }, "quietly")}
        >
          {say(each === "map" ? "mapShort" : each)}
        </button>
      ))}
    </div>
  );
}
