import { findColumn, type Table, type View } from "@conurb/core/contract";
import { type FigureContext, numberFormat } from "@conurb/figures";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
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
  const parts = Object.values(view) as readonly unknown[];
  const labels = table.columns.filter(
    ({ kind, name }) => kind === "label" && (parts.includes(name) || table.key.includes(name)),
  );
  const value = table.columns.find(
    ({ kind, name }) => kind === "number" && parts.includes(name) && name !== "year" && name !== "rank",
  );
  if (value?.kind !== "number") return null;
  const when = findColumn(table, "year");
  const hasYears = new Set<unknown>(Array.from<unknown>(when?.values ?? [])).size > 1;
  const found = Array.from({ length: table.rows }, (_, row) => row)
    .filter((row) => labels.some(({ values }) => values[row] === place) && Number.isFinite(value.values[row]))
    .map((row) => {
      const others = labels
        .map(({ values }) => String(values[row] ?? ""))
        .filter((code) => code !== place && code !== "");
      const year = hasYears ? when?.values[row] : undefined;
      const said = others.map((code) => known[code]?.title[language] ?? names.of(code));
      return {
        key: [...others, year].join(" "),
        said: [...said, ...(year === undefined ? [] : [String(year)])].join(" · "),
        value: value.values[row] as number,
      };
    })
    .sort((a, b) => b.value - a.value);
  // a pair stands in both directions where its number has none
  const once = [...new Map(found.map((each) => [`${each.key} ${each.value}`, each])).values()];
  const format = numberFormat(value.unit, value.values, language);
  if (once.length === 0) return null;
  return (
    <>
      <h3 className="facts">{once.length === 1 ? names.of(place) : say("facts", { place: names.of(place) })}</h3>
      <table className="data">
        <tbody>
          {once.slice(0, mostFacts).map(({ key, said, value: number }) => (
            <tr key={key}>
              <td className="label">{said || (value.title?.[language] ?? value.name)}</td>
              <td>{format.full(number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
