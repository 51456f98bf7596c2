import { addTo, type ViewOf } from "@conurb/core/contract";
import type { NumberFormat } from "../format.ts";
import type { Scene } from "../scene.ts";
import { textWidth } from "../type.ts";

export interface RankedRow {
  readonly place: string;
  readonly score: number;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly tier: string;
  readonly group: string | undefined;
  readonly shares: readonly { readonly rank: number; readonly share: number }[];
}

export interface RankingData {
  readonly ranked: readonly RankedRow[];
  readonly unranked: readonly string[];
  readonly places: readonly string[];
  readonly groups: readonly string[];
  /** Each group has a ranking of its own. */
  readonly within: boolean;
  /** Largest rank that the strip has to hold. */
  readonly size: number;
  readonly hasShares: boolean;
  readonly scoreTitle: string;
  readonly scoreHead: string;
  /** The score's title where it is too long for the column's head, else nothing: it is not said twice. */
  readonly scoreDek: string;
  readonly format: NumberFormat;
}

/** A longer title of the score stands in the line under the figure's title alone. */
const longestHead = 72;

/** The rows of a ranking in the order of the rank that stands in the table; nothing is ranked here. */
export function readRanking(view: ViewOf<"ranking">, scene: Scene): RankingData {
  const rows = scene.rows(view.table, view.where);
  const places = rows.texts(view.place);
  const [score, rank, low, high] = [view.score, view.rank, view.low, view.high].map((name) => rows.numbers(name));
  const tiers = rows.texts(view.tier);
  const groups = view.group === undefined ? undefined : rows.texts(view.group);
  const shares = view.shares === undefined ? undefined : sharesByPlace(view.shares, view.where, scene);
  const ranked: RankedRow[] = [];
  const unranked: string[] = [];
  places.forEach((place, i) => {
    if (!Number.isFinite(score![i]) || !Number.isFinite(rank![i])) {
      unranked.push(place);
      return;
    }
    ranked.push({
      place,
      score: score![i] as number,
      rank: rank![i] as number,
      low: finite(low![i], rank![i]),
      high: finite(high![i], rank![i]),
      tier: tiers[i] as string,
      group: groups?.[i],
      shares: shares?.get(place) ?? [],
    });
  });
  const known = new Set(places);
  unranked.push(...scene.members.filter((code) => !known.has(code)));
  const within = ranksWithinGroups(ranked);
  const order = [...new Set(ranked.map(({ group }) => group))];
  const groupAt = (row: RankedRow): number => (within ? order.indexOf(row.group) : 0);
  // tiers are cut in the order of medians, from which the stated rank may differ: a tier stays together
  ranked.sort(
    (a, b) => groupAt(a) - groupAt(b) || Number(a.tier) - Number(b.tier) || a.rank - b.rank || b.score - a.score,
  );
  const format = scene.numbers(
    rows.unit(view.score),
    ranked.map((row) => row.score),
  );
  const head = scene.head(rows.title(view.score), format.unit);
  const short = textWidth(head, 11) <= longestHead;
  return {
    ranked,
    unranked,
    places: [...ranked.map(({ place }) => place), ...unranked],
    groups: [...new Set(groups ?? [])],
    within,
    size: Math.max(1, ...ranked.flatMap((row) => [row.rank, row.high, ...row.shares.map((each) => each.rank)])),
    hasShares: ranked.some((row) => row.shares.length > 0),
    scoreTitle: rows.title(view.score),
    scoreHead: short ? head : scene.say("score"),
    scoreDek: short ? "" : head,
    format,
  };
}

/** Ranks that begin anew in each group show it: no group has a rank beyond its own size. */
function ranksWithinGroups(rows: readonly RankedRow[]): boolean {
  const groups = new Map<string | undefined, RankedRow[]>();
  for (const row of rows) addTo(groups, row.group, row);
  return groups.size > 1 && [...groups.values()].every((own) => own.every(({ rank }) => rank <= own.length));
}

function sharesByPlace(
  from: NonNullable<ViewOf<"ranking">["shares"]>,
  where: ViewOf<"ranking">["where"],
  scene: Scene,
) {
  const rows = scene.beside(from.table, where);
  const [places, ranks, values] = [rows.texts(from.place), rows.numbers(from.rank), rows.numbers(from.share)];
  const found = new Map<string, { rank: number; share: number }[]>();
  places.forEach((place, i) => {
    const [rank, share] = [ranks[i] as number, values[i] as number];
    if (!(share > 0) || !Number.isFinite(rank)) return;
    const list = found.get(place) ?? [];
    list.push({ rank, share });
    found.set(place, list);
  });
  return found;
}

function finite(value: number | undefined, otherwise: number | undefined): number {
  return Number.isFinite(value) ? (value as number) : (otherwise as number);
}
