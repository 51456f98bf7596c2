import type { RunState } from "../bench/outline.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { shellWords } from "./shell-words.ts";

interface StaleLineProps {
  /** When the run ended whose results are shown. */
  readonly ended: string;
  readonly run: Pick<RunState, "state"> | undefined;
  readonly onAgain: () => void;
  /** Nothing where there is no step to take back. */
  readonly onUndo: (() => void) | undefined;
}

/** Results are older than the text. Where nothing is under way that would bring them up to it, the ways out. */
export function StaleLine({ ended, run, onAgain, onUndo }: StaleLineProps) {
  const say = useSay(shellWords);
  const language = useLanguage();
  const time = new Date(ended).toLocaleTimeString(language === "zh" ? "zh-CN" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });
  const isCancelled = run?.state === "cancelled";
  const isEnded = isCancelled || run?.state === "failed";
  return (
    <p className="stale">
      {say("stale", { time })}
      {isCancelled && ` ${say("staleCancelled")}`}
      {isEnded && (
        <>
          {" "}
          <button type="button" className="as-link" onClick={onAgain}>
            {say("again")}
          </button>
        </>
      )}
      {isEnded && onUndo !== undefined && (
        <>
          {" · "}
          <button type="button" className="as-link" onClick={onUndo}>
            {say("undo")}
          </button>
        </>
      )}
    </p>
  );
}
