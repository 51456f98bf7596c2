import type { Outline } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { ExhibitNames } from "./exhibit-names.ts";
import { words } from "./words.ts";

interface AddExhibitProps {
  readonly outline: Outline;
  readonly names: ExhibitNames;
  readonly onAdd: (name: string) => void;
}

/** Everything that a section can show: each analysis with its views and tables, datasets, sets of indicators. */
export function AddExhibit({ outline: { analyses, datasets, indicators }, names, onAdd }: AddExhibitProps) {
  const say = useSay(words);
  const language = useLanguage();
  return (
    <label className="field">
      <span>{say("add")}</span>
      <select value="" onChange={(event) => event.target.value !== "" && onAdd(event.target.value)}>
        <option value="">{say("pick")}</option>
        {analyses.map(({ name, title, parts }) => (
          <optgroup key={name} label={title[language]}>
            <option value={name}>{say("whole")}</option>
            {parts.map(({ part }) => (
              <option key={part} value={`${name}.${part}`}>
                {names.of(`${name}.${part}`).part}
              </option>
            ))}
          </optgroup>
        ))}
        {(
          [
            ["datasets", datasets],
            ["indicators", indicators],
          ] as const
        ).map(([word, tables]) => (
          <optgroup key={word} label={say(word)}>
            {tables.map(({ name, title }) => (
              <option key={name} value={name}>
                {title[language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
