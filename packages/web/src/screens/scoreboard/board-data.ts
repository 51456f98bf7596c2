import { findColumn, type MethodResult, numbers, type Table, type View, type ViewOf } from "@conurb/core/contract";
import { filterRows } from "@conurb/core/tables";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";

export type RankingView = ViewOf<"ranking">;

/** The analyses of a study that rank places, each with its view. */
export function rankings({
  analyses,
}: Outline): readonly { readonly analysis: OutlineAnalysis; readonly view: RankingView }[] {
  return analyses.flatMap((analysis) => {
    const view = analysis.views.find((each: View): each is RankingView => each.kind === "ranking");
    return view === undefined || analysis.key === undefined ? [] : [{ analysis, view }];
  });
}

/** The score behind a ranking, where the study computes it: its cells tell what each indicator adds. */
export function scoreBehind({ analyses }: Outline, ranking: OutlineAnalysis): OutlineAnalysis | undefined {
  const same = JSON.stringify(ranking.inputs);
  return analyses.find(
    ({ method, inputs, key }) => method === "composite/index" && key !== undefined && JSON.stringify(inputs) === same,
  );
}

/** One ranked place, as the tables have it. */
export interface Row {
  readonly place: string;
  readonly score: number;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly tier: number;
  readonly next: string | undefined;
  readonly aheadOfNext: number;
}

export function rowsOf(table: Table, view: RankingView): Row[] {
  const texts = (name: string) => findColumn(table, name)?.values as readonly (string | null)[] | undefined;
  const values = (name: string) => findColumn(table, name)?.values as Float64Array | undefined;
  const place = texts(view.place) ?? [];
  const next = texts("next");
  const at = (name: string, row: number) => values(name)?.[row] ?? Number.NaN;
  return Array.from({ length: table.rows }, (_, row) => ({
    place: String(place[row]),
    score: at(view.score, row),
    rank: at(view.rank, row),
    low: at(view.low, row),
    high: at(view.high, row),
    tier: at(view.tier, row),
    next: next?.[row] ?? undefined,
    aheadOfNext: at("ahead_of_next", row),
  })).sort((a, b) => (a.rank || Infinity) - (b.rank || Infinity));
}

/** The years in which any place has a score: indicators may reach further than what a score is made of. */
export function yearsIn(table: Table, { score }: Pick<RankingView, "score">): readonly number[] {
  const [years, scores] = [findColumn(table, "year"), findColumn(table, score)];
  if (years?.kind !== "number" || scores?.kind !== "number") return [];
  const scored = years.values.filter((_, row) => Number.isFinite(scores.values[row]));
  return [...new Set(scored)].sort((a, b) => a - b);
}

/** Tables of a result narrowed to some places and a year, where they have either. */
export function narrowed(
  result: MethodResult,
  members: readonly string[] | undefined,
  year: number | undefined,
): Readonly<Record<string, Table>> {
  return Object.fromEntries(
    result.tables.map((table) => {
      const known = members === undefined ? [] : heldIn(table, members);
      const where = {
        ...(members !== undefined && findColumn(table, "place") !== undefined ? { place: known } : {}),
        ...(year !== undefined && findColumn(table, "year") !== undefined ? { year } : {}),
      };
      return [table.name, Object.keys(where).length === 0 ? table : filterRows(table, where)] as const;
    }),
  );
}

function heldIn(table: Table, members: readonly string[]): readonly string[] {
  const column = findColumn(table, "place");
  const there = new Set(column?.kind === "label" ? column.values : []);
  return members.filter((code) => there.has(code));
}

/** The table with a column that says how large each place is, for the area of its dot. */
export function withSize(table: Table, sizes: Table | undefined, column: string | undefined): Table {
  const [places, values] = [sizes && findColumn(sizes, "place"), sizes && column && findColumn(sizes, column)];
  const own = findColumn(table, "place");
  if (
    places?.kind !== "label" ||
    values === undefined ||
    values === "" ||
    values.kind !== "number" ||
    own?.kind !== "label"
  )
    return table;
  const known = new Map(places.values.map((code, row) => [code, values.values[row] as number]));
  const size = numbers(
    "size",
    values.unit,
    own.values.map((code) => known.get(code) ?? Number.NaN),
    values.title === undefined ? {} : { title: values.title },
  );
  return { ...table, columns: [...table.columns, size] };
}

/** The first indicator of the study that counts people: what the area of a dot stands for. */
export function headcount({ indicators }: Outline): { readonly set: string; readonly column: string } | undefined {
  for (const { name, leaves, years } of indicators) {
    const found =
      years === undefined
        ? leaves.find(({ unit = "" }) => /(^| )persons?$/.test(unit) && !unit.includes(" per "))
        : undefined;
    if (found !== undefined) return { set: name, column: found.id };
  }
  return undefined;
}
