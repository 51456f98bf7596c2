import { range } from "../format.ts";
import { tightName } from "../place-names.ts";
import type { Scene } from "../scene.ts";
import { fit, textWidth } from "../type.ts";
import { type Cells, cellsHeadHeight, cellsWidth } from "./ranking-cells.ts";
import type { RankingData } from "./ranking-rows.ts";

/** Where everything in a row of a ranking stands, for one width and one number of rows. */
export interface RankingColumns {
  readonly width: number;
  readonly head: number;
  readonly row: number;
  /** Space between tiers. */
  readonly gap: number;
  readonly text: number;
  readonly small: number;
  /** Height of strip and cells. */
  readonly mark: number;
  readonly ring: number;
  readonly bracket: number;
  readonly rank: number | undefined;
  readonly names: number;
  readonly cells: number;
  readonly strip: number;
  /** Width of one rank on the strip. */
  readonly cell: number;
  readonly ranks: number;
  readonly interval: number | undefined;
  readonly twoLines: boolean;
  /** A hairline through the strip, where rows are far from the ticks above. */
  readonly track: boolean;
  name(code: string): string;
  score(value: number): string;
}

export function rankingColumns(
  data: RankingData,
  scene: Scene,
  width: number,
  cells: Cells | undefined,
): RankingColumns {
  const wide = width >= 440;
  const twoLines = !wide && scene.context.touch === true;
  const withInterval = !twoLines && width >= 290;
  const count = data.ranked.length + data.unranked.length;
  const row = rowHeight(count, wide, twoLines, scene.context.height);
  const text = row < 20 ? 11.5 : 13;
  const small = row < 20 ? 11 : 12;
  const bracket = 28;
  const rank = wide ? bracket + 10 + textWidth(String(data.ranked.length), small) : undefined;
  const names = (rank ?? bracket) + (data.groups.length > 1 ? 21 : 8);
  const most = wide ? Math.min(width * 0.26, 150) : Math.min(width * 0.34, 130);
  const whole = (code: string): string => (wide ? scene.name(code) : tightName(scene.name(code)));
  const flagged = (code: string): number => (scene.context.flags?.[code] === undefined ? 0 : 9);
  const needed = Math.max(0, ...data.places.map((code) => textWidth(whole(code), text, true) + flagged(code)));
  const under = (row: { low: number; high: number }): number =>
    twoLines ? textWidth(`${scene.say("rank")} ${range(row.low, row.high)}`, 11) : 0;
  const nameWidth = Math.max(Math.min(most, needed), ...data.ranked.map(under));
  const score = data.format.format;
  const scoreWidth = Math.max(
    withInterval ? textWidth(data.scoreHead, 11) : 0,
    ...data.ranked.map((each) => textWidth(score(each.score), text, true)),
  );
  const intervalWidth = Math.max(
    textWidth(scene.say("interval"), 11),
    ...data.ranked.map((each) => textWidth(range(each.low, each.high), small)),
  );
  const cellsAt = names + nameWidth + 12;
  const strip = cellsAt + (cells === undefined ? 0 : cellsWidth(cells, row) + 14);
  const stripEnd = width - scoreWidth - 12 - (withInterval ? intervalWidth + 14 : 0);
  const mark = Math.round(Math.min(16, Math.max(9, row * (row < 26 ? 0.66 : 0.42))));
  const cell = Math.max(stripEnd - strip, 40) / data.size;
  return {
    width,
    head: 42 + (cells === undefined ? 0 : Math.max(0, cellsHeadHeight(cells, row, scene) - 34)),
    row,
    gap: row >= 30 ? 9 : row >= 20 ? 6 : 4,
    text,
    small,
    mark,
    ring: Math.max(2.4, Math.min(4, mark * 0.27)),
    bracket,
    rank,
    names,
    cells: cellsAt,
    strip,
    cell: Math.min(cell, 26),
    ranks: data.size,
    interval: withInterval ? width - scoreWidth - 14 : undefined,
    twoLines,
    track: !wide,
    name: (code) => fit(whole(code), nameWidth - flagged(code) + 1, text, true),
    score,
  };
}

/** Rows of 40 while there are few, then whatever fits down to 15. */
function rowHeight(count: number, wide: boolean, twoLines: boolean, wished: number | undefined): number {
  if (twoLines) return 44;
  if (wished !== undefined) return Math.min(40, Math.max(15, Math.floor((wished - 60) / Math.max(count, 1)) - 1));
  if (!wide) return count <= 15 ? 22 : 17;
  return count <= 15 ? 34 : Math.max(15, Math.min(28, Math.floor(640 / count)));
}
