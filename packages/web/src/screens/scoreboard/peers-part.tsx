import { fixed, signed } from "@conurb/figures";
import { useRef } from "react";
import type { Outline } from "../../bench/outline.ts";
import { lookAt } from "../../figures/linked.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { RailPart } from "../../shell/page.tsx";
import type { PeerRow } from "./peer-rows.ts";
import type { Board } from "./use-board.ts";
import { words } from "./words.ts";

interface PeersPartProps {
  readonly outline: Outline;
  readonly board: Board;
  readonly names: CodeNames;
}

/** The places nearest to the selected one, and why these. */
export function PeersPart({ outline, board: { place, near, indicators, scores }, names }: PeersPartProps) {
  const say = useSay(words);
  const address = useAddress();
  const whying = useRef<HTMLDialogElement>(null);
  return (
    <>
      <RailPart
        title={place === undefined ? say("peers") : say("peersOf", { place: names.place(place) })}
        chip={say("peers")}
      >
        {place === undefined && <p className="quiet">{say("pickPlace")}</p>}
        {near.map(({ peer }) => (
          <button
            key={peer}
            type="button"
            className="opt"
            data-place={peer}
            onMouseEnter={() => lookAt(peer)}
            onMouseLeave={() => lookAt(undefined)}
            onClick={() => address.set({ place: peer, ...clusterOf(outline, peer) })}
          >
            <i className="hollow" />
            <span>{names.place(peer)}</span>
            <em>{fixed(scores.get(peer) ?? Number.NaN, 2)}</em>
          </button>
        ))}
        {near.length > 0 && (
          <button type="button" className="as-link quiet" onClick={() => whying.current?.showModal()}>
            {say("why")}
          </button>
        )}
      </RailPart>
      <Dialog ref={whying} title={place === undefined ? "" : say("whyTitle", { place: names.place(place) })}>
        <p>{say("whyText")}</p>
        {place !== undefined && <WhyTable place={place} near={near} indicators={indicators} names={names} />}
      </Dialog>
    </>
  );
}

/** Every indicator of the ranking has its column, also where no difference can be told. */
function WhyTable({ place, near, indicators, names }: WhyTableProps) {
  const say = useSay(words);
  const language = useLanguage();
  const isCompared = (indicator: string) => near.some(({ differences }) => indicator in differences);
  const lacking = indicators.filter((each) => !isCompared(each));
  const hasGaps = indicators.some((each) => near.some(({ differences }) => !(each in differences)));
  return (
    <>
      <div className="scroll">
        <table className="data">
          <thead>
            <tr>
              <th className="label">{say("peers")}</th>
              <th>{say("distance")}</th>
              {indicators.map((each) => (
                <th key={each}>{names.of(each)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {near.map(({ peer, distance, differences }) => (
              <tr key={peer}>
                <td className="label">{names.place(peer)}</td>
                <td>{fixed(distance, 2)}</td>
                {indicators.map((each) => (
                  <td key={each}>{each in differences ? signed(differences[each] as number, 2) : "–"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasGaps && (
        <p className="notes">
          {lacking.length === 0
            ? say("notComparedPeers")
            : say("notCompared", {
                place: names.place(place),
                indicators: lacking.map((each) => names.of(each)).join(language === "zh" ? "、" : ", "),
              })}
        </p>
      )}
    </>
  );
}

interface WhyTableProps {
  readonly place: string;
  readonly near: readonly PeerRow[];
  readonly indicators: readonly string[];
  readonly names: CodeNames;
}

function clusterOf({ groups }: Outline, code: string): { cluster?: string } {
  const group = groups.find(({ members }) => members.includes(code));
  return group === undefined ? {} : { cluster: group.id };
}
