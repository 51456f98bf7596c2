import { type FrozenAnalysis, frozenOf } from "@conurb/core/site";
import type { AnalysisOutcome, StudyData, StudyRun } from "@conurb/core/study";
import { usesOf } from "@conurb/figures";
import { say } from "../say.ts";
import { type KeptRows, tellsRows } from "./tells-rows.ts";

/** A run as a site tells it. */
export interface Published {
  readonly run: StudyRun;
  readonly frozen: readonly FrozenAnalysis[];
  /** Analyses whose results stay at home. */
  readonly keptBack: readonly string[];
}

/** What of a run may be told: a result that tells single rows of micro-data stays at home with them, unless it is asked for. */
export async function publishRun(
  run: StudyRun,
  figures: StudyData,
  build: string | undefined,
  kept: readonly KeptRows[],
  asked: readonly string[],
): Promise<Published> {
  const outcomes = new Map([...run.outcomes].map(([name, outcome]) => [name, asComputed(outcome)]));
  const published = { ...run, outcomes };
  const keptBack: string[] = [];
  for (;;) {
    const frozen = await frozenOf(published, figures, build);
    const telling = frozen.filter(({ name }) => {
      const outcome = outcomes.get(name);
      const analysis = run.plan.analyses.find((each) => each.name === name);
      if (analysis === undefined || outcome === undefined || !("result" in outcome) || asked.includes(name))
        return false;
      const under = usesOf(analysis, { run });
      return tellsRows(
        outcome.result,
        kept.filter(({ of }) => under.has(of)),
      );
    });
    if (telling.length === 0) return { run: published, frozen, keptBack };
    // what rests on one of them may be frozen only now
    for (const { name } of telling) {
      keptBack.push(name);
      outcomes.set(name, { kind: "lacking", reason: say("site-result-kept-back") });
    }
  }
}

/** Whether a result was at hand is nothing to a reader: a site of the same run has the same bytes. */
function asComputed(outcome: AnalysisOutcome): AnalysisOutcome {
  return "key" in outcome ? { ...outcome, kind: "computed" } : outcome;
}
