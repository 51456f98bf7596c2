import "./progress.css";
import { type ReactNode, useEffect, useState } from "react";
import { bench } from "../bench/bench.ts";
import { useBench } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { Lost } from "./lost.tsx";
import { ProblemList } from "./problem-list.tsx";
import { shellWords } from "./shell-words.ts";

const patience = 800; // milliseconds: what is quicker needs no bar

/** What is being computed, how far it is, and a way to end it. */
export function Progress() {
  const say = useSay(shellWords);
  const language = useLanguage();
  const { run, outline, lost, trouble, unsaved } = useBench();
  const isRunning = run?.state === "running";
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!isRunning) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, [isRunning]);
  if (lost !== undefined) {
    return (
      <Alert>
        <Lost />
      </Alert>
    );
  }
  if (isRunning && shown) {
    const { now, finished, total } = run;
    const title = outline?.analyses.find(({ name }) => name === now?.analysis)?.title[language] ?? now?.analysis;
    return (
      <div className="progress" role="status">
        <span className="told">
          {title === undefined ? say("checking") : say("running", { analysis: title, finished, total })}
        </span>
        <progress aria-label={say("checking")} value={total === 0 ? undefined : finished} max={Math.max(total, 1)} />
        <button type="button" className="as-link" onClick={() => void bench.cancel()}>
          {say("cancel")}
        </button>
      </div>
    );
  }
  if (outline === undefined) return null;
  const problems = trouble ?? (run?.state === "failed" ? (run.problems ?? []) : undefined);
  if (problems === undefined) return null;
  return (
    <Alert>
      <b>{say(trouble !== undefined && unsaved ? "unsaved" : "failed")}</b> <ProblemList problems={problems} />
    </Alert>
  );
}

/** One line over the room above the headline, which it leaves free; whoever wants to read on opens it. */
function Alert({ children }: { readonly children: ReactNode }) {
  const say = useSay(shellWords);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={isOpen ? "progress is-open" : "progress"} role="alert">
      <div className="told">{children}</div>
      <button type="button" className="as-link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {say(isOpen ? "less" : "more")}
      </button>
    </div>
  );
}
