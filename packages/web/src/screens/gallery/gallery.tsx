import "./gallery.css";
import { type Finding, findColumn, type MethodResult, type Table, type View } from "@conurb/core/contract";
import { numberFormat, sentence } from "@conurb/figures";
import { useCallback, useEffect, useMemo } from "react";
import { Link } from "wouter";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { useAnswer, useBench, useResult } from "../../bench/use-bench.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { lookAt } from "../../figures/linked.ts";
import { ofMembers, resultContext } from "../../figures/result-context.ts";
import { viewKinds } from "../../figures/view-kinds.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { type CodeNames, codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart, shownGroup } from "../../shell/cluster-part.tsx";
import { Page, RailPart } from "../../shell/page.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Strip } from "../../shell/strip.tsx";
import { DataTable } from "../../tables/data-table.tsx";
import type { MethodEntry } from "../methods/method-entry.ts";
import { words } from "./words.ts";

/** One view at a time of the study's analyses of some families: what it says, the picture, the table, what it rests on. */
export function Gallery({ families }: { readonly families: readonly string[] }) {
  const { outline } = useBench();
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const own = outline?.analyses.filter(({ method }) => families.includes(method.split("/")[0] as string)) ?? [];
  const views = own.flatMap((analysis) =>
    analysis.key === undefined
      ? []
      : analysis.views.map((view, at) => ({ analysis, view, id: `${analysis.name}.${at}` })),
  );
  const chosen = views.find(({ id }) => id === address.get("view")) ?? views[0];
  const lacking = own.filter(({ key }) => key === undefined);
  const rail = (
    <>
      <ClusterPart withAll />
      <RailPart title={say("views")} chip={chosen?.analysis.title[language]}>
        {views.map(({ id, analysis, view }) => (
          <button
            key={id}
            type="button"
            className="opt"
            aria-pressed={id === chosen?.id}
            onClick={() => address.set({ view: id })}
          >
            <span title={titleOf(analysis, view, language)}>{titleOf(analysis, view, language)}</span>
          </button>
        ))}
        {lacking.map(({ name, title, reason, problems }) => (
          <p key={name} className="quiet">
            {title[language]}: {say("lacking", { reason: reason?.[language] ?? problems?.[0]?.text[language] ?? "–" })}
          </p>
        ))}
      </RailPart>
    </>
  );
  if (outline === undefined || chosen === undefined) {
    return (
      <Page headline={say("none")} rail={rail}>
        <p className="empty">
          {say("noneText")} <Link href={address.to("/methods")}>{say("toMethods")}</Link>
        </p>
      </Page>
    );
  }
  return <Shown key={chosen.id} outline={outline} analysis={chosen.analysis} view={chosen.view} rail={rail} />;
}

/** An analysis with several views tells them apart by the view's own title, or by the table it shows. */
function titleOf(analysis: OutlineAnalysis, view: View, language: "en" | "zh"): string {
  const title = analysis.title[language];
  if (analysis.views.length === 1) return title;
  return view.title?.[language] ?? `${title} · ${viewKinds[view.kind].name[language]}`;
}

interface ShownProps {
  readonly outline: Outline;
  readonly analysis: OutlineAnalysis;
  readonly view: View;
  readonly rail: React.ReactNode;
}

const longestHeadline = 130; // characters: two lines

function Shown({ outline, analysis, view, rail }: ShownProps) {
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const whole = useResult(analysis);
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const method = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods.find(
    ({ id }) => id === analysis.method,
  );
  const group = address.get("scope") === "all" ? undefined : shownGroup(outline.groups, address.get("cluster"));
  const result = useMemo(() => {
    if (whole === undefined) return undefined;
    const narrow = ofMembers(whole, group?.members);
    // what is not about single members, such as provinces or whole clusters, is shown whole
    return rowsBehind(narrow, view) > 1 ? narrow : whole;
  }, [whole, group, view]);
  const place = address.get("place");
  const context = useMemo(() => {
    if (result === undefined || whole === undefined) return undefined;
    const tables = Object.fromEntries(whole.tables.map((table) => [table.name, table]));
    return { ...resultContext(result, outline), whole: tables, ...(place === undefined ? {} : { selected: [place] }) };
  }, [result, whole, outline, place]);
  const asTable = address.get("as") === "table";
  const select = useCallback(
    (code: string | undefined) => address.set({ place: code === place ? undefined : code }),
    [address, place],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "t" ||
        event.ctrlKey ||
        event.metaKey ||
        /input|select|textarea/i.test((event.target as Element).nodeName)
      )
        return;
      address.set({ as: asTable ? undefined : "table" }, "quietly");
    };
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", onKey);
      lookAt(undefined);
    };
  }, [address, asTable]);
  const title = titleOf(analysis, view, language);
  // what is said of another cluster, or of all of them, is no headline over this one
  const isNarrow = result !== whole && group !== undefined;
  const fits = (finding: Finding) => {
    const of = (finding.values.group as { group?: string } | undefined)?.group;
    return isNarrow ? of === group.id : of === undefined;
  };
  const finding = whole?.findings
    .filter(fits)
    .map((each) => sentence(each, names, language))
    .find((each) => each.length <= longestHeadline);
  const headline = finding ?? title;
  const table = result?.tables.find(({ name }) => name === view.table);
  return (
    <Page
      headline={headline}
      dek={say("dek", {
        title,
        group: result === whole ? shell("together") : (group?.short[language] ?? shell("together")),
        n: whole?.n ?? 0,
      })}
      strip={context !== undefined && <Strip analysis={analysis} view={view} context={context} title={headline} />}
      source={shell("source", { source: analysis.credit[language] })}
      rail={rail}
      guide={[method?.question[language], say("toTable")].filter((each) => each !== undefined)}
      side={
        <section className="passport">
          <h3>{say("formula")}</h3>
          <p className="formula">{method?.formula}</p>
          <p className="quiet">{method?.where?.[language]}</p>
          <p className="quiet">
            {Object.entries(whole?.convention ?? {})
              .map(([name, choice]) => method?.conventions[name]?.choices[choice]?.[language] ?? choice)
              .join(language === "zh" ? "；" : "; ")}
          </p>
          <p className="mono">
            {analysis.method} v{analysis.version} · {analysis.key?.slice(0, 8)}
          </p>
          {place === undefined || table === undefined ? (
            <p className="quiet">{say("pick")}</p>
          ) : (
            <Facts table={table} view={view} place={place} names={names} context={context?.labels ?? {}} />
          )}
        </section>
      }
    >
      <div className="title-line">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
        <span className="seg" role="group" aria-label={say("views")}>
          <button type="button" aria-pressed={!asTable} onClick={() => address.set({ as: undefined }, "quietly")}>
            {say("figure")}
          </button>
          <button type="button" aria-pressed={asTable} onClick={() => address.set({ as: "table" }, "quietly")}>
            {say("table")}
          </button>
        </span>
      </div>
      {asTable && table !== undefined ? (
        <DataTable table={table} names={names} selected={place} />
      ) : (
        context !== undefined && (
          <div className="wide-figure">
            <FigureBox
              view={view}
              context={context}
              name={headline}
              onSelect={select}
              {...(viewKinds[view.kind].isSquare ? { widest: 620 } : {})}
            />
          </div>
        )
      )}
    </Page>
  );
}

const rowsBehind = ({ tables }: MethodResult, { table }: View): number =>
  tables.find(({ name }) => name === table)?.rows ?? 0;

interface FactsProps {
  readonly table: Table;
  readonly view: View;
  readonly place: string;
  readonly names: CodeNames;
  readonly context: Readonly<Record<string, { readonly title: { readonly en: string; readonly zh: string } }>>;
}

const mostFacts = 14;

/** What the table behind the view holds of the selected place: the other part of its key, and the value. */
function Facts({ table, view, place, names, context }: FactsProps) {
  const language = useLanguage();
  const say = useSay(words);
  const parts = Object.values(view) as readonly unknown[];
  const labels = table.columns.filter(
    ({ kind, name }) => kind === "label" && (parts.includes(name) || table.key.includes(name)),
  );
  const value = table.columns.find(
    ({ kind, name }) => kind === "number" && parts.includes(name) && name !== "year" && name !== "rank",
  );
  if (value?.kind !== "number") return null;
  const when = findColumn(table, "year");
  const hasYears = new Set<unknown>(Array.from<unknown>(when?.values ?? [])).size > 1;
  const found = Array.from({ length: table.rows }, (_, row) => row)
    .filter((row) => labels.some(({ values }) => values[row] === place) && Number.isFinite(value.values[row]))
    .map((row) => {
      const others = labels
        .map(({ values }) => String(values[row] ?? ""))
        .filter((code) => code !== place && code !== "");
      const year = hasYears ? when?.values[row] : undefined;
      const said = others.map((code) => context[code]?.title[language] ?? names.of(code));
      return {
        key: [...others, year].join(" "),
        said: [...said, ...(year === undefined ? [] : [String(year)])].join(" · "),
        value: value.values[row] as number,
      };
    })
    .sort((a, b) => b.value - a.value);
  const format = numberFormat(value.unit, value.values, language);
  if (found.length === 0) return null;
  return (
    <>
      <h3 className="facts">{say("facts", { place: names.of(place) })}</h3>
      <table className="data">
        <tbody>
          {found.slice(0, mostFacts).map(({ key, said, value: number }) => (
            <tr key={key}>
              <td className="label">{said || (value.title?.[language] ?? value.name)}</td>
              <td>{format.full(number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
