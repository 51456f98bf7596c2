import type { OutlineAnalysis } from "../../bench/outline.ts";
import { useLanguage } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { RailPart } from "../../shell/page.tsx";

interface RankingPartProps {
  readonly title: string;
  readonly all: readonly { readonly analysis: OutlineAnalysis }[];
  readonly chosen: OutlineAnalysis;
}

/** The rankings of the study, where there are several. */
export function RankingPart({ title, all, chosen }: RankingPartProps) {
  const language = useLanguage();
  const address = useAddress();
  if (all.length < 2) return null;
  return (
    <RailPart title={title} chip={chosen.title[language]}>
      {all.map(({ analysis }) => (
        <button
          key={analysis.name}
          type="button"
          className="opt"
          aria-pressed={analysis === chosen}
          onClick={() => address.set({ of: analysis.name, place: undefined, year: undefined })}
        >
          <span>{analysis.title[language]}</span>
        </button>
      ))}
    </RailPart>
  );
}
