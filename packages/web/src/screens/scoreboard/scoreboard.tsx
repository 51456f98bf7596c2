import "./scoreboard.css";
import type { Table, View } from "@conurb/core/contract";
import { chance, fixed, numberFormat, range, shownGroup } from "@conurb/figures";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useBench, useResult } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { lookAt } from "../../figures/linked.ts";
import { useNarrow } from "../../figures/use-width.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Dialog } from "../../shell/dialog.tsx";
import { Page, RailPart } from "../../shell/page.tsx";
import { Passport } from "../../shell/passport.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Strip } from "../../shell/strip.tsx";
import { headcount, narrowed, rankings, rowsOf, scoreBehind, withSize, yearsIn } from "./board-data.ts";
import { FieldStrips } from "./field-strips.tsx";
import { headlineOf } from "./headline.ts";
import { usePeers, useReceived } from "./use-peers.ts";
import { words } from "./words.ts";
import { YearPart } from "./year-part.tsx";

const mostPeers = 5;

export default function Scoreboard() {
  const { outline } = useBench();
  const say = useSay(words);
  const all = useMemo(() => (outline === undefined ? [] : rankings(outline)), [outline]);
  const asked = useAddress().get("of");
  const chosen = all.find(({ analysis }) => analysis.name === asked) ?? all[0];
  if (outline === undefined || chosen === undefined) {
    return (
      <Page headline={say("none")} rail={<ClusterPart />}>
        <p className="empty">{say("noneText")}</p>
      </Page>
    );
  }
  return <Board outline={outline} all={all} chosen={chosen} />;
}

interface BoardProps {
  readonly outline: Outline;
  readonly all: ReturnType<typeof rankings>;
  readonly chosen: ReturnType<typeof rankings>[number];
}

function Board({ outline, all, chosen: { analysis, view } }: BoardProps) {
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const narrow = useNarrow();
  const whying = useRef<HTMLDialogElement>(null);
  const result = useResult(analysis);
  const names = useMemo(() => codeNames(outline, language), [outline, language]);

  const shownWhole = result?.tables.find(({ name }) => name === view.table);
  const years = useMemo(() => yearsIn(shownWhole), [shownWhole]);
  const year =
    years.length === 0
      ? undefined
      : (years.find((each) => String(each) === address.get("year")) ?? lastWithRanks(shownWhole, years));
  const group = shownGroup(outline.groups, address.get("cluster"));
  const there = useMemo(
    () => new Set(rowsOf(shownWhole ?? emptyTable, view).map(({ place }) => place)),
    [shownWhole, view],
  );
  // a municipality is a province too: two of thirteen members are no ranking of the cluster
  const isOfGroup =
    group !== undefined && 2 * group.members.filter((code) => there.has(code)).length >= group.members.length;
  const members = isOfGroup ? group.members : undefined;

  const counted = headcount(outline);
  const sizesAnswer = useAnswer<Table>(
    counted === undefined ? undefined : `/api/tables/${counted.set}?run=${outline.lock}`,
  ).value;
  const sizes = useMemo(
    () => (sizesAnswer === undefined ? undefined : (tableFrom(sizesAnswer) as Table)),
    [sizesAnswer],
  );

  const tables = useMemo(() => {
    if (result === undefined) return undefined;
    const cut = narrowed(result, members, year);
    const shown = cut[view.table] as Table;
    return { ...cut, [view.table]: withSize(shown, sizes, counted?.column) };
  }, [result, members, year, view, sizes, counted?.column]);
  const whole = useMemo(() => (result === undefined ? {} : narrowed(result, undefined, year)), [result, year]);
  const rows = useMemo(() => (tables === undefined ? [] : rowsOf(tables[view.table] as Table, view)), [tables, view]);

  const selected = address.get("place");
  const place = selected !== undefined && rows.some((row) => row.place === selected) ? selected : undefined;
  const received = useReceived(analysis);
  const near = usePeers(received, analysis.key ?? "", place, year).slice(0, mostPeers);
  const peerList = near.map(({ peer }) => peer).join(" ");
  const peers = useMemo(() => (peerList === "" ? [] : peerList.split(" ")), [peerList]);
  const scores = useMemo(
    () => new Map(rowsOf(whole[view.table] ?? emptyTable, view).map((row) => [row.place, row.score])),
    [whole, view],
  );

  const select = useCallback(
    (code: string | undefined) => address.set({ place: code === selected ? undefined : code }),
    [address, selected],
  );
  const setYear = useCallback((next: number) => address.set({ year: String(next) }, "quietly"), [address]);
  useEffect(() => () => lookAt(undefined), []);

  const context = useMemo(
    () => ({
      ...outline.names,
      tables: tables ?? {},
      whole,
      ...(members === undefined ? {} : { members }),
      ...(place === undefined ? {} : { selected: [place] }),
      peers,
    }),
    [outline, tables, whole, members, place, peers],
  );
  const rankingContext = useMemo(
    () => ({ ...context, height: narrow ? undefined : 640 }) as typeof context,
    [context, narrow],
  );
  const form =
    address.get("map") === "dots" || address.get("map") === "tiles"
      ? (address.get("map") as "dots" | "tiles")
      : undefined;
  const hasSize = tables?.[view.table]?.columns.some(({ name }) => name === "size") === true;
  const mapView = useMemo(
    (): View => ({
      kind: "map",
      table: view.table,
      place: view.place,
      value: view.score,
      low: view.low,
      high: view.high,
      ...(hasSize ? { size: "size" } : {}),
      ...(form === undefined ? {} : { form }),
    }),
    [view, form, hasSize],
  );
  const isTiles = form === "tiles" || (form === undefined && rows.length > 20);
  const trendView = useMemo(
    (): View => ({ kind: "trend", table: view.table, time: "year", value: view.score, series: view.place }),
    [view],
  );
  const trendContext = useMemo(() => {
    const cut = result === undefined || years.length < 2 ? {} : narrowed(result, members, undefined);
    return { ...context, tables: cut, whole: cut };
  }, [result, members, years, context]);

  const ranked = rows.filter(({ rank }) => Number.isFinite(rank));
  const total = members?.length ?? rows.length;
  const draws = fixed(Number(result?.scalars.draws ?? 0), 0);
  const title = analysis.title[language] + (year === undefined ? "" : ` · ${year}`);
  const headline = tables === undefined ? title : headlineOf(ranked, names, language);
  const dek = say(ranked.length === total ? "dekAll" : "dek", { title, ranked: ranked.length, n: total, draws });
  const own = rows.find((row) => row.place === place);
  const before = own === undefined ? undefined : ranked.find(({ next }) => next === own.place);
  const behind = scoreBehind(outline, analysis);
  const set = outline.indicators.find(({ name }) => name === analysis.inputs.data?.name);
  const aspects = [...new Set(set?.leaves.map(({ aspect }) => aspect))];
  const pane = address.get("pane") ?? "ranking";
  const withTrend = years.length > 1;

  return (
    <Page
      headline={headline}
      dek={dek}
      strip={tables && <Strip analysis={analysis} view={view} context={context} title={headline} />}
      source={`${shell("source", { source: analysis.credit[language] })} ${say("seeds", { seed: String(outline.seed), draws })}`}
      guide={[say("guideTier"), say("guideDraw"), say("guideGap")]}
      side={
        <Passport
          of={
            own === undefined
              ? undefined
              : {
                  analysis: (behind ?? analysis).name,
                  table: behind === undefined ? view.table : "scores",
                  column: "score",
                  keys: year === undefined ? [own.place] : [own.place, String(year)],
                }
          }
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
          {all.length > 1 && (
            <RailPart title={say("ranking")} chip={analysis.title[language]}>
              {all.map((each) => (
                <button
                  key={each.analysis.name}
                  type="button"
                  className="opt"
                  aria-pressed={each.analysis === analysis}
                  onClick={() => address.set({ of: each.analysis.name, place: undefined, year: undefined })}
                >
                  <span>{each.analysis.title[language]}</span>
                </button>
              ))}
            </RailPart>
          )}
          {year !== undefined && withTrend && <YearPart years={years} year={year} onYear={setYear} />}
          {!narrow && aspects.length > 0 && (
            <RailPart title={say("aspects")}>
              {aspects.map((aspect) => (
                <p key={aspect} className="opt">
                  <span title={set?.aspects[aspect]?.[language]}>{set?.aspects[aspect]?.[language] ?? aspect}</span>
                  <em>{say("count", { n: set?.leaves.filter((leaf) => leaf.aspect === aspect).length ?? 0 })}</em>
                </p>
              ))}
            </RailPart>
          )}
          <RailPart
            title={place === undefined ? say("peers") : say("peersOf", { place: names.place(place) })}
            chip={say("peers")}
          >
            {place === undefined && <p className="quiet">{say("pickPlace")}</p>}
            {near.map(({ peer }) => (
              <button
                key={peer}
                type="button"
                className="opt"
                data-place={peer}
                onMouseEnter={() => lookAt(peer)}
                onMouseLeave={() => lookAt(undefined)}
                onClick={() => address.set({ place: peer, ...clusterOf(outline, peer) })}
              >
                <i className="hollow" />
                <span>{names.place(peer)}</span>
                <em>{fixed(scores.get(peer) ?? Number.NaN, 2)}</em>
              </button>
            ))}
            {near.length > 0 && (
              <button type="button" className="as-link quiet" onClick={() => whying.current?.showModal()}>
                {say("why")}
              </button>
            )}
          </RailPart>
        </>
      }
    >
      {narrow && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div className="seg wide" role="group" aria-label={say("panes")}>
          {(["ranking", "map", ...(withTrend ? (["trend"] as const) : []), "peers"] as const).map((each) => (
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
      )}
      <div className="board" data-pane={pane}>
        <div className="board-left">
          <section data-pane="map">
            <div className="title-line">
              <h2>{say("map")}</h2>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
              <span className="seg" role="group" aria-label={say("map")}>
                {(["dots", "tiles"] as const).map((each) => (
                  <button
                    key={each}
                    type="button"
                    aria-pressed={isTiles === (each === "tiles")}
                    onClick={() => address.set({ map: each }, "quietly")}
                  >
                    {say(each)}
                  </button>
                ))}
              </span>
            </div>
            {tables !== undefined && (
              <FigureBox view={mapView} context={context} name={`${say("map")}: ${headline}`} onSelect={select} />
            )}
          </section>
          {withTrend && (
            <section data-pane="trend">
              <div className="title-line">
                <h2>{say("trend")}</h2>
              </div>
              {tables !== undefined && (
                <FigureBox
                  view={trendView}
                  context={trendContext}
                  name={say("trend")}
                  onSelect={select}
                  withNotes={false}
                />
              )}
            </section>
          )}
          {received?.table !== undefined && place !== undefined && set !== undefined && (
            <section data-pane="peers">
              <div className="title-line">
                <h2>{say("placeAndPeers", { place: names.place(place) })}</h2>
                <span className="quiet">{say("field", { n: there.size })}</span>
              </div>
              <FieldStrips
                table={received.table}
                indicators={set.leaves}
                place={place}
                peers={peers}
                year={year}
                label={say("placeAndPeers", { place: names.place(place) })}
              />
            </section>
          )}
          {place === undefined && narrow && (
            <section data-pane="peers">
              <p className="empty">{say("pickPlace")}</p>
            </section>
          )}
        </div>
        <section className="board-right" data-pane="ranking">
          {tables !== undefined && (
            <FigureBox view={view} context={rankingContext} name={headline} onSelect={select} withNotes={false} />
          )}
          {own !== undefined && (
            <p className="sure">
              <b>{say("sure")}</b> {sureText()}
            </p>
          )}
        </section>
      </div>
      <Dialog ref={whying} title={place === undefined ? "" : say("whyTitle", { place: names.place(place) })}>
        <p>{say("whyText")}</p>
        <div className="scroll">
          <table className="data">
            <thead>
              <tr>
                <th className="label">{say("peers")}</th>
                <th>{say("distance")}</th>
                {near[0]?.differences.map(({ indicator }) => (
                  <th key={indicator}>{names.of(indicator)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {near.map(({ peer, distance, differences }) => (
                <tr key={peer}>
                  <td className="label">{names.place(peer)}</td>
                  <td>{fixed(distance, 2)}</td>
                  {differences.map(({ indicator, difference }) => (
                    <td key={indicator}>{numberFormat("1", [difference], language, 2).format(-difference)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Dialog>
    </Page>
  );

  function sureText(): string {
    if (own === undefined) return "";
    const here = names.place(own.place);
    const ahead = own.next === undefined ? undefined : { other: names.place(own.next), share: chance(own.aheadOfNext) };
    const end = language === "zh" ? "。" : ".";
    if (before === undefined) return ahead === undefined ? "" : say("sureAheadOnly", { place: here, ...ahead }) + end;
    const first = say("sureBehind", {
      place: here,
      other: names.place(before.place),
      share: chance(before.aheadOfNext),
    });
    return first + (ahead === undefined ? "" : (language === "zh" ? "，" : ", ") + say("sureAhead", ahead)) + end;
  }
}

const emptyTable: Table = { name: "", rows: 0, key: [], columns: [] };

function lastWithRanks(table: Table | undefined, years: readonly number[]): number | undefined {
  const [year, rank] = ["year", "rank"].map((name) => table?.columns.find((column) => column.name === name)?.values);
  if (year === undefined || rank === undefined) return years.at(-1);
  const told = [...(year as Float64Array)].filter((_, row) => Number.isFinite(rank[row] as number));
  return told.length === 0 ? years.at(-1) : Math.max(...told);
}

function clusterOf({ groups }: Outline, code: string): { cluster?: string } {
  const group = groups.find(({ members }) => members.includes(code));
  return group === undefined ? {} : { cluster: group.id };
}
