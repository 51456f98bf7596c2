import type { Draw, Drawing } from "../drawing.ts";
import { label, line } from "../marks.ts";
import { roman } from "../roman.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";
import { flagNotes } from "./flag-notes.ts";
import { cellColumns, drawCellHeads } from "./ranking-cells.ts";
import { type RankingColumns, rankingColumns } from "./ranking-columns.ts";
import { drawRow, thinnestShare, unrankedRow } from "./ranking-row.ts";
import { type RankedRow, type RankingData, readRanking } from "./ranking-rows.ts";

/**
 * Tier bracket, rank, name, aspect cells, rank strip, interval, score: no rank without its interval. Places that could
 * not be ranked follow under a dashed rule, hatched.
 */
export const ranking: Draw<"ranking"> = (view, scene): Drawing => {
  const data = readRanking(view, scene);
  if (data.places.length === 0) return emptyDrawing(scene);
  const width = scene.width(560);
  const cells = width >= 440 ? cellColumns(view, scene) : undefined;
  const columns = rankingColumns(data, scene, width, cells);
  const { palette, say } = scene;
  const marks: Markup[] = [];
  const grid: Markup[] = [];
  const cuts: number[] = [];
  let y = columns.head;
  const strip = (rank: number): number => columns.strip + (rank - 0.5) * columns.cell;

  const gapRule = (): void => {
    cuts.push(y);
    marks.push(line(columns.bracket - 5, y + columns.gap / 2, width, y + columns.gap / 2, palette.rule));
    y += columns.gap;
  };
  for (const section of sections(data)) {
    if (y > columns.head) gapRule();
    if (section.group !== undefined) {
      const { title, colour } = scene.group(section.group);
      marks.push(label(columns.bracket, y + 9, title, { weight: 600, fill: colour, halo: palette.surface }));
      y += 20;
    }
    section.tiers.forEach((tier, i) => {
      if (i > 0) gapRule();
      const top = y;
      for (const row of tier) {
        marks.push(drawRow(row, y, scene, columns, cells, strip, data.groups.length > 1 && !data.within));
        y += columns.row;
      }
      cuts.push(...insideTier(tier.length, top, columns));
      marks.push(...tierBracket(scene, tier, top, y, columns));
    });
  }
  const foot = y;
  for (const tick of rankTicks(data.size, columns.cell)) {
    if (!columns.track) grid.push(line(strip(tick), columns.head - 2, strip(tick), foot, palette.hair));
    grid.push(label(strip(tick), columns.head - 13, String(tick), { size: 11, anchor: "middle", fill: palette.ink3 }));
  }
  if (data.unranked.length > 0) {
    cuts.push(y);
    y += columns.gap;
    marks.push(line(columns.bracket - 5, y, width, y, palette.ink3, 1, "3 3"));
    y += columns.gap;
    for (const code of data.unranked) {
      marks.push(unrankedRow(code, y, scene, columns, cells));
      y += columns.row;
    }
  }

  const heads: Markup[] = [...drawCellHeads(cells, columns, columns.head - 6, scene)];
  const wide = columns.interval !== undefined;
  const titleRoom = width - columns.strip - (wide ? 0 : textWidth(data.scoreHead, 11) + 8);
  const title =
    data.hasShares && columns.cell >= thinnestShare && textWidth(say("rankStrip"), 11) < titleRoom
      ? "rankStrip"
      : "rank";
  heads.push(label(columns.strip, columns.head - 29, say(title), { size: 11, fill: palette.ink2 }));
  if (columns.interval !== undefined) {
    heads.push(headEnd(columns.interval, columns.head - 13, say("interval"), scene));
  }
  heads.push(headEnd(width, columns.head - (wide ? 13 : 29), data.scoreHead, scene));

  const [first, last] = [data.ranked[0], data.ranked.at(-1)];
  const missing = data.unranked.length === 0 ? "" : say("describeMissing", { names: scene.names(data.unranked) });
  return {
    width,
    height: y + 4,
    marks: [el("g", {}, grid), el("g", {}, heads), ...marks],
    seams: { head: columns.head, cuts: cuts.sort((a, b) => a - b) },
    description:
      first === undefined || last === undefined
        ? say("noRows")
        : say("describeRanking", {
            n: data.ranked.length,
            score: data.scoreTitle,
            first: scene.name(first.place),
            high: data.format.full(first.score),
            last: scene.name(last.place),
            low: data.format.full(last.score),
          }) + missing,
    dek: data.scoreDek,
    notes: [...(data.ranked.length > 0 ? [say("ring"), say("tierNote")] : []), ...flagNotes(data.places, scene)],
  };
};

function headEnd(x: number, y: number, text: string, { palette }: Scene): Markup {
  return label(x, y, text, { size: 11, anchor: "end", fill: palette.ink3 });
}

/** Half the height of a tier's number, which is not to be cut. */
const tierNumber = 7;

interface Section {
  readonly group: string | undefined;
  readonly tiers: readonly (readonly RankedRow[])[];
}

/** The rows in runs of one tier; with a ranking of its own for each group, group by group. */
function sections({ ranked, within }: RankingData): Section[] {
  const found: { group: string | undefined; tiers: RankedRow[][] }[] = [];
  for (const row of ranked) {
    const group = within ? row.group : undefined;
    if (found.at(-1) === undefined || found.at(-1)?.group !== group) found.push({ group, tiers: [] });
    const { tiers } = found.at(-1) as (typeof found)[number];
    if (tiers.at(-1)?.[0]?.tier !== row.tier) tiers.push([]);
    tiers.at(-1)?.push(row);
  }
  return found;
}

/** Between the rows of a tier, beside its number in the middle. */
function insideTier(rows: number, top: number, { row }: RankingColumns): number[] {
  const middle = top + (rows * row) / 2;
  return Array.from({ length: rows - 1 }, (_, i) => top + (i + 1) * row).filter(
    (y) => Math.abs(y - middle) > tierNumber,
  );
}

function tierBracket(
  scene: Scene,
  rows: readonly RankedRow[],
  top: number,
  bottom: number,
  columns: RankingColumns,
): Markup[] {
  const tier = rows[0]?.tier ?? "";
  if (tier === "") return [];
  const several = rows.length > 1;
  const inset = columns.row > 24 ? 4 : 2;
  const number = Number(tier);
  return [
    line(columns.bracket, top + inset, columns.bracket, bottom - inset, scene.palette.ink2, several ? 2.4 : 1.2),
    label(columns.bracket - 7, (top + bottom) / 2, Number.isInteger(number) ? roman(number) : tier, {
      size: 11,
      weight: 500,
      anchor: "end",
      fill: scene.palette.ink2,
    }),
  ];
}

function rankTicks(size: number, cell: number): number[] {
  const step = [2, 5, 10, 20, 50].find((each) => each * cell >= 19 && (each > 2 || size <= 25)) ?? 100;
  if (step === 2) return Array.from({ length: Math.ceil(size / 2) }, (_, i) => 1 + 2 * i);
  return [1, ...Array.from({ length: Math.floor(size / step) }, (_, i) => (i + 1) * step)];
}
