import type { MethodResult, Problem, Table } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { problemsOf } from "../../bench/refused.ts";
import { useResult } from "../../bench/use-bench.ts";
import { computer } from "../../compute/compute.ts";
import type { MethodEntry } from "../methods/method-entry.ts";
import { useReceived } from "../scoreboard/use-peers.ts";
import { answering, basisOf, ofMembers } from "./basis.ts";
import type { Panel } from "./panels.ts";

export interface PanelAnswer {
  /** The study's own, or one that stands for it where the study has none. */
  readonly analysis: OutlineAnalysis | undefined;
  readonly result: MethodResult | undefined;
  /** Computed in this page, on what an analysis of the study received. */
  readonly here: "not" | "lacking" | "part";
  readonly basis: OutlineAnalysis | undefined;
  readonly problems: readonly Problem[];
}

/** The answer to a panel: the study's, or computed here where the study has none or has it of all places alone. */
export function usePanel(
  panel: Panel,
  outline: Outline,
  method: MethodEntry | undefined,
  members: readonly string[] | undefined,
): PanelAnswer {
  const own = answering(outline, panel);
  const basis = own ?? basisOf(outline);
  const here = own === undefined ? "lacking" : panel.of === "all" && members !== undefined ? "part" : "not";
  const kept = useResult(here === "not" ? own : undefined);
  const received = useReceived(here === "not" ? undefined : basis);
  const [computed, setComputed] = useState<{ readonly result?: MethodResult; readonly problems?: readonly Problem[] }>(
    {},
  );
  // what the study would keep is of all places, and cut for the picture: kept or not, it is the same
  const inside = panel.of === "all" ? members?.join(" ") : undefined;
  useEffect(() => {
    setComputed({});
    if (received?.table === undefined || method === undefined) return;
    let wanted = true;
    const inputs: Record<string, unknown> = { data: ofMembers(received, inside?.split(" "), received.table as Table) };
    if ("reference" in method.inputs && received.inputs.reference !== undefined)
      inputs.reference = received.inputs.reference;
    const roles = Object.fromEntries(Object.entries(received.roles).filter(([input]) => input in inputs));
    const task = {
      method: method.id,
      holds: `${received.of} ${Object.keys(inputs).join()} ${inside}`,
      inputs,
      roles,
      options: own?.options ?? {},
      seed: outline.seed,
    };
    computer.run(task).then(
      (result) => wanted && setComputed({ result }),
      (error: unknown) => wanted && setComputed({ problems: problemsOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [received, method, inside, own, outline.seed]);
  const analysis =
    own ??
    (basis === undefined || method === undefined
      ? undefined
      : {
          ...withoutResult(basis),
          name: panel.id,
          method: method.id,
          version: method.version,
          title: method.title,
          views: method.views,
        });
  return { analysis, basis, here, result: here === "not" ? kept : computed.result, problems: computed.problems ?? [] };
}

function withoutResult({ key, sha256, ...rest }: OutlineAnalysis): OutlineAnalysis {
  return rest;
}
