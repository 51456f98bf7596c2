import "./report.css";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { siteData } from "../../bench/site-data.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { Page } from "../../shell/page.tsx";
import { composedOf, namesIn } from "./composed.ts";
import { Contents } from "./contents.tsx";
import { Making } from "./making.tsx";
import { Preview } from "./preview.tsx";
import { ReportRail } from "./report-rail.tsx";
import { words } from "./words.ts";

/** The report as the study file says it: its contents, a look at it, and its files. */
export default function Report() {
  const { outline, text } = useBench();
  const language = useLanguage();
  const say = useSay(words);
  const address = useAddress();
  const [last, setLast] = useState<ReturnType<typeof composedOf>>();
  const read = useMemo(
    () => (outline === undefined ? undefined : composedOf(text, outline.report.sections)),
    [text, outline],
  );
  if (read !== undefined && read !== last) setLast(read);
  const composed = read ?? last; // a text that is no study for a moment leaves what stood
  if (outline === undefined || composed === undefined || outline.analyses.length === 0) {
    return (
      <Page headline={say("none")}>
        <p className="empty">
          {say("noneText")} <Link href={address.to("/methods")}>{say("toMethods")}</Link>
        </p>
      </Page>
    );
  }
  const views = composed.sections.reduce((sum, { show }) => sum + show.flatMap(namesIn).length, 0);
  const pane = address.get("pane") === "preview" ? "preview" : "contents";
  return (
    <Page
      headline={say("headline", { sections: composed.sections.length, views })}
      dek={say("dek", { title: outline.title[language] })}
      rail={<ReportRail composed={composed} outline={outline} />}
      guide={[say("guideOrder"), say("guideAlways"), ...(siteData === undefined ? [say("guideFiles")] : [])]}
    >
      <Making />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="seg wide compose-panes" role="group" aria-label={say("panes")}>
        {(["contents", "preview"] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={pane === each}
            onClick={() => address.set({ pane: each }, "quietly")}
          >
            {say(each)}
          </button>
        ))}
      </div>
      <div className="compose" data-pane={pane}>
        <Contents composed={composed} outline={outline} />
        <Preview composed={composed} run={outline.lock} />
      </div>
    </Page>
  );
}
