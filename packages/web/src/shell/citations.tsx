import type { OutlineAnalysis } from "../bench/outline.ts";
import { useAnswer } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import type { MethodEntry } from "../screens/methods/method-entry.ts";
import { CopyKey } from "./copy-key.tsx";
import { shellWords } from "./shell-words.ts";

/** What to cite of a view: whose figures, whose method, and by which result it can be found again. */
export function Citations({ analysis }: { readonly analysis: OutlineAnalysis }) {
  const say = useSay(shellWords);
  const language = useLanguage();
  const methods = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods;
  const cites = methods?.find(({ id }) => id === analysis.method)?.cites ?? [];
  const works = cites.map(({ text, doi, checked }) =>
    [text, doi === undefined ? "" : `doi:${doi}`, checked === "unverified" ? `(${say("unverified")})` : ""]
      .filter((part) => part !== "")
      .join(" "),
  );
  const result = `${analysis.method} v${analysis.version} · ${analysis.key?.slice(0, 16)}`;
  return (
    <>
      <p>{analysis.credit[language]}</p>
      <ul>
        {works.map((work) => (
          <li key={work}>{work}</li>
        ))}
      </ul>
      <p className="mono">{result}</p>
      {methods !== undefined && (
        <p>
          <CopyKey
            className="button"
            text={() => [analysis.credit[language], ...works, result].join("\n")}
            words={{ copy: say("copyCitation"), copied: say("citationCopied"), notCopied: say("citationNotCopied") }}
          />
        </p>
      )}
    </>
  );
}
