import "../data.css";
import "./import.css";
import { useEffect, useMemo } from "react";
import { useLocation } from "wouter";
import { ask } from "../../../bench/ask.ts";
import { useBench } from "../../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../../language/language.ts";
import { useAddress } from "../../../shell/address.ts";
import { Page, RailPart } from "../../../shell/page.tsx";
import { ProblemList } from "../../../shell/problem-list.tsx";
import { freeName } from "./declare.ts";
import { DropFile } from "./drop-file.tsx";
import { type ChoiceChange, type Choices, choicesIn, type Preview, uploadAt } from "./preview.ts";
import { mostTold, openNames, Reading, steps } from "./reading.tsx";
import { usePreview } from "./use-preview.ts";
import { words } from "./words.ts";

/** A file on its way into a study: every choice is tried on it at once. What is chosen stands in the address. */
export default function ImportWizard() {
  const say = useSay(words);
  const address = useAddress();
  const upload = address.get("upload");
  if (upload === undefined) {
    return (
      <Page headline={say("nothingYet")} dek={say("nothingText")} guide={[say("guide"), say("guideFile")]}>
        <DropFile />
      </Page>
    );
  }
  return <Opened key={upload} upload={upload} file={address.get("file") ?? ""} />;
}

function Opened({ upload, file }: { readonly upload: string; readonly file: string }) {
  const say = useSay(words);
  const { choices, set } = useChoices();
  const { preview, isOld, problems } = usePreview(upload, choices);
  useFreeName(preview, set);
  if (problems?.some(({ code }) => code === "server-upload-gone") === true) {
    return (
      <Page headline={say("nothingYet")} dek={say("gone")}>
        <DropFile />
      </Page>
    );
  }
  const table = preview?.tables[0];
  const figures = table?.columns.filter(({ kind, unit }) => kind === "number" && unit !== "year").length ?? 0;
  return (
    <Page
      headline={headlineOf(preview, file, problems !== undefined, say)}
      dek={table === undefined ? "" : say("dek", { rows: table.rows, columns: figures })}
      strip={<Leave upload={upload} />}
      rail={<StepsPart open={openNames(preview)} />}
      guide={[say("guide"), say("guideGuess"), say("guideFile")]}
      side={preview !== undefined && <Reasons preview={preview} />}
    >
      {problems !== undefined && (
        <section role="alert">
          <ProblemList problems={problems.slice(0, mostTold)} />
        </section>
      )}
      {preview !== undefined && (
        <Reading
          upload={upload}
          preview={preview}
          choices={choices}
          onChoices={set}
          isOld={isOld}
          isRefused={problems !== undefined}
        />
      )}
    </Page>
  );
}

/** What was chosen so far, and how to choose otherwise. */
function useChoices(): { readonly choices: Choices; readonly set: (more: ChoiceChange) => void } {
  const address = useAddress();
  const asked = address.get("choices");
  const choices = useMemo((): Choices => choicesIn(asked), [asked]);
  const set = (more: ChoiceChange) => {
    const next = Object.fromEntries(Object.entries({ ...choices, ...more }).filter(([, value]) => value !== undefined));
    address.set({ choices: Object.keys(next).length === 0 ? undefined : JSON.stringify(next) }, "quietly");
  };
  return { choices, set };
}

/** A name that the study has already is let go of once it is known to be taken. */
function useFreeName(preview: Preview | undefined, set: (more: ChoiceChange) => void): void {
  const { outline } = useBench();
  const taken = [...(outline?.datasets ?? []), ...(outline?.indicators ?? [])].map(({ name }) => name);
  const free = preview === undefined ? undefined : freeName(preview.name, taken);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen beside the name is no reason
  useEffect(() => {
    if (free !== undefined && free !== preview?.name) set({ name: free });
  }, [free, preview?.name]);
}

function Leave({ upload }: { readonly upload: string }) {
  const say = useSay(words);
  const address = useAddress();
  const [, go] = useLocation();
  const { outline } = useBench();
  const leave = async () => {
    await ask(uploadAt(upload), { method: "DELETE" }).catch(() => {});
    go(address.to(outline === undefined ? "/home" : "/data"));
  };
  return (
    <button type="button" onClick={leave}>
      {say("leave")}
    </button>
  );
}

/** The steps of an import, and how many names wait for an answer. */
function StepsPart({ open }: { readonly open: number }) {
  const say = useSay(words);
  return (
    <RailPart title={say("steps")}>
      {steps.map((step, n) => (
        <button
          key={step}
          type="button"
          className="opt"
          onClick={() => document.getElementById(step)?.scrollIntoView({ block: "start" })}
        >
          <span>
            {n + 1} {say(step)}
          </span>
          {step === "stepNames" && open > 0 && <em>{open}</em>}
        </button>
      ))}
    </RailPart>
  );
}

function Reasons({ preview: { reasons } }: { readonly preview: Preview }) {
  const say = useSay(words);
  const language = useLanguage();
  if (reasons.length === 0) return null;
  const distinct = [...new Map(reasons.map((reason) => [reason.text.en, reason])).values()];
  return (
    <section className="read">
      <h3>{say("reasons")}</h3>
      {distinct.slice(0, mostTold).map(({ text }) => (
        <p key={text.en}>{text[language]}</p>
      ))}
    </section>
  );
}

function headlineOf(
  preview: Preview | undefined,
  file: string,
  isRefused: boolean,
  say: ReturnType<typeof useSay<typeof words>>,
): string {
  if (isRefused && preview === undefined) return say("cannot", { file });
  if (preview === undefined) return say("reading", { file });
  const { account } = preview;
  if (account === undefined) return say("cannot", { file });
  const read = (account.read ?? 0) + (account.flagged ?? 0);
  return say("headline", { file, read, cells: account.cells ?? 0, refused: account.refused ?? 0 });
}
