import type { Language } from "@conurb/core/language";
import type { Theme } from "@conurb/figures";
import { Component, lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { bench } from "./bench/bench.ts";
import { useBench } from "./bench/use-bench.ts";
import { firstLanguage, keepLanguage, LanguageContext, sayIn, useSay } from "./language/language.ts";
import { screens } from "./screens/registry.ts";
import { useAddress } from "./shell/address.ts";
import { useKeptFromLeaving } from "./shell/leaving.ts";
import { Page } from "./shell/page.tsx";
import { ProblemList } from "./shell/problem-list.tsx";
import { Progress } from "./shell/progress.tsx";
import { shellWords } from "./shell/shell-words.ts";
import { firstTheme, keepTheme, ThemeContext, usePrinting } from "./shell/theme.ts";
import { TopBar } from "./shell/top-bar.tsx";
import { isTyping } from "./shell/typing.ts";
import { searchNow } from "./static/hash-address.ts";

const ConflictDialog = lazy(() => import("./shell/conflict-dialog.tsx"));
const Bare = lazy(() => import("./screens/home/bare.tsx"));

export function App() {
  const address = useAddress();
  const [kept, setKept] = useState<Language>(() => firstLanguage(address.get("lang") ?? null));
  const asked = address.get("lang");
  const language: Language = asked === "zh" || asked === "en" ? asked : kept;
  const [theme, setTheme] = useState<Theme>(firstTheme);
  const shown: Theme = usePrinting() ? "light" : theme;
  const say = sayIn(shellWords, language);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.theme = shown;
  }, [language, shown]);
  useKeptFromLeaving();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) bench.redo();
      else bench.undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <LanguageContext.Provider value={language}>
      <ThemeContext.Provider value={shown}>
        <div className="bench">
          {/* biome-ignore lint/a11y/useValidAnchor: it leads to the view on this page, and to no other address */}
          <a
            className="skip"
            href="#view"
            onClick={(event) => {
              event.preventDefault(); // what stands behind the # may be the address
              document.getElementById("view")?.focus();
            }}
          >
            {say("skip")}
          </a>
          <TopBar
            theme={theme}
            onLanguage={(next) => {
              keepLanguage(next);
              setKept(next);
              address.set({ lang: next }, "quietly");
            }}
            onTheme={(next) => {
              keepTheme(next);
              setTheme(next);
            }}
          />
          <Progress />
          <Standing />
          <Conflicted />
        </div>
      </ThemeContext.Provider>
    </LanguageContext.Provider>
  );
}

/** The question that a file raises which was changed outside. */
function Conflicted() {
  const { conflict } = useBench();
  if (conflict === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ConflictDialog conflict={conflict} />
    </Suspense>
  );
}

/** The screen of the address, or why there is none yet. */
function Standing() {
  const say = useSay(shellWords);
  const { outline, run, refused, isBare } = useBench();
  const [path] = useLocation();
  const screen = path.split("/")[1]; // what failed on one screen is no matter of the next
  const routes = useMemo(() => screens.map(({ path, load }) => ({ path, Component: lazy(load) })), []);
  if (isBare) {
    return (
      <Suspense fallback={<Page headline={say("opening")}>{null}</Page>}>
        <Bare />
      </Suspense>
    );
  }
  if (refused !== undefined) {
    return (
      <Page headline={say("refused")}>
        <ProblemList problems={refused.problems} />
      </Page>
    );
  }
  if (outline === undefined) {
    const isFailed = run?.state === "failed" || run?.state === "cancelled";
    return (
      <Page
        headline={say(run?.state === "failed" ? "failed" : run?.state === "cancelled" ? "cancelled" : "opening")}
        dek={run?.state === "failed" ? say("failedDek") : ""}
      >
        {run?.problems !== undefined && <ProblemList problems={run.problems} />}
        {isFailed && (
          <p>
            <RunAgain />
          </p>
        )}
      </Page>
    );
  }
  return (
    <Guard key={screen}>
      <Suspense fallback={<Page headline={say("opening")}>{null}</Page>}>
        <Switch>
          <Route path="/">
            <Redirect to={`/${screens[0]?.path ?? ""}${searchNow()}`} replace />
          </Route>
          {routes.map(({ path, Component: Screen }) => (
            <Route key={path} path={`/${path}/*?`}>
              <Screen />
            </Route>
          ))}
          <Route>
            <Page headline={say("nothing")}>
              <p className="empty">
                <Link href="/">{say("home")}</Link>
              </p>
            </Page>
          </Route>
        </Switch>
      </Suspense>
    </Guard>
  );
}

function RunAgain() {
  const say = useSay(shellWords);
  return (
    <button type="button" className="button" onClick={() => void bench.run()}>
      {say("again")}
    </button>
  );
}

/** A view that fails says so in its own place; the rest of the workbench stands. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const said = error instanceof Error ? error.message : String(error);
    return <Broken said={said} onBack={() => this.setState({ error: undefined })} />;
  }
}

function Broken({ said, onBack }: { readonly said: string; readonly onBack: () => void }) {
  const say = useSay(shellWords);
  return (
    <Page headline={say("broken")} dek={say("brokenDek")}>
      <p className="empty mono">{said}</p>
      <p>
        <button type="button" className="button" onClick={onBack}>
          {say("again")}
        </button>
      </p>
    </Page>
  );
}
