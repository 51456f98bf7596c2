import { useMemo } from "react";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { ProblemList } from "../../shell/problem-list.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import type { MethodEntry } from "./method-entry.ts";
import { ResultView, warningsOf } from "./result-view.tsx";
import type { useMethod } from "./use-method.ts";
import { words } from "./words.ts";

interface AnsweredProps {
  readonly method: MethodEntry;
  readonly outline: Outline;
  readonly computed: ReturnType<typeof useMethod>;
  /** Of the study, where this is what it asks. */
  readonly analysis: OutlineAnalysis | undefined;
  readonly isPressed: boolean;
  readonly onPress: (isPressed: boolean) => void;
}

/** What became of the question: the answer, made up or old where it is so, or why there is none. */
export function Answered({ method, outline, computed, analysis, isPressed, onPress }: AnsweredProps) {
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const { result, isOld, isInvented = false } = computed;
  return (
    <>
      {!isPressed && (
        <p>
          <button type="button" className="button first" onClick={() => onPress(true)}>
            {say("compute")}
          </button>
        </p>
      )}
      <p className="quiet" role="status">
        {computed.state === "computing" && (
          <>
            {say("computing")}{" "}
            <button type="button" className="as-link" onClick={() => onPress(false)}>
              {shell("cancel")}
            </button>
          </>
        )}
        {computed.state === "done" && !isOld && say("took", { time: computed.time ?? 0 })}
      </p>
      {computed.state === "refused" && (
        <section role="alert">
          <h2>{say("refused")}</h2>
          <ProblemList problems={computed.problems ?? []} />
        </section>
      )}
      {isInvented && (
        <p className="stale">
          <b>{say("invented")}</b> {say(computed.began === undefined ? "inventedNote" : "inventedWhy")}
        </p>
      )}
      {isOld && (
        <p className="stale">
          <b>{say("old")}</b> {say("oldNote")}
        </p>
      )}
      {result !== undefined && (
        <div className={isOld ? "figure is-old" : undefined}>
          {warningsOf(result, language, names).map((warning) => (
            <p key={warning} className="stale">
              {warning}
            </p>
          ))}
          <ResultView
            result={result}
            method={method}
            outline={outline}
            isExample={isInvented}
            analysis={isOld ? undefined : analysis}
          />
        </div>
      )}
    </>
  );
}
