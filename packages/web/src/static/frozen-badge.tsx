import { useSay } from "../language/language.ts";
import { useIsFrozen } from "./site-facts.ts";
import { siteWords } from "./site-words.ts";

/** Beside a view that stands as it was published. */
export function FrozenBadge({ analysis }: { readonly analysis: string }) {
  const say = useSay(siteWords);
  if (!useIsFrozen(analysis)) return null;
  return (
    <span className="frozen" title={say("frozenWhy")}>
      {say("frozen")}
    </span>
  );
}
