import type { MethodResult, View } from "@conurb/core/contract";
import type { Group } from "@conurb/core/study";
import type { ReactNode } from "react";
import { bench } from "../../bench/bench.ts";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { ShownView, type ShownViewProps } from "../gallery/shown-view.tsx";
import type { MethodEntry } from "../methods/method-entry.ts";
import { keepLike } from "./basis.ts";
import type { Panel } from "./panels.ts";
import type { PanelAnswer } from "./use-panel.ts";
import { words } from "./words.ts";

/** A question whose answer is there, or on its way. */
export interface Asked extends Omit<PanelAnswer, "problems"> {
  readonly panel: Panel;
  readonly outline: Outline;
  readonly method: MethodEntry | undefined;
  /** The cluster that is looked at; all places unless given. */
  readonly group: Group | undefined;
  readonly analysis: OutlineAnalysis;
  readonly view: View;
  /** The study's location quotients, whatever is asked: what every place has of every industry. */
  readonly quotients: MethodResult | undefined;
  readonly rail: ReactNode;
}

type AnswerViewProps = { readonly asked: Asked } & Partial<
  Pick<ShownViewProps, "whole" | "title" | "marked" | "onSelect" | "above" | "below">
>;

/** The picture that answers a question, and below it on what it was computed, if the study does not have it. */
export function AnswerView({ asked, below, ...more }: AnswerViewProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { panel, outline, group, analysis, view, result, here, rail } = asked;
  const isOfGroup = here !== "not" && panel.of === "all" && group !== undefined;
  return (
    <ShownView
      outline={outline}
      analysis={analysis}
      view={view}
      whole={result}
      rail={rail}
      guide={[say(panel.guide)]}
      {...(isOfGroup ? { scope: group.short[language] } : {})}
      {...more}
      below={
        <>
          {here !== "not" && <ComputedHere asked={asked} />}
          {below}
        </>
      }
    />
  );
}

function ComputedHere({ asked: { here, basis, method, group } }: { readonly asked: Asked }) {
  const say = useSay(words);
  const language = useLanguage();
  if (here === "part") return <p className="quiet">{say("computedPart", { group: group?.short[language] ?? "" })}</p>;
  return (
    <p className="quiet">
      {say("computedHere", { basis: basis?.title[language] ?? "" })}{" "}
      {basis !== undefined && method !== undefined && (
        <button
          type="button"
          className="as-link"
          onClick={() => bench.edit((text) => keepLike(text, basis.name, method.id, Object.keys(method.inputs)))}
        >
          {say("keep")}
        </button>
      )}
    </p>
  );
}
