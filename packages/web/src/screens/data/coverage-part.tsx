import type { NumberColumn, Table } from "@conurb/core/contract";
import { palettes, textOn } from "@conurb/figures";
import { useMemo } from "react";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { useTheme } from "../../shell/theme.ts";
import { type Coverage, coverageByPlace, type Held } from "./coverage.ts";
import { type FlagMeanings, flagsToldBy } from "./told.ts";
import { words } from "./words.ts";

interface CoveragePartProps {
  readonly table: Table;
  readonly coverage: Coverage;
  readonly names: CodeNames;
  readonly meanings: FlagMeanings;
}

/** Variable by year, and for the variable that is chosen place by year. */
export function CoveragePart({ table, coverage, names, meanings }: CoveragePartProps) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const asked = address.get("variable");
  const chosen = coverage.variables.find(({ column }) => column.name === asked)?.column;
  const titleOf = ({ title, name }: NumberColumn) => title?.[language] ?? name;
  return (
    <section className="room-part">
      <h2>{say("coverage")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll" tabIndex={0} aria-label={say("coverage")}>
        <table className="data coverage">
          <thead>
            <tr>
              <th className="label" scope="col">
                {say("variable")}
              </th>
              {coverage.years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">{say("all")}</th>
            </tr>
          </thead>
          <tbody>
            {coverage.variables.map(({ column, shares, whole }) => (
              <tr key={column.name}>
                <th className="label" scope="row">
                  <button
                    type="button"
                    className="as-link"
                    aria-pressed={column === chosen}
                    onClick={() => address.set({ variable: column === chosen ? undefined : column.name })}
                  >
                    {titleOf(column)}
                  </button>{" "}
                  {titleOf(column) !== column.name && <span className="mono">{column.name}</span>}
                </th>
                {shares.map((share, at) => (
                  <Covered key={coverage.years[at]} share={share} />
                ))}
                <Covered share={whole} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {chosen !== undefined && (
        <ByPlace table={table} variable={chosen} names={names} meanings={meanings} title={titleOf(chosen)} />
      )}
    </section>
  );
}

interface ByPlaceProps {
  readonly table: Table;
  readonly variable: NumberColumn;
  readonly names: CodeNames;
  readonly meanings: FlagMeanings;
  readonly title: string;
}

function ByPlace({ table, variable, names, meanings, title }: ByPlaceProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { heads, places } = useMemo(() => coverageByPlace(table, variable), [table, variable]);
  const hasYears = typeof heads[0] === "number";
  const called = hasYears ? say("coverageOf", { variable: title }) : say("coverageAll");
  if (places.length === 0) return null;
  return (
    <>
      <h3 className="by-place">{called}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll" tabIndex={0} aria-label={called}>
        <table className="data coverage">
          <thead>
            <tr>
              <th className="label" scope="col">
                {say("place")}
              </th>
              {heads.map((head) =>
                typeof head === "number" ? (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ) : (
                  <th key={head.name} scope="col">
                    {head.title?.[language] ?? head.name}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {places.map(({ code, held }) => (
              <tr key={code}>
                <th className="label" scope="row">
                  {names.place(code)}
                </th>
                {held.map((each, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their heads
                  <HeldCell key={at} held={each} meanings={meanings} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function HeldCell({ held, meanings }: { readonly held: Held; readonly meanings: FlagMeanings }) {
  const say = useSay(words);
  const language = useLanguage();
  if (held === undefined) return <td />;
  if (!held.has)
    return (
      <td className="gap" title={say("gap")}>
        <span className="away">{say("gap")}</span>
      </td>
    );
  const told =
    held.flag === undefined ? say("has") : say("hasFlag", { flag: flagsToldBy(held.flag, meanings, language) });
  return (
    <td title={told}>
      <i className={held.flag === undefined ? "dot" : "dot is-flagged"} aria-hidden="true" />
      <span className="away">{told}</span>
    </td>
  );
}

/** A share of figures: the darker the more; none at all is hatched. */
function Covered({ share }: { readonly share: number }) {
  const theme = useTheme();
  if (!(share > 0)) return <td className="gap">0</td>;
  const colours = palettes[theme].sequential;
  const fill = colours[Math.min(colours.length - 1, Math.floor(share * colours.length))] as string;
  return <td style={{ background: fill, color: textOn(fill) }}>{Math.round(100 * share)}</td>;
}
