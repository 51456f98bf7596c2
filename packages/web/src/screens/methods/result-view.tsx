import type { MethodResult } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { drawable, resultContext, sentence } from "@conurb/figures";
import { useMemo } from "react";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { viewKinds } from "../../figures/view-kinds.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { type CodeNames, codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { Strip } from "../../shell/strip.tsx";
import { DataTable } from "../../tables/data-table.tsx";
import { headlineNumbers } from "./headline-numbers.ts";
import type { MethodEntry } from "./method-entry.ts";
import { words } from "./words.ts";

interface ResultViewProps {
  readonly result: MethodResult;
  readonly method: Pick<MethodEntry, "views" | "scalars">;
  readonly outline: Outline;
  /** Of the study, where this is its result as it stands: then its views are shared, cited and saved. */
  readonly analysis?: OutlineAnalysis | undefined;
  /** Of made-up figures: their codes are none of the study's, whatever they look like. */
  readonly isExample?: boolean;
}

const noNames = { places: {}, groups: {}, labels: {} };

/** A result whole: what it says, its headline numbers, every view, every table. */
export function ResultView({ result, method, outline, analysis, isExample = false }: ResultViewProps) {
  const language = useLanguage();
  const say = useSay(words);
  const address = useAddress();
  const known = isExample ? noNames : outline.names;
  const names = useMemo(() => codeNames({ names: known }, language), [known, language]);
  const place = address.get("place");
  const context = useMemo(
    () => ({ ...resultContext(result, known), ...(place === undefined ? {} : { selected: [place] }) }),
    [result, known, place],
  );
  // a panel's trend says nothing of a cross-section, nor a map of places that lie nowhere
  const shown = method.views.filter((view) => drawable(view, context.tables, context.places));
  const numbers = headlineNumbers(result, method.scalars, context.labels, language);
  const said = result.findings.map((finding) => sentence(finding, names, language));
  return (
    <>
      {said.length > 0 && (
        <ul className="findings">
          {said.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {numbers.length > 0 && (
        <dl className="scalars">
          {numbers.map(({ name, title, value }) => (
            <div key={name}>
              <dt title={name}>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {shown.map((view, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: views of one kind and table differ by place alone
        <section key={`${view.kind} ${view.table} ${at}`} className="result-part">
          <h2>
            {view.title?.[language] ??
              result.tables.find(({ name }) => name === view.table)?.title?.[language] ??
              viewKinds[view.kind].name[language]}
          </h2>
          {analysis !== undefined && (
            <div className="view-strip">
              <Strip
                analysis={analysis}
                view={view}
                context={context}
                title={view.title?.[language] ?? analysis.title[language]}
              />
            </div>
          )}
          <FigureBox
            view={view}
            context={context}
            name={view.title?.[language] ?? viewKinds[view.kind].name[language]}
            widest={viewKinds[view.kind].isSquare ? 560 : 760}
            onSelect={(code) => address.set({ place: code }, "quietly")}
          />
        </section>
      ))}
      {result.tables.map((table) => (
        <section key={table.name} className="result-part">
          <h2>
            {table.title?.[language] ?? table.name} <span className="mono">{table.name}</span>
          </h2>
          <DataTable table={table} names={names} selected={place} />
        </section>
      ))}
      {result.dropped.length > 0 && (
        <details>
          <summary className="quiet">{say("dropped", { n: result.dropped.length })}</summary>
          <ul>
            {result.dropped.slice(0, 40).map(({ input, row, reason }) => (
              <li key={`${input} ${row}`} className="quiet">
                {row}: {reason[language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function warningsOf(result: MethodResult, language: Language, names: CodeNames): readonly string[] {
  return result.warnings.map((warning) => sentence(warning, names, language));
}
