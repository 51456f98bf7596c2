import type { AhpWeightsResult } from "@conurb/core/composite/ahp-weights";
import { fixed } from "@conurb/figures";
import { useSay } from "../../language/language.ts";
import { type Judgements, judged, onScale, scaleWith } from "./judgements.ts";
import { words } from "./words.ts";

export interface JudgementMatrixProps {
  readonly matrix: Judgements[string][string] | undefined;
  readonly items: readonly string[];
  /** What follows from this expert's judgements, and from those of all. */
  readonly own: AhpWeightsResult["experts"][number];
  readonly told: AhpWeightsResult;
  readonly titleOf: (id: string) => string;
  readonly onJudge: (row: string, column: string, value: number) => void;
}

/** One expert's judgements: above the diagonal they are made, below it they stand the other way round. */
export function JudgementMatrix({ matrix, items, own, told, titleOf, onJudge }: JudgementMatrixProps) {
  const say = useSay(words);
  const isJoint = told.experts.length > 1;
  const percent = (weight = Number.NaN) => `${fixed(100 * weight, 1)}%`;
  return (
    <div className="scroll">
      <table className="data matrix">
        <thead>
          <tr>
            <th className="label">{say("timesAs")}</th>
            {items.map((each) => (
              <th key={each}>{titleOf(each)}</th>
            ))}
            <th>{say("weightOwn", { expert: own.expert })}</th>
            {isJoint && <th>{say("weightJoint")}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((row, i) => (
            <tr key={row}>
              <th className="label">{titleOf(row)}</th>
              {items.map((column, j) => {
                const value = judged(matrix, row, column);
                return (
                  <td key={column}>
                    {j <= i ? (
                      onScale(value)
                    ) : (
                      <select
                        aria-label={say("pair", { a: titleOf(row), b: titleOf(column) })}
                        value={value}
                        onChange={(event) => onJudge(row, column, Number(event.target.value))}
                      >
                        {scaleWith(value).map((each) => (
                          <option key={each} value={each}>
                            {onScale(each)}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                );
              })}
              <td>{percent(own.weights[i])}</td>
              {isJoint && <td>{percent(told.weights[i]?.weight)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
