import { type Club, type ClubsResult, divergentName } from "./clubs.ts";

/** Where each place stands in each year, to its club and to all. */
export function transitions(
  series: readonly { place: string; x: Float64Array }[],
  years: readonly number[],
  named: readonly Club[],
): ClubsResult["transition"] {
  const clubOf = new Map(named.flatMap(({ club, places }) => places.map((place) => [place, club])));
  const mean = (rows: readonly { x: Float64Array }[], at: number) =>
    rows.reduce((sum, { x }) => sum + (x[at] as number), 0) / rows.length;
  const of = (place: string) => clubOf.get(place) ?? divergentName;
  const members = new Map(
    series.map(({ place }) => [of(place), series.filter((other) => of(other.place) === of(place))]),
  );
  const means = new Map([...members].map(([club, rows]) => [club, years.map((_, at) => mean(rows, at))]));
  const overall = years.map((_, at) => mean(series, at));
  return series.flatMap(({ place, x }) =>
    years.map((year, at) => ({
      place,
      year,
      club: of(place),
      relative: (x[at] as number) / (overall[at] as number),
      within: (x[at] as number) / (means.get(of(place))?.[at] as number),
    })),
  );
}
