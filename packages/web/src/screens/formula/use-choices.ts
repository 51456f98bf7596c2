import { useEffect, useState } from "react";
import type { LabAnswer } from "../../compute/lab.ts";
import { heldBy, type RecipeQuestion, useThread } from "./lab-question.ts";
import { liveRecipe, unmoved, withFigures } from "./lab-recipe.ts";

export interface ChoicesAtRest extends Pick<LabAnswer, "choices" | "error"> {
  /** An answer to an earlier question still stands. */
  readonly isOld: boolean;
}

const rows = {}; // all of them: changes over time are compared too

/** What other choices turn round, of the recipe as it is written: in a thread of its own, for which no slider waits. */
export function useChoices({ received, holds, written }: RecipeQuestion): ChoicesAtRest {
  const thread = useThread();
  const [answer, setAnswer] = useState<ChoicesAtRest>({ isOld: true });
  const data = received?.table;
  useEffect(() => {
    if (received === undefined || data === undefined) return;
    let isWanted = true;
    setAnswer((before) => ({ ...before, isOld: true }));
    const recipe = withFigures(liveRecipe(received.inputs.recipe, written, unmoved), data);
    const task = { ...heldBy(received, data, holds), recipe, rows, wanted: "choices" } as const;
    thread.current?.ask("a", task, (answer) => {
      if (isWanted) setAnswer({ ...answer, isOld: false });
    });
    return () => {
      isWanted = false;
    };
  }, [thread, received, data, holds, written]);
  return answer;
}
