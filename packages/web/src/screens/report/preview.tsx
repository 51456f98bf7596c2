import { useState } from "react";
import { addressOf } from "../../bench/ask.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import type { Composed } from "./composed.ts";
import { words } from "./words.ts";

interface PreviewProps {
  readonly composed: Composed;
  /** Which run it is of: another run, another page. */
  readonly run: string;
}

/** The report itself, as the file will have it, opened at the section that is being edited. */
export function Preview({ composed: { lang }, run }: PreviewProps) {
  const say = useSay(words);
  const own = useLanguage();
  const address = useAddress();
  const [loaded, setLoaded] = useState("");
  const asked = lang.find((each) => each === address.get("preview"));
  const shown = asked ?? (lang.includes(own) ? own : (lang[0] ?? own));
  const section = address.get("section");
  const page = addressOf(`/api/reports/preview/${shown}?run=${run}`);
  return (
    <section className="preview" data-pane="preview">
      <div className="title-line">
        <h2>{say("preview")}</h2>
        {loaded !== page && (
          <span className="quiet" role="status">
            {say("laying")}
          </span>
        )}
        <a className="quiet" href={page} target="_blank" rel="noreferrer">
          {say("alone")}
        </a>
        {lang.length > 1 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
          <span className="seg" role="group" aria-label={say("languages")}>
            {lang.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === shown}
                onClick={() => address.set({ preview: each }, "quietly")}
              >
                {say(each)}
              </button>
            ))}
          </span>
        )}
      </div>
      <iframe
        key={page}
        sandbox="" // on a site no header says so: whatever stands in a report, it runs nothing and reaches nothing
        title={say("previewOf", { language: say(shown) })}
        src={section === undefined ? page : `${page}#s${Number(section)}`}
        onLoad={() => setLoaded(page)}
      />
    </section>
  );
}
