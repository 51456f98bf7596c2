import type { MethodResult, View } from "@conurb/core/contract";
import type { ReactNode } from "react";
import type { OutlineAnalysis } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { NumberFormula } from "../../shell/number-formula.tsx";
import type { MethodEntry } from "../methods/method-entry.ts";
import { words } from "./words.ts";

interface ViewPassportProps {
  readonly analysis: OutlineAnalysis;
  readonly view: View;
  readonly whole: MethodResult | undefined;
  readonly method: MethodEntry | undefined;
  /** The numbers of the place that is looked at. */
  readonly children: ReactNode;
}

/** How the numbers of a view came about: formula, answers to the questions of convention, method and hash. */
export function ViewPassport({ analysis, view, whole, method, children }: ViewPassportProps) {
  const say = useSay(words);
  const language = useLanguage();
  const convention = Object.entries(whole?.convention ?? {}).map(
    ([name, choice]) => method?.conventions[name]?.choices[choice]?.[language] ?? choice,
  );
  return (
    <section className="passport">
      <h3>{say("formula")}</h3>
      {method !== undefined && <NumberFormula method={method} about={numbersOf(view, whole)} />}
      <p className="quiet">{convention.join(language === "zh" ? "；" : "; ")}</p>
      <p className="mono">
        {analysis.method} v{analysis.version} {analysis.key === undefined ? "" : `· ${analysis.key.slice(0, 8)}`}
      </p>
      {children}
    </section>
  );
}

/** What a view's numbers are: their columns, then the answers under which they came about. */
function numbersOf(view: View, whole: MethodResult | undefined): readonly string[] {
  const columns = ["value", "score", "size", "y", "x"].flatMap(
    (part) => (view as unknown as Record<string, string>)[part] ?? [],
  );
  return [...columns, ...Object.values(whole?.convention ?? {})];
}
