import "./bar.css";
import type { Language } from "@conurb/core/language";
import type { Theme } from "@conurb/figures";
import { lazy, Suspense, useState } from "react";
import { Link, useLocation } from "wouter";
import { bench } from "../bench/bench.ts";
import { siteData } from "../bench/site-data.ts";
import { useBench } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { screens } from "../screens/registry.ts";
import { useAddress } from "./address.ts";
import { SaveState } from "./save-state.tsx";
import { shellWords } from "./shell-words.ts";

const SiteKey = lazy(() => import("../static/site-key.tsx"));

interface TopBarProps {
  readonly theme: Theme;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: (theme: Theme) => void;
}

/** The mark, the screens, the study and whether it is saved, undo and redo, language, light. */
export function TopBar({ theme, onLanguage, onTheme }: TopBarProps) {
  const language = useLanguage();
  const say = useSay(shellWords);
  const address = useAddress();
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const { outline, past, future, refused, isBare } = useBench();
  const here = path.split("/")[1] ?? "";
  return (
    <header className={`bar${open ? " with-menu" : ""}`}>
      <Mark />
      <nav aria-label={say("screens")}>
        {(refused === undefined && !isBare ? screens : []).map((screen) => (
          <Link
            key={screen.path}
            href={address.to(`/${screen.path}`)}
            aria-current={screen.path === here ? "page" : undefined}
            title={screen.title[language]}
            onClick={() => setOpen(false)}
          >
            {screen.short[language]}
          </Link>
        ))}
      </nav>
      <div className="state">
        <span className="study">
          {outline !== undefined && <b title={outline.title[language]}>{outline.title[language]}</b>}
          <SaveState />
        </span>
        {siteData !== undefined && (
          <Suspense fallback={null}>
            <SiteKey />
          </Suspense>
        )}
        <span>
          <Key title={say("undo")} sign="↶" isOff={past.length === 0} onPress={bench.undo} />
          <Key title={say("redo")} sign="↷" isOff={future.length === 0} onPress={bench.redo} />
          <Key
            title={say(theme === "dark" ? "toLight" : "toDark")}
            sign={theme === "dark" ? "☀" : "☾"}
            onPress={() => onTheme(theme === "dark" ? "light" : "dark")}
          />
        </span>
        <Languages chosen={language} onLanguage={onLanguage} />
        <button
          type="button"
          className="icon menu-key"
          aria-label={say("menu")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          ☰
        </button>
      </div>
    </header>
  );
}

function Mark() {
  const address = useAddress();
  return (
    <Link href={address.to("/")} className="mark" aria-label="conurb">
      <svg width="24" height="18" viewBox="0 0 24 18" aria-hidden="true">
        <g stroke="var(--ink)" strokeWidth="1.3">
          <path d="M5 12.5 12 5 19 11.5M5 12.5 19 11.5" fill="none" />
        </g>
        <circle cx="12" cy="5" r="4" fill="var(--ink)" />
        <circle cx="5" cy="12.5" r="3" fill="var(--mark)" />
        <circle cx="19" cy="11.5" r="2.4" fill="var(--accent)" />
      </svg>
      <span>conurb</span>
    </Link>
  );
}

interface KeyProps {
  readonly title: string;
  readonly sign: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

function Key({ title, sign, isOff = false, onPress }: KeyProps) {
  return (
    <button type="button" className="icon" aria-label={title} title={title} disabled={isOff} onClick={onPress}>
      {sign}
    </button>
  );
}

function Languages({ chosen, onLanguage }: { readonly chosen: Language } & Pick<TopBarProps, "onLanguage">) {
  const say = useSay(shellWords);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <span className="seg" role="group" aria-label={say("language")}>
      {(["zh", "en"] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each === "zh" ? "zh-CN" : "en"}
          aria-pressed={chosen === each}
          onClick={() => onLanguage(each)}
        >
          {each === "zh" ? "中文" : "EN"}
        </button>
      ))}
    </span>
  );
}
