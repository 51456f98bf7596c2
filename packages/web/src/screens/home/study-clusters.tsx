import type { ClusterInfo } from "@conurb/core/study";
import { bench } from "../../bench/bench.ts";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { calledClusters, namedClusters, withClusters } from "./cluster-edit.ts";
import type { KnownPlace } from "./members.ts";
import { OwnCluster } from "./own-cluster.tsx";
import { words } from "./words.ts";

/** The clusters that the study names, also before a run has come to them, to be taken out or added to. */
export function StudyClusters({ outline }: { readonly outline: Outline }) {
  const say = useSay(words);
  const language = useLanguage();
  const { text } = useBench();
  const { clusters: atlas = [], places = [] } =
    useAnswer<{ clusters: readonly ClusterInfo[]; places: readonly KnownPlace[] }>("/api/gazetteer").value ?? {};
  const named = namedClusters(text);
  if (named === undefined) {
    return (
      <ul className="chips">
        {outline.groups.map((group) => (
          <li key={group.id}>
            {group.short[language]}{" "}
            <OwnCluster group={group} id={group.id} places={places}>
              {say("editMembers")}
            </OwnCluster>
          </li>
        ))}
      </ul>
    );
  }
  const isNamed = ({ id, edition }: ClusterInfo) => named.some((name) => name === id || name === `${id}@${edition}`);
  return (
    <>
      <ul className="chips">
        {calledClusters(named, outline.groups, atlas).map(({ name, short }) => (
          <li key={name}>
            {short[language]}{" "}
            {named.length > 1 && (
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
        ))}
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
      <p>
        <OwnCluster group={outline.groups[0]} id="own" places={places}>
          {say("ownMembers")}
        </OwnCluster>
      </p>
    </>
  );
}
