import type { Problem } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import { askJson } from "../bench/ask.ts";
import type { Outline } from "../bench/outline.ts";
import { type Change, withChange } from "./change.ts";
import type { Offer } from "./offers.ts";

export interface Offered {
  readonly state: "looking" | "ready" | "lacking";
  readonly change?: Change;
}

/** The first way of an offer that the study's own check has nothing against, as the command line checks it. */
export function useOffer(offer: Offer, outline: Outline, text: string): Offered {
  const [offered, setOffered] = useState<Offered>({ state: "looking" });
  useEffect(() => {
    let wanted = true;
    setOffered({ state: "looking" });
    firstSound(offer.ways(outline, text), text, () => wanted).then(
      (change) => wanted && setOffered(change === undefined ? { state: "lacking" } : { state: "ready", change }),
      () => wanted && setOffered({ state: "lacking" }),
    );
    return () => {
      wanted = false;
    };
  }, [offer, outline, text]);
  return offered;
}

async function firstSound(ways: readonly Change[], text: string, isWanted: () => boolean): Promise<Change | undefined> {
  for (const change of ways) {
    if (!isWanted()) return undefined;
    const body = withChange(text, change);
    const { problems } = await askJson<{ problems: readonly Problem[] }>("/api/check", { method: "POST", body });
    if (problems.length === 0) return change;
  }
  return undefined;
}
