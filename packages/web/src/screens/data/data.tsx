import "./data.css";
import { findColumn, type Table } from "@conurb/core/contract";
import { chance } from "@conurb/figures";
import { lazy, useMemo } from "react";
import { Link, useLocation } from "wouter";
import type { Outline } from "../../bench/outline.ts";
import { problemsOf } from "../../bench/refused.ts";
import { siteData } from "../../bench/site-data.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { Page } from "../../shell/page.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { DataNotes } from "../../shell/strip.tsx";
import { NextPart } from "../home/next-part.tsx";
import { type Coverage, coverageOf } from "./coverage.ts";
import { CoveragePart } from "./coverage-part.tsx";
import { DatasetPart } from "./dataset-part.tsx";
import { Definition } from "./definition.tsx";
import { FiguresPart } from "./figures-part.tsx";
import { DropFile } from "./import/drop-file.tsx";
import { useRoomNames } from "./room-names.ts";
import { TablesRail, titlesOf } from "./tables-rail.tsx";
import type { FlagMeanings } from "./told.ts";
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
  const asked = address.get("table");
  const set = outline.indicators.find(({ name }) => name === asked);
  const dataset =
    outline.datasets.find(({ name }) => name === asked) ?? (set === undefined ? outline.datasets[0] : undefined);
  const name = set?.name ?? dataset?.name;
  const { table, error } = useTable(name, outline.lock);
  const coverage = useMemo(() => (table === undefined ? undefined : coverageOf(table)), [table]);
  const titles = titlesOf(outline, language);
  const title = name === undefined ? say("opening") : (titles.get(name) ?? name);
  const columns = coverage?.variables.length ?? 0;
  return (
    <Page
      headline={coverage === undefined ? title : say("headline", { title, share: chance(coverage.whole) })}
      dek={table && say("dek", { rows: table.rows, columns, file: table.source?.file ?? name ?? "" })}
      strip={isServed && <Ways table={dataset?.name} />}
      rail={<TablesRail outline={outline} name={name} titles={titles} />}
      guide={[say("guide"), say("guideCover"), say("guideAccount")]}
      side={
        dataset !== undefined ? (
          <section className="read">
            <h3>{say("notes")}</h3>
            <DataNotes names={[dataset.name]} />
          </section>
        ) : (
          set !== undefined && <Definition set={set} />
        )
      }
      source={dataset?.credit}
    >
      {error !== undefined && (
        <section role="alert">
          <h2>{say("failed")}</h2>
          <ProblemList problems={problemsOf(error)} />
        </section>
      )}
      {dataset !== undefined && <NextPart outline={outline} table={dataset.name} />}
      {table !== undefined && coverage !== undefined && (
        <Opened
          outline={outline}
          table={table}
          coverage={coverage}
          dataset={isServed ? dataset?.name : undefined}
          meanings={dataset?.flags ?? outline.datasets.flatMap(({ flags }) => flags)}
        />
      )}
    </Page>
  );
}

/** A dataset or a set of indicators as analyses receive it. */
function useTable(name: string | undefined, run: string) {
  const { value, error } = useAnswer<Table>(
    name === undefined ? undefined : `/api/tables/${encodeURIComponent(name)}?run=${run}`,
  );
  const table = useMemo(() => (value === undefined ? undefined : (tableFrom(value) as Table)), [value]);
  return { table, error };
}

/** Where to go on from here. */
function Ways({ table }: { readonly table: string | undefined }) {
  const say = useSay(words);
  const address = useAddress();
  return (
    <>
      <Link href={address.to("/data/import")}>{say("bring")}</Link>
      {table !== undefined && <Link href={address.to("/data/indicators", { table })}>{say("makeIndicators")}</Link>}
    </>
  );
}

interface OpenedProps {
  readonly outline: Outline;
  readonly table: Table;
  readonly coverage: Coverage;
  /** Nothing where the table is of indicators, or no server knows what became of its file. */
  readonly dataset: string | undefined;
  readonly meanings: FlagMeanings;
}

/** A table: which figures there are, what became of its file's cells, and the figures. */
function Opened({ outline, table, coverage, dataset, meanings }: OpenedProps) {
  const language = useLanguage();
  const names = useRoomNames(outline, table);
  return (
    <>
      <CoveragePart table={table} coverage={coverage} names={names} meanings={meanings} />
      {dataset !== undefined && (
        <DatasetPart
          name={dataset}
          run={outline.lock}
          names={names}
          titleOf={(column) => findColumn(table, column)?.title?.[language] ?? column}
          meanings={meanings}
        />
      )}
      <FiguresPart outline={outline} table={table} dataset={dataset} names={names} meanings={meanings} />
    </>
  );
}
