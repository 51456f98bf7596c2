import "./next-part.css";
import { Link } from "wouter";
import type { Outline } from "../../bench/outline.ts";
import { siteData } from "../../bench/site-data.ts";
import { useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { nextOf } from "./next-of.ts";
import { nextWords } from "./next-words.ts";

/** Where each step is taken, and where else to look first. */
const ways = {
  figures: ["/data/import"],
  indicators: ["/data/indicators", "/data"],
  ranks: ["/scoreboard", "/data"],
} as const;
const does = { figures: "bringFigures", indicators: "makeIndicators", ranks: "rank" } as const;

/** What a study that was just begun is to be given next, one press away; the table is that which is looked at. */
export function NextPart({ outline, table }: { readonly outline: Outline; readonly table?: string }) {
  const say = useSay(nextWords);
  const address = useAddress();
  const next = nextOf(outline);
  if (next === undefined || siteData !== undefined) return null;
  const [way, look] = ways[next];
  return (
    <section className="next" aria-label={say("next")}>
      <h2>{say("next")}</h2>
      <p>{say(next)}</p>
      <p>
        <Link className="button first" href={address.to(way, table === undefined ? {} : { table })}>
          {say(does[next])}
        </Link>
        {look !== undefined && table === undefined && <Link href={address.to(look)}>{say("look")}</Link>}
      </p>
    </section>
  );
}
