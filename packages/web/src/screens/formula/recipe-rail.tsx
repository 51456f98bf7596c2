import { bench } from "../../bench/bench.ts";
import { useSay } from "../../language/language.ts";
import { RailPart } from "../../shell/page.tsx";
import { newExpert, withJudgement, withJudgements } from "./judgements.ts";
import { childrenOf, type Written, withMethod } from "./lab-recipe.ts";
import { words } from "./words.ts";

const parts = {
  weigh: ["given", "equal", "entropy", "critic", "cv", "pca", "ahp"],
  normalise: ["min-max", "z-score", "rank"],
  aggregate: ["arithmetic", "geometric", "harmonic"],
} as const;
const heads = { weigh: "weigh", normalise: "scaling", aggregate: "mean" } as const;

/** Where weights come from, the scaling and the mean: each choice is written to the recipe. */
export function RecipeRail({ written }: { readonly written: Written }) {
  const say = useSay(words);
  const called = (method: string) => (Object.hasOwn(words, method) ? say(method as keyof typeof words) : method);
  const choose = (part: keyof typeof parts, method: string) =>
    bench.edit((text) => {
      if (method !== "ahp" || written.judgements !== undefined) return withMethod(text, written.recipe, part, method);
      // judgements begin at the root, all alike
      const first = { node: "total", expert: newExpert([]), children: childrenOf(written, "total") };
      return withJudgements(text, written.recipe, withJudgement({}, first));
    });
  return (
    <>
      {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
        <RailPart key={part} title={say(heads[part])} chip={called(written[part])}>
          {/* what the file says stands there too, whether or not it is offered */}
          {[...new Set<string>([...parts[part], written[part]])].map((method) => (
            <button
              key={method}
              type="button"
              className="opt"
              aria-pressed={written[part] === method}
              onClick={() => choose(part, method)}
            >
              <span>{called(method)}</span>
            </button>
          ))}
        </RailPart>
      ))}
      <p className="quiet">{say("edits", { recipe: written.recipe, set: written.set })}</p>
    </>
  );
}
