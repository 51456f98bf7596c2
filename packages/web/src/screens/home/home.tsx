import "./home.css";
import type { ClusterInfo } from "@conurb/core/study";
import { Link } from "wouter";
import { bench } from "../../bench/bench.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { screens } from "../registry.ts";
import { namedClusters, withClusters } from "./cluster-edit.ts";
import { words } from "./words.ts";

/** What the study holds, the doors to it, and its clusters. */
export default function Home() {
  const { outline, file, text } = useBench();
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const atlas = useAnswer<{ clusters: readonly ClusterInfo[] }>("/api/gazetteer").value?.clusters ?? [];
  if (outline === undefined) return null;
  const distinct = [...new Map(outline.notes.map((note) => [note.text.en, note])).values()];
  const named = namedClusters(text);
  const isNamed = ({ id, edition }: ClusterInfo) =>
    named?.some((name) => name === id || name === `${id}@${edition}`) === true;
  const door = (path: string) => screens.find((screen) => screen.path === path);
  const doors = (paths: readonly string[]) =>
    paths.map(door).map(
      (screen) =>
        screen !== undefined && (
          <li key={screen.path}>
            <Link href={address.to(`/${screen.path}`)}>{screen.title[language]}</Link>
          </li>
        ),
    );
  return (
    <Page
      headline={outline.title[language]}
      dek={say("dek", {
        analyses: outline.analyses.length,
        datasets: outline.datasets.length,
        clusters: outline.groups.length,
        file,
      })}
      rail={<ClusterPart />}
      guide={[say("guide")]}
      side={
        outline.notes.length > 0 && (
          <section className="read">
            <h3>{say("notes")}</h3>
            {distinct.slice(0, 12).map((note) => (
              <p key={note.text.en}>{note.text[language]}</p>
            ))}
          </section>
        )
      }
    >
      <div className="doors">
        <section>
          <h2>{say("research")}</h2>
          <p>{say("researchText")}</p>
          <ul>{doors(["scoreboard", "formula", "structure", "network", "disparity", "policy"])}</ul>
        </section>
        <section>
          <h2>{say("data")}</h2>
          <p>{say("dataText")}</p>
          <ul>{doors(["data", "methods"])}</ul>
        </section>
        <section>
          <h2>{say("report")}</h2>
          <p>{say("reportText", { file })}</p>
        </section>
      </div>
      <section className="home-part">
        <h2>{say("cluster")}</h2>
        {named === undefined ? (
          <p className="quiet">{say("own")}</p>
        ) : (
          <>
            <ul className="chips">
              {outline.groups.map(({ id, edition, short }) => {
                const name = named.find((each) => each === id || each === `${id}@${edition}`);
                return (
                  <li key={id}>
                    {short[language]}{" "}
                    {named.length > 1 && name !== undefined && (
                      <button
                        type="button"
                        className="icon"
                        aria-label={say("remove", { cluster: short[language] })}
                        onClick={() =>
                          bench.edit((now) =>
                            withClusters(
                              now,
                              named.filter((each) => each !== name),
                            ),
                          )
                        }
                      >
                        ×
                      </button>
                    )}
                  </li>
                );
              })}
            </ul>
            <label className="field">
              <span>{say("add")}</span>
              <select
                value=""
                onChange={(event) => {
                  const wanted = event.target.value;
                  if (wanted !== "") bench.edit((now) => withClusters(now, [...named, wanted]));
                }}
              >
                <option value="">{say("pick")}</option>
                {atlas
                  .filter((cluster) => !isNamed(cluster))
                  .map(({ id, edition, title, members }) => (
                    <option key={`${id}@${edition}`} value={`${id}@${edition}`}>
                      {title[language]} ({edition}) · {members.length}
                    </option>
                  ))}
              </select>
            </label>
          </>
        )}
      </section>
      <section className="home-part">
        <h2>{say("standing")}</h2>
        <table className="data">
          <thead>
            <tr>
              <th className="label">{say("analysis")}</th>
              <th className="label">{say("method")}</th>
              <th className="label">{say("outcome")}</th>
            </tr>
          </thead>
          <tbody>
            {outline.analyses.map(({ name, title, method, outcome, reason, problems }) => (
              <tr key={name}>
                <td className="label">
                  {title[language]} <span className="mono">{name}</span>
                </td>
                <td className="label">
                  <Link href={address.to(`/methods/${method}`, { of: name })}>{method}</Link>
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
      </section>
    </Page>
  );
}
