import { findColumn, type MethodResult, type Table, type View } from "@conurb/core/contract";
import { shownGroup, shownView } from "@conurb/figures";
import { type ReactNode, useCallback, useMemo } from "react";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { useAnswer } from "../../bench/use-bench.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { viewKinds } from "../../figures/view-kinds.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { Page } from "../../shell/page.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Strip } from "../../shell/strip.tsx";
import { DataTable } from "../../tables/data-table.tsx";
import type { MethodEntry } from "../methods/method-entry.ts";
import { Facts } from "./facts.tsx";
import { FigureOrTable } from "./figure-or-table.tsx";
import { ViewPassport } from "./view-passport.tsx";
import { titleOf, titleWithData } from "./views-of.ts";
import { words } from "./words.ts";

export interface ShownViewProps {
  readonly outline: Outline;
  readonly analysis: OutlineAnalysis;
  readonly view: View;
  /** Nothing while it is on its way. */
  readonly whole: MethodResult | undefined;
  readonly rail: ReactNode;
  /** What stands there in place of the view's own title. */
  readonly title?: string;
  /** Whom the numbers are of, where the result was not cut to a cluster but computed for it. */
  readonly scope?: string;
  /** Codes that are marked, in place of the one in the address. */
  readonly marked?: readonly string[];
  /** What a click on a mark does; to pick its place, unless said. */
  readonly onSelect?: (code: string | undefined) => void;
  readonly guide?: readonly ReactNode[];
  /** Above the picture, and under it. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
}

/** One view of one result: what it says, the picture or its table, what it rests on, and the rows of the picked place. */
export function ShownView(props: ShownViewProps) {
  const { outline, analysis, view, whole, rail, guide = [], above, below } = props;
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const method = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods.find(
    ({ id }) => id === analysis.method,
  );
  const group = address.get("scope") === "all" ? undefined : shownGroup(outline.groups, address.get("cluster"));
  const [picked, other] = [address.get("place"), address.get("with")];
  const shown = useMemo(() => {
    const selected = [picked, other].filter((code) => code !== undefined);
    return whole && shownView({ whole, view, names: outline.names, group, selected, language });
  }, [whole, view, outline, group, picked, other, language]);
  const marked = (props.marked ?? [picked ?? shown?.place]).filter((code) => code !== undefined).join(" ");
  // on the screen a place is marked from the beginning; a picture that is saved marks those of its address
  const context = useMemo(
    () => shown && { ...shown.context, ...(marked === "" ? {} : { selected: marked.split(" ") }) },
    [shown, marked],
  );
  const place = props.marked?.[0] ?? shown?.place;
  const asTable = address.get("as") === "table";
  const pick = useCallback(
    (code: string | undefined) => address.set({ place: code === picked ? undefined : code }),
    [address, picked],
  );
  const title = props.title ?? titleOf({ analysis, view }, language);
  const told = props.title ?? shown?.finding;
  const headline = told ?? titleWithData(analysis, outline, language);
  const cut = shown?.isPart === true;
  const dek =
    shown === undefined
      ? title
      : say("dek", {
          title: props.title === undefined ? title : analysis.title[language],
          group: props.scope ?? (cut ? group?.short[language] : undefined) ?? shell("together"),
          n: placesIn(shown.table) ?? (cut ? shown.table?.rows : whole?.n) ?? 0,
        });
  return (
    <Page
      headline={headline}
      dek={dek}
      strip={
        shown && (
          <Strip
            analysis={analysis}
            view={shown.view}
            context={shown.context}
            title={told ?? analysis.title[language]}
          />
        )
      }
      source={shell("source", { source: analysis.credit[language] })}
      rail={rail}
      guide={[method?.question[language], ...guide, say("toTable")].filter((each) => each !== undefined)}
      side={
        <ViewPassport analysis={analysis} view={view} whole={whole} method={method}>
          {place === undefined || shown?.table === undefined ? (
            <p className="quiet">{say("pick")}</p>
          ) : (
            <Facts table={shown.table} view={view} place={place} names={names} labels={shown.context.labels} />
          )}
        </ViewPassport>
      }
    >
      <div className="title-line">
        <FigureOrTable asTable={asTable} />
        {above}
      </div>
      {asTable && shown?.table !== undefined ? (
        <DataTable table={shown.table} names={names} selected={place} />
      ) : (
        shown &&
        context && (
          <div className="wide-figure">
            <FigureBox
              view={shown.view}
              context={context}
              name={headline}
              onSelect={props.onSelect ?? pick}
              {...(viewKinds[view.kind].isSquare ? { widest: 620 } : {})}
            />
          </div>
        )
      )}
      {below}
    </Page>
  );
}

/** How many places a table is about; nothing where it is about something else. */
function placesIn(table: Table | undefined): number | undefined {
  const columns = ["place", "other", "from", "to"].flatMap((name) => (table && findColumn(table, name)) ?? []);
  return columns.length === 0 ? undefined : new Set(columns.flatMap(({ values }) => Array.from<unknown>(values))).size;
}
