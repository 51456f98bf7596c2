import { siteData } from "../bench/site-data.ts";
import { useBench } from "../bench/use-bench.ts";
import { useSay } from "../language/language.ts";
import { ProblemList } from "./problem-list.tsx";
import { save } from "./save.ts";
import { shellWords } from "./shell-words.ts";

/** Who does not answer, or no longer knows this page; how to go on; and what stands on this page alone. */
export function Lost() {
  const say = useSay(shellWords);
  const { lost, file, text, unsaved } = useBench();
  if (lost === undefined) return null;
  const isAnew = lost !== "silent" && lost.problems.some(({ code }) => code === "server-token");
  return (
    <div className="lost">
      {siteData !== undefined ? (
        say("lost")
      ) : isAnew ? (
        say("anew")
      ) : lost !== "silent" ? (
        <ProblemList problems={lost.problems} />
      ) : (
        <>
          {say("lost")} {say("lostHint")} <code className="mono">{`conurb serve ${file} --port ${location.port}`}</code>
        </>
      )}{" "}
      {unsaved && (
        <>
          {say("keptHere")}{" "}
          <button type="button" className="as-link" onClick={() => save("study.yaml", "application/yaml", text)}>
            {say("saveCopy")}
          </button>
        </>
      )}
    </div>
  );
}
