import "./home.css";
import type { Text } from "@conurb/core/language";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Outline } from "../../bench/outline.ts";
import { siteData } from "../../bench/site-data.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { screens } from "../registry.ts";
import { Beginnings, useShelf } from "./beginnings.tsx";
import { NextPart } from "./next-part.tsx";
import { StudyClusters } from "./study-clusters.tsx";
import { StudyTitle } from "./study-title.tsx";
import { words } from "./words.ts";

const isServed = siteData === undefined;

/** Three doors into the study, what it holds, its clusters, and ways to begin another. */
export default function Home() {
  const { outline, file } = useBench();
  const say = useSay(words);
  const language = useLanguage();
  if (outline === undefined) return null;
  const distinct = [...new Map(outline.notes.map((note) => [note.text.en, note])).values()];
  return (
    <Page
      headline={outline.title[language]}
      dek={say("dek", {
        analyses: outline.analyses.length,
        datasets: outline.datasets.length,
        clusters: outline.groups.length,
        file: file.split(/[\\/]/).slice(-2).join("/"),
      })}
      strip={<StudyTitle title={outline.title} />}
      rail={<ClusterPart />}
      guide={[say("guide")]}
      side={
        distinct.length > 0 && (
          <section className="read">
            <h3>{say("notes")}</h3>
            {distinct.slice(0, 12).map((note) => (
              <p key={note.text.en}>{note.text[language]}</p>
            ))}
          </section>
        )
      }
    >
      <NextPart outline={outline} />
      <Doors />
      <section className="home-part">
        <h2>{say("cluster")}</h2>
        <StudyClusters outline={outline} />
      </section>
      <section className="home-part">
        <h2>{say("standing")}</h2>
        <Standing outline={outline} />
      </section>
      {isServed && <Others />}
    </Page>
  );
}

/** Research, report, negotiate: each leads to the screens and methods that serve it. */
function Doors() {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const screen = (path: string): ReactNode => {
    const found = screens.find((each) => each.path === path);
    return (
      found !== undefined && (
        <li key={path}>
          <Link href={address.to(`/${path}`)}>{found.title[language]}</Link>
        </li>
      )
    );
  };
  const method = (id: string, word: keyof typeof words): ReactNode => (
    <li key={id}>
      <Link href={address.to(`/methods/${id}`)}>{say(word)}</Link>
    </li>
  );
  return (
    <div className="doors">
      <section>
        <h2>{say("research")}</h2>
        <p>{say("researchText")}</p>
        <ul>
          {["data", "scoreboard", "formula", "structure", "network", "disparity", "policy", "methods"].map(screen)}
        </ul>
      </section>
      <section>
        <h2>{say("report")}</h2>
        <p>{say("reportText")}</p>
        <ul>
          {screen("report")}
          {isServed && (
            <li>
              <a href="/api/archive" download>
                {say("archive")}
              </a>
            </li>
          )}
        </ul>
      </section>
      <section>
        <h2>{say("negotiate")}</h2>
        <p>{say("negotiateText")}</p>
        <ul>
          {screen("deal")}
          {method("game/shapley", "coalitions")}
          {method("game/core", "core")}
          {method("game/bargaining", "bargaining")}
          {method("planning/fund-allocation", "fund")}
        </ul>
      </section>
    </div>
  );
}

function Standing({ outline }: { readonly outline: Outline }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  if (outline.analyses.length === 0) {
    return (
      <p className="quiet">
        {say("noAnalyses")} <Link href={address.to("/methods")}>{say("toMethods")}</Link>
      </p>
    );
  }
  const isShared = (title: Text) =>
    outline.analyses.filter((each) => each.title[language] === title[language]).length > 1;
  return (
    <table className="data">
      <thead>
        <tr>
          <th className="label" scope="col">
            {say("analysis")}
          </th>
          <th className="label" scope="col">
            {say("outcome")}
          </th>
        </tr>
      </thead>
      <tbody>
        {outline.analyses.map(({ name, title, method, outcome, reason, problems }) => (
          <tr key={name}>
            <td className="label wrap">
              <Link href={address.to(`/methods/${method}`, { of: name })}>{title[language]}</Link>
              {isShared(title) && <span className="mono"> {name}</span>}
            </td>
            <td className="label wrap">
              {say(outcome)}
              {reason !== undefined && <span className="quiet"> {reason[language]}</span>}
              {problems?.[0] !== undefined && <span className="quiet"> {problems[0].text[language]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the server opens other studies. */
function Others() {
  const say = useSay(words);
  const shelf = useShelf();
  if (shelf?.canOpen !== true) return null;
  return (
    <section className="home-part">
      <h2>{say("begin")}</h2>
      <Beginnings shelf={shelf} />
    </section>
  );
}
