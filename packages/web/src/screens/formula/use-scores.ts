import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Lab } from "../../compute/lab.ts";
import type { ScoreBasis } from "../../compute/score-basis.ts";
import { heldBy, type LabQuestion } from "./lab-question.ts";
import { liveRecipe, unmoved } from "./lab-recipe.ts";
import { type ScoresNow, scoreNow } from "./score-now.ts";

interface Basis {
  /** What it was made for: another scale, or other data, make another one. */
  readonly of: string;
  readonly found: ScoreBasis | undefined;
}

/** Scores of this moment: the thread says once what they are made of, and every move of a weight is worked out here. */
export function useScores(
  lab: RefObject<Lab | undefined>,
  { received, holds, written, moved, rows }: LabQuestion,
): ScoresNow | undefined {
  const [basis, setBasis] = useState<Basis>();
  const scale = [holds, rows.year, written.normalise, written.aggregate].join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: of what is written, no more than the scale
  useEffect(() => {
    const data = received?.table;
    if (received === undefined || data === undefined) return;
    const recipe = liveRecipe(received.inputs.recipe, written, unmoved, { weigh: "given" });
    const task = { ...heldBy(received, data, holds), recipe, rows, wanted: "basis" } as const;
    lab.current?.ask("0", task, (answer) => setBasis({ of: scale, found: answer.basis }));
  }, [lab, received, scale]);
  return useMemo(() => {
    if (basis?.of !== scale || basis.found === undefined) return undefined;
    if (written.weigh !== "given" && Object.keys(moved).length === 0) return undefined;
    const weights = new Map(written.knobs.map(({ id, weight }) => [id, moved[id] ?? weight]));
    return scoreNow(basis.found, (id) => weights.get(id) ?? 1, rows.place && new Set(rows.place));
  }, [basis, scale, written, moved, rows]);
}
