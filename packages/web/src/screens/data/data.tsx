import "./data.css";
import { findColumn, type Table } from "@conurb/core/contract";
import { chance } from "@conurb/figures";
import { lazy, useMemo } from "react";
import { Link, useLocation } from "wouter";
import { Refused } from "../../bench/ask.ts";
import type { Outline } from "../../bench/outline.ts";
import { siteData } from "../../bench/site-data.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { Page, RailPart } from "../../shell/page.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { DataNotes } from "../../shell/strip.tsx";
import { DataTable } from "../../tables/data-table.tsx";
import { NextPart } from "../home/next-part.tsx";
import { coverageOf } from "./coverage.ts";
import { CoveragePart } from "./coverage-part.tsx";
import { DatasetPart } from "./dataset-part.tsx";
import { evidenceOn } from "./evidence.ts";
import { FileFigures } from "./file-figures.tsx";
import { DropFile } from "./import/drop-file.tsx";
import { useRoomNames } from "./room-names.ts";
import { datasetTitle } from "./told.ts";
import { words } from "./words.ts";

const ImportWizard = lazy(() => import("./import/wizard.tsx"));
const MakeIndicators = lazy(() => import("./indicators/make-indicators.tsx"));
const isServed = siteData === undefined; // a site has no server that would take files in or write the study

/** The study's tables as they stand: coverage, every figure, what became of each cell, what is said of them. */
export default function DataRoom() {
  const { outline } = useBench();
  const [path] = useLocation();
  if (isServed && path.startsWith("/data/import")) return <ImportWizard />;
  if (isServed && path.startsWith("/data/indicators")) return <MakeIndicators />;
  if (outline === undefined) return null;
  return outline.datasets.length + outline.indicators.length === 0 ? <NoData /> : <Room outline={outline} />;
}

function NoData() {
  const say = useSay(words);
  return (
    <Page headline={say("noData")} dek={say("noDataText")}>
      {isServed && <DropFile />}
    </Page>
  );
}

function Room({ outline }: { readonly outline: Outline }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { text } = useBench();
  const asked = address.get("table");
  const set = outline.indicators.find(({ name }) => name === asked);
  const dataset =
    outline.datasets.find(({ name }) => name === asked) ?? (set === undefined ? outline.datasets[0] : undefined);
  const name = set?.name ?? dataset?.name;
  const answer = useAnswer<Table>(
    name === undefined ? undefined : `/api/tables/${encodeURIComponent(name)}?run=${outline.lock}`,
  );
  const table = useMemo(
    () => (answer.value === undefined ? undefined : (tableFrom(answer.value) as Table)),
    [answer.value],
  );
  const names = useRoomNames(outline, table);
  const coverage = useMemo(() => (table === undefined ? undefined : coverageOf(table)), [table]);
  const meanings = dataset?.flags ?? outline.datasets.flatMap(({ flags }) => flags);
  const isFiled = isServed && dataset !== undefined && address.get("figures") === "file";
  const titles = new Map([
    ...outline.datasets.map((each) => [each.name, datasetTitle(each, language)] as const),
    ...outline.indicators.map((each) => [each.name, each.title[language]] as const),
  ]);
  const titleOf = (each: string) => titles.get(each) ?? each;
  const title = name === undefined ? say("opening") : titleOf(name);
  const isShared = (title: string) => [...titles.values()].filter((each) => each === title).length > 1;
  const pick = (each: { readonly name: string }) => (
    <button
      key={each.name}
      type="button"
      className="opt"
      aria-pressed={each.name === name}
      onClick={() => address.set({ table: each.name, variable: undefined, figures: undefined })}
    >
      <span>
        {titleOf(each.name)} {isShared(titleOf(each.name)) && <span className="mono">{each.name}</span>}
      </span>
    </button>
  );
  return (
    <Page
      headline={coverage === undefined ? title : say("headline", { title, share: chance(coverage.whole) })}
      dek={
        table &&
        say("dek", {
          rows: table.rows,
          columns: coverage?.variables.length ?? 0,
          file: table.source?.file ?? name ?? "",
        })
      }
      strip={
        isServed && (
          <>
            <Link href={address.to("/data/import")}>{say("bring")}</Link>
            {dataset !== undefined && (
              <Link href={address.to("/data/indicators", { table: dataset.name })}>{say("makeIndicators")}</Link>
            )}
          </>
        )
      }
      rail={
        <>
          {outline.indicators.length > 0 && (
            <RailPart title={say("sets")} chip={title}>
              {outline.indicators.map(pick)}
            </RailPart>
          )}
          <RailPart title={say("datasets")}>{outline.datasets.map(pick)}</RailPart>
          {outline.absent.length > 0 && (
            <RailPart title={say("absent")}>
              {outline.absent.map((each) => (
                <p key={each.name} className="quiet">
                  {each.name}: {each.absent[language]}
                </p>
              ))}
            </RailPart>
          )}
        </>
      }
      guide={[say("guide"), say("guideCover"), say("guideAccount")]}
      side={
        dataset !== undefined ? (
          <section className="read">
            <h3>{say("notes")}</h3>
            <DataNotes names={[dataset.name]} />
          </section>
        ) : (
          set !== undefined && <Definition set={set} text={text} />
        )
      }
      source={dataset?.credit}
    >
      {answer.error instanceof Refused && (
        <section role="alert">
          <h2>{say("failed")}</h2>
          <ProblemList problems={answer.error.problems} />
        </section>
      )}
      {dataset !== undefined && <NextPart outline={outline} table={dataset.name} />}
      {table !== undefined && coverage !== undefined && (
        <>
          <CoveragePart table={table} coverage={coverage} names={names} meanings={meanings} />
          {isServed && dataset !== undefined && (
            <DatasetPart
              name={dataset.name}
              run={outline.lock}
              names={names}
              titleOf={(column) => findColumn(table, column)?.title?.[language] ?? column}
              meanings={meanings}
            />
          )}
          <section className="room-part">
            <div className="title-line">
              <h2>{say("cells")}</h2>
              {isServed && dataset !== undefined && (
                <span className="seg">
                  {([undefined, "file"] as const).map((which) => (
                    <button
                      key={which ?? "used"}
                      type="button"
                      aria-pressed={isFiled === (which === "file")}
                      onClick={() => address.set({ figures: which })}
                    >
                      {say(which === undefined ? "asUsed" : "asFiled")}
                    </button>
                  ))}
                </span>
              )}
            </div>
            {isFiled ? (
              <FileFigures key={name} name={dataset.name} outline={outline} meanings={meanings} />
            ) : (
              <DataTable key={table.name} table={table} names={names} selected={address.get("place")} />
            )}
          </section>
        </>
      )}
    </Page>
  );
}

/** How each indicator of a set is made, and what is known of it from others. */
function Definition({ set, text }: { readonly set: Outline["indicators"][number]; readonly text: string }) {
  const say = useSay(words);
  const language = useLanguage();
  const evidence = useMemo(() => evidenceOn(text, set.leaves), [text, set]);
  return (
    <>
      <section className="read">
        <h3>{say("definition")}</h3>
        {set.leaves.map(({ id, title: called, expr, unit, note }) => (
          <p key={id}>
            <b>{called?.[language] ?? id}</b>
            <br />
            <span className="mono">
              {expr} {unit === undefined ? "" : `[${unit}]`}
            </span>
            {note !== undefined && <span className="quiet"> {note[language]}</span>}
          </p>
        ))}
      </section>
      {evidence.length > 0 && (
        <section className="read">
          <h3>{say("evidence")}</h3>
          {evidence.map(({ name, text: said, source }) => (
            <p key={name}>
              {said[language]} <span className="quiet">{source[language]}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}
