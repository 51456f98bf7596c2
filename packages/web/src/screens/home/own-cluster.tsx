import type { Group } from "@conurb/core/study";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { bench } from "../../bench/bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { withOwnCluster } from "./cluster-edit.ts";
import { type KnownPlace, membersIn, membersWritten } from "./members.ts";
import { words } from "./words.ts";

interface OwnClusterProps {
  /** What its members begin with. */
  readonly group: Group | undefined;
  /** The name under which the study declares it; a new one where it declares none. */
  readonly id: string;
  readonly places: readonly KnownPlace[];
  readonly children: ReactNode;
}

/** A cluster with members of one's own choice: a button, and the dialog behind it. */
export function OwnCluster({ group, id, places, children }: OwnClusterProps) {
  const say = useSay(words);
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const { codes, unclear } = useMemo(() => membersIn(text, places), [text, places]);
  const isWhole = title.trim() !== "" && codes.length > 0 && unclear.length === 0;
  const begin = () => {
    setTitle(group?.title[language] ?? "");
    setText(membersWritten(group?.members ?? [], places, language));
    dialog.current?.showModal();
  };
  const write = () => {
    // a title that was not touched stays as it is in both languages
    const called = group !== undefined && title === group.title[language] ? group.title : title.trim();
    bench.edit((now) => withOwnCluster(now, id, called, codes));
    dialog.current?.close();
  };
  const ends = (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {say("cancel")}
      </button>
      <button type="button" className="button first" disabled={!isWhole} onClick={write}>
        {say("writeCluster")}
      </button>
    </>
  );
  return (
    <>
      <button type="button" className="as-link" onClick={begin}>
        {children}
      </button>
      <Dialog ref={dialog} title={say("ownCluster")} ends={ends}>
        <label className="field">
          <span>{say("clusterTitle")}</span>
          <input type="text" className="whole" value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="field">
          <span>{say("members")}</span>
          <textarea className="whole" rows={8} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <label className="field">
          <span>{say("addMember")}</span>
          <select
            value=""
            onChange={(event) =>
              setText((now) =>
                [now.trimEnd(), membersWritten([event.target.value], places, language)].join("\n").trim(),
              )
            }
          >
            <option value="">{say("pick")}</option>
            {regionsOf(places).map(([region, own]) => (
              <optgroup key={region} label={own[0]?.parentName?.[language] ?? "–"}>
                {own
                  .filter(({ code }) => !codes.includes(code))
                  .map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name[language]}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <p role="status" className={unclear.length > 0 ? "stale" : "quiet"}>
          {unclear.length === 0
            ? say("membersCount", { n: codes.length })
            : say("membersUnclear", { names: unclear.join(language === "zh" ? "、" : ", ") })}
        </p>
      </Dialog>
    </>
  );
}

/** Places by what they lie in, in the order in which they come. */
function regionsOf(places: readonly KnownPlace[]): readonly (readonly [string, readonly KnownPlace[]])[] {
  const regions = new Map<string, KnownPlace[]>();
  for (const place of places) {
    const region = place.parentName?.en ?? "";
    const own = regions.get(region);
    if (own === undefined) regions.set(region, [place]);
    else own.push(place);
  }
  return [...regions];
}
