import { type ReactNode, useState } from "react";
import { useLanguage, useSay } from "../../../language/language.ts";
import { ProblemList } from "../../../shell/problem-list.tsx";
import { Account } from "../account.tsx";
import { ColumnsPart } from "./columns-part.tsx";
import { FilePart } from "./file-part.tsx";
import { NamesPart } from "./names-part.tsx";
import { PageSettings } from "./page-settings.tsx";
import type { ChoiceChange, Choices, Preview } from "./preview.ts";
import { SampleTable } from "./sample-table.tsx";
import { SheetGrid } from "./sheet-grid.tsx";
import { words } from "./words.ts";
import { WritePart } from "./write-part.tsx";

export const steps = ["stepFile", "stepSheet", "stepColumns", "stepNames", "stepAccount", "stepWrite"] as const;
export const mostTold = 20;

/** How many names may be one place or another, and wait for an answer. */
export const openNames = (preview: Preview | undefined): number =>
  preview?.names.filter(({ code, candidates }) => code === undefined && candidates.length > 0).length ?? 0;

interface ReadingProps {
  readonly upload: string;
  readonly preview: Preview;
  readonly choices: Choices;
  readonly onChoices: (more: ChoiceChange) => void;
  /** A newer reading is being made. */
  readonly isOld: boolean;
  /** The newer one was not to be had. */
  readonly isRefused: boolean;
}

/** A file as it is read by what was chosen, step by step, to what is written in the end. */
export function Reading({ upload, preview, choices, onChoices, isOld, isRefused }: ReadingProps) {
  const say = useSay(words);
  return (
    <div className={`wizard${isOld ? " is-old" : ""}`} aria-busy={isOld}>
      {isOld && <p className="stale">{say("stale")}</p>}
      <Step id="stepFile">
        <FilePart key={preview.name} preview={preview} onChoices={onChoices} />
      </Step>
      <SheetStep preview={preview} choices={choices} onChoices={onChoices} />
      {preview.problemCount > 0 && <InTheWay preview={preview} />}
      <Step id="stepColumns">
        <ColumnsPart preview={preview} choices={choices} onChoices={onChoices} />
        {preview.tables.map((each, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tables of a page have no name but their number
          <div key={n} className="room-part">
            <h3>{say("sample")}</h3>
            <SampleTable table={each} title={say("sample")} />
          </div>
        ))}
      </Step>
      <Step id="stepNames">
        <NamesPart preview={preview} choices={choices} onChoices={onChoices} />
      </Step>
      <AccountStep preview={preview} />
      <Step id="stepWrite">
        {preview.lines.length === 0 ? (
          <p className="quiet">{say("notWritten")}</p>
        ) : (
          <WritePart
            upload={upload}
            preview={preview}
            choices={choices}
            isReady={!isOld && !isRefused}
            openNames={openNames(preview)}
          />
        )}
      </Step>
    </div>
  );
}

function Step({ id, children }: { readonly id: (typeof steps)[number]; readonly children: ReactNode }) {
  const say = useSay(words);
  return (
    <section id={id} className="room-part">
      <h2>{say(id)}</h2>
      {children}
    </section>
  );
}

/** The sheet, and what is said of its rows and columns. */
function SheetStep({ preview, choices, onChoices }: Pick<ReadingProps, "preview" | "choices" | "onChoices">) {
  const [at, setAt] = useState(0);
  const onLayout = (layout: Choices["layout"]) => onChoices({ layout });
  return (
    <Step id="stepSheet">
      {preview.layout !== undefined && (
        <PageSettings
          layout={preview.layout}
          at={at}
          onAt={setAt}
          onLayout={onLayout}
          isOwn={choices.layout !== undefined}
        />
      )}
      <SheetGrid preview={preview} at={at} onLayout={onLayout} />
    </Step>
  );
}

function InTheWay({ preview: { problems, problemCount } }: Pick<ReadingProps, "preview">) {
  const say = useSay(words);
  return (
    <section role="alert" className="room-part">
      <h2>{say("problems")}</h2>
      <ProblemList problems={problems.slice(0, mostTold)} />
      {problemCount > mostTold && <p className="quiet">{say("more", { n: problemCount - mostTold })}</p>}
    </section>
  );
}

function AccountStep({ preview: { account, missingAs, notes } }: Pick<ReadingProps, "preview">) {
  const say = useSay(words);
  const language = useLanguage();
  return (
    <Step id="stepAccount">
      {account !== undefined && <Account account={account} missingAs={missingAs} />}
      {notes.length > 0 && (
        <>
          <h3>{say("notes")}</h3>
          <ul className="told">
            {notes.slice(0, mostTold).map(({ text, hint }) => (
              <li key={text.en}>
                {text[language]}
                {hint !== undefined && <small className="quiet"> {hint[language]}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Step>
  );
}
