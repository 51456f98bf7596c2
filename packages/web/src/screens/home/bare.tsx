import "./home.css";
import { lazy } from "react";
import { useLocation } from "wouter";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { Page } from "../../shell/page.tsx";
import { Beginnings, type Shelf, useOpening, useShelf } from "./beginnings.tsx";
import type { StudyAsked } from "./open-study.ts";
import { words } from "./words.ts";

const ImportWizard = lazy(() => import("../data/import/wizard.tsx"));

/** The workbench in a folder without a study: three doors, and ways to begin. */
export default function Bare() {
  const say = useSay(words);
  const [path] = useLocation();
  const shelf = useShelf();
  if (path.startsWith("/data/import")) return <ImportWizard />;
  return (
    <Page
      headline={say("bare")}
      dek={shelf?.folder === undefined ? "" : say("bareDek", { folder: shelf.folder })}
      guide={[say("bareGuide"), say("bareGuideFile")]}
    >
      {shelf !== undefined && (
        <>
          <Doors shelf={shelf} />
          <Beginnings shelf={shelf} />
        </>
      )}
    </Page>
  );
}

/** Each door with what leads through it at once; what does not ship is left out. */
const behind = {
  research: [{ template: "minimal" }, { template: "bth" }, { template: "yrd" }, { template: "gba" }],
  report: [{ template: "four-aspects" }, { shipped: "three-agglomerations" }],
  negotiate: [{ shipped: "jing-jin-ji-deal" }],
} as const satisfies Record<string, readonly StudyAsked[]>;

const texts = { research: "bareResearch", report: "bareReport", negotiate: "bareNegotiate" } as const;

function Doors({ shelf }: { readonly shelf: Shelf }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { opening, open } = useOpening();
  const titleOf = ({ template, shipped }: StudyAsked) =>
    template === undefined
      ? shelf.shipped?.find(({ name }) => name === shipped)?.title
      : shelf.templates?.find(({ name }) => name === template)?.title;
  return (
    <div className="doors">
      {(["research", "report", "negotiate"] as const).map((door) => (
        <section key={door}>
          <h2>{say(door)}</h2>
          <p>{say(texts[door])}</p>
          <ul>
            {behind[door].map((what: StudyAsked) => {
              const title = titleOf(what);
              const folder = what.template ?? what.shipped ?? "";
              return (
                title !== undefined && (
                  <li key={folder}>
                    <button
                      type="button"
                      className="as-link"
                      disabled={opening}
                      onClick={() => void open({ ...what, folder }, address.get("lang"))}
                    >
                      {title[language]}
                    </button>
                  </li>
                )
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
