import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { type Club, type ClubsResult, divergentName } from "./clubs.ts";

const words = (club: string): Text =>
  club === divergentName
    ? { en: "no club", zh: "发散" }
    : { en: `club ${club.slice(5)}`, zh: `俱乐部 ${club.slice(5)}` };

const clubColumn = codeOf<{ readonly club: string }>(
  "club",
  { en: "club", zh: "俱乐部" },
  ({ club }) => club,
  ({ club }) => words(club),
);

export function clubsTables(
  { clubs, divergent, transition, years, variance, places }: ClubsResult,
  title: Text,
): Table[] {
  const clubOf = new Map(clubs.flatMap(({ club, places: own }) => own.map((place) => [place, club])));
  const members = places.map((place, at) => ({ place, club: clubOf.get(place) ?? divergentName, rank: at + 1 }));
  const empty = { slope: Number.NaN, error: Number.NaN, t: Number.NaN, p: Number.NaN, parts: [] };
  const rows: Club[] = [
    ...clubs,
    ...(divergent.length > 0 ? [{ ...empty, club: divergentName, places: divergent }] : []),
  ];
  const paths = rows.flatMap(({ club, places: own }) =>
    years.map((year) => {
      const of = transition.filter((row) => row.club === club && row.year === year);
      return { club, year, relative: of.reduce((sum, { relative }) => sum + relative, 0) / own.length };
    }),
  );
  return [
    tableOf(
      "clubs",
      ["club"],
      rows,
      [
        clubColumn,
        numberOf("places", "1", { en: "places", zh: "地区数" }, (row) => row.places.length),
        numberOf("slope", "1", { en: "b", zh: "b" }, ({ slope }) => slope),
        numberOf("error", "1", { en: "standard error", zh: "标准误" }, ({ error }) => error),
        numberOf("t", "1", { en: "t", zh: "t 值" }, ({ t }) => t),
        numberOf("p", "1", { en: "p, one-sided", zh: "单侧 p 值" }, ({ p }) => p),
        labelOf("parts", { en: "merged from", zh: "由下列俱乐部合并" }, ({ parts }) => parts.join(" + ")),
      ],
      { title: { en: "Clubs", zh: "收敛俱乐部" } },
    ),
    tableOf(
      "members",
      ["place"],
      members,
      [
        placeColumn,
        clubColumn,
        numberOf("rank", "1", { en: "order in the last year", zh: "末年位次" }, ({ rank }) => rank),
      ],
      { title: { en: "Members", zh: "俱乐部成员" } },
    ),
    tableOf(
      "paths",
      ["club", "year"],
      paths,
      [
        clubColumn,
        yearColumn,
        numberOf(
          "relative",
          "1",
          { en: `ln ${title.en}, mean of all = 1`, zh: `ln ${title.zh}（全体均值 = 1）` },
          ({ relative }) => relative,
        ),
      ],
      { title: { en: "Paths of the clubs", zh: "各俱乐部转移路径" } },
    ),
    tableOf(
      "transition",
      ["place", "year"],
      transition,
      [
        placeColumn,
        yearColumn,
        clubColumn,
        numberOf("relative", "1", { en: "mean of all = 1", zh: "全体均值 = 1" }, ({ relative }) => relative),
        numberOf("within", "1", { en: "mean of the club = 1", zh: "俱乐部均值 = 1" }, ({ within }) => within),
      ],
      { title: { en: "Relative transition", zh: "相对转移系数" } },
    ),
    tableOf(
      "variance",
      ["year"],
      years.map((year, at) => ({ year, h: variance[at] as number })),
      [yearColumn, numberOf("h", "1", { en: "variance of the paths, H", zh: "截面方差 H" }, ({ h }) => h)],
      { title: { en: "Variance by year", zh: "历年截面方差" } },
    ),
  ];
}
