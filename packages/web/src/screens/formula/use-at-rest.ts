import type { MethodResult } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import { computer, MethodRefused } from "../../compute/compute.ts";
import type { RecipeQuestion } from "./lab-question.ts";
import { liveRecipe, unmoved, withFigures } from "./lab-recipe.ts";

export interface AtRest {
  readonly result?: MethodResult;
  readonly refused?: MethodRefused;
  /** An answer to an earlier question still stands. */
  readonly isOld: boolean;
}

/** What a method says of the recipe as it is written: computed beside the page, and not while a slider moves. */
export function useAtRest(
  method: string,
  { received, holds, written }: RecipeQuestion,
  options: Readonly<Record<string, unknown>>,
): AtRest {
  const [answer, setAnswer] = useState<AtRest>({ isOld: true });
  const data = received?.table;
  useEffect(() => {
    if (received === undefined || data === undefined) return;
    let wanted = true;
    setAnswer((before) => ({ ...before, isOld: true }));
    const task = {
      method,
      holds: `lab of ${holds}`,
      inputs: { data },
      records: { recipe: withFigures(liveRecipe(received.inputs.recipe, written, unmoved), data) },
      ...(received.roles.data === undefined ? {} : { roles: { data: received.roles.data } }),
      options,
      seed: received.seed,
    };
    computer.run(task).then(
      (result) => wanted && setAnswer({ result, isOld: false }),
      (error: unknown) => {
        if (!(error instanceof MethodRefused)) throw error;
        if (wanted) setAnswer({ refused: error, isOld: false });
      },
    );
    return () => {
      wanted = false;
    };
  }, [method, received, data, holds, written, options]);
  return answer;
}
