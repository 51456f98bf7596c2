import { Link } from "wouter";
import type { OutlineAnalysis } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { RailPart } from "../../shell/page.tsx";
import { Words } from "../../shell/words.tsx";
import { type NamedView, titleOf } from "./views-of.ts";
import { words } from "./words.ts";

interface ViewsPartProps {
  readonly screen: string;
  readonly title: string;
  readonly views: readonly NamedView[];
  readonly chosen?: NamedView | undefined;
  readonly lacking: readonly OutlineAnalysis[];
}

/** The views that a screen has, each at an address of its own, and what could not be computed. */
export function ViewsPart({ screen, title, views, chosen, lacking }: ViewsPartProps) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  if (views.length + lacking.length === 0) return null;
  return (
    <RailPart title={title} chip={chosen && titleOf(chosen, language)}>
      {views.map((each) => (
        <Link
          key={each.id}
          className="opt"
          aria-current={each.id === chosen?.id}
          href={address.to(`/${screen}/${each.id}`)}
        >
          <span className="by-words" title={titleOf(each, language)}>
            <Words text={titleOf(each, language)} />
          </span>
        </Link>
      ))}
      {lacking.map(({ name, title, reason, problems }) => (
        <p key={name} className="quiet">
          {title[language]}: {say("lacking", { reason: reason?.[language] ?? problems?.[0]?.text[language] ?? "–" })}
        </p>
      ))}
    </RailPart>
  );
}
