import { bench } from "../../bench/bench.ts";
import type { Outline } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { RailPart } from "../../shell/page.tsx";
import { type Composed, edits } from "./composed.ts";
import { words } from "./words.ts";

interface ReportRailProps {
  readonly composed: Composed;
  readonly outline: Outline;
}

/** In which languages, as which files, and whose findings open the report. */
export function ReportRail({ composed: { lang, formats, headlines }, outline }: ReportRailProps) {
  const say = useSay(words);
  const language = useLanguage();
  const files = (["html", "docx", "pdf"] as const).filter((each) => each !== "pdf" || formats.includes(each));
  return (
    <>
      <RailPart title={say("languages")} chip={lang.map((each) => say(each)).join(" + ")}>
        {(["zh", "en"] as const).map((each) => (
          <Choice
            key={each}
            said={say(each)}
            all={lang}
            own={each}
            onChange={(next) => bench.edit((text) => edits.lang(text, next))}
            atLeastOne
          />
        ))}
      </RailPart>
      <RailPart title={say("formats")} chip={formats.map((each) => say(each)).join(" + ")}>
        {files.map((each) => (
          <Choice
            key={each}
            said={say(each)}
            all={formats}
            own={each}
            onChange={(next) => bench.edit((text) => edits.formats(text, next))}
            atLeastOne
          />
        ))}
      </RailPart>
      <RailPart title={say("opens")} chip={say("opens")}>
        <div className="opens">
          {outline.analyses
            .filter(({ outcome }) => outcome !== "refused" && outcome !== "lacking")
            .map(({ name, title }) => (
              <Choice
                key={name}
                said={title[language]}
                all={headlines}
                own={name}
                onChange={(next) => bench.edit((text) => edits.headlines(text, next))}
              />
            ))}
        </div>
      </RailPart>
      <p className="quiet">{say("edits")}</p>
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly said: string;
  readonly all: readonly T[];
  readonly own: T;
  readonly onChange: (next: readonly T[]) => void;
  readonly atLeastOne?: boolean;
}

function Choice<T extends string>({ said, all, own, onChange, atLeastOne = false }: ChoiceProps<T>) {
  const isIn = all.includes(own);
  return (
    <label className="opt tick">
      <input
        type="checkbox"
        checked={isIn}
        disabled={atLeastOne && isIn && all.length === 1}
        onChange={() => onChange(isIn ? all.filter((each) => each !== own) : [...all, own])}
      />
      <span>{said}</span>
    </label>
  );
}
