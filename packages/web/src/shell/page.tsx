import "./rail.css";
import "./side.css";
import "./strip.css";
import { type ReactNode, useEffect, useState } from "react";
import { bench } from "../bench/bench.ts";
import { useBench } from "../bench/use-bench.ts";
import { useNarrow } from "../figures/use-width.ts";
import { useSay } from "../language/language.ts";
import { shellWords } from "./shell-words.ts";
import { StaleLine } from "./stale-line.tsx";
import { takesLetters } from "./typing.ts";
import { Words } from "./words.tsx";

interface PageProps {
  readonly rail?: ReactNode;
  readonly headline: string;
  readonly dek?: ReactNode;
  readonly strip?: ReactNode;
  readonly source?: ReactNode;
  /** How to read this: at most three short paragraphs. */
  readonly guide?: readonly ReactNode[];
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** The grammar of every screen: rail, view and source, and on the right how to read it and the number's passport. */
export function Page({ rail, headline, dek, strip, source, guide = [], side, children }: PageProps) {
  const say = useSay(shellWords);
  const [withSide, setWithSide] = useState(false);
  const { version, outlineVersion, outlineEnded, outline, run, past } = useBench();
  useEffect(() => {
    document.title = `${headline} · conurb`;
  }, [headline]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !takesLetters(event.target)) setWithSide((is) => !is);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const hasSide = guide.length > 0 || Boolean(side);
  const isStale = outline !== undefined && outlineVersion !== version && outlineEnded !== undefined;
  return (
    <>
      <aside className="rail">{rail}</aside>
      <main className={hasSide ? "centre" : "centre is-wide"} id="view" tabIndex={-1}>
        <h1>
          <Words text={headline} />
        </h1>
        <div className="under">
          <p className="dek">{dek}</p>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
          <div className="strip" role="group" aria-label={say("strip")}>
            {strip}
            {hasSide && (
              <button
                type="button"
                className="side-key"
                aria-label={say("sideKey")}
                aria-expanded={withSide}
                onClick={() => setWithSide(!withSide)}
              >
                ?
              </button>
            )}
          </div>
        </div>
        {isStale && (
          <StaleLine
            ended={outlineEnded}
            run={run}
            onAgain={() => void bench.run()}
            onUndo={past.length === 0 ? undefined : bench.undo}
          />
        )}
        {children}
        <div className="source-gap" />
        <footer className="source">{source}</footer>
      </main>
      {hasSide && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
        <aside className={`side${withSide ? " is-open" : ""}`} aria-label={say("sideKey")} tabIndex={0}>
          {guide.length > 0 && (
            <section className="read">
              <h3>{say("read")}</h3>
              {guide.map((paragraph, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
                <p key={at}>{paragraph}</p>
              ))}
            </section>
          )}
          {side}
        </aside>
      )}
    </>
  );
}

/** A part of the rail: open on a desk, a chip that opens on a telephone. */
export function RailPart({
  title,
  chip,
  children,
}: {
  readonly title: string;
  readonly chip?: string | undefined;
  readonly children: ReactNode;
}) {
  const narrow = useNarrow();
  if (narrow) {
    return (
      <details name="rail">
        <summary>{chip ?? title}</summary>
        <div>{children}</div>
      </details>
    );
  }
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
