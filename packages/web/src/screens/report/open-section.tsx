import type { Outline } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { AddExhibit } from "./add-exhibit.tsx";
import { type Composed, type Exhibit, edits, namesIn, type Section } from "./composed.ts";
import type { ExhibitNames } from "./exhibit-names.ts";
import { ItemKeys } from "./item-keys.tsx";
import { words } from "./words.ts";
import { Words } from "./words-field.tsx";

interface OpenSectionProps {
  readonly section: Section;
  readonly at: number;
  readonly composed: Composed;
  readonly outline: Outline;
  readonly names: ExhibitNames;
  readonly edit: (change: (text: string) => string) => void;
}

/** What a section is called and shows. */
export function OpenSection({ section, at, composed: { lang }, outline, names, edit }: OpenSectionProps) {
  const say = useSay(words);
  const shown = useLanguage();
  const called = (exhibit: Exhibit) =>
    namesIn(exhibit)
      .map((name) => [names.of(name).title, names.of(name).part].filter((each) => each !== "").join(" · "))
      .join(" | ");
  return (
    <div className="open">
      <ol className="exhibits">
        {section.show.map((exhibit, nth) => {
          const name = called(exhibit);
          const own = typeof exhibit === "string" || Array.isArray(exhibit) ? undefined : exhibit.title;
          const isThere = namesIn(exhibit).every((each) => names.of(each).isThere);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an exhibit is known by its place
            <li key={nth} className="item">
              <span className="name" title={namesIn(exhibit).join(", ")}>
                {own === undefined ? name : `${own[shown]} (${name})`}
                {Array.isArray(exhibit) && <em> {say("beside")}</em>}
                {!isThere && <span className="tag">{say("lacking")}</span>}
              </span>
              <ItemKeys
                name={name}
                at={nth}
                of={section.show.length}
                onMove={(to) => edit((text) => edits.moveExhibit(text, at, nth, to))}
                onRemove={
                  section.show.length === 1 ? undefined : () => edit((text) => edits.removeExhibit(text, at, nth))
                }
              />
            </li>
          );
        })}
      </ol>
      <AddExhibit
        outline={outline}
        names={names}
        onAdd={(name) => edit((text) => edits.addExhibit(text, at, section.show.length, name))}
      />
      {lang.map((language) =>
        (["title", "lead"] as const).map((part) => (
          <Words
            key={`${language} ${part} ${at}`}
            label={say(part === "title" ? "titleIn" : "leadIn", { language: say(language) })}
            language={language}
            value={section[part]?.[language] ?? ""}
            isLong={part === "lead"}
            onSay={(said) => edit((text) => edits.word(text, at, part, language, said))}
          />
        )),
      )}
    </div>
  );
}
