import { fixed, signed } from "@conurb/figures";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import type { PeerRow } from "./peer-rows.ts";
import { words } from "./words.ts";

interface WhyTableProps {
  readonly place: string;
  readonly near: readonly PeerRow[];
  readonly indicators: readonly string[];
  readonly names: CodeNames;
}

/** Every indicator of the ranking has its row, also where no difference can be told; peers are few and fit abreast. */
export function WhyTable({ place, near, indicators, names }: WhyTableProps) {
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
              <th className="label" scope="col">
                {say("indicator")}
              </th>
              {near.map(({ peer }) => (
                <th key={peer} scope="col">
                  {names.place(peer)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th className="label" scope="row">
                {say("distance")}
              </th>
              {near.map(({ peer, distance }) => (
                <td key={peer}>{fixed(distance, 2)}</td>
              ))}
            </tr>
            {indicators.map((each) => (
              <tr key={each}>
                <th className="label" scope="row">
                  {names.of(each)}
                </th>
                {near.map(({ peer, differences }) => (
                  <td key={peer}>{each in differences ? signed(differences[each] as number, 2) : "–"}</td>
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
