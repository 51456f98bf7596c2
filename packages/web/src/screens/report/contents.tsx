import { bench } from "../../bench/bench.ts";
import type { Outline } from "../../bench/outline.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { type Composed, edits, namesIn, withSections } from "./composed.ts";
import { exhibitNames } from "./exhibit-names.ts";
import { ItemKeys } from "./item-keys.tsx";
import { OpenSection } from "./open-section.tsx";
import { words } from "./words.ts";

interface ContentsProps {
  readonly composed: Composed;
  readonly outline: Outline;
}

/** The sections in their order; one of them may be open. Which it is stands in the address, so the preview follows. */
export function Contents({ composed, outline }: ContentsProps) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { sections, isWritten } = composed;
  const names = exhibitNames(outline, language, say("table"));
  const open = Number(address.get("section") ?? 0) - 1;
  const show = (at: number | undefined) =>
    address.set({ section: at === undefined ? undefined : String(at + 1) }, "quietly");
  const edit = (change: (text: string) => string) => bench.edit((text) => change(withSections(text, composed)));
  const move = (from: number, to: number) => {
    edit((text) => edits.moveSection(text, from, to));
    if (open === from) show(to);
    else if (open === to) show(from);
  };
  const add = () => {
    const at = open >= 0 ? open + 1 : sections.length;
    const used = new Set(sections.flatMap((section) => section.show.flatMap(namesIn)).map((of) => of.split(".")[0]));
    const first = outline.analyses.find(({ name }) => !used.has(name)) ?? outline.analyses[0];
    const title = { zh: words.newSection.zh, en: words.newSection.en };
    edit((text) => edits.addSection(text, at, { title, show: [first?.name ?? ""] }));
    show(at);
  };
  return (
    <section className="contents" data-pane="contents">
      <div className="title-line">
        <h2>{say("contents")}</h2>
        {isWritten && (
          <button type="button" className="as-link quiet" onClick={() => bench.edit(edits.every)}>
            {say("toEvery")}
          </button>
        )}
      </div>
      {!isWritten && <p className="quiet">{say("every")}</p>}
      <ol className="sections">
        {sections.map((section, at) => {
          const title = section.title[language];
          const count = section.show.flatMap(namesIn).length;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its place
            <li key={at} className={at === open ? "is-open" : undefined}>
              <div className="item">
                <button
                  type="button"
                  className="name"
                  aria-expanded={at === open}
                  onClick={() => show(at === open ? undefined : at)}
                >
                  <span>{title}</span> <em>{say("count", { n: count })}</em>
                </button>
                <ItemKeys
                  name={title}
                  at={at}
                  of={sections.length}
                  onMove={(to) => move(at, to)}
                  onRemove={
                    sections.length === 1
                      ? undefined
                      : () => {
                          edit((text) => edits.removeSection(text, at));
                          if (open === at) show(undefined);
                          else if (open > at) show(open - 1);
                        }
                  }
                />
              </div>
              {at === open && (
                <OpenSection
                  section={section}
                  at={at}
                  composed={composed}
                  outline={outline}
                  names={names}
                  edit={edit}
                />
              )}
            </li>
          );
        })}
      </ol>
      <button type="button" className="button" onClick={add}>
        {say("addSection")}
      </button>
    </section>
  );
}
