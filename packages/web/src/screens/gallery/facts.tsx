import type { Table, View } from "@conurb/core/contract";
import { type FigureContext, numberFormat } from "@conurb/figures";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { factsOf } from "./facts-of.ts";
import { words } from "./words.ts";

interface FactsProps {
  readonly table: Table;
  readonly view: View;
  readonly place: string;
  readonly names: CodeNames;
  readonly labels: FigureContext["labels"];
}

const mostFacts = 14;

/** What the table behind the view holds of the selected place: the other part of its key, and the value. */
export function Facts({ table, view, place, names, labels: known = {} }: FactsProps) {
  const language = useLanguage();
  const say = useSay(words);
  const facts = factsOf(table, view, place);
  if (facts === undefined || facts.rows.length === 0) return null;
  const { of, rows, year: shown } = facts;
  const format = numberFormat(of.unit, of.values, language);
  const title = of.title?.[language] ?? of.name;
  return (
    <>
      <h3 className="facts">{rows.length === 1 ? names.of(place) : say("facts", { place: names.of(place) })}</h3>
      {rows.some(({ others }) => others.length > 0) && (
        <p className="quiet">{[title, shown].filter(Boolean).join(" · ")}</p>
      )}
      <table className="data">
        <tbody>
          {rows.slice(0, mostFacts).map(({ others, year, isFrom, value }) => {
            const called = others.map((code) => known[code]?.title[language] ?? names.of(code)).join(" · ");
            const both = isFrom === true ? [names.of(place), called] : [called, names.of(place)];
            const said = [isFrom === undefined ? called : both.join(" → "), year].filter(Boolean);
            return (
              <tr key={[...others, year, isFrom].join(" ")}>
                <td className="label">{said.join(" · ") || title}</td>
                <td>{format.full(value)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
