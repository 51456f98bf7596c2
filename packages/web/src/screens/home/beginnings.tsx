import type { Problem } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import { useEffect, useId, useRef, useState } from "react";
import { problemsOf } from "../../bench/refused.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { DropFile } from "../data/import/drop-file.tsx";
import { openStudy, type StudyAsked } from "./open-study.ts";
import { words } from "./words.ts";

interface Named {
  readonly name: string;
  readonly title: Text;
}

/** What the server can open beside the study that stands. */
export interface Shelf {
  readonly canOpen: boolean;
  readonly folder?: string;
  readonly templates?: readonly Named[];
  readonly shipped?: readonly Named[];
  readonly recent?: readonly { readonly path: string; readonly title: Text; readonly opened: string }[];
}

export const useShelf = (): Shelf | undefined => useAnswer<Shelf>("/api/shelf").value;

/** Ways to begin a study, or to open another: a file, templates, studies that ship, those opened lately. */
export function Beginnings({ shelf }: { readonly shelf: Shelf }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { file } = useBench();
  const { templates = [], shipped = [], recent = [] } = shelf;
  const [asked, setAsked] = useState<{ title: string; name: string; what: StudyAsked }>();
  const { opening, problems, open } = useOpening();
  const others = recent.filter(({ path }) => !path.endsWith(file) || file === "");
  return (
    <div className="begin">
      <section>
        <h3>{say("drop")}</h3>
        <DropFile />
      </section>
      <section>
        <h3>{say("recent")}</h3>
        {others.length === 0 && <p className="quiet">{say("noRecent")}</p>}
        <ul className="plain-list">
          {others.slice(0, 6).map(({ path, title, opened }) => (
            <li key={path}>
              <button
                type="button"
                className="as-link"
                onClick={() => void open({ recent: path }, address.get("lang"))}
              >
                {title[language]}
              </button>
              <small className="quiet">
                {path.replace(/[\\/][^\\/]*$/, "")} · {say("opened", { date: dayOf(opened, language) })}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{say("templates")}</h3>
        <NamedList
          names={templates}
          onChosen={({ name, title }) => setAsked({ title: title[language], name, what: { template: name } })}
        />
      </section>
      {shipped.length > 0 && (
        <section>
          <h3>{say("shipped")}</h3>
          <NamedList
            names={shipped}
            onChosen={({ name, title }) => setAsked({ title: title[language], name, what: { shipped: name } })}
          />
        </section>
      )}
      {opening && <p role="status">{say("opening", { name: asked?.title ?? "" })}</p>}
      {problems.length > 0 && asked === undefined && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
      {asked !== undefined && (
        <FolderDialog
          title={say("into", { title: asked.title })}
          name={asked.name}
          folder={shelf.folder ?? ""}
          problems={problems}
          isBusy={opening}
          onOpen={(folder) => void open({ ...asked.what, folder }, address.get("lang"))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

const dayOf = (time: string, language: Language): string =>
  new Date(time).toLocaleDateString(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium" });

function NamedList({
  names,
  onChosen,
}: {
  readonly names: readonly Named[];
  readonly onChosen: (named: Named) => void;
}) {
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {names.map((named) => (
        <li key={named.name}>
          <button type="button" className="as-link" onClick={() => onChosen(named)}>
            {named.title[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Opens another study; what stands in the way is kept to be told. */
export function useOpening() {
  const [opening, setOpening] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const open = async (what: StudyAsked, language: string | undefined): Promise<void> => {
    setOpening(true);
    setProblems([]);
    try {
      await openStudy(what, language);
    } catch (error) {
      setProblems(problemsOf(error));
      setOpening(false);
    }
  };
  return { opening, problems, open };
}

interface FolderDialogProps {
  readonly title: string;
  readonly name: string;
  readonly folder: string;
  readonly problems: readonly Problem[];
  readonly isBusy: boolean;
  readonly onOpen: (folder: string) => void;
  readonly onClose: () => void;
}

/** Where a new study goes: a folder that is not there yet. */
function FolderDialog({ title, name, folder, problems, isBusy, onOpen, onClose }: FolderDialogProps) {
  const say = useSay(words);
  const form = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState(name);
  useEffect(() => dialog.current?.showModal(), []);
  const ends = (
    <>
      <button type="button" className="button" onClick={onClose}>
        {say("cancel")}
      </button>
      <button type="submit" form={form} className="button first" disabled={isBusy}>
        {say("open")}
      </button>
    </>
  );
  return (
    <Dialog ref={dialog} title={title} ends={ends} onClose={onClose}>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onOpen(wanted);
        }}
      >
        <label className="field">
          <span>{say("folder")}</span>
          <input type="text" required value={wanted} onChange={(event) => setWanted(event.target.value)} />
          <small>{say("folderNote", { folder })}</small>
        </label>
      </form>
      {problems.length > 0 && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
    </Dialog>
  );
}
