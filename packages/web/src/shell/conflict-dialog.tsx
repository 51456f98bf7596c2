import "./conflict.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { bench, type Conflict } from "../bench/bench.ts";
import { mergedOf, type Stretch, stretchesOf } from "../bench/merge-texts.ts";
import { useBench } from "../bench/use-bench.ts";
import { useSay } from "../language/language.ts";
import { conflictWords } from "./conflict-words.ts";
import { Dialog } from "./dialog.tsx";

type Side = "mine" | "theirs";

/** A file that was changed outside: where it and what is on the table differ, and which shall stand. */
export default function ConflictDialog({ conflict }: { readonly conflict: Conflict }) {
  const say = useSay(conflictWords);
  const { text, file } = useBench();
  const { base, theirs } = conflict;
  const dialog = useRef<HTMLDialogElement>(null);
  const [picked, setPicked] = useState<ReadonlyMap<number, Side>>(new Map());
  const stretches = useMemo(() => stretchesOf(base, text, theirs.text), [base, text, theirs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a conflict that is told again is asked about again
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, [conflict]);
  const overlaps = stretches.filter(({ kind }) => kind === "both").length;
  const ends = (
    <>
      <button type="button" className="button" onClick={() => bench.settle(text)}>
        {say("mine")}
      </button>
      <button type="button" className="button" onClick={() => bench.settle(theirs.text)}>
        {say("theirs")}
      </button>
      <button type="button" className="button first" onClick={() => bench.settle(mergedOf(stretches, picked))}>
        {say("merged")}
      </button>
    </>
  );
  return (
    <Dialog ref={dialog} title={say("conflict")} ends={ends} className="conflict" isRead>
      <p>{say("conflictText", { file: file.split(/[\\/]/).at(-1) ?? "" })}</p>
      {overlaps > 0 && <p>{say("overlaps", { n: overlaps })}</p>}
      {stretches.map((stretch, at) => {
        const { kind } = stretch;
        if (kind === "alike") return null;
        return (
          <Difference
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one comparison have no name but their number
            key={at}
            kind={kind}
            stretch={stretch}
            leadIn={stretches[at - 1]?.mine.slice(-mostLeadIn) ?? []}
            picked={picked.get(at) ?? "mine"}
            onPicked={(side) => setPicked(new Map(picked).set(at, side))}
          />
        );
      })}
    </Dialog>
  );
}

const mostLeadIn = 2; // lines before a difference, which say where in the file it stands
const mostLines = 40;
const headOf = { mine: "onlyMine", theirs: "onlyTheirs", both: "both" } as const;

interface DifferenceProps {
  readonly kind: keyof typeof headOf;
  readonly stretch: Stretch;
  readonly leadIn: readonly string[];
  readonly picked: Side;
  readonly onPicked: (side: Side) => void;
}

function Difference({ kind, stretch, leadIn, picked, onPicked }: DifferenceProps) {
  const say = useSay(conflictWords);
  const line = stretch.before[kind === "theirs" ? "theirs" : "mine"] + 1;
  const stands = kind === "both" ? picked : kind;
  return (
    <section className="difference">
      <div className="title-line">
        <h3>{say(headOf[kind], { line })}</h3>
        {kind === "both" && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
          <span className="seg" role="group" aria-label={say("whose", { line })}>
            {(["mine", "theirs"] as const).map((side) => (
              <button key={side} type="button" aria-pressed={picked === side} onClick={() => onPicked(side)}>
                {say(side === "mine" ? "ofMine" : "ofTheirs")}
              </button>
            ))}
          </span>
        )}
      </div>
      <div className="sides">
        {(["mine", "theirs"] as const).map((side) => (
          <Version key={side} side={side} lines={stretch[side]} leadIn={leadIn} isStanding={side === stands} />
        ))}
      </div>
    </section>
  );
}

interface VersionProps {
  readonly side: Side;
  readonly lines: readonly string[];
  readonly leadIn: readonly string[];
  /** It is the one that stands when both are taken. */
  readonly isStanding: boolean;
}

function Version({ side, lines, leadIn, isStanding }: VersionProps) {
  const say = useSay(conflictWords);
  return (
    <figure className={isStanding ? "stands" : ""}>
      <figcaption>{say(side === "mine" ? "ofMine" : "ofTheirs")}</figcaption>
      <pre dir="ltr">
        <span className="lead-in">{leadIn.map((line) => `${line}\n`)}</span>
        {lines.slice(0, mostLines).map((line) => `${line}\n`)}
      </pre>
      {lines.length === 0 && <p className="quiet">{say("absent")}</p>}
      {lines.length > mostLines && <p className="quiet">{say("more", { n: lines.length - mostLines })}</p>}
    </figure>
  );
}
