import type { Problem } from "@conurb/core/contract";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { askJson } from "../../../bench/ask.ts";
import { bench } from "../../../bench/bench.ts";
import { problemsOf } from "../../../bench/refused.ts";
import { useAnswer, useBench } from "../../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../../language/language.ts";
import { useAddress } from "../../../shell/address.ts";
import { ProblemList } from "../../../shell/problem-list.tsx";
import { openStudy } from "../../home/open-study.ts";
import { withConfirmed, withDatasets } from "./declare.ts";
import { type Choices, type Preview, uploadAt } from "./preview.ts";
import { words } from "./words.ts";

interface WritePartProps {
  readonly upload: string;
  readonly preview: Preview;
  readonly choices: Choices;
  /** Nothing is written by a reading that is not the last word. */
  readonly isReady: boolean;
  /** How many names may be a place and are not confirmed. */
  readonly openNames: number;
}

/** The end of an import: the lines that are written, into this study or into one of its own. */
export function WritePart({ upload, preview, choices, isReady, openNames }: WritePartProps) {
  const say = useSay(words);
  const address = useAddress();
  const [, go] = useLocation();
  const { outline } = useBench();
  const { busy, problems, attempt } = useAttempt();
  const add = (next: Next) =>
    attempt(async () => {
      const { lines, name } = await askJson<Preview>(uploadAt(upload, "/take"), {
        method: "POST",
        body: JSON.stringify(choices),
      });
      bench.edit((text) => withConfirmed(withDatasets(text, lines), choices.confirm ?? {}));
      go(address.to(next, { table: name }));
    });
  const hasStudy = outline !== undefined;
  // a page calls its places by names; so does a table where the study keeps the places of a cluster
  const [addWaits, beginWaits] = [preview.isPage || (outline?.groups.length ?? 0) > 0, preview.isPage].map(
    (needsNames) => needsNames && openNames > 0,
  );
  const canScore = preview.tables.some(isScorable);
  return (
    <>
      <p className="quiet">{say("written", { n: Math.max(1, preview.tables.length) })}</p>
      <details>
        <summary className="quiet">{say("lines")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
        <pre className="lines" tabIndex={0}>
          {(hasStudy ? preview.lines : preview.study).join("\n")}
        </pre>
      </details>
      {(addWaits || beginWaits) && <p className="stale">{say("namesFirst", { n: openNames })}</p>}
      {problems.length > 0 && (
        <div role="alert">
          <ProblemList problems={problems} />
        </div>
      )}
      {hasStudy ? (
        <AddKeys
          ways={!canScore ? ["/data"] : outline.indicators.length === 0 ? onToScores : onToFigures}
          isReady={isReady && !busy && !addWaits}
          onAdd={(next) => void add(next)}
        />
      ) : (
        canScore && <p className="quiet">{say("scoresNext")}</p>
      )}
      <Begin
        file={preview.file}
        title={hasStudy ? say("beginAnother") : undefined}
        isReady={isReady && !busy && !beginWaits}
        onBegin={(title, folder) =>
          attempt(() => openStudy({ upload, choices: { ...choices, title }, folder }, address.get("lang")))
        }
      />
    </>
  );
}

/** What has places and figures. */
const isScorable = ({ roles }: Preview["tables"][number]): boolean =>
  roles.place !== undefined && (roles.value ?? roles.values) !== undefined;

/** Does what leads away from here; what stands in the way is kept to be told. */
function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      await work();
    } catch (error) {
      setProblems(problemsOf(error));
      setBusy(false);
    }
  };
  return { busy, problems, attempt };
}

type Next = "/data" | "/data/indicators";
const onToScores = ["/data/indicators", "/data"] as const;
const onToFigures = ["/data", "/data/indicators"] as const;
const addWords = { "/data": "add", "/data/indicators": "addAndMake" } as const;

interface AddKeysProps {
  /** Where adding leads, the first of them before all. */
  readonly ways: readonly Next[];
  readonly isReady: boolean;
  readonly onAdd: (next: Next) => void;
}

function AddKeys({ ways, isReady, onAdd }: AddKeysProps) {
  const say = useSay(words);
  return (
    <p className="keys">
      {ways.map((next, at) => (
        <button
          key={next}
          type="button"
          className={at === 0 ? "button first" : "button"}
          disabled={!isReady}
          onClick={() => onAdd(next)}
        >
          {say(addWords[next])}
        </button>
      ))}
    </p>
  );
}

interface BeginProps {
  readonly file: string;
  /** Where another end stands above it: then it is folded. */
  readonly title: string | undefined;
  readonly isReady: boolean;
  readonly onBegin: (title: string, folder: string) => void;
}

function Begin({ file, title: folded, isReady, onBegin }: BeginProps) {
  const say = useSay(words);
  const language = useLanguage();
  const shelf = useAnswer<{ canOpen: boolean; folder?: string }>("/api/shelf").value;
  const stem = (file.split("/").at(-1) ?? "").replace(/\.[^.]+$/, "");
  const [title, setTitle] = useState(stem);
  const [folder, setFolder] = useState(stem.replace(/[^\p{L}\p{N} _-]+/gu, "-").slice(0, 40));
  if (shelf?.canOpen !== true) return null;
  const fields: ReactNode = (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onBegin(title, folder);
      }}
    >
      <label className="field">
        <span>{say("studyTitle")}</span>
        <input type="text" lang={language} required value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className="field">
        <span>{say("folder")}</span>
        <input type="text" required value={folder} onChange={(event) => setFolder(event.target.value)} />
        <small>{say("folderNote", { folder: shelf.folder ?? "" })}</small>
      </label>
      <button type="submit" className={folded === undefined ? "button first" : "button"} disabled={!isReady}>
        {say("begin")}
      </button>
    </form>
  );
  if (folded === undefined) return fields;
  return (
    <details>
      <summary>{folded}</summary>
      {fields}
    </details>
  );
}
