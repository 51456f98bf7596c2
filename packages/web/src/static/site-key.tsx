import { useEffect, useRef, useState } from "react";
import { bench } from "../bench/bench.ts";
import { useBench } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { Dialog } from "../shell/dialog.tsx";
import { save } from "../shell/save.ts";
import { type Recomputed, recompute } from "./recompute.ts";
import { useSite } from "./site-facts.ts";
import { siteWords } from "./site-words.ts";

/** On a site: whose text this is, what came with it, what stands frozen, and the way to take the study home. */
export default function SiteKey() {
  const site = useSite();
  const say = useSay(siteWords);
  const language = useLanguage();
  const { text, outline } = useBench();
  const dialog = useRef<HTMLDialogElement>(null);
  if (site === undefined) return null;
  const isEdited = text !== site.text;
  const titleOf = (name: string) => outline?.analyses.find((each) => each.name === name)?.title[language] ?? name;
  return (
    <>
      <button
        type="button"
        className={`site-key${isEdited ? " is-edited" : ""}`}
        onClick={() => dialog.current?.showModal()}
      >
        {say(isEdited ? "edited" : "published")}
      </button>
      <Dialog ref={dialog} title={say("about")}>
        <div className="site-about">
          <p>{say("what")}</p>
          <p className="keys">
            <button type="button" className="button" onClick={() => save("study.yaml", "application/yaml", text)}>
              {say("download")}
            </button>
            {isEdited && (
              <button type="button" className="button" onClick={() => bench.edit(() => site.text)}>
                {say("back")}
              </button>
            )}
          </p>
          <h3>{say("frozenHere")}</h3>
          {site.frozen.length === 0 ? (
            <p className="quiet">{say("noneFrozen")}</p>
          ) : (
            <>
              <p className="quiet">{say("frozenWhy")}</p>
              <ul>
                {site.frozen.map(({ name }) => (
                  <li key={name}>{titleOf(name)}</li>
                ))}
              </ul>
            </>
          )}
          <Recompute />
          <h3>{say("shipped")}</h3>
          <table className="data">
            <tbody>
              {site.tables.map(({ name, rows, file }) => (
                <tr key={name}>
                  <td className="label">
                    {outline?.datasets.find((each) => each.name === name)?.title[language] ?? name}
                  </td>
                  <td>{say("rows", { rows })}</td>
                  <td className="label">{file === undefined && say("keptBack")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Dialog>
    </>
  );
}

/** The published numbers, computed once more by whoever reads them. */
function Recompute() {
  const site = useSite();
  const say = useSay(siteWords);
  const [state, setState] = useState<Recomputed>();
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);
  if (site === undefined) return null;
  if (state?.state === "running") {
    const { done, total } = state;
    return (
      <p role="status" className="keys">
        <span>{say("comparing", { done, total })}</span>
        <progress aria-label={say("again")} value={total === 0 ? undefined : done} max={Math.max(total, 1)} />
        <button
          type="button"
          className="as-link"
          onClick={() => {
            end.current?.();
            setState(undefined);
          }}
        >
          {say("cancel")}
        </button>
      </p>
    );
  }
  return (
    <p role="status">
      {state === undefined ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            end.current = recompute(site, setState);
          }}
        >
          {say("again")}
        </button>
      ) : state.state === "failed" ? (
        say("failed")
      ) : (
        <>
          {say("same", { same: state.same })}{" "}
          {state.apart > 0 && say("apart", { n: state.apart, worst: state.worst.toExponential(1) })}
        </>
      )}
    </p>
  );
}
