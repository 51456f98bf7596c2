import type { Problem } from "@conurb/core/contract";
import { useLanguage } from "../../language/language.ts";

/** Why a method does not answer, in its own words. */
export function Refusal({ problems }: { readonly problems: readonly Problem[] }) {
  const language = useLanguage();
  return (
    <p className="notes">
      {problems
        .map(({ text, hint }) => [text[language], hint?.[language]].filter((each) => each !== undefined).join(" "))
        .join(" ")}
    </p>
  );
}
