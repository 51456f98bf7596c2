import "./drop-file.css";
import type { Problem } from "@conurb/core/contract";
import { useId, useState } from "react";
import { useLocation } from "wouter";
import { askJson } from "../../../bench/ask.ts";
import { problemsOf } from "../../../bench/refused.ts";
import { useSay } from "../../../language/language.ts";
import { useAddress } from "../../../shell/address.ts";
import { ProblemList } from "../../../shell/problem-list.tsx";
import { dropWords } from "./drop-words.ts";

/** A place to drop a file, or to choose one; it is handed over and opened in the wizard. */
export function DropFile() {
  const say = useSay(dropWords);
  const id = useId();
  const address = useAddress();
  const [, go] = useLocation();
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState<string>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
    setSending(file.name);
    setProblems([]);
    try {
      const { id: upload } = await askJson<{ id: string }>(`/api/uploads?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      go(address.to("/data/import", { upload, file: file.name }));
    } catch (error) {
      setProblems(problemsOf(error));
      setSending(undefined);
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be chosen by the button within */}
      <div
        className={`drop${isOver ? " is-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <p id={id}>{sending === undefined ? say("drop") : say("sending", { file: sending })}</p>
        <label className="button">
          {say("choose")}
          <input
            type="file"
            className="away"
            aria-describedby={id}
            disabled={sending !== undefined}
            onChange={(event) => void send(event.target.files?.[0])}
          />
        </label>
        <p className="quiet">{say("kinds")}</p>
      </div>
      {problems.length > 0 && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
    </>
  );
}
