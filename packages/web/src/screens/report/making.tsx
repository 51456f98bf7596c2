import type { Problem } from "@conurb/core/contract";
import { useState } from "react";
import { addressOf, ask } from "../../bench/ask.ts";
import { problemsOf } from "../../bench/refused.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { ProblemList } from "../../shell/problem-list.tsx";
import { words } from "./words.ts";

/** Makes the files, says how far it is, and hands them out. The server works on, with or without this page. */
export function Making() {
  const { report, version, saving, unsaved } = useBench();
  const say = useSay(words);
  const language = useLanguage();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isMaking = report?.state === "running";
  const make = () => {
    setProblems([]);
    ask("/api/reports", { method: "POST" }).catch((error: unknown) => setProblems(problemsOf(error)));
  };
  const time = (at: string) =>
    new Date(at).toLocaleTimeString(language === "zh" ? "zh-CN" : "en-GB", { hour: "2-digit", minute: "2-digit" });
  return (
    <div className="making">
      <button type="button" className="button first" disabled={isMaking || saving || unsaved} onClick={make}>
        {say("make")}
      </button>
      {isMaking ? (
        <>
          <span role="status">
            {report.total === 0 ? say("starting") : say("making", { finished: report.finished, total: report.total })}
          </span>
          <progress aria-label={say("make")} value={report.finished} max={Math.max(report.total, 1)} />
          <button
            type="button"
            className="as-link"
            onClick={() => void ask(`/api/reports/${report.id}`, { method: "DELETE" }).catch(() => {})}
          >
            {say("cancel")}
          </button>
        </>
      ) : (
        <>
          {report?.state === "done" && (
            <>
              <ul className="files">
                {report.files?.map(({ name, size }) => (
                  <li key={name}>
                    <a href={addressOf(`/api/reports/files/${name}`)} download={name}>
                      {name}
                    </a>{" "}
                    <span className="quiet">{say("atomic", { size: Math.ceil(size / 1024) })}</span>
                  </li>
                ))}
              </ul>
              <span className={report.version === version ? "quiet" : "warned"} role="status">
                {report.version === version ? say("made", { time: time(report.ended ?? "") }) : say("old")}
              </span>
            </>
          )}
          {report?.state === "cancelled" && <span role="status">{say("cancelled")}</span>}
        </>
      )}
      {(problems.length > 0 || report?.state === "failed") && (
        <div role="alert" className="whole">
          <b>{say("failed")}</b>
          <ProblemList problems={problems.length > 0 ? problems : (report?.problems ?? [])} />
        </div>
      )}
    </div>
  );
}
