import "./structure.css";
import { shownGroup } from "@conurb/figures";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useResult } from "../../bench/use-bench.ts";
import { useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { viewsOf } from "../gallery/views-of.ts";
import { ViewsPart } from "../gallery/views-part.tsx";
import type { MethodEntry } from "../methods/method-entry.ts";
import { Alike } from "./alike.tsx";
import { AnswerView } from "./answer-view.tsx";
import { answering } from "./basis.ts";
import { Gathered } from "./gathered.tsx";
import { OneIndustry } from "./one-industry.tsx";
import { type Panel, panels } from "./panels.ts";
import { addressOf, families, Questions, screen } from "./questions.tsx";
import { usePanel } from "./use-panel.ts";
import { words } from "./words.ts";

interface AnswerProps {
  readonly panel: Panel;
  readonly outline: Outline;
}

/** Pictures that need more than the first view of their method. */
const pictures = {
  specialised: AnswerView,
  chasing: AnswerView,
  alike: Alike,
  gathered: Gathered,
  "one-industry": OneIndustry,
};

/** One question with its answer, from the study or computed here. */
export function Answer({ panel, outline }: AnswerProps) {
  const say = useSay(words);
  const address = useAddress();
  const methods = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods;
  const method = methods?.find(({ id }) => id === panel.method);
  const group = address.get("scope") === "all" ? undefined : shownGroup(outline.groups, address.get("cluster"));
  const { analysis, result, here, basis, problems } = usePanel(panel, outline, method, group?.members);
  const kept = useResult(answering(outline, { method: quotientsMethod }));
  const quotients = panel.method === quotientsMethod ? result : kept;
  const rail = <AnswerRail panel={panel} outline={outline} />;
  const view = panel.view ?? analysis?.views[0];
  if (analysis === undefined || view === undefined || problems.length > 0) {
    return (
      <Page headline={say(problems.length > 0 ? "refused" : "computing")} rail={rail}>
        <ProblemList problems={problems} />
      </Page>
    );
  }
  const Picture = pictures[panel.id];
  return <Picture asked={{ panel, outline, method, group, analysis, view, result, here, basis, quotients, rail }} />;
}

const quotientsMethod = "structure/location-quotient";

function AnswerRail({ panel, outline }: AnswerProps) {
  const say = useSay(words);
  const { views, lacking } = viewsOf(outline, families);
  const answered = new Set(panels.map((each) => addressOf(outline, each)));
  return (
    <>
      <ClusterPart withAll />
      <Questions outline={outline} chosen={panel} />
      <ViewsPart
        screen={screen}
        title={say("more")}
        views={views.filter(({ id }) => !answered.has(id))}
        lacking={lacking}
      />
    </>
  );
}
