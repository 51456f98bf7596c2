import type { View } from "@conurb/core/contract";
import type { FigureContext } from "@conurb/figures";
import { useRef } from "react";
import { Link } from "wouter";
import type { OutlineAnalysis, OutlineDataset } from "../bench/outline.ts";
import { useBench } from "../bench/use-bench.ts";
import { drawingOf } from "../figures/drawing.ts";
import { useNarrow } from "../figures/use-width.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { FrozenBadge } from "../static/frozen-badge.tsx";
import { useAddress } from "./address.ts";
import { Citations } from "./citations.tsx";
import { CopyKey } from "./copy-key.tsx";
import { Dialog } from "./dialog.tsx";
import { save, savePng } from "./save.ts";
import { shellWords } from "./shell-words.ts";

interface StripProps {
  readonly analysis: OutlineAnalysis;
  readonly view: View;
  /** What the view is drawn from; the saved file is the standalone figure with title, notes and source. */
  readonly context: Omit<FigureContext, "language" | "theme" | "width">;
  readonly title: string;
}

/** Share, Cite, PNG, SVG, CSV, Method, Data notes: on every view, in this order. */
export function Strip({ analysis, view, context, title }: StripProps) {
  const say = useSay(shellWords);
  const language = useLanguage();
  const address = useAddress();
  const narrow = useNarrow();
  const citing = useRef<HTMLDialogElement>(null);
  const noting = useRef<HTMLDialogElement>(null);
  const alone = async () => {
    const draw = await drawingOf(view.kind);
    return draw(view, {
      ...context,
      language,
      theme: "light",
      width: 760,
      frame: "standalone",
      title,
      source: analysis.credit[language],
    });
  };
  const file = (ending: string) => `${analysis.name}.${view.kind}.${ending}`;
  const files = (
    <>
      <button type="button" onClick={async () => savePng(file("png"), await alone())}>
        PNG
      </button>
      <button type="button" onClick={async () => save(file("svg"), "image/svg+xml", (await alone()).svg)}>
        SVG
      </button>
      <button type="button" onClick={async () => save(file("csv"), "text/csv", (await alone()).csv)}>
        CSV
      </button>
    </>
  );
  return (
    <>
      <FrozenBadge analysis={analysis.name} />
      <CopyKey
        text={() => location.href}
        words={{ copy: say("share"), copied: say("copied"), notCopied: say("notCopied") }}
      />
      <button type="button" onClick={() => citing.current?.showModal()}>
        {say("cite")}
      </button>
      {narrow ? (
        <details className="save">
          <summary>{say("saveAs")}</summary>
          <div>{files}</div>
        </details>
      ) : (
        files
      )}
      <Link href={address.to(`/methods/${analysis.method}`, { of: analysis.name })}>{say("method")}</Link>
      <button type="button" onClick={() => noting.current?.showModal()}>
        {say("dataNotes")}
      </button>
      <Dialog ref={citing} title={say("cite")}>
        <Citations analysis={analysis} />
      </Dialog>
      <Dialog ref={noting} title={say("dataNotes")}>
        <DataNotes names={analysis.datasets} />
      </Dialog>
    </>
  );
}

export function DataNotes({ names }: { readonly names: readonly string[] }) {
  const { outline } = useBench();
  const say = useSay(shellWords);
  const language = useLanguage();
  const shown = outline?.datasets.filter(({ name }) => names.includes(name)) ?? [];
  return (
    <div>
      {shown.map(({ name, title, credit, sources, caveats, lacks, prepared = [], licenses, flags }) => (
        <section key={name}>
          <h3>
            {title[language]} {title[language] !== name && <span className="mono">{name}</span>}
          </h3>
          <p className="quiet">{creditsOf(sources, language) || credit}</p>
          <ul>
            {[...prepared, ...caveats, ...flags].map((text) => (
              <li key={text.en}>{text[language]}</li>
            ))}
          </ul>
          {lacks.length > 0 && (
            <p>
              <b>{say("lacks")}</b>{" "}
              {lacks.map((text) => text[language].replace(/[.。]$/, "")).join(language === "zh" ? "；" : "; ")}
            </p>
          )}
          {licenses.length > 0 && (
            <p className="quiet">
              {say("licence")}:{" "}
              {licenses.map((each) => (language === "zh" ? (each.title_zh ?? each.title) : each.title)).join("; ")}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

/** Publishers, each once, with the works that the figures come from. */
function creditsOf(sources: OutlineDataset["sources"], language: "en" | "zh"): string {
  const works = new Map<string, Set<string>>();
  for (const { publisher, work } of sources) {
    const own = works.get(publisher[language]) ?? new Set();
    if (work !== undefined) own.add(work[language]);
    works.set(publisher[language], own);
  }
  const [comma, semicolon] = language === "zh" ? ["，", "；"] : [", ", "; "];
  return [...works].map(([publisher, own]) => [publisher, ...own].join(comma)).join(semicolon);
}
