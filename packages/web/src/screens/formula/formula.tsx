import "./formula.css";
import { findColumn, type Table } from "@conurb/core/contract";
import { filterRows } from "@conurb/core/tables";
import { fixed, range, shownGroup } from "@conurb/figures";
import { useCallback, useEffect, useMemo, useState } from "react";
import { parse } from "yaml";
import { bench } from "../../bench/bench.ts";
import { setAt } from "../../bench/edit-text.ts";
import type { Outline } from "../../bench/outline.ts";
import { useBench } from "../../bench/use-bench.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { lookAt } from "../../figures/linked.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page, RailPart } from "../../shell/page.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Strip } from "../../shell/strip.tsx";
import { rankings, rowsOf, yearsIn } from "../scoreboard/board-data.ts";
import { useReceived } from "../scoreboard/use-peers.ts";
import { Bump } from "./bump.tsx";
import { type Knob, type Written, writtenRecipe } from "./lab-recipe.ts";
import { draws, useLab } from "./use-lab.ts";
import { flipsOf } from "./variants.ts";
import { words } from "./words.ts";

const least = 0.05; // a weight is above 0; what is to be left out is taken out of the tree

export default function Formula() {
  const { outline, text } = useBench();
  const say = useSay(words);
  const address = useAddress();
  const all = useMemo(() => (outline === undefined ? [] : rankings(outline)), [outline]);
  const able = useMemo(
    () => all.filter(({ analysis }) => writtenRecipe(text, analysis.name) !== undefined),
    [all, text],
  );
  const chosen = able.find(({ analysis }) => analysis.name === address.get("of")) ?? able[0];
  if (outline === undefined || chosen === undefined) {
    return (
      <Page headline={say("none")}>
        <p className="empty">{say("noneText")}</p>
      </Page>
    );
  }
  return <Opened key={chosen.analysis.name} outline={outline} all={able} chosen={chosen} text={text} />;
}

interface OpenedProps {
  readonly outline: Outline;
  readonly all: ReturnType<typeof rankings>;
  readonly chosen: ReturnType<typeof rankings>[number];
  readonly text: string;
}

function Opened({ outline, all, chosen: { analysis, view }, text }: OpenedProps) {
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const written = useMemo(() => writtenRecipe(text, analysis.name), [text, analysis.name]) as Written;
  const received = useReceived(analysis);
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  // what was let go stands in the text: sliders follow it, also when it is undone
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is what ends a move
  useEffect(() => setMoved({}), [text]);
  const { live, variants, possible } = useLab(received, analysis.key ?? "", written, moved);

  const group = shownGroup(outline.groups, address.get("cluster"));
  const whole = live?.tables?.[view.table];
  const years = useMemo(() => yearsIn(whole), [whole]);
  const year = years.at(-1);
  const there = useMemo(() => new Set(rowsOf(whole ?? emptyTable, view).map(({ place }) => place)), [whole, view]);
  const known = group?.members.filter((code) => there.has(code)).length ?? 0;
  const members = group !== undefined && 2 * known >= group.members.length ? group.members : undefined;
  const cut = useCallback(
    (tables: Readonly<Record<string, Table>> | undefined) =>
      Object.fromEntries(Object.values(tables ?? {}).map((table) => [table.name, cutTable(table, members, year)])),
    [members, year],
  );
  const tables = useMemo(() => cut(live?.tables), [cut, live]);
  const place = address.get("place");
  const context = useMemo(
    () => ({
      ...outline.names,
      tables,
      whole: tables,
      ...(members === undefined ? {} : { members }),
      ...(place === undefined ? {} : { selected: [place] }),
      height: 600,
    }),
    [outline, tables, members, place],
  );
  const rows = useMemo(
    () => rowsOf(tables[view.table] ?? emptyTable, view).filter(({ rank }) => Number.isFinite(rank)),
    [tables, view],
  );
  const yours = useMemo(() => new Map(rows.map(({ place: code, rank }) => [code, rank])), [rows]);
  // these follow when the hand rests: nothing of them is worked out while a slider moves
  const compared = useMemo(
    () =>
      variants
        .filter(({ answer }) => answer.tables !== undefined)
        .map(({ variant, answer }) => {
          const shown = answer.tables?.[view.table] ?? emptyTable;
          const found = rowsOf(cutTable(shown, members, year), view).filter(({ rank }) => Number.isFinite(rank));
          return { word: variant.word, ranks: new Map(found.map(({ place: code, rank }) => [code, rank])) };
        }),
    [variants, view, members, year],
  );
  const shares = useMemo(() => {
    const table = possible?.tables?.["rank-shares"];
    return table === undefined ? undefined : cutTable(table, members, year);
  }, [possible, members, year]);
  const leader = rows[0];
  const bumpColumns = useMemo(
    () => [words.yours[language], ...compared.map(({ word }) => words[word][language])],
    [compared, language],
  );
  const bumpRows = useMemo(
    () =>
      rows.map(({ place: code, rank }) => ({
        place: code,
        name: names.place(code),
        ranks: [rank, ...compared.map(({ ranks }) => ranks.get(code) ?? Number.NaN)],
      })),
    [rows, compared, names],
  );
  const changed = compared.filter(({ ranks }) => leader !== undefined && (ranks.get(leader.place) ?? 1) > 1).length;
  const select = useCallback(
    (code: string | undefined) => address.set({ place: code === place ? undefined : code }),
    [address, place],
  );
  useEffect(() => () => lookAt(undefined), []);

  const write = (path: readonly (string | number)[], value: unknown) => bench.edit((now) => setAt(now, path, value));
  const letGo = (knob: Knob, weight: number) => {
    if (weight === knob.weight) return;
    bench.edit((now) => {
      const weighed = setAt(now, knob.path, weight);
      return written.weigh === "given" ? weighed : setAt(weighed, ["recipes", written.recipe, "weigh"], "given");
    });
  };
  const title = analysis.title[language];
  // two sets of indicators may call different things by one id: the set's own titles count
  const set = outline.indicators.find(({ name }) => name === written.set);
  const titles = (id: string) =>
    (set?.aspects[id] ?? set?.leaves.find((leaf) => leaf.id === id)?.title)?.[language] ?? id;
  const headline =
    leader === undefined || compared.length === 0
      ? title
      : say(changed === 0 ? "firstHolds" : "firstMoves", {
          n: compared.length,
          k: changed,
          place: names.place(leader.place),
        });
  const choices = (part: "weigh" | "normalise" | "aggregate", options: readonly (keyof typeof words)[]) =>
    options.map((option) => (
      <button
        key={option}
        type="button"
        className="opt"
        aria-pressed={written[part] === option}
        onClick={() => {
          if (part !== "normalise") write(["recipes", written.recipe, part], option);
          else bench.edit((now) => setMethod(now, written.recipe, option));
        }}
      >
        <span>{say(option)}</span>
      </button>
    ));
  return (
    <Page
      headline={headline}
      dek={say("dek", {
        title,
        n: rows.length,
        group: group?.short[language] ?? "",
        draws: fixed(live?.draws ?? 0, 0),
      })}
      strip={live !== undefined && <Strip analysis={analysis} view={view} context={context} title={headline} />}
      source={`${shell("source", { source: analysis.credit[language] })} ${say("possibleNote", { draws: fixed(draws.possible, 0) })}`}
      rail={
        <>
          <ClusterPart />
          {all.length > 1 && (
            <RailPart title={words.live[language]} chip={title}>
              {all.map((each) => (
                <button
                  key={each.analysis.name}
                  type="button"
                  className="opt"
                  aria-pressed={each.analysis === analysis}
                  onClick={() => address.set({ of: each.analysis.name, place: undefined })}
                >
                  <span>{each.analysis.title[language]}</span>
                </button>
              ))}
            </RailPart>
          )}
          <RailPart title={say("weigh")}>
            {choices("weigh", ["given", "equal", "entropy", "critic", "cv", "pca"])}
          </RailPart>
          <RailPart title={say("scaling")}>{choices("normalise", ["min-max", "z-score", "rank"])}</RailPart>
          <RailPart title={say("mean")}>{choices("aggregate", ["arithmetic", "geometric", "harmonic"])}</RailPart>
          <p className="quiet">{say("edits", { recipe: written.recipe, set: written.set })}</p>
        </>
      }
      side={
        <>
          <section>
            <h3>{say("tree")}</h3>
            <ul className="knobs">
              {written.knobs.map((knob) => (
                <KnobRow
                  key={knob.id}
                  knob={knob}
                  name={titles(knob.id)}
                  weight={moved[knob.id] ?? knob.weight}
                  share={live?.weights?.[knob.id]}
                  onMove={(weight) => setMoved((before) => ({ ...before, [knob.id]: weight }))}
                  onRest={(weight) => letGo(knob, weight)}
                />
              ))}
            </ul>
          </section>
          <section className="read passport">
            <h3>{shell("read")}</h3>
            <p>{say("guideSlider")}</p>
            <p>{say("guideShares")}</p>
            <p>{say("guideOrder")}</p>
          </section>
        </>
      }
    >
      {live?.error !== undefined && <p className="stale">{live.error[language]}</p>}
      <div className="lab">
        <section>
          <div className="title-line">
            <h2>{say("live")}</h2>
            <span className="quiet" role="status">
              {live !== undefined && say("refining", { draws: fixed(live.draws, 0) })}
            </span>
          </div>
          {live?.tables !== undefined && (
            <FigureBox view={view} context={context} name={headline} onSelect={select} withNotes={false} />
          )}
        </section>
        <section>
          <div className="title-line">
            <h2>{say("bump")}</h2>
          </div>
          <Bump label={say("bump")} columns={bumpColumns} rows={bumpRows} selected={place} onSelect={select} />
        </section>
      </div>
      <div className="lab-under">
        <section>
          <h2>{say("flips")}</h2>
          <p className="quiet">{say("flipsNote")}</p>
          <table className="data">
            <thead>
              <tr>
                <th className="label">{say("instead")}</th>
                <th>{say("flipped")}</th>
                <th className="label">{say("who")}</th>
              </tr>
            </thead>
            <tbody>
              {compared.map(({ word, ranks }) => {
                const flips = flipsOf(yours, ranks);
                return (
                  <tr key={word}>
                    <td className="label">{say(word)}</td>
                    <td>{flips.length}</td>
                    <td className="label">
                      {flips.length === 0
                        ? say("nobody")
                        : flips
                            .slice(0, 2)
                            .map(({ above, below }) => say("passes", { a: names.place(above), b: names.place(below) }))
                            .join(language === "zh" ? "；" : "; ")}
                      {flips.length > 2 && <span className="quiet"> +{flips.length - 2}</span>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{say("possible")}</h2>
          <Possible shares={shares} rows={rows} names={names} selected={place} />
        </section>
      </div>
    </Page>
  );
}

/** The method of a recipe's scaling; its other settings stay. */
function setMethod(text: string, recipe: string, method: string): string {
  const declared = (parse(text) as { recipes?: Record<string, { normalise?: unknown }> }).recipes?.[recipe]?.normalise;
  return typeof declared === "object" && declared !== null
    ? setAt(text, ["recipes", recipe, "normalise", "method"], method)
    : setAt(text, ["recipes", recipe, "normalise"], method);
}

interface KnobRowProps {
  readonly knob: Knob;
  readonly name: string;
  readonly weight: number;
  readonly share: number | undefined;
  readonly onMove: (weight: number) => void;
  readonly onRest: (weight: number) => void;
}

function KnobRow({ knob, name, weight, share, onMove, onRest }: KnobRowProps) {
  const say = useSay(words);
  const id = `knob-${knob.id}`;
  const shown = share === undefined ? "" : fixed(100 * share, 1);
  const rest = (event: { readonly currentTarget: HTMLInputElement }) => onRest(Number(event.currentTarget.value));
  return (
    <li className={knob.isAspect ? "aspect" : undefined}>
      <label htmlFor={id} title={say("pathOf", { path: knob.path.join(".") })}>
        {name}
      </label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={4}
        step={0.05}
        value={weight}
        aria-valuetext={say("share", { share: shown })}
        onChange={(event) => onMove(Number(event.target.value))}
        onPointerUp={rest}
        onKeyUp={rest}
        onBlur={rest}
      />
    </li>
  );
}

interface PossibleProps {
  readonly shares: Table | undefined;
  readonly rows: ReturnType<typeof rowsOf>;
  readonly names: { place(code: string): string };
  readonly selected: string | undefined;
}

function Possible({ shares, rows, names, selected }: PossibleProps) {
  const found = useMemo(() => {
    const ends = new Map<string, [number, number]>();
    const [places, ranks] = [
      shares && findColumn(shares, "place")?.values,
      shares && findColumn(shares, "rank")?.values,
    ];
    for (let row = 0; row < (shares?.rows ?? 0); row += 1) {
      const [code, rank] = [String(places?.[row]), Number(ranks?.[row])];
      const [low, high] = ends.get(code) ?? [rank, rank];
      ends.set(code, [Math.min(low, rank), Math.max(high, rank)]);
    }
    return ends;
  }, [shares]);
  const n = Math.max(rows.length, 2);
  const x = (rank: number) => (100 * (rank - 1)) / (n - 1);
  return (
    <ul className="possible">
      {rows.map(({ place, rank }) => {
        const [low, high] = found.get(place) ?? [rank, rank];
        const colour = place === selected ? "var(--accent)" : "var(--ink-3)";
        return (
          <li key={place} data-place={place}>
            <span>{names.place(place)}</span>
            <svg width="100%" height="13" aria-hidden="true">
              <line
                x1={`${x(low)}%`}
                x2={`${x(high)}%`}
                y1={6.5}
                y2={6.5}
                stroke={colour}
                strokeOpacity={0.5}
                strokeWidth={6}
              />
              <circle cx={`${x(rank)}%`} cy={6.5} r={3.4} fill="var(--surface)" stroke={colour} strokeWidth={1.4} />
            </svg>
            <span className="quiet">{range(low, high)}</span>
          </li>
        );
      })}
    </ul>
  );
}

const emptyTable: Table = { name: "", rows: 0, key: [], columns: [] };

function cutTable(table: Table, members: readonly string[] | undefined, year: number | undefined): Table {
  const places = findColumn(table, "place");
  const there = new Set(places?.kind === "label" ? places.values : []);
  const where = {
    ...(members !== undefined && places !== undefined ? { place: members.filter((code) => there.has(code)) } : {}),
    ...(year !== undefined && findColumn(table, "year") !== undefined ? { year } : {}),
  };
  return Object.keys(where).length === 0 ? table : filterRows(table, where);
}
