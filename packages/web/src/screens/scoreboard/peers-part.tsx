import { fixed } from "@conurb/figures";
import { useRef } from "react";
import type { Outline } from "../../bench/outline.ts";
import { lookAt } from "../../figures/linked.ts";
import { useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { RailPart } from "../../shell/page.tsx";
import type { Board } from "./use-board.ts";
import { WhyTable } from "./why-table.tsx";
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

function clusterOf({ groups }: Outline, code: string): { cluster?: string } {
  const group = groups.find(({ members }) => members.includes(code));
  return group === undefined ? {} : { cluster: group.id };
}
