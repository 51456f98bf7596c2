import { numberFormat } from "@conurb/figures";
import { flagsIn } from "../../../language/flags.ts";
import { useLanguage, useSay } from "../../../language/language.ts";
import { ColumnHead } from "../column-head.tsx";
import type { Preview } from "./preview.ts";
import { words } from "./words.ts";

interface SampleTableProps {
  readonly table: Preview["tables"][number];
  readonly title: string;
}

/** The first rows of a table as the study would have it: gaps hatched, flags beside their figures. */
export function SampleTable({ table, title: called }: SampleTableProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { columns } = table;
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) => row);
  const shown = columns.map(({ kind, unit, values, name }) => {
    const isYear = unit === "year" || name === "year";
    const numbers = values.map((value) => (typeof value === "number" ? value : Number.NaN));
    const { format } = numberFormat("1", numbers, language);
    return (row: number) => {
      const value = values[row];
      if (value === null || value === undefined) return undefined;
      return kind === "number" && !isYear ? format(value as number) : String(value);
    };
  });
  return (
    <>
      <p className="quiet">{say("sampleOf", { shown: rows.length, n: table.rows, columns: columns.length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll wide-heads" tabIndex={0} aria-label={called}>
        <table className="data">
          <thead>
            <tr>
              {columns.map(({ name, title, unit, kind }) => (
                <ColumnHead
                  key={name}
                  column={{ name, title }}
                  isNumber={kind === "number"}
                  unit={unit === "1" || unit === "year" ? undefined : unit}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {columns.map(({ name, kind, flags }, at) => {
                  const text = shown[at]?.(row);
                  const flag = flags?.[row];
                  const isGap = text === undefined && kind === "number";
                  return (
                    <td key={name} className={isGap ? "gap" : kind === "number" ? undefined : "label"}>
                      {text ?? (isGap ? "" : "–")}
                      {flag !== null && flag !== undefined && (
                        <sup className="flag" title={flagsIn(flag, language)}>
                          {flag}
                        </sup>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
