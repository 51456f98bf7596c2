import "../data.css";
import "./import.css";
import { useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { ask } from "../../../bench/ask.ts";
import { useBench } from "../../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../../language/language.ts";
import { useAddress } from "../../../shell/address.ts";
import { Page, RailPart } from "../../../shell/page.tsx";
import { ProblemList } from "../../../shell/problem-list.tsx";
import { Account } from "../account.tsx";
import { ColumnsPart } from "./columns-part.tsx";
import { freeName } from "./declare.ts";
import { DropFile } from "./drop-file.tsx";
import { FilePart } from "./file-part.tsx";
import { NamesPart } from "./names-part.tsx";
import { PageSettings } from "./page-settings.tsx";
import type { ChoiceChange, Choices, Preview } from "./preview.ts";
import { SampleTable } from "./sample-table.tsx";
import { SheetGrid } from "./sheet-grid.tsx";
import { usePreview } from "./use-preview.ts";
import { words } from "./words.ts";
import { WritePart } from "./write-part.tsx";

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

const steps = ["stepFile", "stepSheet", "stepColumns", "stepNames", "stepAccount", "stepWrite"] as const;
const mostTold = 20;

function Opened({ upload, file }: { readonly upload: string; readonly file: string }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const [, go] = useLocation();
  const { outline } = useBench();
  const asked = address.get("choices");
  const choices = useMemo((): Choices => choicesIn(asked), [asked]);
  const taken = useMemo(
    () => [...(outline?.datasets ?? []), ...(outline?.indicators ?? [])].map(({ name }) => name),
    [outline],
  );
  const { preview, isOld, problems } = usePreview(upload, choices);
  const [at, setAt] = useState(0);
  const set = (more: ChoiceChange) => {
    const next = Object.fromEntries(Object.entries({ ...choices, ...more }).filter(([, value]) => value !== undefined));
    address.set({ choices: Object.keys(next).length === 0 ? undefined : JSON.stringify(next) }, "quietly");
  };
  const free = preview === undefined ? undefined : freeName(preview.name, taken);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a name that is taken is let go of once it is known to be
  useEffect(() => {
    if (free !== undefined && free !== preview?.name) set({ name: free });
  }, [free, preview?.name]);
  const leave = async () => {
    await ask(`/api/uploads/${upload}`, { method: "DELETE" }).catch(() => {});
    go(address.to(outline === undefined ? "/home" : "/data"));
  };
  const isGone = problems?.some(({ code }) => code === "server-upload-gone") === true;
  if (isGone) {
    return (
      <Page headline={say("nothingYet")} dek={say("gone")}>
        <DropFile />
      </Page>
    );
  }
  const table = preview?.tables[0];
  return (
    <Page
      headline={headlineOf(preview, file, problems !== undefined, say)}
      dek={
        table === undefined
          ? ""
          : say("dek", {
              rows: table.rows,
              columns: table.columns.filter(({ kind, unit }) => kind === "number" && unit !== "year").length,
            })
      }
      strip={
        <button type="button" onClick={leave}>
          {say("leave")}
        </button>
      }
      rail={
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
              {step === "stepNames" && <em>{openNames(preview)}</em>}
            </button>
          ))}
        </RailPart>
      }
      guide={[say("guide"), say("guideGuess"), say("guideFile")]}
      side={
        preview !== undefined &&
        preview.reasons.length > 0 && (
          <section className="read">
            <h3>{say("reasons")}</h3>
            {[...new Map(preview.reasons.map((reason) => [reason.text.en, reason])).values()]
              .slice(0, mostTold)
              .map(({ text }) => (
                <p key={text.en}>{text[language]}</p>
              ))}
          </section>
        )
      }
    >
      {problems !== undefined && (
        <section role="alert">
          <ProblemList problems={problems.slice(0, mostTold)} />
        </section>
      )}
      {preview !== undefined && (
        <div className={`wizard${isOld ? " is-old" : ""}`} aria-busy={isOld}>
          {isOld && <p className="stale">{say("stale")}</p>}
          <section id="stepFile" className="room-part">
            <h2>{say("stepFile")}</h2>
            <FilePart key={preview.name} preview={preview} onChoices={set} />
          </section>
          <section id="stepSheet" className="room-part">
            <h2>{say("stepSheet")}</h2>
            {preview.layout !== undefined && (
              <PageSettings
                layout={preview.layout}
                at={at}
                onAt={setAt}
                onLayout={(layout) => set({ layout })}
                isOwn={choices.layout !== undefined}
              />
            )}
            <SheetGrid preview={preview} at={at} onLayout={(layout) => set({ layout })} />
          </section>
          {preview.problemCount > 0 && (
            <section role="alert" className="room-part">
              <h2>{say("problems")}</h2>
              <ProblemList problems={preview.problems.slice(0, mostTold)} />
              {preview.problemCount > mostTold && (
                <p className="quiet">{say("more", { n: preview.problemCount - mostTold })}</p>
              )}
            </section>
          )}
          <section id="stepColumns" className="room-part">
            <h2>{say("stepColumns")}</h2>
            <ColumnsPart preview={preview} choices={choices} onChoices={set} />
            {preview.tables.map((each, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tables of a page have no name but their number
              <div key={n} className="room-part">
                <h3>{say("sample")}</h3>
                <SampleTable table={each} title={say("sample")} />
              </div>
            ))}
          </section>
          <section id="stepNames" className="room-part">
            <h2>{say("stepNames")}</h2>
            <NamesPart preview={preview} choices={choices} onChoices={set} />
          </section>
          <section id="stepAccount" className="room-part">
            <h2>{say("stepAccount")}</h2>
            {preview.account !== undefined && <Account account={preview.account} missingAs={preview.missingAs} />}
            {preview.notes.length > 0 && (
              <>
                <h3>{say("notes")}</h3>
                <ul className="told">
                  {preview.notes.slice(0, mostTold).map(({ text, hint }) => (
                    <li key={text.en}>
                      {text[language]}
                      {hint !== undefined && <small className="quiet"> {hint[language]}</small>}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <section id="stepWrite" className="room-part">
            <h2>{say("stepWrite")}</h2>
            {preview.lines.length === 0 ? (
              <p className="quiet">{say("notWritten")}</p>
            ) : (
              <WritePart
                upload={upload}
                preview={preview}
                choices={choices}
                isReady={!isOld && problems === undefined}
                openNames={openNames(preview) ?? 0}
              />
            )}
          </section>
        </div>
      )}
    </Page>
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

function openNames(preview: Preview | undefined): number | undefined {
  const open = preview?.names.filter(({ code, candidates }) => code === undefined && candidates.length > 0).length ?? 0;
  return open === 0 ? undefined : open;
}

function choicesIn(asked: string | undefined): Choices {
  if (asked === undefined) return {};
  try {
    return JSON.parse(asked) as Choices;
  } catch {
    return {};
  }
}
