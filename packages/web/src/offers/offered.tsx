import "./offered.css";
import { Link } from "wouter";
import { parseDocument } from "yaml";
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
          <Offered key={offer.method} screen={screen} offer={offer} outline={outline} text={text} />
        ))}
      </ul>
      <p>
        <Link href={address.to("/methods")}>{say("methods")}</Link>
      </p>
    </>
  );
}

interface OfferedProps {
  readonly screen: Offering;
  readonly offer: Offer;
  readonly outline: Outline;
  readonly text: string;
}

function Offered({ screen, offer, outline, text }: OfferedProps) {
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
        <Way screen={screen} offer={offer} outline={outline} text={text} />
      )}
    </li>
  );
}

function Failed({ reason }: { readonly reason: string }) {
  const say = useSay(words);
  return <p>{say("notComputed", { reason })}</p>;
}

function Way({ screen, offer, outline, text }: OfferedProps) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { file } = useBench();
  const { state, change } = useOffer(offer, outline, text);
  const canMake = offer.isOfSet === true && outline.datasets.length > 0;
  if (isAwaited(text, offer.method, outline))
    return (
      <p className="quiet" role="status">
        {say("underWay")}
      </p>
    );
  if (state === "looking")
    return (
      <p className="quiet" role="status">
        {say("looking")}
      </p>
    );
  if (change === undefined)
    return (
      <>
        <p>{say(canMake && outline.indicators.length === 0 ? "noSet" : "lacks")}</p>
        <p className="quiet">{offer.needs[language]}</p>
        {canMake && (
          <p>
            <Link className="button first" href={address.to("/data/indicators", { for: screen })}>
              {say("make")}
            </Link>
          </p>
        )}
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

/** The study's text has such an analysis that the last run did not know: it is not offered once more. */
function isAwaited(text: string, method: string, { analyses }: Outline): boolean {
  const study = parseDocument(text).toJS() as { analyses?: Readonly<Record<string, { use?: string } | null>> } | null;
  return Object.entries(study?.analyses ?? {}).some(
    ([name, each]) => each?.use === method && analyses.every((known) => known.name !== name),
  );
}
