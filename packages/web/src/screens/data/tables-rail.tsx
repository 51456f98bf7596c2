import type { Language } from "@conurb/core/language";
import type { Outline } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { RailPart } from "../../shell/page.tsx";
import { datasetTitle } from "./told.ts";
import { words } from "./words.ts";

type Titles = ReadonlyMap<string, string>;

/** What each table of the study is called. */
export const titlesOf = ({ datasets, indicators }: Outline, language: Language): Titles =>
  new Map([
    ...datasets.map((each) => [each.name, datasetTitle(each, language)] as const),
    ...indicators.map((each) => [each.name, each.title[language]] as const),
  ]);

interface TablesRailProps {
  readonly outline: Outline;
  /** The one that is shown. */
  readonly name: string | undefined;
  readonly titles: Titles;
}

/** The study's tables, and those that it says there are none of. */
export function TablesRail({ outline: { indicators, datasets, absent }, name, titles }: TablesRailProps) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const titleOf = (each: string) => titles.get(each) ?? each;
  const isShared = (title: string) => [...titles.values()].filter((each) => each === title).length > 1;
  const pick = (each: { readonly name: string }) => (
    <button
      key={each.name}
      type="button"
      className="opt"
      aria-pressed={each.name === name}
      onClick={() => address.set({ table: each.name, variable: undefined, figures: undefined })}
    >
      <span>
        {titleOf(each.name)} {isShared(titleOf(each.name)) && <span className="mono">{each.name}</span>}
      </span>
    </button>
  );
  return (
    <>
      {indicators.length > 0 && (
        <RailPart title={say("sets")} chip={name === undefined ? undefined : titleOf(name)}>
          {indicators.map(pick)}
        </RailPart>
      )}
      <RailPart title={say("datasets")}>{datasets.map(pick)}</RailPart>
      {absent.length > 0 && (
        <RailPart title={say("absent")}>
          {absent.map((each) => (
            <p key={each.name} className="quiet">
              {each.name}: {each.absent[language]}
            </p>
          ))}
        </RailPart>
      )}
    </>
  );
}
