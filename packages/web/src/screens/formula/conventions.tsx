import { memo } from "react";
import { useLanguage, useSay } from "../../language/language.ts";
import type { Row } from "../scoreboard/board-data.ts";
import { Bump } from "./bump.tsx";
import { inSight } from "./in-sight.ts";
import { flipsOf, type Variant } from "./variants.ts";
import { words } from "./words.ts";

/** Ranks under one other choice, by place. */
export interface Compared {
  readonly word: Variant["word"];
  readonly ranks: ReadonlyMap<string, number>;
}

interface ConventionsProps {
  readonly rows: readonly Row[];
  readonly compared: readonly Compared[];
  readonly place: string | undefined;
  readonly nameOf: (code: string) => string;
  readonly onSelect: (code: string | undefined) => void;
}

/** Ranks under each choice, side by side. */
export const Conventions = memo(function Conventions({ rows, compared, place, nameOf, onSelect }: ConventionsProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { seen, isPart } = inSight(rows, place);
  const first = seen[0]?.rank ?? 1;
  return (
    <>
      <Bump
        label={say("bump")}
        columns={[words.yours[language], ...compared.map(({ word }) => words[word][language])]}
        from={first}
        rows={seen.map(({ place: code, rank }) => ({
          place: code,
          name: nameOf(code),
          ranks: [rank, ...compared.map(({ ranks }) => ranks.get(code) ?? Number.NaN)],
        }))}
        selected={place}
        onSelect={onSelect}
      />
      {isPart && <p className="notes">{say("inSight", { n: seen.length, all: rows.length })}</p>}
    </>
  );
});

const mostTold = 2;

/** Which choice turns whose order round. */
export const FlipsTable = memo(function FlipsTable({
  rows,
  compared,
  nameOf,
}: Pick<ConventionsProps, "rows" | "compared" | "nameOf">) {
  const say = useSay(words);
  const language = useLanguage();
  const own = new Map(rows.map(({ place, rank }) => [place, rank]));
  return (
    <>
      <p className="quiet">{say("flipsNote")}</p>
      <table className="data">
        <thead>
          <tr>
            <th className="label">{say("instead")}</th>
            <th>{say("flipped")}</th>
            <th className="label">{say("who")}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map(({ word, ranks }) => {
            const flips = flipsOf(own, ranks);
            const told = flips
              .slice(0, mostTold)
              .map(({ above, below }) => say("passes", { a: nameOf(above), b: nameOf(below) }));
            return (
              <tr key={word}>
                <td className="label">{say(word)}</td>
                <td>{flips.length}</td>
                <td className="label">
                  {flips.length === 0 ? say("nobody") : told.join(language === "zh" ? "；" : "; ")}
                  {flips.length > mostTold && <span className="quiet"> +{flips.length - mostTold}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
});
