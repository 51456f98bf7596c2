import type { Problem } from "@conurb/core/contract";
import { useLanguage, useSay } from "../language/language.ts";
import { shellWords } from "./shell-words.ts";

/** Everything that is wrong, each with its place and what to do. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const language = useLanguage();
  const say = useSay(shellWords);
  return (
    <ul className="problems">
      {problems.map(({ code, text, hint, place }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in all but their place
        <li key={`${code} ${at}`}>
          {text[language]}
          {hint !== undefined && <small>{hint[language]}</small>}
          {place?.line !== undefined && (
            <small>{say("line", { file: place.file ?? "study.yaml", line: place.line })}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
