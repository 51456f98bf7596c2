import { fixed, numberFormat } from "@conurb/figures";
import { useRef } from "react";
import type { Outline } from "../../bench/outline.ts";
import { lookAt } from "../../figures/linked.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { RailPart } from "../../shell/page.tsx";
import type { Board } from "./use-board.ts";
import type { PeerRow } from "./use-peers.ts";
import { words } from "./words.ts";

interface PeersPartProps {
  readonly outline: Outline;
  readonly board: Board;
  readonly names: CodeNames;
}

/** The places nearest to the selected one, and why these. */
export function PeersPart({ outline, board: { place, near, scores }, names }: PeersPartProps) {
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
        <WhyTable near={near} names={names} />
      </Dialog>
    </>
  );
}

function WhyTable({ near, names }: { readonly near: readonly PeerRow[]; readonly names: CodeNames }) {
  const say = useSay(words);
  const language = useLanguage();
  return (
    <div className="scroll">
      <table className="data">
        <thead>
          <tr>
            <th className="label">{say("peers")}</th>
            <th>{say("distance")}</th>
            {near[0]?.differences.map(({ indicator }) => (
              <th key={indicator}>{names.of(indicator)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {near.map(({ peer, distance, differences }) => (
            <tr key={peer}>
              <td className="label">{names.place(peer)}</td>
              <td>{fixed(distance, 2)}</td>
              {differences.map(({ indicator, difference }) => (
                <td key={indicator}>{numberFormat("1", [difference], language, 2).format(-difference)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function clusterOf({ groups }: Outline, code: string): { cluster?: string } {
  const group = groups.find(({ members }) => members.includes(code));
  return group === undefined ? {} : { cluster: group.id };
}
