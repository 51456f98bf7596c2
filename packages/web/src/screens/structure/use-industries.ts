import { resultContext } from "@conurb/figures";
import { useMemo } from "react";
import { useLanguage } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import type { Asked } from "./answer-view.tsx";
import { type Industry, industriesIn } from "./basis.ts";

interface Industries {
  /** Of the last year, by what the cluster has of them, most first. */
  readonly industries: readonly Industry[];
  readonly nameOf: (industry: string) => string;
}

export function useIndustries({ quotients, group, outline }: Asked): Industries {
  const language = useLanguage();
  const industries = useMemo(() => industriesIn(quotients, group?.members), [quotients, group]);
  const nameOf = useMemo(() => {
    const { labels = {} } = quotients === undefined ? {} : resultContext(quotients, outline.names);
    const names = codeNames(outline, language);
    return (code: string) => (Object.hasOwn(labels, code) ? (labels[code]?.title[language] ?? code) : names.of(code));
  }, [quotients, outline, language]);
  return { industries, nameOf };
}
