import type { Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import type { Estimate } from "./estimate.ts";
import { type RegressionDiscontinuityOptions, regressionDiscontinuity } from "./regression-discontinuity.ts";
import { untold } from "./untold.ts";

export interface PlaceboLine extends Estimate {
  readonly side: "outside" | "inside";
  /** Signed distance at which the line runs. */
  readonly at: number;
  readonly p: number;
}

export const borderSides = {
  outside: { en: "outside the border", zh: "界外" },
  inside: { en: "inside the border", zh: "界内" },
} as const satisfies Record<PlaceboLine["side"], Text>;

const fewest = 24; // different distances, a third of them on either side of the line

/** Jumps at lines through the middle of each side, among its own places, where nothing should jump; and why one has no answer. */
export function placeboLines(
  running: Float64Array,
  outcome: ArrayLike<number>,
  { donut, errors, level }: Required<Pick<RegressionDiscontinuityOptions, "donut" | "errors" | "level">>,
): { readonly lines: readonly PlaceboLine[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const lines = (["outside", "inside"] as const).flatMap((side): PlaceboLine[] => {
    const rows = [...running.keys()].filter(
      (at) => running[at] < 0 === (side === "outside") && Math.abs(running[at]) >= donut,
    );
    const sorted = rows.map((at) => running[at]).sort((a, b) => a - b);
    const values = [...new Set(sorted)];
    const at = sorted[Math.floor(sorted.length / 2)];
    const before = values.filter((each) => each < at).length;
    if (values.length < fewest || Math.min(before, values.length - before) < fewest / 3) return [];
    const line = untold(() =>
      regressionDiscontinuity(
        { running: rows.map((row) => running[row]), outcome: rows.map((row) => outcome[row]) },
        { errors, level, cutoff: at },
      ),
    );
    if ("reason" in line) {
      warnings.push(noPlacebo(side, line.reason));
      return [];
    }
    const { effect, standardError, low, high, p } = line.found.estimates[2];
    return [{ side, at, effect, standardError, low, high, p }];
  });
  return { lines, warnings };
}

function noPlacebo(side: PlaceboLine["side"], reason: Text): Warning {
  return {
    code: "no-placebo",
    text: {
      en: `no placebo line ${borderSides[side].en}: ${reason.en}`,
      zh: `${borderSides[side].zh}没有安慰剂边界：${reason.zh}`,
    },
  };
}
