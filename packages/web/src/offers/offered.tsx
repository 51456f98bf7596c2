import "./offered.css";
import { Link } from "wouter";
import { bench } from "../bench/bench.ts";
import type { Outline } from "../bench/outline.ts";
import { siteData } from "../bench/site-data.ts";
import { useBench } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import { useAddress } from "../shell/address.ts";
import { withChange } from "./change.ts";
import { type Offer, type Offering, offers } from "./offers.ts";
import { useOffer } from "./use-offer.ts";
import { words } from "./words.ts";

/** What an empty screen leads to: an analysis that it would show, written at one press, or the figures that it lacks. */
export default function Offers({ screen }: { readonly screen: Offering }) {
  const { outline, text } = useBench();
  const say = useSay(words);
  const address = useAddress();
  if (outline === undefined) return null;
  return (
    <>
      <ul className="next-step">
        {offers[screen].map((offer: Offer) => (
          <Offered key={offer.method} offer={offer} outline={outline} text={text} />
        ))}
      </ul>
      <p>
        <Link href={address.to("/methods")}>{say("methods")}</Link>
      </p>
    </>
  );
}

function Offered({
  offer,
  outline,
  text,
}: {
  readonly offer: Offer;
  readonly outline: Outline;
  readonly text: string;
}) {
  const language = useLanguage();
  const there = outline.analyses.find(({ method, key }) => method === offer.method && key === undefined);
  return (
    <li>
      <h2>{offer.title[language]}</h2>
      {there !== undefined ? (
        <Failed reason={(there.reason ?? there.problems?.[0]?.text)?.[language] ?? "–"} />
      ) : siteData !== undefined ? (
        <p className="quiet">{offer.needs[language]}</p>
      ) : (
        <Way offer={offer} outline={outline} text={text} />
      )}
    </li>
  );
}

function Failed({ reason }: { readonly reason: string }) {
  const say = useSay(words);
  return <p>{say("notComputed", { reason })}</p>;
}

function Way({ offer, outline, text }: { readonly offer: Offer; readonly outline: Outline; readonly text: string }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { file } = useBench();
  const { state, change } = useOffer(offer, outline, text);
  if (state === "looking")
    return (
      <p className="quiet" role="status">
        {say("looking")}
      </p>
    );
  if (change === undefined)
    return (
      <>
        <p>{say("lacks")}</p>
        <p className="quiet">{offer.needs[language]}</p>
        <p>
          <Link href={address.to("/data/import")}>{say("bring")}</Link>
        </p>
      </>
    );
  const tables = Object.values(change.datasets ?? {}).map((each) => (each as { atlas: string }).atlas);
  return (
    <>
      <p>
        <button type="button" className="button first" onClick={() => bench.edit((now) => withChange(now, change))}>
          {say("add")}
        </button>
      </p>
      {tables.length > 0 && <p>{say("brings", { tables: [...new Set(tables)].join(", ") })}</p>}
      <p className="quiet">
        {say("writes", {
          names: Object.keys(change.analyses).join(", "),
          file: file.split(/[\\/]/).slice(-1).join(""),
        })}
      </p>
    </>
  );
}
