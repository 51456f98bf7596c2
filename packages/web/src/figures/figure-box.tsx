import "./figure.css";
import { InputError, type View } from "@conurb/core/contract";
import type { Figure, FigureContext } from "@conurb/figures";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { sayIn, useLanguage } from "../language/language.ts";
import { useTheme } from "../shell/theme.ts";
import { useDrawing } from "./drawing.ts";
import { figureWords } from "./figure-words.ts";
import { lookAt, lookedAt } from "./linked.ts";
import { useNarrow, useWidth } from "./use-width.ts";

export interface FigureBoxProps {
  readonly view: View;
  readonly context: Omit<FigureContext, "language" | "theme" | "width">;
  readonly name: string;
  readonly onSelect?: (code: string | undefined) => void;
  readonly onDrawn?: (figure: Figure) => void;
  readonly isOld?: boolean;
  readonly withNotes?: boolean;
  /** Drawn so wide at most. */
  readonly widest?: number;
}

/** A figure of the report on the screen: as wide as its box, its places linked with every other figure, keyboard included. */
export function FigureBox({ view, context, name, onSelect, onDrawn, isOld, withNotes = true, widest }: FigureBoxProps) {
  const language = useLanguage();
  const theme = useTheme();
  const say = sayIn(figureWords, language);
  const box = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const available = useWidth(box);
  const narrow = useNarrow();
  const width = widest === undefined ? available : Math.min(available, widest);
  const hint = useId();
  const draw = useDrawing(view.kind);
  const { figure, refused } = useMemo((): { figure?: Figure; refused?: string } => {
    if (width < 60 || draw === undefined) return {};
    try {
      return {
        figure: draw(view, {
          ...context,
          language,
          theme,
          width,
          touch: narrow && width < 440,
          frame: "embedded",
        }),
      };
    } catch (error) {
      if (error instanceof InputError) return { refused: error.problems.map(({ text }) => text[language]).join("; ") };
      throw error;
    }
  }, [draw, view, context, language, theme, width, narrow]);

  useEffect(() => {
    if (figure !== undefined) onDrawn?.(figure);
  }, [figure, onDrawn]);

  const places = (): SVGElement[] => [...(box.current?.querySelectorAll<SVGElement>("[data-place]") ?? [])];
  const codeAt = (target: EventTarget | null): string | undefined =>
    (target as Element | null)?.closest<SVGElement>("[data-place]")?.dataset.place;
  const step = (by: number): void => {
    const codes = [...new Set(places().map((each) => each.dataset.place as string))];
    const at = codes.indexOf(lookedAt() ?? "");
    const next = codes[(at + by + codes.length) % codes.length] ?? codes[0];
    if (next === undefined) return;
    lookAt(next);
    const texts = places().filter((each) => each.dataset.place === next);
    if (live.current !== null) live.current.textContent = texts.map((each) => wordsOf(each)).join(" ");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = event.key === "ArrowDown" || event.key === "ArrowRight";
    if (forward || event.key === "ArrowUp" || event.key === "ArrowLeft") step(forward ? 1 : -1);
    else if (event.key === "Enter" && lookedAt() !== undefined) onSelect?.(lookedAt());
    else if (event.key === "Escape") {
      lookAt(undefined);
      onSelect?.(undefined);
    } else return;
    event.preventDefault();
  };
  const linked = onSelect !== undefined;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={box}
        className={`figure${isOld ? " is-old" : ""}`}
        role="group"
        aria-label={name}
        aria-describedby={linked ? hint : undefined}
        tabIndex={linked ? 0 : undefined}
        onKeyDown={linked ? onKeyDown : undefined}
        onPointerOver={linked ? (event) => lookAt(codeAt(event.target)) : undefined}
        onPointerLeave={linked ? () => lookAt(undefined) : undefined}
        onClick={linked ? (event) => onSelect(codeAt(event.target)) : undefined}
      >
        {figure === undefined ? (
          <div className="figure-room" />
        ) : (
          <Svg markup={figure.svg} rows={view.kind === "ranking"} />
        )}
      </div>
      {refused !== undefined && <p className="notes">{refused}</p>}
      {linked && (
        <span id={hint} className="away">
          {say("keys")}
        </span>
      )}
      <div ref={live} className="away" aria-live="polite" />
      {withNotes && figure !== undefined && figure.notes.length > 0 && (
        <p className="notes">{figure.notes.join(language === "en" ? " " : "")}</p>
      )}
    </>
  );
}

/** What a mark says of its place: its own title, else the words that it holds. */
const wordsOf = (element: Element): string =>
  element.querySelector(":scope > title")?.textContent ??
  [...element.querySelectorAll("text")].map((each) => each.textContent).join(" ");

const settle = 120; // milliseconds

/** The picture as elements. It was written escaped; it is read as XML, so that no text of a dataset can become markup. */
function Svg({ markup, rows }: { readonly markup: string; readonly rows: boolean }) {
  const holder = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(markup.replace(/ style="[^"]*"/, ""), "image/svg+xml");
    const svg = parsed.documentElement;
    if (svg.nodeName !== "svg") {
      setFailed(true);
      return undefined;
    }
    const drawn = document.importNode(svg, true) as unknown as SVGSVGElement;
    holder.current?.replaceChildren(drawn);
    const looked = lookedAt();
    if (looked !== undefined)
      for (const each of drawn.querySelectorAll(`[data-place="${CSS.escape(looked)}"]`))
        each.classList.add("is-hovered");
    // to measure marks is to lay the page out: not while a slider draws one figure after the other
    const timer = setTimeout(
      () => addHits([...drawn.querySelectorAll<SVGGElement>("g[data-place]")], drawn, rows),
      settle,
    );
    return () => clearTimeout(timer);
  }, [markup, rows]);
  return failed ? <p className="empty">…</p> : <div ref={holder} />;
}

/** A place answers to the pointer on its whole row, not on its marks alone. All is measured before anything is put in. */
function addHits(places: readonly SVGGElement[], svg: SVGSVGElement, rows: boolean): void {
  const boxes = places.map((place) => place.getBBox());
  const room = rows ? 2 : 3;
  const wide = svg.viewBox.baseVal.width - 28;
  places.forEach((place, at) => {
    const { x, y, width, height } = boxes[at] as DOMRect;
    const hit = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    hit.setAttribute("class", "hit");
    hit.setAttribute("x", String(rows ? 28 : x - room));
    hit.setAttribute("y", String(y - room));
    hit.setAttribute("width", String(rows ? wide : width + 2 * room));
    hit.setAttribute("height", String(height + 2 * room));
    place.prepend(hit);
  });
}
