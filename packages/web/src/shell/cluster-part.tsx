import { shownGroup } from "@conurb/figures";
import { useBench } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { useAddress } from "./address.ts";
import { RailPart } from "./page.tsx";
import { shellWords } from "./shell-words.ts";

/** The study's clusters, each with its colour and the number of its members; which is shown stands in the address. */
export function ClusterPart({ withAll = false }: { readonly withAll?: boolean }) {
  const { outline } = useBench();
  const language = useLanguage();
  const say = useSay(shellWords);
  const address = useAddress();
  const groups = outline?.groups ?? [];
  const isAll = withAll && address.get("scope") === "all";
  const shown = isAll ? undefined : shownGroup(groups, address.get("cluster"));
  if (groups.length === 0)
    return (
      <RailPart title={say("cluster")}>
        <p className="quiet">{say("noCluster")}</p>
      </RailPart>
    );
  return (
    <RailPart title={say("cluster")} chip={shown?.short[language] ?? say("together")}>
      {groups.map(({ id, short, members }, at) => (
        <button
          key={id}
          type="button"
          className="opt"
          aria-pressed={id === shown?.id}
          onClick={() => address.set({ cluster: id, place: undefined, scope: undefined })}
        >
          <i className={`dot-${Math.min(at + 1, 6)}`} />
          <span>{short[language]}</span>
          <em>{members.length}</em>
        </button>
      ))}
      {withAll && groups.length > 1 && (
        <button type="button" className="opt" aria-pressed={isAll} onClick={() => address.set({ scope: "all" })}>
          <i className="hollow" />
          <span>{say("together")}</span>
          <em>{groups.reduce((sum, { members }) => sum + members.length, 0)}</em>
        </button>
      )}
    </RailPart>
  );
}
