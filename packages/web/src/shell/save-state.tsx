import { bench } from "../bench/bench.ts";
import { siteData } from "../bench/site-data.ts";
import { useBench } from "../bench/use-bench.ts";
import { useSay } from "../language/language.ts";
import { shellWords } from "./shell-words.ts";

/** Whether the study's file holds what is on the table; where it was changed outside, the way to settle that. */
export function SaveState() {
  const say = useSay(shellWords);
  const { file, saving, unsaved, conflict } = useBench();
  if (file === "" || siteData !== undefined) return null;
  return (
    <span className="save-state">
      <span className="file">{file.split(/[\\/]/).at(-1)} </span>
      {conflict !== undefined ? (
        <button type="button" className="as-link is-unsaved" title={say("toSettle")} onClick={bench.remind}>
          {say("conflicted")}
        </button>
      ) : (
        <span className={unsaved && !saving ? "is-unsaved" : undefined}>
          {say(saving ? "saving" : unsaved ? "unsaved" : "saved")}
        </span>
      )}
    </span>
  );
}
