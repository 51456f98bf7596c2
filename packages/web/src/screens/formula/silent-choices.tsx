import { findColumn, type Table } from "@conurb/core/contract";
import { fixed } from "@conurb/figures";
import { memo } from "react";
import { useLanguage, useSay } from "../../language/language.ts";
import type { Written } from "./lab-recipe.ts";
import { Refusal } from "./refusal.tsx";
import { useAtRest } from "./use-at-rest.ts";
import type { LabQuestion } from "./use-lab.ts";
import { words } from "./words.ts";

interface SilentChoicesProps {
  readonly received: LabQuestion["received"];
  readonly holds: string;
  readonly written: Written;
}

const none = {};

/** What a paper need not mention, made the other way one by one: what turns round. */
export const SilentChoices = memo(function SilentChoices({ received, holds, written }: SilentChoicesProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { result, refused, isOld } = useAtRest("composite/choices", received, holds, written, none);
  const table = result?.tables.find(({ name }) => name === "choices");
  if (refused !== undefined) return <Refusal problems={refused.problems} />;
  if (table === undefined) return <p className="quiet">{say("computing")}</p>;
  const share = (name: string, row: number) => percent(table, name, row);
  return (
    <table className={`data${isOld ? " is-old" : ""}`}>
      <thead>
        <tr>
          <th className="label">{say("silentChoice")}</th>
          <th>{say("pairs")}</th>
          <th>{say("largestShift")}</th>
          <th>{say("signs")}</th>
          <th>{say("grades")}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: table.rows }, (_, row) => {
          const why = textAt(table, `why_not_${language}`, row);
          return (
            <tr key={textAt(table, "choice", row)}>
              <td className="label">{textAt(table, `choice_${language}`, row)}</td>
              {why !== "" ? (
                <td className="label quiet" colSpan={4}>
                  {why}
                </td>
              ) : (
                <>
                  <td>{share("pairs", row)}</td>
                  <td>{fixed(numberAt(table, "largest_shift", row), 0)}</td>
                  <td>{share("signs", row)}</td>
                  <td>{share("grades", row)}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});

function textAt(table: Table, name: string, row: number): string {
  return String(findColumn(table, name)?.values[row] ?? "");
}
function numberAt(table: Table, name: string, row: number): number {
  return Number(findColumn(table, name)?.values[row] ?? Number.NaN);
}
function percent(table: Table, name: string, row: number): string {
  const value = numberAt(table, name, row);
  return Number.isNaN(value) ? "–" : `${fixed(100 * value, 1)}%`;
}
