import "./data.css";
import type { Table } from "@conurb/core/contract";
import { chance, palettes, textOn } from "@conurb/figures";
import { useMemo } from "react";
import { Refused } from "../../bench/ask.ts";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { Page, RailPart } from "../../shell/page.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { DataNotes } from "../../shell/strip.tsx";
import { useTheme } from "../../shell/theme.ts";
import { DataTable } from "../../tables/data-table.tsx";
import { coverageOf } from "./coverage.ts";
import { words } from "./words.ts";

/** The study's tables as they stand: coverage, every figure, what is said of them. */
export default function DataRoom() {
  const { outline } = useBench();
  return outline === undefined ? null : <Room outline={outline} />;
}

function Room({ outline }: { readonly outline: Outline }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
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
  const coverage = useMemo(() => (table === undefined ? undefined : coverageOf(table)), [table]);
  const title = (set ?? dataset)?.title[language] ?? say("opening");
  const pick = (each: { readonly name: string; readonly title: { readonly en: string; readonly zh: string } }) => (
    <button
      key={each.name}
      type="button"
      className="opt"
      aria-pressed={each.name === name}
      onClick={() => address.set({ table: each.name })}
    >
      <span title={each.title[language]}>{each.title[language]}</span>
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
      rail={
        <>
          <RailPart title={say("sets")} chip={title}>
            {outline.indicators.map(pick)}
          </RailPart>
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
      guide={[say("guide"), say("guideCover")]}
      side={
        dataset !== undefined ? (
          <section className="read">
            <h3>{say("notes")}</h3>
            <DataNotes names={[dataset.name]} />
          </section>
        ) : (
          set !== undefined && (
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
          )
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
      {table !== undefined && coverage !== undefined && (
        <>
          <section className="room-part">
            <h2>{say("coverage")}</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
            <section className="scroll" tabIndex={0} aria-label={say("coverage")}>
              <table className="data coverage">
                <thead>
                  <tr>
                    <th className="label" scope="col">
                      {say("variable")}
                    </th>
                    {coverage.years.map((year) => (
                      <th key={year} scope="col">
                        {year}
                      </th>
                    ))}
                    <th scope="col">{say("all")}</th>
                  </tr>
                </thead>
                <tbody>
                  {coverage.variables.map(({ column, shares, whole }) => (
                    <tr key={column.name}>
                      <th className="label" scope="row">
                        {column.title?.[language] ?? column.name} <span className="mono">{column.name}</span>
                      </th>
                      {shares.map((share, at) => (
                        <Covered key={coverage.years[at]} share={share} />
                      ))}
                      <Covered share={whole} />
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </section>
          <section className="room-part">
            <h2>{say("cells")}</h2>
            <DataTable key={table.name} table={table} names={names} selected={address.get("place")} />
          </section>
        </>
      )}
    </Page>
  );
}

/** A share of figures: the darker the more; none at all is hatched. */
function Covered({ share }: { readonly share: number }) {
  const theme = useTheme();
  if (!(share > 0)) return <td className="gap">0</td>;
  const colours = palettes[theme].sequential;
  const fill = colours[Math.min(colours.length - 1, Math.floor(share * colours.length))] as string;
  return <td style={{ background: fill, color: textOn(fill) }}>{Math.round(100 * share)}</td>;
}
